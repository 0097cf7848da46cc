#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Mends files in place or elsewhere, shows what would change, and leaves alone what it must.
# usage: fix.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
fix() { local code=$1 title=$2; shift 2; check "$code" "$title" "$program" fix --lang en "$@"; }
head='Identifiant;Partie;SECTION;OBJECTIF;Partenaire;Initiative proposée;Organismes responsables'
# A table as a French spreadsheet writes it: title row, semicolons, Windows-1252, CRLF, a quoted cell with a line break.
table() { printf '%s\r\n' "Annexe 2013" "$head" "$@" | iconv -f utf-8 -t windows-1252; }
sound=('ma-2013-p1-001;1;mobilite;3;UE|UK;"Un ""texte"" à lire
sur deux lignes.";Office'
       'ma-2013-p1-002;1;mobilite;4;DE|ES;Un autre texte.;"Ministère ; bureau 3"')
spoiled=('ma-2013-p1-001;1;Mobilité;3.;EU|gb;" Un ""texte""  à lire
sur deux lignes.";Office '
         'ma-2013-p1-002;1;mobilite; 4 ;DE et ES;Un autre texte.  ;"Ministère ;  bureau 3"')
table "${sound[@]}" >"$work/sound.csv"
table "${spoiled[@]}" >"$work/in.csv"
cp "$work/in.csv" "$work/kept.csv"

fix 1 "a diff" in.csv --diff
same "$work/in.csv" "$work/kept.csv"
cat >"$work/wanted" <<END
--- in.csv
+++ in.csv
@@ -1,5 +1,5 @@
 Annexe 2013
 $head
-ma-2013-p1-001;1;Mobilité;3.;EU|gb;" Un ""texte""  à lire
-sur deux lignes.";Office 
-ma-2013-p1-002;1;mobilite; 4 ;DE et ES;Un autre texte.  ;"Ministère ;  bureau 3"
+ma-2013-p1-001;1;mobilite;3;UE|UK;"Un ""texte"" à lire
+sur deux lignes.";Office
+ma-2013-p1-002;1;mobilite;4;DE|ES;Un autre texte.;"Ministère ; bureau 3"
END
tr -d '\r' <"$work.out" | diff "$work/wanted" - || failed=1
says err "in.csv: values to mend 10"
tr -d '\r' <"$work/in.csv" | iconv -f windows-1252 -t utf-8 >"$work/patched.csv"
if command -v patch >/dev/null; then
  tr -d '\r' <"$work.out" | patch -s "$work/patched.csv" && tr -d '\r' <"$work/sound.csv" | iconv -f windows-1252 -t utf-8 | cmp - "$work/patched.csv" || fail "patch(1) does not take the diff"
fi

chmod 640 "$work/in.csv"
fix 0 "elsewhere" in.csv -o out.csv
same "$work/out.csv" "$work/sound.csv"
same "$work/in.csv" "$work/kept.csv"
fix 6 "not over another file" in.csv -o out.csv
fix 0 "unless asked for" in.csv -o out.csv --force
fix 2 "nor over itself" in.csv -o ./in.csv --force
fix 0 "in place" in.csv
same "$work/in.csv" "$work/sound.csv"
says err "in.csv: values mended 10 (field.kind 2, partner.combined 1, partner.unknown 2, section.unknown 1, text.doubled-space 2, text.outer-space 3)"
says out "in.csv: 2 initiatives, 0 errors, 1 warning, 3 notes"
[ "$(stat -c %a "$work/in.csv")" = 640 ] || fail "the permissions are not those of before"
touch -d 2020-01-01 "$work/in.csv"
before=$(stat -c '%i %Y' "$work/in.csv")
fix 0 "a second time" in.csv
says err "in.csv: nothing to mend"
[ "$(stat -c '%i %Y' "$work/in.csv")" = "$before" ] || fail "a file without faults was written"

cp "$work/kept.csv" "$work/again.csv"
check 0 "validate does it too" "$program" validate --fix --lang en again.csv
same "$work/again.csv" "$work/sound.csv"
check 2 "but does not learn faults that it mends" "$program" validate --fix --write-baseline b.json again.csv
cp "$work/kept.csv" "$work/some.csv"
fix 0 "only what is selected" some.csv --select partner,text.outer-space,field
says err "values mended 8 (field.kind 2, partner.combined 1, partner.unknown 2, text.outer-space 3)"

# What needs a decision is left, unless it is asked for.
annex=$source/samples/eu-morocco-2013/annex.json
cp "$annex" "$work/annex.json"
fix 0 "nothing safe in the real annex" annex.json
same "$annex" "$work/annex.json"
says err "annex.json: nothing to mend; with --unsafe 68 more (objective.text-differs 30, section.heading-differs 38)"
fix 0 "the declaration's own words" annex.json --unsafe
says out "105 initiatives, 0 errors, 0 warnings"
fix 0 "a second time" annex.json --unsafe --diff
silent out
sed 's/"section": "mobilite"/"section": "mobilte"/' "$annex" >"$work/near.json"
fix 1 "the nearest code" near.json
fix 0 "on request" near.json --unsafe

# What is not mended is told, with the reason.
printf '%s\n' 'id,part,section,objective,partners,initiative' \
  'ma-2013-p1-001,1,mobilite,3,UK|gb,  =A1' 'ma-2013-p1-002,1,mobilite,3,UE,l&#x0301;' >"$work/left.csv"
fix 1 "with the reason" left.csv
says err "left.csv: not mended 1 (partner.unknown 1), the first in line 2: the list has the code already"
says err "left.csv: not mended 1 (text.outer-space 1), the first in line 2: what is left would be a formula to a spreadsheet"
says out "hint: remove it; not mended: what is left would be a formula to a"
fix 0 "in a diff" left.csv --diff
says err "not mended 1 (partner.unknown 1)"
check 1 "in French" "$program" fix --lang fr left.csv
says err "left.csv : non corrigées 1 (partner.unknown 1), la première ligne 2 : la liste a déjà ce code"
says out "non corrigé : la liste"
printf '<?xml version="1.0" encoding="ISO-8859-1"?>\n<annex declaration="eu-morocco-2013"><initiative><id>ma-2013-p1-001</id><part>1</part><section>mobilite</section><objective>3</objective><partners><partner>UE</partner></partners><initiative> Un <!-- beau --> texte.</initiative></initiative></annex>\n' >"$work/left.xml"
fix 0 "what the format cannot spell" left.xml
says err "left.xml: not mended 2 (text.doubled-space 1, text.outer-space 1), the first in line 2: format xml cannot spell it in its place"
{ cat "$work/kept.csv"; printf 'ma-2013-p1-003;1;mobilite;3;UE;l\303\251t\305\202;Office\r\n'; } >"$work/lacks.csv"
fix 0 "what the encoding lacks" lacks.csv --from-option encoding=windows-1252
says err "lacks.csv: not mended 1 (text.mojibake 1), the first in line 6: windows-1252 has no \"ł\""

# Numbers as programs write them, and other texts behind them.
number='{"id": "ma-2013-p1-001", "part": 1.0,"section": "mobilite", "objective" : 3.00 , "partners": ["UE"], "initiative": "x"}'
printf '%s\n' "$number" >"$work/number.ndjson"
printf '{"annex": {"declaration": "eu-morocco-2013"}, "initiatives": [\n%s]}' "$number" >"$work/number.json"
for form in json ndjson; do
  sed 's/1\.0,/1,/; s/3\.00/3/' "$work/number.$form" >"$work/whole.$form"
  fix 0 "whole numbers in $form" number.$form
  same "$work/number.$form" "$work/whole.$form"
done
printf '%s\n' 'id,part,section,objective,partners,initiative' 'ma-2013-p1-001,1,prevention,12. Tout autre,UE,x' \
  'ma-2013-p1-002,1,prevention,12. Renforcer la coop,UE,x' 'ma-2013-p1-003,1,mobilite,03-janv,UE,x' >"$work/objective.csv"
fix 1 "an objective with another text" objective.csv
says err "objective.csv: nothing to mend; with --unsafe 1 more (field.kind 1)"
says err "not mended 1 (field.kind 1), the first in line 3: the text is nearer to another objective, so the number may be wrong"
says err "not mended 1 (field.kind 1), the first in line 4: the number that became a date is not known"
says out '"03-janv" is a date that a'
fix 1 "on request" objective.csv --unsafe
says err "objective.csv: values mended 1 (field.kind 1)"
check 1 "in French" "$program" validate --lang fr objective.csv
says out "03-janv » est une date"

# One thing out of its place stops it.
fix 2 "a stream" -
says err "a stream cannot be mended"
printf '{"annex": {"declaration": "eu-morocco-2013"}, "initiatives": [{"id": " x"}, {"id": ' >"$work/cut.json"
cp "$work/cut.json" "$work/cut.kept"
fix 3 "a file that is cut" cut.json
same "$work/cut.json" "$work/cut.kept"
fix 3 "a diff of it" cut.json --diff
silent out
says err "cut.json could not be read to its end, so nothing is mended: this is not JSON"
says err "hint: annexkit validate says where; mend that first"
fix 3 "one that is not there" none.json
mkdir "$work/many"
for n in 1 2; do cp "$work/kept.csv" "$work/many/$n.csv"; done
cp "$work/cut.json" "$work/many/"
fix 3 "a folder, whose other files are mended" many
for n in 1 2; do same "$work/many/$n.csv" "$work/sound.csv"; done
fix 2 "one output for many" many -o out.csv
chmod 555 "$work/many"; cp "$work/kept.csv" "$work/many.csv"
check 0 "French" "$program" fix --lang fr many.csv
says err "many.csv : valeurs corrigées 10"
chmod 755 "$work/many"

exit $failed
