#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Generated initiatives are valid, and each format has the bytes that annexkit writes.
# usage: generated.sh PROGRAM GENERATOR
set -euo pipefail
program=$1 generator=$2 failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail() { echo "$*"; failed=1; }
# same FROM TO: annexkit makes TO of FROM.
same() {
  "$program" convert --schema eu-morocco-2013 --force "$1" "made.${2##*.}" 2>log || fail "$1: $(cat log)"
  cmp "made.${2##*.}" "$2" || failed=1
}
# found FOLDER TEXT: what validation says of its NDJSON.
found() {
  "$program" validate --schema eu-morocco-2013 "$1/annex.ndjson" >log || true
  grep -qF -- "$2" log || fail "$1 lacks: $2 (it has: $(tail -3 log))"
}

"$generator" plain --records 1000
same plain/annex.csv plain/annex.ndjson
same plain/annex.ndjson plain/annex.xml
same plain/annex.xml plain/annex.json
same plain/annex.json plain/annex.csv
found plain "1000 initiatives, 0 errors, 0 warnings, 0 notes"

"$generator" head --records 1000 --head
same head/annex.csv head/annex.json
same head/annex.json head/annex.xml
same head/annex.xml head/annex.csv

"$generator" again --records 1000
diff -r plain again || fail "the same seed gives other initiatives"
"$generator" warned --records 100 --findings warning
found warned "100 initiatives, 0 errors, 100 warnings"
"$generator" wrong --records 100 --findings error
found wrong "100 initiatives, 100 errors, 0 warnings"
"$generator" many --records 100 --files 10 --formats csv
[ "$(ls many | tr '\n' ' ')" = "$(printf 'annex-%04d.csv ' {1..10})" ] || fail "not ten files: $(ls many)"
exit $failed
