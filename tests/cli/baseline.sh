#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Findings that are known pass, until their last day; new ones fail.
# usage: baseline.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
validate() { local code=$1 title=$2; shift 2; check "$code" "$title" "$program" validate --lang en "$@"; }
samples=$source/samples/eu-morocco-2013
# An error in initiative 3.
sed '/"id": "ma-2013-p1-003"/,/"objective"/s/"objective": [0-9]*/"objective": 99/' "$samples/annex.json" >"$work/annex.json"

validate 1 "the error" annex.json
validate 0 "what is found is known from now on" annex.json --write-baseline known.json
says out "1 error, 68 warnings"
says err "known.json: findings that are known from now on: 69"
validate 0 "and passes" annex.json --baseline known.json
says out "0 errors, 0 warnings, 0 notes, 69 in the baseline"
convert 0 "so that an output is written" annex.json out.xml --baseline known.json

validate 1 "a report without it" annex.json --report json=old.json
validate 0 "and one with it" annex.json --baseline known.json --report json=new.json
check 0 "a comparison does not take what is known for gone" "$program" report --lang en --compare old.json new.json
says out "gone: 0 findings"
says out "which findings are gone: 69 in the baseline, not listed"

# By initiative, field and rule: neither the format nor rows that come and go change it.
convert 1 "another format" annex.json annex.csv --on-invalid keep
sed -i '20d' "$work/annex.csv"
validate 0 "with a row less, which is known all the same" annex.csv --baseline known.json
says out "0 errors, 0 warnings"
sed '/"id": "ma-2013-p1-004"/,/"objective"/s/"objective": [0-9]*/"objective": 98/' "$work/annex.json" >"$work/new.json"
validate 1 "a new one fails" new.json --baseline known.json
says out "there is no objective \"98\""
says out "1 error, 0 warnings, 0 notes, 69 in the baseline"

# A waiver: a reason, and a day after which it fails again.
sed '/objective.unknown/s/}/,"reason":"asked in May","until":"2026-06-30"}/' "$work/known.json" >"$work/waived.json"
export SOURCE_DATE_EPOCH=1782777600 # 30 June 2026
validate 0 "on its last day" annex.json --baseline waived.json
silent err
SOURCE_DATE_EPOCH=1782864000 validate 1 "a day later" annex.json --baseline waived.json
says out "there is no objective \"99\""
says err "waived.json: waivers that count no more, since their last day has passed: 1"
validate 0 "written anew, it keeps its reason" annex.json --write-baseline waived.json
grep -q '"reason":"asked in May","until":"2026-06-30"' "$work/waived.json" || fail "the reason is lost"
sed '/"id": "ma-2013-p1-003"/,/"objective"/s/"objective": 99/"objective": 3/' "$work/annex.json" >"$work/mended.json"
validate 0 "and goes when its finding is gone" mended.json --write-baseline waived.json
if grep -q "asked in May" "$work/waived.json"; then fail "the waiver is still there"; fi

# Fields that are missing are known by their names: where one more is, that is new.
head -2 "$source/samples/invalid/record.incomplete.csv" >"$work/merged.csv"
echo "ma-2013-p1-002,1,,,UE,Un autre.,eu-morocco-2013" >>"$work/merged.csv"
validate 0 "fields that are missing" merged.csv --write-baseline merged.json
validate 0 "are known" merged.csv --baseline merged.json
validate 1 "but not where others are, too" merged.csv "$source/samples/invalid/record.incomplete.csv" --baseline merged.json
says out "error: section, objective, partners are missing"
says out "2 files: 4 initiatives, 1 error"

# What is known of a heading makes no row invalid.
printf 'id,part,section,objective,initiative,annex.declaration\nma-2013-p1-001,1,mobilite,1,Un texte.,eu-morocco-2013\n' >"$work/narrow.csv"
validate 0 "a column that is missing" narrow.csv --write-baseline narrow.json
convert 0 "is known" narrow.csv narrow.ndjson --baseline narrow.json
grep -q "ma-2013-p1-001" "$work/narrow.ndjson" || fail "the initiative without the column is not written"
coast=$source/samples/declarations/coast-2020/coast-2020.schema.json
cp "$source/samples/invalid/heading.not-allowed.csv" "$work/wide.csv"
validate 0 "a column that is not allowed" wide.csv --schema "$coast" --write-baseline wide.json
convert 0 "is known, too" wide.csv wide.ndjson --schema "$coast" --baseline wide.json
grep -q "coast-01" "$work/wide.ndjson" || fail "the initiative with the column is not written"

# A finding on the annex as a whole is known by what it names.
cp "$samples/annex.json" "$work/whole.json"
whole() { local code=$1 title=$2; shift 2; validate "$code" "$title" "$@" --whole-annex --select annex --fail-on note; }
whole 0 "what an annex lacks is known" whole.json --write-baseline lacks.json
grep -F '{"rule":"annex.signatory-without-initiative","excerpt":"MA"}' "$work/lacks.json" >"$work.found" ||
  fail "the entry does not say which signatory"
whole 0 "and passes" whole.json --baseline lacks.json
sed 's/"PT"/"UE"/' "$work/whole.json" >"$work/without.json"
whole 1 "one more signatory that it lacks is new" without.json --baseline lacks.json
says out 'note: "PT" proposes no initiative'
says out "0 errors, 0 warnings, 1 note, 15 in the baseline"
sed 's/,"excerpt":"[^"]*"//' "$work/lacks.json" >"$work/unnamed.json"
whole 1 "an entry that names none knows none" whole.json --baseline unnamed.json

# What tells of a loss is never known.
cp "$source/samples/invalid/csv.ragged-row.csv" "$work/"
validate 1 "a loss fails" csv.ragged-row.csv --write-baseline loss.json
printf '{"annexkit_baseline": 1, "findings": [{"rule": "csv.ragged-row", "initiative": "%s"}]}' \
  "$(sed -n 's/^ *"initiative":"\([^"]*\)".*/\1/p' "$work/loss.json" | head -1)" >"$work/forged.json"
validate 1 "whatever the baseline says" csv.ragged-row.csv --baseline forged.json
says out "csv.ragged-row"

validate 2 "no baseline" annex.json --baseline annex.json
says err "annex.json is no baseline: it has no \"annexkit_baseline\": 1"
validate 2 "which is not replaced" annex.json --write-baseline annex.json
says err "the output annex.json would replace the input"
printf '{"annexkit_baseline": 1, "findings": [{"rule": "id.duplicate", "until": "June"}]}' >"$work/bad.json"
validate 2 "no day" annex.json --baseline bad.json
says err 'bad.json is no baseline: /findings/0/until is "June", which is no date YYYY-MM-DD'
printf '{"annexkit_baseline": 1, "findings": [{"until": "2026-06-30"}]}' >"$work/bad.json"
validate 2 "no rule" annex.json --baseline bad.json
says err "bad.json is no baseline: /findings/0 names no rule"
printf '{"annexkit_baseline": 1,\n "findings": [}' >"$work/bad.json"
validate 2 "no JSON" annex.json --baseline bad.json
says err "bad.json is no baseline: at 2:15: it is no JSON: this is no value of JSON"
# refused ENTRY MESSAGE [HINT]
refused() {
  printf '{"annexkit_baseline": 1, "findings": [%s]}' "$1" >"$work/bad.json"
  validate 2 "$1" annex.json --baseline bad.json
  says err "bad.json is no baseline: $2"
  says err "  hint: $3"
}
refused '{"rule": "partner.unknwon"}' '/findings/0: there is no rule "partner.unknwon"' 'the nearest is "partner.unknown"'
refused '{"rule": "id.duplicate", "reson": "x"}' '/findings/0 has a member "reson", which is not known' 'the nearest is "reason"'
refused '{"rule": "id.duplicate", "initiative": 3}' '/findings/0/initiative is no text' 'write one with'
refused '{"rule": "id.duplicate"}], "finding": [' 'it has a member "finding", which is not known' 'the nearest is "findings"'
refused '{"rule": "id.duplicate", "reason": "x", "until": "28/11/2026"}' '/findings/0/until is "28/11/2026"' 'write a date such as'
refused '{"rule": "id.duplicate", "reason": "x"}' '/findings/0 has a reason without a day' 'give the other one too'
refused '{"rule": "id.duplicate", "initiative": "a", "initiative": "b"}' '/findings/0 has the member "initiative" twice' 'keep the one'
refused '{"rule": "id.duplicate"}], "findings": [{"rule": "id.malformed"}' 'it has the member "findings" twice' 'keep the one'
refused '{"rule": "id.duplicate", "initiative": "\udeee"}' 'at 1:79: it is no JSON: the text has an escape' 'write one with'
refused '{"rule": "id.duplicate", "initiative": "\udeee\ud83d"}' 'at 1:79: it is no JSON: the text has an escape' 'write one with'
printf '{"annexkit_baseline": 1, "findings": []}\0{"more": 1}' >"$work/bad.json"
validate 2 "something behind a NUL" annex.json --baseline bad.json
says err "bad.json is no baseline: at 1:41: it is no JSON: something stands behind the value"
printf '\273{"annexkit_baseline": 1, "findings": []}' >"$work/bad.json"
validate 2 "a part of a byte order mark" annex.json --baseline bad.json
says err "bad.json is no baseline: at 1:1: it is no JSON: this is no value of JSON"
refused '3' '/findings/0 names no rule' 'write one with'
convert 2 "a conversion refuses it, too" annex.json refused.xml --baseline bad.json
validate 2 "and nothing is written over it" annex.json --write-baseline bad.json
says err "bad.json is no baseline: /findings/0 names no rule"
validate 3 "no file" annex.json --baseline none.json
exit $failed
