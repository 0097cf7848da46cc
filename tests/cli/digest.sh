#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Computes digests of annexes and compares them across formats, threads and with the definition in README.md.
# usage: digest.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
samples=$source/samples/eu-morocco-2013
digest=e6a49ce53d3ef8375e1058c188303314fe6c980e0480a97cd2863fe007ba0219
cp "$samples"/annex.* "$samples"/annex-excel-fr.csv "$work"
lines() { printf '%s\n' "$@" | cmp -s - "$work.out" || fail "wanted $*, not $(cat "$work.out")"; }

check 0 "the digest is the same in every format" "$program" digest annex.csv annex.json annex.xml
lines "$digest  annex.csv" "$digest  annex.json" "$digest  annex.xml"
silent err
check 0 "and in ndjson, which has no head" bash -c "'$program' convert annex.csv a.ndjson 2>/dev/null; '$program' digest a.ndjson"
lines "$digest  a.ndjson"
check 0 "standard input is -" bash -c "'$program' digest --from xml - <annex.xml"
lines "$digest  -"
check 0 "encoding and dialect change nothing" bash -c \
  "'$program' convert annex.csv w.csv --to-option encoding=windows-1252 --to-option delimiter=';' 2>/dev/null; '$program' digest w.csv"
lines "$digest  w.csv"
for jobs in 1 3; do
  check 0 "nor do threads and pieces" "$program" digest --jobs $jobs --chunk-bytes 700 annex.json
  lines "$digest  annex.json"
done
check 0 "a name with a line break stays on its line, as with sha256sum" bash -c \
  "cp annex.csv \$'a\\nb.csv'; '$program' digest \$'a\\nb.csv'"
lines "\\$digest  a\\nb.csv"

# Fields that no schema knows, spelled with and without escapes, and initiatives that break rules.
cat >"$work/odd.json" <<'JSON'
{"annex": {"declaration": "eu-morocco-2013", "as_of": "2013-03-25"}, "initiatives": [
{"zeta": 5, "id": "ma-2013-p1-001", "part": 1, "section": "mobilite", "objective": 1, "partners": ["UE"],
"initiative": "x\u007f\u2028 \u00e9 \"q\" \\ \/", "alpha": {"b" : [1,  2.5, "\u00e9\/\u001F\ud83d\ude00"], "a": null},
"n": null, "t": "5", "list": ["a|b", "c\n"], "yes": true, "empty": "", "none": []},
{"id": "ma-2013-p1-001", "part": "abc", "section": "mobilite", "objective": 99, "partners": ["UE"]}]}
JSON
check 0 "an annex that breaks rules has a digest" "$program" digest odd.json
odd=$(cut -d' ' -f1 "$work.out")
for format in csv json ndjson xml; do
  check 1 "the annex in $format" "$program" convert --on-invalid keep odd.json again.$format
  check 0 "its digest from $format" "$program" digest again.$format
  lines "$odd  again.$format"
done
check 1 "broken rules fail it where asked for" "$program" digest --fail-on error odd.json
lines "$odd  odd.json"

# The program of README.md computes the same, from what the program wrote.
sed -n '/^    import hashlib/,/^$/s/^    //p' "$source/README.md" >"$work/digest.py"
for annex in annex again; do
  check 0 "the definition in README.md" bash -c "'$program' digest $annex.json | cut -d' ' -f1 >wanted; python3 digest.py $annex.json"
  same "$work/wanted" "$work.out"
done
sed 's/"x.*", "alpha"/"y", "alpha"/' "$work/odd.json" >"$work/other.json"
check 0 "another text has another digest" "$program" digest other.json
! grep -q "$odd" "$work.out" || fail "a changed annex has the same digest"

check 1 "there is no digest where an initiative cannot be read whole" bash -c \
  "head -n 3 annex.csv | sed '3s/\$/,more/' >ragged.csv; '$program' digest ragged.csv"
silent out
says err "ragged.csv has no digest: cells in the row: 14; columns in the table: 13"
says err "annexkit validate ragged.csv tells everything"
check 3 "one unreadable input hinders no other" "$program" digest nowhere.csv annex.csv
lines "$digest  annex.csv"
says err "cannot read nowhere.csv"
check 3 "truncated input has none" bash -c "head -c 5000 annex.json | '$program' digest --from json -"
silent out
says err "<stdin> has no digest: "
exit $failed
