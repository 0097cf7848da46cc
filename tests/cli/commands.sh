#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the program as a user would and compares what it says and does, exit codes included.
# usage: commands.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
annex=$source/samples/eu-morocco-2013/annex.json

check 0 "the real annex has warnings only" "$program" validate - <"$annex"
says out "105 initiatives, 0 errors, 68 warnings, 0 notes"
says out "38  section.heading-differs"
check 1 "warnings fail where asked for" "$program" validate --fail-on warning "$annex"
check 0 "the report speaks French" "$program" validate --lang fr - <"$annex"
says out "105 initiatives, 0 erreur, 68 avertissements"

check 0 "what stands below the options is broken once" "$program" plugin check --help
says out "prints fails that check and no other. The plugin itself is run with your rights."

check 0 "json comes back as the same bytes" "$program" convert "$annex" a.json
same "$annex" "$work/a.json"
check 2 "an option that the format refuses is wrong usage" "$program" convert "$annex" a.xml --to-option indent=99
absent "$work/a.xml"
check 0 "more threads than processors say nothing of it" "$program" convert "$annex" many.xml --jobs 64 --chunk-bytes 1000
! grep -q TBB "$work.err" || fail "oneTBB speaks: $(grep TBB "$work.err")"
check 6 "an existing output is refused" "$program" convert "$annex" a.json
says err "use --force to replace it"
check 0 "an existing output is replaced with --force" "$program" convert "$annex" a.json --force
check 0 "standard input and output" bash -c "'$program' convert --from json --to json - - <'$annex'"
same "$annex" "$work.out"
for chunk in 1 64 5000; do
  for jobs in 1 3; do
    check 0 "chunks and threads change nothing" \
      "$program" convert "$annex" b.json --force --chunk-bytes $chunk --jobs $jobs
    same "$annex" "$work/b.json"
  done
done

# As LibreOffice, R and Python's csv write a table when they quote every cell.
python3 -c 'import csv, sys
csv.writer(sys.stdout, quoting=csv.QUOTE_ALL).writerows(csv.reader(open(sys.argv[1], encoding="utf-8", newline="")))' \
  "$source/samples/eu-morocco-2013/annex.csv" >"$work/quoted.csv"
check 0 "a table with every cell quoted" "$program" validate quoted.csv
says out "105 initiatives, 0 errors, 68 warnings, 0 notes"
check 0 "is the same annex" "$program" convert quoted.csv b.json --force
same "$annex" "$work/b.json"
check 0 "and there is nothing to mend" "$program" fix quoted.csv -o b.csv
same "$work/quoted.csv" "$work/b.csv"

check 0 "json to xml" "$program" convert "$annex" a.xml
same "$source/samples/eu-morocco-2013/annex.xml" "$work/a.xml"
check 0 "xml to json" "$program" convert a.xml x.json
same "$annex" "$work/x.json"

check 0 "json to csv" "$program" convert "$annex" a.csv
same "$source/samples/eu-morocco-2013/annex.csv" "$work/a.csv"
check 0 "csv to xml" "$program" convert a.csv c.xml
same "$work/a.xml" "$work/c.xml"
check 0 "xml to csv" "$program" convert c.xml d.csv
same "$work/a.csv" "$work/d.csv"
check 0 "csv in windows-1252 with semicolons" "$program" convert \
  --to-option delimiter=';' --to-option encoding=windows-1252 --to-option line-end=crlf a.csv e.csv
check 0 "and back without options" "$program" convert e.csv e2.json
same "$annex" "$work/e2.json"
check 0 "csv in utf-16 with a byte order mark" "$program" convert \
  --to-option encoding=utf-16le --to-option bom=true --to-option line-end=crlf a.csv u.csv
check 0 "and back without options" "$program" convert u.csv u.json
same "$annex" "$work/u.json"
check 2 "an option that the reader refuses" "$program" validate --from-option quote=é a.csv
says out 'option "quote" is "é", but must be one ASCII character'
check 0 "the Excel file is read without options" "$program" validate --from csv - \
  <"$source/samples/eu-morocco-2013/annex-excel-fr.csv"
says out "the encoding is taken to be windows-1252: byte E9 at offset 34 is not"
says out '";" is taken for the delimiter: 9 of 9 headings are known'
says out "eu-morocco-2013 is assumed"
says out "105 initiatives, 0 errors, 68 warnings"

check 5 "a loss is refused with --lossless" "$program" convert --lossless "$annex" c.ndjson
absent "$work/c.ndjson"
says err "loss.head"
check 1 "errors stop the output" "$program" convert "$source/samples/invalid/objective.unknown.json" d.json
absent "$work/d.json"
says err "d.json was not written, since there are errors"
says err "--on-invalid skip"
check 1 "invalid initiatives are skipped" "$program" convert --on-invalid skip "$source/samples/invalid/id.duplicate.json" e.json
[ "$(grep -c '"id"' "$work/e.json")" = 1 ] || fail "one of two initiatives should be left"
check 1 "invalid initiatives are kept" "$program" convert --on-invalid keep "$source/samples/invalid/id.duplicate.json" f.json
same "$source/samples/invalid/id.duplicate.json" "$work/f.json"

sed 's|^<initiative>|<other/>&|' "$source/samples/invalid/xml.unexpected.xml" | sed 's|<b>texte</b>|texte|' >"$work/stray.xml"
check 1 "what stands between initiatives spoils none" "$program" convert --on-invalid skip stray.xml stray.json
[ "$(grep -c '"id"' "$work/stray.json")" = 1 ] || fail "the initiative behind the stray element should be left"

cat >"$work/head.json" <<'JSON'
{"annex": {"declaration": "eu-morocco-2013", "note": "a\u0001b"},
 "initiatives": [{"id": "ma-2013-p1-001", "part": 1, "section": "mobilite", "objective": 1, "partners": ["UE"], "initiative": "x"}]}
JSON
check 6 "a head that the format cannot hold leaves no output" "$program" convert --on-invalid keep head.json head.xml
absent "$work/head.xml"
says err "loss.character"
check 1 "nor does an initiative that it cannot hold" bash -c \
  "sed 's/a.u0001b/n/; s/\"x\"/\"x\\\\u0001\"/' head.json >text.json; '$program' convert text.json text.xml"
absent "$work/text.xml"
says err "loss.character"

check 3 "no such file" "$program" validate nowhere.json
says err "cannot read nowhere.json"
check 3 "a folder is not converted" "$program" convert "$source/samples" g.json
says err "it is a folder"
mkdir "$work/empty"
check 3 "a folder without annexes" "$program" validate empty
check 3 "truncated input" bash -c "head -c 5000 '$annex' | '$program' validate --from json -"
says out "json.syntax"
check 3 "nesting without end" bash -c "head -c 2000000 /dev/zero | tr '\\0' '[' | '$program' validate --from json -"
check 3 "a record beyond the limit" "$program" validate --max-record-bytes 400 --chunk-bytes 100 "$annex"
says out "--max-record-bytes"
check 2 "a limit that is none" "$program" validate --max-record-bytes 536870913 "$annex"
says err "must be from 1 to 536870912"
check 2 "an unknown option" "$program" convert --to-option colour=red "$annex" h.json
says err 'format json has no option "colour"'
check 2 "an unknown format" "$program" convert --to yaml "$annex" h.yaml
says err 'there is no format "yaml"'
check 2 "an unknown schema" "$program" validate --schema nowhere "$annex"
says err 'there is no schema "nowhere"'
check 2 "a schema with an unsupported keyword" bash -c \
  "sed 's/\"minLength\"/\"format\"/' '$source/schemas/eu-morocco-2013.schema.json' >s.schema.json; '$program' validate --schema ./s.schema.json '$annex'"
says err "is not supported"
check 2 "no command" "$program"

coast=$source/samples/declarations/coast-2020
check 0 "another declaration needs no rebuilding" "$program" validate --schema "$coast/coast-2020.schema.json" - <"$coast/annex.json"
says out "6 initiatives, 0 errors, 0 warnings, 0 notes (json, utf-8, coast-2020)"
check 0 "and is found by the annex head" "$program" convert --schema-dir "$coast" "$coast/annex.json" i.json
same "$coast/annex.json" "$work/i.json"

check 0 "formats" "$program" formats
says out "--to-option layout=document"
check 0 "formats as JSON" "$program" formats --format json
says out '"id": "ndjson"'
check 0 "rules" "$program" rules
says out "objective.unknown                   error    An objective number is none of"
unwrap out
says out "objective.unknown error An objective number is none of the declaration's."
check 0 "rules in French" "$program" rules --lang fr
unwrap out
says out "objective.unknown erreur Un numéro d'objectif n'est aucun de ceux de la déclaration."
check 0 "one rule" "$program" rules partner.combined
says out "Several partners stand in one item of the list."
says out '  "partners": ["UE", "IT"]'
check 0 "one rule in French" "$program" rules partner.combined --lang fr
says out "Plusieurs partenaires figurent dans un seul élément de la liste."
check 0 "one rule as JSON" "$program" rules partner.combined --format json
says out '"bad": "\"partners\": [\"UE/IT\"]",'
says out '"of_whole_annex": false,'
check 2 "an unknown rule" "$program" rules text.nope
says err 'the nearest is "text"'
check 0 "declarations" "$program" declarations
says out "signatories: MA, UE, DE, BE, ES, FR, IT, NL, PT, SE, UK"
exit $failed
