#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Says which rules are asked, and how grave they are.
# usage: selection.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
annex=annex.json
cp "$source/samples/eu-morocco-2013/annex.json" "$work/"
validate() { local code=$1 title=$2; shift 2; check "$code" "$title" "$program" validate --lang en "$@"; }

validate 0 "all rules" "$annex"
says out "0 errors, 68 warnings, 0 notes"
validate 0 "an id is ignored" "$annex" --ignore section.heading-differs
says out "0 errors, 30 warnings, 0 notes"
says out "not checked: the rules that are switched off: section.heading-differs"
validate 0 "a family, and a rule" "$annex" --ignore section,objective.text-differs
says out "0 errors, 0 warnings, 0 notes"
validate 0 "one family alone" "$annex" --select objective
says out "0 errors, 30 warnings, 0 notes"
says out "and "
validate 0 "the longest name counts" "$annex" --select objective.text-differs --ignore objective
says out "0 errors, 30 warnings"
validate 0 "of two that are as long, the rule is ignored" "$annex" --select objective --ignore objective
says out "0 errors, 0 warnings"
validate 1 "as grave as it is made" "$annex" --severity objective.text-differs=error
says out "30 errors, 38 warnings"
validate 0 "and as mild" "$annex" --severity objective=error --severity objective.text=note --severity section=off
says out "0 errors, 0 warnings, 30 notes"

# What is switched off does not count for an output either.
sed 's/"objective": 3,/"objective": 99,/' "$work/$annex" >"$work/in.json"
convert 1 "an error stops the output" in.json out.xml
absent "$work/out.xml"
convert 0 "which it does not when it is off" in.json out.xml --ignore objective.unknown
convert 0 "nor when it is a warning" in.json warned.xml --severity objective.unknown=warning
same "$work/out.xml" "$work/warned.xml"

validate 2 "a rule that is not there" "$annex" --ignore objective.text-diffs
says err 'there is no rule "objective.text-diffs"'
says err 'the nearest is "objective.text-differs"'
validate 2 "a name ends where a word does" "$annex" --select obj
says err 'there is no rule "obj"'
validate 2 "no rule" "$annex" --ignore ""
validate 2 "a level that is not there" "$annex" --severity text=fatal
says err 'there is no severity "fatal"'
validate 2 "no level" "$annex" --severity text
says err '--severity "text" is not RULE=LEVEL'

# What one finding implies is told by another one where the first is not asked.
cp "$source/samples/invalid/annex.objectives-apart.json" "$work/apart.json"
apart() { local title=$1; shift; validate 0 "$title" apart.json --whole-annex --schema "$source/samples/declarations/coast-2020/coast-2020.schema.json" "$@"; }
apart "objectives that belong together are told once"
says out "0 errors, 0 warnings, 1 note"
says out "objective 1 has initiatives, but 4 has none"
apart "and so is the one that lacks initiatives, where the other is off" --ignore annex.objectives-apart
says out "objective 4 has no initiative"
apart "or less grave" --severity annex.objective-without-initiative=warning
says out "0 errors, 1 warning, 1 note"

# What tells of a loss is never silent.
ragged=csv.ragged-row.csv
cp "$source/samples/invalid/$ragged" "$work/"
validate 2 "a rule that tells of a loss" "$ragged" --ignore csv.ragged-row
says err "csv.ragged-row cannot be switched off"
validate 2 "which cannot be milder either" "$ragged" --severity csv.ragged-row=note
validate 1 "and does not go with its family" "$ragged" --ignore csv
says out "csv.ragged-row"
validate 1 "nor when others are selected" "$ragged" --select text
says out "csv.ragged-row"
convert 0 "losses stay" annex.json out.ndjson --ignore loss
says err "loss.head"

# A graver rule hides nothing that is told beside it.
printf '%s\n' id,part,section,objective,partners,initiative 'ma-2013-p1-001,1,mobilite,1,XX,=A1' >"$work/formula.csv"
formula() { validate 1 "a formula, $1" formula.csv --schema eu-morocco-2013 --severity "csv.formula=$1"; }
formula warning
says out "[partner.unknown]"
formula error
says out "[partner.unknown]"
says out "[csv.formula]"

# Machine forms tell it too.
validate 0 "in a saved report" "$annex" --ignore section,objective --report json=saved.json
grep -q '"switched_off":\["objective.outside-section","objective.text-differs"' "$work/saved.json" || fail "the saved report does not say what was off"
validate 0 "in the old report" "$annex" --report json=old.json
check 0 "a comparison does not take what was not asked for gone" "$program" report --lang en --compare old.json saved.json
says out "not checked"
validate 0 "in junit" "$annex" --ignore section.heading-differs --report junit
says out "which is switched off"
exit $failed
