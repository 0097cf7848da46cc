#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tells how files would be read: the traps of tables that people make.
# usage: sniff.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
sniff() { local code=$1 title=$2; shift 2; check "$code" "$title" "$program" sniff --lang en "$@"; }
# chosen TITLE DELIMITER QUOTE ROWS_ABOVE: of what was told as JSON.
chosen() {
  local said
  said=$(python3 -c 'import json, sys
for one in json.load(open(sys.argv[1]))["candidates"]:
    if one["chosen"]: print(repr(one["options"]["delimiter"]), repr(one["options"]["quote"]), one["rows_above"])' "$work.out")
  [ "$said" = "$2" ] || fail "$1: chose $said, wanted $2"
}
member() { grep -qF "  \"$1\": \"$2\"" "$work.out" || fail "$1 is not $2: $(head -c 600 "$work.out")"; }
head='id;part;section;objective;partners;initiative;bodies;annex.declaration'
row='ma-2013-p1-001;1;mobilite;1;UE;Un texte.;;eu-morocco-2013'
table() { printf '%s\n' "$@" >"$work/t.csv"; }
as_json() { sniff "${2:-0}" "$1" t.csv --format json; }

table "$head" "$row"
as_json "semicolons"
chosen "semicolons" "';' '\"' 0"
member encoding_by nothing
member format_by name

table "id;part;\"Section, intitulé\";objective;partners;\"initiative, texte\";bodies" 'a,b;1,5;x,y;1;UE;Un, deux, trois.;'
as_json "commas inside the headings and cells of a table with semicolons"
chosen "commas inside" "';' '\"' 0"
member encoding_by content

table Identifiant ma-2013-p1-001 'b;c' 'd,e'
as_json "one column"
chosen "one column" "'\\t' '\"' 0"

table "id;part,section" "a;1,mobilite" "b;2,prevention"
as_json "codes alone tell"
chosen "codes alone tell" "',' '\"' 0"

table "Annexe de la déclaration, partie 1; au 25 mars" "" "$head" "$row"
as_json "title rows"
chosen "title rows" "';' '\"' 2"

printf '\xEF\xBB\xBF"id";"part";"section"\r\n"a";"1";"mobilite"\r\n' >"$work/t.csv"
as_json "a byte order mark before a quoted heading"
chosen "a byte order mark" "';' '\"' 0"
member encoding_by mark

printf '%s\r\nma-2013-p1-001;1;mobilite;1;UE;"Un texte\nsur deux lignes.";;eu-morocco-2013\r\n' "$head" >"$work/t.csv"
as_json "CRLF with LF in cells"
chosen "CRLF with LF in cells" "';' '\"' 0"

# The first letter beyond ASCII stands behind 64 KiB.
{ echo "$head"; for ((i = 0; i < 1200; ++i)); do echo "ma-2013-p1-$i;1;mobilite;1;UE;Un texte.;;eu-morocco-2013"; done; echo "${row/texte/échange}"; } >"$work/t.csv"
[ "$(head -c 65536 "$work/t.csv" | LC_ALL=C tr -d '\0-\177' | wc -c)" = 0 ] || fail "the first 64 KiB should be ASCII"
as_json "UTF-8 that is ASCII for long"
member encoding utf-8
member encoding_by content
iconv -f utf-8 -t windows-1252 "$work/t.csv" >"$work/w.csv" && mv "$work/w.csv" "$work/t.csv"
as_json "Windows-1252 that is ASCII for long"
member encoding windows-1252
member encoding_by exclusion

printf '%s\nma-2013-p1-001;1;mobilite;1;UE;Budget : 100 \x80;;eu-morocco-2013\n' "$head" >"$work/t.csv"
as_json "Windows-1252 whose only mark is a euro sign"
member encoding windows-1252
check 0 "which is read as one" "$program" convert t.csv - --to ndjson
grep -q 'Budget : 100 €' "$work.out" || fail "the euro sign is lost"

for order in le be; do
  printf '%s\n%s\n' "$head" "$row" | iconv -f utf-8 -t utf-16$order >"$work/t.csv"
  sniff 3 "UTF-16 without its mark" t.csv
  says out "utf-16$order, by its zero bytes"
  says out "this looks like utf-16$order without a byte order mark"
  says out "--from-option encoding=utf-16$order"
  sniff 0 "as asked for" t.csv --from-option encoding=utf-16$order
  says out "utf-16$order, as asked for"
done
{ printf '\xFF\xFE'; printf '%s\n%s\n' "$head" "$row" | iconv -f utf-8 -t utf-16le; } >"$work/t.csv"
sniff 0 "UTF-16 with its mark" t.csv
says out "utf-16le, byte order mark"

printf 'sep=;\r\n%s\r\n%s\r\n' "$head" "$row" >"$work/t.csv"
as_json "Excel's line"
chosen "Excel's line" "';' '\"' 1"
printf 'sep=|\n%s\n%s\n' "${head//;/|}" "${row//;/|}" >"$work/t.csv"
as_json "Excel's line with a bar"
chosen "Excel's line with a bar" "'|' '\"' 1"

table "${head//;/|}" "${row//;/|}"
sniff 0 "bars, where lists have another separator" t.csv --format json --from-option list-separator='~'
chosen "bars" "'|' '\"' 0"

table "id,part;section" "a,1;x"
as_json "two delimiters that find one name each" 1
table "${head//;/,}" "$head"
as_json "two headings" 1
sniff 1 "as text" t.csv
says out '"," and ";" may both be the delimiter'
says out "--from-option 'delimiter=;' --from-option 'quote=\"'"
sniff 0 "the option that settles it" t.csv --from-option delimiter=,

table "id;part" "'a;b';1" "'it''s';2"
as_json "apostrophes as quotes"
chosen "apostrophes as quotes" "';' \"'\" 0"

# The same evidence counts where there are no headings.
table 'ma-2013-p1-001;1;mobilite;Mobilité, immigration régulière et intégration;1;Texte, un, deux, trois, quatre;UE;Un texte.;'
sniff 0 "no headings" t.csv --format json --from-option header=false
chosen "no headings" "';' '\"' 0"

sniff 0 "by content" - --format json <"$source/samples/eu-morocco-2013/annex.xml"
member format xml
member format_by content
sniff 0 "XML" "$source/samples/eu-morocco-2013/annex.xml"
says out "utf-8, declared in it"
sniff 3 "nothing there" none.csv
check 0 "French" "$program" sniff --lang fr t.csv --from-option header=false
says out "encodage     utf-8, UTF-8 valide"
exit $failed
