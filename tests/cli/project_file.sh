#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# annexkit.toml: found from the inputs upward, below the command line, and shown.
# usage: project_file.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
validate() { local code=$1 title=$2; shift 2; check "$code" "$title" "$program" validate "$@"; }
settings() { printf '%s\n' "$@" >"$work/project/annexkit.toml"; }
mkdir -p "$work/project/2026/may" "$work/other"
annex=project/2026/may/annex.json
cp "$source/samples/eu-morocco-2013/annex.json" "$work/$annex"
cp "$work/$annex" "$work/other/"

settings 'fail-on = "warning"' 'lang = "en"' 'ignore = ["section"]' '[severity]' '"objective.text-differs" = "note"'
validate 0 "found above the file" $annex
says out "0 errors, 0 warnings, 30 notes"
validate 0 "and above a folder" project/2026
says out "0 warnings, 30 notes"
validate 1 "the command line goes before it" $annex --severity objective=warning
says out "30 warnings"
validate 0 "one list replaces the other" $annex --ignore objective --fail-on error
says out "38 warnings, 0 notes"
validate 0 "elsewhere there is none" other/annex.json --lang en
says out "68 warnings"
validate 0 "unless it is named" other/annex.json --config project/annexkit.toml
says out "30 notes"
validate 0 "none is used" $annex --no-config --lang en
says out "68 warnings"
check 0 "standard input belongs to the working folder" sh -c "cd project && '$program' validate - <2026/may/annex.json"
says out "30 notes"
convert 0 "what is written does not count" other/annex.json project/out.xml --lang en
says err "68 warnings"
convert 0 "what is read does" $annex other/out.xml
says err "30 notes"
validate 2 "inputs of two projects" $annex other/annex.json
says err "$annex and other/annex.json have not the same settings: project/annexkit.toml, no annexkit.toml"
validate 0 "with one that is named" $annex other/annex.json --config project/annexkit.toml

validate 0 "a baseline below the file" $annex --no-config --write-baseline project/known.json
settings 'baseline = "known.json"' 'lang = "en"'
validate 0 "is found there" $annex
says out "0 warnings, 0 notes, 68"

settings 'lang = "fr"' 'from-option = { max-depth = "9" }' 'whole-annex = true' 'max-record-bytes = 5000000'
validate 0 "shown" $annex --show-config --fail-on never
diff - "$work.out" <<'END' || failed=1
# project/annexkit.toml
# schema is not set
schema-dir = [] # default
# from is not set
from-option = { max-depth = '9' } # annexkit.toml
select = [] # default
ignore = [] # default
severity = {} # default
fail-on = 'never' # command line
# baseline is not set
whole-annex = true # annexkit.toml
lang = 'fr' # annexkit.toml
max-record-bytes = 5000000 # annexkit.toml
limit = {} # default
END
cp "$work.out" "$work/other/annexkit.toml"
validate 0 "and readable again" other/annex.json --show-config
says out "fail-on = 'never' # annexkit.toml"
rm "$work/other/annexkit.toml"

# refused CONTENT MESSAGE
refused() {
  settings "$1"
  validate 2 "refused: $1" $annex
  says err "project/annexkit.toml, $2"
}
refused 'ignored = ["x"]' 'line 1, column 11: there is no setting "ignored"'
refused 'ignore = "section"' 'line 1, column 10: ignore must be a list of texts, such as ["text"]'
refused 'fail-on = 3' 'line 1, column 11: fail-on must be a text in quotes'
refused 'fail-on = "bad"' 'line 1, column 11: --fail-on is "bad", but must be one of note,warning,error,never'
refused 'whole-annex = "yes"' 'line 1, column 15: whole-annex must be true or false'
refused 'severity = { text = 3 }' 'line 1, column 21: there is no severity "3"'
refused 'limit = 3' 'line 1, column 9: limit must be a table of texts or whole numbers, such as { "name" = "value" }'
refused 'limit = { findings = 1.5 }' 'line 1, column 22: limit must be a table of texts or whole numbers'
refused 'lang = "en" x' 'line 1, column 13: it is no TOML: Error while parsing'
refused 'max-record-bytes = -1' 'line 1, column 20: --max-record-bytes is "-1", but must be from 1 to'
refused 'schema = "../schemas/x.json"' 'line 1, column 10: schema is "../schemas/x.json", which is not below the folder of the file'
ln -sfn / "$work/project/root"
ln -sf /etc/passwd "$work/project/link.json"
refused 'baseline = "link.json"' 'line 1, column 12: baseline is "link.json", which is not below the folder of the file'
refused 'schema-dir = ["root/etc"]' 'line 1, column 15: schema-dir is "root/etc", which is not below the folder of the file'
rm "$work/project/root" "$work/project/link.json"
mkfifo "$work/project/pipe.json"
refused 'baseline = "pipe.json"' 'line 1, column 12: baseline is "pipe.json", which is no file'
refused 'schema = "pipe.json"' 'line 1, column 10: schema is "pipe.json", which is no file'
rm "$work/project/pipe.json"
refused 'baseline = "/etc/passwd"' 'line 1, column 12: baseline is "/etc/passwd", which is not below the folder of the file'
refused 'schema = "eu-maroc"' 'line 1, column 10: there is no schema "eu-maroc"'
refused 'ignore = ["sektion"]' 'line 1, column 11: there is no rule "sektion"'
says err 'hint: the nearest is "section"; annexkit rules lists them all'
refused 'severity = { "text.mojibake" = "bad" }' 'line 1, column 32: there is no severity "bad"'
# Each value at its own line.
refused $'[severity]\n"text.mojibake" = "note"\n"partner.unknown" = "warn"' 'line 3, column 21: there is no severity "warn"'
refused $'[severity]\n"text.mojibake" = "note"\n"partner.unknwon" = "note"' 'line 3, column 21: there is no rule "partner.unknwon"'
refused $'select = ["text"]\nignore = [\n"text.mojibake",\n"mojibake"]' 'line 4, column 1: there is no rule "mojibake"'
says err 'hint: the nearest is "text.mojibake"'
# in_french CONTENT MESSAGE: as refused.
in_french() {
  settings "$1"
  validate 2 "in French: $1" $annex --lang fr
  says err "project/annexkit.toml, $2"
}
in_french 'select = [' 'ligne 1, colonne 12 : ce n'"'"'est pas du TOML, l'"'"'analyseur dit : « Error while parsing array'
in_french 'fail-on = "bad"' 'ligne 1, colonne 11 : --fail-on vaut « bad », mais doit être l'"'"'un de note,warning,error,never'
in_french 'max-record-bytes = -1' 'ligne 1, colonne 20 : --max-record-bytes vaut « -1 », mais doit être de 1 à'
in_french 'limit = { findings = 1.5 }' 'ligne 1, colonne 22 : limit doit être une table de textes ou de nombres entiers'
settings 'limit = { records = 3 }' 'lang = "en"'
validate 3 "a whole number as it stands" $annex
says out "[limit.records]"
settings 'ignore = ["text"]'
validate 2 "a rule of the command line that is not there" $annex --select sektion
says err 'error: there is no rule "sektion"'
validate 2 "a file that is not there" $annex --config none.toml
says err "cannot read the settings none.toml"
validate 2 "a folder" $annex --config project
says err "cannot read the settings project"
ln -sf nowhere "$work/project/annexkit.toml"
validate 2 "a link that leads nowhere is not passed over" $annex
says err "cannot read the settings project/annexkit.toml"
rm "$work/project/annexkit.toml"
# Each part of a key is a table within another.
deep() { printf 'a%.0s' $(seq "$1") | sed 's/a/a./g; s/.$/ = 1\n/' >"$work/project/annexkit.toml"; }
deep 8190
validate 2 "a key of many parts" $annex
says err 'there is no setting "a"'
deep 100000
validate 2 "and of too many" $annex
says err "project/annexkit.toml: it has more than 16384 bytes"
exit $failed
