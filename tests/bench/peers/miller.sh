#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# CSV to NDJSON with Miller, without guessing the kinds of values.
# usage: miller.sh IN OUT
exec mlr -S --icsv --ojsonl cut -x -f other_fields "$1" >"$2"
