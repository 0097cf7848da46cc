#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# CSV to NDJSON with one Miller process for each file of a folder, two at a time.
# usage: miller-files.sh IN_FOLDER OUT_FOLDER
mkdir -p "$2"
cd "$1" || exit
printf '%s\0' *.csv | xargs -0 -P 2 -I NAME sh -c 'mlr -S --icsv --ojsonl cat NAME >"$0/NAME.ndjson"' "$2"
