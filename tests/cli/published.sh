#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The published schemas are those that the program writes, and the empty form is one that it reads.
# usage: published.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$(realpath "$1") source=$2
. "$(dirname "$0")/check.sh"

for schema in "$source"/schemas/*.schema.json; do
  id=$(basename "$schema" .schema.json)
  check 0 "all forms of $id" "$program" schema export --schema "$schema" --out-dir "$id"
  diff -r "$source/schemas/$id" "$work/$id" ||
    fail "schemas/$id is stale; annexkit schema export --schema schemas/$id.schema.json --out-dir schemas/$id"
done
check 0 "one form" "$program" schema export --to xsd
same "$source/schemas/eu-morocco-2013/annex.xsd" "$work.out"
check 0 "one form, to a file" "$program" schema export --to csvw -o csvw.json
same "$source/schemas/eu-morocco-2013/annex.csv-metadata.json" "$work/csvw.json"
check 0 "a file is replaced" "$program" schema export --to table-schema -o csvw.json
same "$source/schemas/eu-morocco-2013/annex.table-schema.json" "$work/csvw.json"
check 0 "the published schemas are no declarations" "$program" declarations --schema-dir "$source/schemas"
[ "$(grep -c '^[^ ]' "$work.out")" = 1 ] || fail "there should be one declaration: $(cat "$work.out")"
check 2 "a form that is not there" "$program" schema export --to rng
says err "json-schema-draft-04"
check 2 "no form" "$program" schema export
says err "use --to to name one, or --out-dir for all"
check 2 "a form and a folder" "$program" schema export --to xsd --out-dir all
check 2 "another declaration, by name" "$program" schema export --to xsd --schema nowhere
says err 'there is no schema "nowhere"'
check 2 "several declarations" "$program" template --schema-dir "$source/samples/declarations/coast-2020"
says err "use --schema to name one of coast-2020, eu-morocco-2013"

check 0 "French headings" "$program" template --to csv --lang fr form.csv
printf '\xEF\xBB\xBF%s\n' "Identifiant;Partie;SECTION;Intitulé de la section;OBJECTIF;Texte de l'objectif;Partenaire;Initiative proposée;Organismes responsables" >"$work.fr"
same "$work.fr" "$work/form.csv"
check 0 "English headings" "$program" template --lang en
printf '\xEF\xBB\xBF%s\n' "Identifier,Part,Section,Section heading,Objective,Objective text,Partner,Proposed initiative,Responsible bodies" >"$work.en"
same "$work.en" "$work.out"
check 0 "headings in the language of the locale" env LC_ALL=fr_FR.UTF-8 "$program" template
same "$work.fr" "$work.out"
check 0 "options of the format" \
  "$program" template semi.csv --lang fr --to-option delimiter=';' --to-option encoding=windows-1252 --to-option bom=false
[ "$(iconv -f windows-1252 "$work/semi.csv" | cut -d';' -f4,8)" = "Intitulé de la section;Initiative proposée" ] || fail "semi.csv"
check 1 "the empty form has no initiative, and nothing else is wrong with it" \
  "$program" validate form.csv --schema eu-morocco-2013 --report concise
[ "$(grep -vc 'csv.dialect-assumed' "$work.out")" = 1 ] && grep -q input.no-initiatives "$work.out" || fail "findings: $(cat "$work.out")"
for form in form.csv:utf-8 semi.csv:windows-1252; do
  printf '%s\n' "ma-2013-p1-001;1;mobilite;;1;;UE|FR;Renforcement des moyens consulaires.;" >>"$work/${form%:*}"
  check 0 "the form filled in is an annex" "$program" validate "${form%:*}" --schema eu-morocco-2013 \
    --from-option 'delimiter=;' --from-option encoding="${form#*:}" --fail-on note
done
check 6 "a form is not replaced" "$program" template form.csv
check 0 "a form is replaced where it is said" "$program" template form.csv --lang fr --force
same "$work.fr" "$work/form.csv"
check 2 "a language without titles" "$program" template --lang de
says err 'its languages are en, fr'
check 2 "an option that the format refuses" "$program" template --to-option delimiter='"'
says err 'option "quote" is'
check 2 "an option that the format does not have" "$program" template --to json --to-option bom=true
exit $failed
