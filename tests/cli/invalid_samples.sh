#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Each file of samples/invalid is named by the rule that it breaks, and breaks that rule alone.
# usage: invalid_samples.sh PROGRAM SAMPLES
set -euo pipefail
program=$1 samples=$2 failed=0
for file in "$samples"/*; do
  name=$(basename "$file")
  wanted=${name%.*}
  options=()
  # Where the annex head cannot be read, nothing names the declaration.
  case $wanted in json.not-a-head | json.head-after-initiatives) options=(--schema eu-morocco-2013) ;; esac
  found=$("$program" validate --report ndjson "${options[@]}" "$file" | sed -n 's/^{"type":"finding","rule":"\([^"]*\)".*/\1/p') || true
  if [ "$found" != "$wanted" ]; then
    echo "$name: wanted $wanted alone, found: ${found:-nothing}"
    failed=1
  fi
done
exit $failed
