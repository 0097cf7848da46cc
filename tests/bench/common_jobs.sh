#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs what annexkit does most, for a build that notes which branches are taken (ANNEXKIT_PROFILE=collect): each format read and
# written, and findings reported. One thread, so that the notes are the same each time.
# usage: common_jobs.sh BUILD
set -euo pipefail
annexkit=$1/bin/annexkit generate=$1/bin/annexkit_generate
rm -rf "$1/profile"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$generate" "$work/clean" --records 20000
for pair in csv:ndjson ndjson:csv xml:csv csv:xml json:ndjson ndjson:json; do
  "$annexkit" convert --schema eu-morocco-2013 --jobs 1 --force "$work/clean/annex.${pair%:*}" "$work/out.${pair#*:}" 2>"$work/log" ||
    { cat "$work/log" >&2; exit 1; }
done
for finding in warning error; do
  "$generate" "$work/$finding" --records 20000 --findings "$finding" --formats ndjson csv
  for form in ndjson csv; do
    "$annexkit" validate --schema eu-morocco-2013 --jobs 1 "$work/$finding/annex.$form" >"$work/report" 2>&1 || [ $? -eq 1 ]
  done
done
