#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Holds every form of report and of the coverage, and the page of a rule, in both languages, against the files of golden/, byte by byte. Of the
# page it is the data, and of a saved report what stands before schema and rules.
# usage: golden.sh PROGRAM SOURCE_DIR [update]
# "update" writes the files anew; what `git diff` then says of them is to be read.
set -euo pipefail
program=$(realpath "$1") source=$(realpath "$2") update=${3:-}
# Those with a defect, which the build has made beside the program.
plugins=$(realpath "$(dirname "$program")/../tests/plugins/built/broken")
golden=$source/tests/report/golden
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/made"
cd "$work"

# An error with a hint, words that differ, a table, a mark within a sound text, an input that ends early, and one that is
# clean; beside them one that is not there.
for sample in partner.unknown.json objective.text-differs.json csv.ragged-row.csv text.mojibake.json xml.syntax.xml; do
  cp "$source/samples/invalid/$sample" .
done
sed 's/"EU"/"UE"/' partner.unknown.json >clean.json

for language in en fr; do
  reports=()
  for form in text concise json ndjson sarif junit github gitlab markdown html csv; do
    reports+=(--report "$form=made/$language.$form")
  done
  code=0
  "$program" validate ./*.json ./*.csv ./*.xml nowhere.csv --schema eu-morocco-2013 --lang "$language" "${reports[@]}" \
    2>/dev/null || code=$?
  [ "$code" -eq 3 ] || { echo "validate: exit code $code"; exit 1; }
  sed -n 's|^<script type="application/json" id="data">\(.*\)</script>$|\1|p' "made/$language.html" >"made/$language.html.data"
  rm "made/$language.html"
  sed -i '/^  "schemas": \[/,$d' "made/$language.json"
  for form in text csv json svg; do
    "$program" coverage partner.unknown.json --schema eu-morocco-2013 --lang "$language" --format "$form" --fail-on never \
      >"made/$language.coverage.$form" 2>/dev/null
  done
  "$program" rules json.not-an-initiative --lang "$language" >"made/$language.rule"
done

# What is said of each rule, in the sample that breaks it.
cd "$source/samples/invalid"
for language in en fr; do
  for sample in *; do
    rule=${sample%.*} arguments=(validate "$sample")
    case "$sample" in README.md | *.args) continue ;; esac
    if [ -e "$rule.args" ]; then read -ra arguments <"$rule.args"; fi
    path=
    case "$rule" in plugin.*) path=$plugins ;; esac
    { ANNEXKIT_PLUGIN_PATH=$path "$program" "${arguments[@]}" --report ndjson --lang "$language" 2>&1 || true; } |
      sed -n 's/.*"type":"finding","rule":"\([^"]*\)".*"message":"\(\([^"\]\|\\.\)*\)",\("hint":"\(\([^"\]\|\\.\)*\)"\)\?.*/\1: \2\n    \5/p' | sed '/^ *$/d'
  done >"$work/made/$language.messages"
done
cd "$work"

if [ "$update" = update ]; then
  rm -rf "$golden"
  cp -r made "$golden"
  exit
fi
diff -ru "$golden" made
