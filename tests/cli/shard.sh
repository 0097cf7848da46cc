#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Converts the parts of a file, each in a run of its own, as the jobs of a cluster do.
# usage: shard.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
annex=$source/samples/eu-morocco-2013/annex

for pair in csv:xml json:csv xml:ndjson xml:json; do
  from=${pair%:*} to=${pair#*:}
  convert 0 "$from to $to" --quiet "$annex.$from" whole.$to
  for part in 1 2 3; do
    convert 0 "$from to $to, part $part" --quiet "$annex.$from" $part.$to --shard $part/3
    says err "not checked: whether another part has the same ids: this is part $part of 3"
  done
  cat "$work"/[123].$to >"$work/joined.$to"
  same "$work/whole.$to" "$work/joined.$to"
done
for part in 1 2 3; do
  convert 0 "lines to json, part $part" --quiet whole.ndjson l$part.json --shard $part/3
done
cat "$work"/l[123].json >"$work/l.json"
convert 0 "lines to json" --quiet whole.ndjson lines.json
same "$work/lines.json" "$work/l.json"
convert 0 "one part is the whole" --quiet "$annex.json" one.json --shard 1/1
same "$annex.json" "$work/one.json"
convert 0 "standard output takes a part" --quiet --to csv "$annex.json" - --shard 2/3
same "$work/2.csv" "$work.out"

# More parts than initiatives.
head -n 2 "$work/whole.ndjson" >"$work/two.ndjson"
convert 0 "two lines" --quiet two.ndjson two.json
for part in 1 2 3 4 5 6 7; do
  convert 0 "part $part of two lines" --quiet two.ndjson few-$part.json --shard $part/7
done
cat "$work"/few-[1-7].json >"$work/few.json"
same "$work/two.json" "$work/few.json"

# Reports of a part name it, and have no digest of the whole.
for part in 1 2; do
  convert 0 "a page of part $part" --quiet whole.ndjson r.csv --force --shard $part/2 --report html=said.html
  grep -qF "whether another part has the same ids: this is part $part of 2" "$work/said.html" ||
    fail "said.html should name part $part"
  if grep -qF "$(sha256sum <"$work/whole.ndjson" | cut -d' ' -f1)" "$work/said.html"; then
    fail "said.html should have no digest of the whole"
  fi
done

# A part with errors is not written; the others are.
sed '/"id": "ma-2013-p2-045"/,/"objective"/s/"objective": [0-9]*/"objective": 99/' "$annex.json" >"$work/bad.json"
convert 0 "a part without errors" --quiet bad.json b1.json --shard 1/3
convert 1 "a part with an error" --quiet bad.json b3.json --shard 3/3 --report json=said.json
absent "$work/b3.json"
line=$(grep -n '"objective": 99' "$work/bad.json" | cut -d: -f1)
grep -qF "\"line\":$line," <(tr -d ' \n' <"$work/said.json") || fail "said.json should have line $line"
grep -q '"parts":3' <(tr -d ' \n' <"$work/said.json") || fail "said.json should name the part"
check 1 "a saved report says what was not checked" "$program" report said.json
says out "this is part 3 of 3"
# Where lines are not counted, the byte tells the place.
sed '90s/"objective":[0-9]*/"objective":99/' "$work/whole.ndjson" >"$work/bad.ndjson"
convert 1 "a line with an error" --quiet --lang fr bad.ndjson b3.csv --shard 3/3
says err 'objective.unknown'
offset=$(grep -ob '"objective":99' "$work/bad.ndjson" | cut -d: -f1)
says err "décalage en octets $((offset + 12)), initiative "
says err "si une autre partie a les mêmes identifiants : ceci est la"
convert 1 "a line with an error, for programs" --quiet --report ndjson bad.ndjson b3.csv --shard 3/3
says err "\"offset\":$((offset + 12))"
if grep -q '"line"' "$work.err"; then fail "a line is told that nobody counted"; fi
# An id that one part has twice.
{ cat "$work/whole.ndjson"; tail -n 1 "$work/whole.ndjson"; } >"$work/twice.ndjson"
convert 1 "an id twice in a part" --quiet twice.ndjson t.json --shard 3/3
says err "(3/3)"

for shard in x 0/3 4/3 3 / 1/ /3 1/0 -1/3 1/3/5 1/100001 1x/3 99999999999/3; do
  convert 2 "shard $shard" "$annex.json" no.json --shard=$shard
  says err "is no part"
done
convert 2 "no shard" "$annex.json" no.json --shard=
convert 2 "with many files" "$annex.json" --out-dir no --to xml --shard 1/2
says err "--out-dir does not go with --shard"
convert 2 "with two outputs" "$annex.json" --accepted no.json --rejected no2.json --shard 1/2
says err "--accepted does not go with --shard"
convert 2 "with skip" "$annex.json" no.json --on-invalid skip --shard 1/2
says err "a part cannot leave out initiatives"
convert 2 "of standard input" - no.json --shard 1/2 <"$annex.json"
says err "is a stream, of which no part can be read"
convert 2 "of several inputs" "$annex.json" "$annex.csv" no.json --shard 1/2
mkfifo "$work/pipe"
cat "$annex.json" >"$work/pipe" 2>"$work.pipe" &
convert 2 "of a stream" --from json pipe no.json --shard 1/2
says err "pipe is a stream, of which no part can be read"
wait || true
: >"$work/empty.json"
convert 3 "of an empty file" empty.json no.json --shard 2/2
absent "$work/no.json"
exit $failed
