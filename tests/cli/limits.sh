#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# No limit can be passed, wherever pieces end and however many threads there are.
# usage: limits.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
samples=$source/samples/eu-morocco-2013

# Ten initiatives in each format, the seventh with a long text and many fields.
line='{"id":"ma-2013-p1-%03d","part":1,"section":"mobilite","objective":3,"partners":["UE"],"initiative":"%s"%s}\n'
long=$(printf 'Texte %.0s' {1..300})
more=$(printf ',"x%d":"y"' {1..12})
for i in 1 2 3 4 5 6 7 8 9 10; do
  if [ "$i" = 7 ]; then text=$long some=$more; else text="Un texte." some=; fi
  # shellcheck disable=SC2059
  printf "$line" "$i" "${text% }" "$some"
done >"$work/a.ndjson"
options=(--schema eu-morocco-2013 --ignore field.unknown --on-invalid keep)
for to in csv json xml; do
  "$program" convert "$work/a.ndjson" "$work/a.$to" "${options[@]}" --quiet --report concise=/dev/null >/dev/null 2>&1 ||
    fail "a.$to cannot be made"
done

# Every size of the pieces gives what a piece of 1 MiB gives, with one thread or three: report and exit code.
# usage: same_for_pieces CODE RULE FILE OPTION...
same_for_pieces() {
  local code=$1 rule=$2 file=$3 pieces chunk jobs
  shift 3
  for pieces in "1048576 1" "1048576 3" "1 1" "2 3" "7 1" "64 3" "1000 1" "4096 3" "65536 3"; do
    read -r chunk jobs <<<"$pieces"
    check "$code" "$rule in $file, pieces of $chunk bytes, $jobs threads" "$program" validate "$file" "$@" \
      --schema eu-morocco-2013 --report ndjson --chunk-bytes "$chunk" --jobs "$jobs"
    if [ "$pieces" = "1048576 1" ]; then
      cp "$work.out" "$work.whole"
      [ -z "$rule" ] || says out "\"rule\":\"$rule\""
      [ -n "$rule" ] || ! grep -q '"rule":"limit' "$work.out" || fail "$file is beyond a limit: $*"
    else
      same "$work.whole" "$work.out"
    fi
  done
}

for format in ndjson json xml csv; do
  file=a.$format
  size=$(wc -c <"$work/$file")
  same_for_pieces 3 limit.records "$file" --limit records=6
  same_for_pieces 3 limit.records "$file" --limit records=0
  same_for_pieces 1 "" "$file" --limit records=10 --fail-on note
  same_for_pieces 1 limit.field-bytes "$file" --limit field-bytes=1000
  same_for_pieces 1 limit.fields "$file" --limit fields=11
  same_for_pieces 3 limit.record-bytes "$file" --max-record-bytes 1000
  for bytes in 0 1 100 $((size / 2)) $((size - 1)); do
    same_for_pieces 3 limit.input-bytes "$file" --limit "input-bytes=$bytes"
  done
  same_for_pieces 1 "" "$file" --limit "input-bytes=$size" --fail-on note
done

# Nor do pieces cut a row that a line break without quotes cuts, or what may be one.
{
  head -n 3 "$work/a.csv"
  sed -n '4,$p' "$work/a.csv" | sed 's/Un texte\./Un texte\nqui va\nplus loin./'
  for i in 1 2 3; do
    echo "ma-2013-p1-0$i,1,mobilite"
    echo "reste,$i"
    for line in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17; do echo "ligne $line"; done
    echo "ma-2013-p1-1$i,1,mobilite,3,UE"
  done
} >"$work/lines.csv"
same_for_pieces 1 csv.split-row lines.csv
tr '\n' '\r' <"$work/lines.csv" >"$work/returns.csv"
same_for_pieces 1 csv.split-row returns.csv

# White space between initiatives takes none of their room, wherever pieces end.
blanks=$(printf '%65536s' '')
# usage: annex_of FORMAT SIZE: two initiatives of so many bytes, with white space wherever it may stand
annex_of() {
  local first='{"id":"ma-2013-p1-001","initiative":"' last='"}' one
  [ "$1" != xml ] || first='<initiative><id>ma-2013-p1-001</id><initiative>' last='</initiative></initiative>'
  one=$first$(printf '%*s' $(($2 - ${#first} - ${#last})) '' | tr ' ' a)$last
  case $1 in
    json) printf '[%s%s%s,%s%s%s]%s' "$blanks" "$one" "$blanks" "$blanks" "$one" "$blanks" "$blanks" ;;
    ndjson) printf '%s%s\n%s\n%s%s\n%s' "$blanks" "$one" "$blanks" "$blanks" "$one" "$blanks" ;;
    xml) printf '<annex>%s%s%s%s</annex>%s' "$one" "$blanks" "$one" "$blanks" "$blanks" ;;
  esac
}
# usage: each_piece CODE WHAT FILE, of 5000 bytes an initiative
each_piece() {
  local chunk
  for chunk in 1048576 1 7 4096 5000 65536; do
    check "$1" "$2 in $3, pieces of $chunk bytes" "$program" validate "$3" --schema eu-morocco-2013 \
      --max-record-bytes 5000 --chunk-bytes "$chunk" --report ndjson --limit field-bytes=6000
    # How much is shown around a place hangs on how much is seen at once.
    sed -E -i 's/,"frame":\{"text":"([^"\\]|\\.)*"[^}]*\}//' "$work.out"
    [ "$chunk" != 1048576 ] || cp "$work.out" "$work.whole"
    same "$work.whole" "$work.out"
  done
}
for format in json ndjson xml; do
  annex_of $format 5000 >"$work/exact.$format"
  annex_of $format 5001 >"$work/longer.$format"
  each_piece 1 "initiatives of the limit" exact.$format
  ! grep -q limit.record "$work.out" || fail "5000 bytes are no more than 5000, in $format"
  says out '"read":2'
  each_piece 3 "one of a byte more" longer.$format
  says out limit.record-bytes
done
# What is wrong behind white space is told alike, too.
printf '[{"id":"a"}%s%s{"id":"b"}]' "$blanks" "$blanks" >"$work/no-comma.json"
printf '[{"id":"a"}%s,%s]' "$blanks" "$blanks" >"$work/comma.json"
printf '[{"id":"a"}%s' "$blanks" >"$work/open.json"
printf '[{"id":"a"}%s}' "$blanks" >"$work/brace.json"
for file in no-comma comma open brace; do
  each_piece 3 "a fault" $file.json
  says out json.syntax
done
printf '<annex><initiative/>%s text <initiative/>%s</annex>' "$blanks" "$blanks" >"$work/text.xml"
each_piece 1 "text" text.xml
says out xml.unexpected
printf '<annex><initiative/>%s</annex>%s<annex/>' "$blanks" "$blanks" >"$work/second.xml"
each_piece 3 "a second root" second.xml
says out xml.syntax
# What is no initiative has room of its own, of 1 MiB more, whatever is seen at once.
wide=$(printf '%1200000s' '')
letters=$(printf '%s' "$wide" | tr ' ' a)
# usage: wide_piece CODE WHAT FILE
wide_piece() {
  local chunk
  for chunk in 1048576 4096 65536 4194304; do
    check "$1" "$2 in $3, pieces of $chunk bytes" "$program" validate "$3" --schema eu-morocco-2013 \
      --max-record-bytes 5000 --chunk-bytes "$chunk" --report concise
    [ "$chunk" != 1048576 ] || cp "$work.out" "$work.whole"
    same "$work.whole" "$work.out"
  done
}
one='{"id":"ma-2013-p1-001"}'
printf '[%s%s%s,%s%s%s]%s' "$wide" "$one" "$wide" "$wide" "$one" "$wide" "$wide" >"$work/wide.json"
printf '%s%s\n%s\n%s%s\n%s' "$wide" "$one" "$wide" "$wide" "$one" "$wide" >"$work/wide.ndjson"
printf '<annex><initiative/>%s<initiative/>%s</annex>%s' "$wide" "$wide" "$wide" >"$work/wide.xml"
for format in json ndjson xml; do
  wide_piece 1 "white space without end" wide.$format
  ! grep -q limit.record "$work.out" || fail "white space is within a limit, in $format"
done
printf '%s%s\n' "$one" "$wide" >"$work/behind.ndjson"
printf '{"annex":{"x":"%s"},"initiatives":[]}' "$letters" >"$work/head.json"
printf '<annex><head name="x">%s</head></annex>' "$letters" >"$work/head.xml"
printf '<annex><initiative/><!--%s--></annex>' "$letters" >"$work/comment.xml"
printf '<annex><initiative/>%s</annex>' "$letters" >"$work/text.xml"
for file in behind.ndjson head.json head.xml comment.xml text.xml; do
  wide_piece 3 "a stretch beyond all limits" $file
  says out limit.record-bytes
  sed "s/${letters:0:1000}//g; s/${wide:0:1000}//g" "$work/$file" >"$work/less-$file"
  wide_piece 1 "the same without it" less-$file
  ! grep -q limit.record "$work.out" || fail "less-$file is within the limits"
done
{
  head -n 1 "$work/a.csv"
  for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    printf 'ma-2013-p1-0%s,1,mobilite,3,UE,%s\n' "$i" "${letters:0:4900}"
  done
} | cut -d, -f1-6 >"$work/evidence.csv"
wide_piece 1 "rows of the limit, which tell the delimiter" evidence.csv
! grep -q limit.record "$work.out" || fail "evidence.csv is within the limits"

# No declaration is looked for without end.
printf '%s%s{"annex":{"declaration":"eu-morocco-2013"},"initiatives":[%s]}' "$wide" "$wide" "$one" >"$work/far.json"
for chunk in 4096 1048576; do
  check 1 "a head behind white space, pieces of $chunk bytes" \
    "$program" validate far.json --max-record-bytes 5000 --chunk-bytes "$chunk"
  says out annex.schema-assumed
done
check 1 "a limit that leaves room for it" "$program" validate far.json --max-record-bytes 5000000
! grep -q annex.schema-assumed "$work.out" || fail "the declaration is there"

check 1 "a field as long as the limit passes" "$program" validate a.json --limit field-bytes=1799 --fail-on note
! grep -q limit.field "$work.out" || fail "1799 bytes are no more than 1799"
check 1 "and one byte more does not" "$program" validate a.json --limit field-bytes=1798
says out "initiative is longer than 1798 bytes"
says out "raise the limit with --limit field-bytes=N"
check 0 "what is beyond a limit is left out of what is accepted" bash -c \
  "'$program' convert a.json --accepted ok.json --rejected no.json --limit field-bytes=1000 >/dev/null 2>&1; [ \$? -eq 1 ] || [ \$? -eq 3 ]"
check 3 "a stream has the same limits" bash -c "'$program' validate --from ndjson --limit input-bytes=500 - <a.ndjson"
says out "limit.input-bytes"
check 3 "no part of an input that is too long is read" \
  "$program" convert a.ndjson part.json --shard 1/2 --limit input-bytes=500
absent "$work/part.json"

check 0 "a report keeps no more findings than it is told" bash -c \
  "'$program' validate '$samples/annex.csv' --report html=few.html --limit findings=3"
check 0 "and says how many it leaves out" grep -q '68' "$work/few.html"
check 2 "a limit that there is not" "$program" validate a.json --limit speed=3
says err 'there is no limit "speed"'
says err "known: input-bytes, records, field-bytes, fields, findings"
check 2 "a limit that is no number" "$program" validate a.json --limit records=1k
says err '"1k" is no whole number'
printf 'limit = { records = "6" }\n' >"$work/annexkit.toml"
check 3 "a project sets its limits" "$program" validate a.json
says out "limit.records"
exit $failed
