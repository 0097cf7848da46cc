#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Reports as a user asks for them: several at once, in files, saved, shown again, compared; and the coverage.
# usage: reports.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2 failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$source/samples/invalid/partner.unknown.json" "$source/samples/eu-morocco-2013/annex.csv" "$work"

# check CODE TITLE COMMAND...: runs it in $work, keeps its output in $work/out and $work/err.
check() {
  local wanted=$1 title=$2 code=0
  shift 2
  (cd "$work" && "$@" >"$work/out" 2>"$work/err") || code=$?
  [ "$code" -eq "$wanted" ] || fail "$title: exit code $code, wanted $wanted: $(cat "$work/err")"
}
fail() { echo "$*"; failed=1; }
says() { grep -qF -- "$2" "$work/$1" || fail "$1 lacks: $2 (it has: $(head -c 300 "$work/$1"))"; }
silent() { [ ! -s "$work/$1" ] || fail "$1 should be empty, and has: $(head -c 300 "$work/$1")"; }
absent() { [ ! -e "$work/$1" ] || fail "$1 is there"; }

check 1 "people's text is the default" "$program" validate partner.unknown.json
cat >"$work/wanted" <<'TEXT'
partner.unknown.json

error: "EU" is no signatory [partner.unknown]
  line 13, column 21, initiative ma-2013-p1-001, field partners
    /initiatives/0/partners/0
   13 |       "partners": ["EU"],
      |                     ^^
  hint: the nearest code is "UE"

partner.unknown.json: 1 initiative, 1 error, 0 warnings, 0 notes (json, utf-8,
    eu-morocco-2013)
       1  partner.unknown  error
  hint: annexkit fix --diff shows what of it can be mended
  not checked: the annex as a whole (annexkit validate --whole-annex)
TEXT
cmp -s "$work/out" "$work/wanted" || fail "the text is not as wanted: $(diff "$work/wanted" "$work/out")"

check 1 "one run writes several reports" "$program" validate partner.unknown.json --report concise \
  --report json=a.json --report sarif=a.sarif --report html=a.html
says out 'partner.unknown.json:13:21: error: "EU" is no signatory [partner.unknown]'
says a.json '"annexkit_report": 1'
says a.sarif '"version": "2.1.0"'
says a.html '<!doctype html>'
silent err
check 1 "with files alone the totals go to standard error" "$program" validate partner.unknown.json --report json=a.json
silent out
says err "partner.unknown.json: 1 initiative, 1 error"

check 2 "two reports cannot share the standard stream" "$program" validate annex.csv --report json --report csv
says err "only one report can go to the standard stream"
check 2 "an unknown form" "$program" validate annex.csv --report pdf=a.pdf
says err 'there is no report form "pdf"'
absent a.pdf
check 2 "a report never replaces an input" "$program" validate annex.csv --report csv=./annex.csv
says err "would replace an input"
says annex.csv "ma-2013-p1-001"
check 2 "two reports in one file" "$program" validate annex.csv --report json=a.out --report csv=./a.out
says err "the report ./a.out would replace another report"
absent a.out
check 2 "a report in place of the output" "$program" convert annex.csv new.xml --report "json=$work/new.xml"
says err "would replace an output"
absent new.xml
mkdir "$work/many"
check 2 "a report in place of one of many outputs" "$program" convert annex.csv --out-dir many --to xml \
  --report json=many/../many/annex.xml
check 2 "a report in place of the manifest" "$program" convert annex.csv --out-dir many --to xml \
  --resume many.ndjson --report ndjson=many.ndjson
absent many/annex.xml
absent many.ndjson
check 2 "the coverage never replaces its input" "$program" coverage annex.csv -o "$work/../$(basename "$work")/annex.csv"
says err "would replace the input"
says annex.csv "ma-2013-p1-001"
check 0 "devices are no files that are replaced" "$program" validate annex.csv --report json=/dev/null --report csv=/dev/null
check 0 "- is the standard stream" "$program" validate annex.csv --report concise=-
says out "annex.csv:17:57: warning:"
absent -
check 6 "a report that cannot be written" "$program" validate annex.csv --report json=nowhere/a.json
check 3 "an input that is not there is in the report" "$program" validate nowhere.csv annex.csv --report ndjson
says out '{"type":"error","source":"nowhere.csv","message":"cannot read nowhere.csv'
says out '"type":"summary","source":"annex.csv"'
says err "annexkit: error: cannot read nowhere.csv"
check 6 "a full disk" bash -c "'$program' validate annex.csv --report text --report json=good.json --report csv=/dev/full >/dev/full"
says good.json '"annexkit_report": 1'
[ "$(grep -c "No space left" "$work/err")" -eq 1 ] || fail "the full disk is not told once: $(cat "$work/err")"
check 6 "a report that cannot be told takes no output with it" bash -c "'$program' convert annex.csv new.xml 2>/dev/full"
says new.xml "ma-2013-p1-001"
check 0 "a reader that has seen enough takes no file with it" \
  bash -c "'$program' validate annex.csv --report text --report json=good2.json | head -c 1"
says good2.json '"annexkit_report": 1'

# What is meant for a closed stream must not go into a file that was opened instead.
for closed in '>&-' '2>&-' '<&- >&- 2>&-'; do
  (cd "$work" && eval "'$program' validate annex.csv --report text --report json=closed.json --report html=closed.html $closed") \
    >/dev/null 2>&1 || true
  check 0 "the report of a run with $closed is whole" "$program" report closed.json
  [ "$(head -c 15 "$work/closed.html")" = "<!doctype html>" ] || fail "with $closed the page begins: $(head -c 60 "$work/closed.html")"
  (cd "$work" && eval "'$program' convert annex.csv closed.xml --force $closed") >/dev/null 2>&1 || true
  check 0 "so is the output" "$program" validate closed.xml
done
check 6 "a closed stream is told as an output that failed" bash -c "'$program' validate annex.csv >&-"

check 0 "no colour where there is no terminal" "$program" validate annex.csv
! grep -q $'\x1b' "$work/out" || fail "there are escape sequences"
check 0 "colour where it is asked for" "$program" validate --color always annex.csv
grep -q $'\x1b\[1;33mwarning:' "$work/out" || fail "there is no colour"
check 0 "NO_COLOR on a terminal" env NO_COLOR=1 script -qec "'$program' validate annex.csv" /dev/null
! grep -q $'\x1b' "$work/out" || fail "NO_COLOR is not heeded"
check 0 "a terminal has colours" env -u NO_COLOR TERM=xterm script -qec "'$program' validate annex.csv" /dev/null
grep -q $'\x1b' "$work/out" || fail "a terminal should have colours"

check 0 "a report is saved" "$program" validate annex.csv --report json=saved.json
check 0 "the text of now" "$program" validate annex.csv --lang fr
cp "$work/out" "$work/now"
rm "$work/annex.csv"
check 0 "and is shown again without the input, in the other language" "$program" report saved.json --lang fr
cmp -s "$work/out" "$work/now" || fail "the text differs: $(diff "$work/now" "$work/out" | head)"
check 0 "in another form" "$program" report saved.json --to html=again.html --to csv=list.csv --lang fr
says again.html "constat"
says list.csv "Fichier;Gravité;Règle;Initiative;Champ"
says list.csv "Intitulé de la section"
check 0 "from standard input" bash -c "'$program' report - --to concise <saved.json"
says out "annex.csv:17:57: warning:"
check 1 "with the verdict of another level" "$program" report saved.json --fail-on warning
check 3 "a report of what could not be read" "$program" validate nowhere.csv --report json=nowhere.json
check 3 "tells so again" "$program" report nowhere.json
says out "error: cannot read nowhere.csv"
silent err
check 3 "what is no saved report" "$program" report list.csv
says err "is no saved report"
check 2 "no saved report at all" "$program" report
cp "$source/samples/eu-morocco-2013/annex.csv" "$work"

sed '/^ma-2013-p1-016/d; s/^ma-2013-p1-001,1,mobilite/ma-2013-p1-001,1,mobilité/' "$work/annex.csv" >"$work/revised.csv"
check 1 "a revised annex" "$program" validate revised.csv --report json=revised.json
check 1 "is compared with the old one" "$program" report --compare saved.json revised.json
says out "new: 1 finding"
says out 'revised.csv:2:18: error: "mobilité" is no section of the declaration [section.unknown]'
says out "gone: 2 findings"
says out "still there: 66 findings"
check 0 "new findings that do not count" "$program" report --compare saved.json revised.json --fail-on never
check 1 "as JSON" "$program" report --compare saved.json revised.json --to json
says out '{"annexkit_comparison":1,"new":[{"rule":"section.unknown"'
[ "$(sed 's/.*"remaining":\[//; s/\],"not_checked".*//' "$work/out" | grep -o '"rule":' | wc -l)" -eq 66 ] ||
  fail "66 findings should remain"

check 0 "an annex judged as a whole" "$program" validate annex.csv --whole-annex --report json=whole.json --report junit=whole.xml
says whole.json '"options": {"whole_annex":true,"max_record_bytes":67108864,"from_options":{}}'
says whole.json '"dialect":{"delimiter":",","encoding":"utf-8","header":"true","list-separator":"|","quote":"\""}'
says whole.json '"arguments":{"objective":'
says whole.xml '<testcase classname="annex.csv" name="annex.objectives-apart" />'
check 0 "and as a submission" "$program" validate annex.csv --report json=saved.json --report junit=saved.xml
says saved.json '"not_checked": {"en":["the annex as a whole (annexkit validate --whole-annex)"]'
says saved.xml '<skipped>the annex as a whole (annexkit validate --whole-annex)</skipped>'
check 0 "what was not asked for is not gone" "$program" report --compare whole.json saved.json
says out "gone: 0 findings"
says out "not checked: 15 findings"
says out "  annex.csv: the annex as a whole (annexkit validate --whole-annex)"
tr ',' ';' <"$work/annex.csv" >"$work/other.csv"
check 1 "another delimiter is in the report" "$program" validate other.csv --report json=other.json
says other.json '"dialect":{"delimiter":";"'
mkdir -p "$work/sub/folder"
cp "$work/annex.csv" "$work/sub/folder/annex.csv"
check 0 "a file has one name" "$program" validate "$work/./sub//folder/../folder/annex.csv" --report concise --report json=near.json \
  --report sarif=near.sarif
says out "sub/folder/annex.csv:17:"
! grep -q "^/" "$work/out" || fail "the name depends on the machine"
check 0 "from another folder, too" bash -c "cd sub && '$program' report ../near.json --to sarif=../again.sarif"
cmp -s "$work/near.sarif" "$work/again.sarif" || fail "another folder gives another report"
check 0 "several files are summed up" "$program" validate annex.csv sub
says out "2 files: 210 initiatives, 0 errors, 136 warnings, 0 notes"

check 3 "a report on what is not there" "$program" validate nowhere.csv --report json=nowhere.json
check 3 "mends nothing" "$program" report --compare saved.json nowhere.json
says out "gone: 0 findings"
says out "not checked: 68 findings"
says out "error: cannot read nowhere.csv"
check 3 "nor as JSON" "$program" report --compare saved.json nowhere.json --to json
says out '"gone":[],"remaining":[],"not_checked":[{"rule"'
says out '"gaps":[{"source":"nowhere.csv","message":"cannot read nowhere.csv'
check 0 "two files" "$program" validate annex.csv revised.csv --report json=two.json --fail-on never
check 0 "are not checked where the new report lacks one" "$program" report --compare two.json saved.json
says out "revised.csv: the file, which the new report does not have"

check 0 "the coverage" "$program" coverage annex.csv
says out "8 of 37 objectives without an initiative"
check 0 "of one part, as csv" "$program" coverage --part 1 --format csv annex.csv
says out "Section,Objective,MA,UE,DE,BE,ES,FR,IT,NL,PT,SE,UK,Total"
says out "Total,,0,22,3,3,7,5,3,9,6,1,1,60"
check 0 "as json" "$program" coverage --format json annex.csv
says out '"initiatives": 105'
check 0 "as a picture, in a file" "$program" coverage --format svg -o coverage.svg annex.csv
says coverage.svg "<svg"
for named in table.csv table.json table.SVG table.txt; do
  check 0 "in the form that the name tells" "$program" coverage annex.csv -o "$named"
done
says table.csv "Section,Objective,MA,"
says table.json '"initiatives": 105'
says table.SVG "<svg"
says table.txt "8 of 37 objectives without an initiative"
check 0 "or the one that is asked for" "$program" coverage annex.csv --format json -o asked.csv
says asked.csv '"initiatives": 105'
check 0 "an objective whose only partner is unknown is not empty" "$program" coverage partner.unknown.json --fail-on never
says out "36 of 37 objectives without an initiative"
says out "outside the matrix: 1 initiative"
check 1 "and the rules on the whole annex agree" "$program" validate partner.unknown.json --whole-annex --report ndjson
[ "$(grep -c annex.objective-without-initiative "$work/out")" -eq 36 ] || fail "not 36 objectives lack an initiative"
check 2 "of a part that is not there" "$program" coverage --part 3 annex.csv
says err "the parts are 1, 2"
check 3 "of what cannot be read" bash -c "head -c 5000 '$source/samples/eu-morocco-2013/annex.json' | '$program' coverage --from json -"
silent out
says err "no coverage of <stdin>: it could not be read to its end"
check 0 "one is no several" "$program" convert annex.csv --out-dir many --to xml
says err "1 file: 1 done, 0 with findings, 0 failed; 105 initiatives read, 105 written; 0 errors, 68 warnings, 0 notes"
mkdir "$work/odd"
cp "$work/partner.unknown.json" "$work/odd/m"$'\xE9'".json"
check 1 "a file name that is no UTF-8" "$program" validate odd --report json=odd.json --report ndjson
says out '"source":"odd/m\\u{E9}.json"'
check 1 "is saved so that it is shown again" "$program" report odd.json --to concise
says out 'odd/m\u{E9}.json:13:21: error:'
check 1 "a saved report" "$program" validate partner.unknown.json --report json=first.json
check 1 "is saved again as it is" "$program" report first.json --to json=second.json
cmp -s "$work/first.json" "$work/second.json" || fail "a saved report changes when it is saved again"
check 1 "JUnit, at once" "$program" validate partner.unknown.json --report junit=first.xml
check 1 "and from what was saved" "$program" report first.json --to junit=second.xml
cmp -s "$work/first.xml" "$work/second.xml" || fail "JUnit differs when it is made of a saved report"
exit $failed
