#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Unit tests and commands under valgrind's memcheck: nothing is read that was not written, nothing lost. Takes some minutes.
# usage: memcheck.sh BUILD_DIR SOURCE_DIR
set -euo pipefail
programs=$1/bin samples=$2/samples/eu-morocco-2013 coast=$2/samples/declarations/coast-2020 invalid=$2/samples/invalid
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
runs=0

# A finding will do, and so will a loss; a wrong command line proves nothing, and no word of valgrind's will do.
clean() {
  local program=$programs/$1 code=0
  shift
  valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
    --suppressions="$(dirname "$0")/libraries.supp" "$program" "$@" >"$work/out" 2>"$work/said" || code=$?
  if [ $code -eq 99 ] || [ $code -eq 2 ] || grep '^==' "$work/said" >"$work/faults"; then
    cat "$work/said" >&2
    echo "exit code $code: $program $*" >&2
    exit 1
  fi
  runs=$((runs + 1))
}

clean annexkit --version
clean annexkit validate --jobs 2 --schema "$coast/coast-2020.schema.json" "$coast/annex.json"
clean annexkit convert --jobs 2 "$samples/annex.csv" "$work/annex.xml"
clean annexkit convert --jobs 2 "$work/annex.xml" "$work/annex.json"
clean annexkit convert --jobs 1 "$work/annex.json" "$work/annex.csv"
clean annexkit convert --out-dir "$work/many" --to ndjson "$samples/annex.csv"
clean annexkit validate "$invalid" --schema eu-morocco-2013 --report json="$work/report.json" --report html="$work/report.html" \
  --report sarif="$work/report.sarif" --report junit="$work/report.junit" --report text
clean annexkit report --lang fr --to markdown "$work/report.json"
clean annexkit fix --diff --schema eu-morocco-2013 "$invalid"/text.*.json
clean annexkit sniff "$samples/annex.csv"
clean annexkit coverage --format svg "$samples/annex.csv"
clean annexkit digest "$samples/annex.xml"
clean annexkit schema export --out-dir "$work/published"
for test in unit report embedding formats; do clean "test_$test"; done
echo "$runs runs without a fault"
