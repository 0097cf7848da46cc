#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Splits annexes into the initiatives that are accepted and those that are not.
# usage: split.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
samples=$source/samples/eu-morocco-2013

# The real annex, where objective 99 is unknown, one initiative has no partners, and one id comes twice.
sed -e '/"id": "ma-2013-p1-00[37]"/,/"objective"/s/"objective": [0-9]*/"objective": 99/' \
  -e 's/"id": "ma-2013-p1-020"/"id": "ma-2013-p1-019"/' "$samples/annex.json" >"$work/in.json"
for format in csv xml ndjson; do convert 1 "the annex in $format" --on-invalid keep in.json in.$format; done

convert 1 "an annex is split" in.json --accepted ok.json --rejected bad.json --report csv=why.csv
says err "ok.json: 102 initiatives"
says err "bad.json: 3 initiatives"
files "$work" bad.json in.csv in.json in.ndjson in.xml ok.json why.csv
[ "$(grep -c '"id"' "$work/bad.json")" = 3 ] || fail "bad.json should hold three initiatives"
grep -q '"as_of": "2013-03-25"' "$work/bad.json" || fail "bad.json should have the annex head"
[ "$(grep -cE 'objective.unknown|id.duplicate' "$work/why.csv")" = 3 ] || fail "why.csv should hold three reasons"
check 0 "what is accepted has no errors" "$program" validate ok.json
says out "102 initiatives, 0 errors"

# What stands in neither or in both would be seen here: accepted is what skip leaves, rejected what keep has beside it.
convert 1 "what skip leaves" --on-invalid skip in.json wanted_ok.ndjson
convert 1 "what keep has" --on-invalid keep in.json all.ndjson
grep -vxFf "$work/wanted_ok.ndjson" "$work/all.ndjson" >"$work/wanted_bad.ndjson"
digest_of() { "$program" digest "$1" | cut -d' ' -f1; }
for from in csv json ndjson xml; do
  for pair in csv:xml json:csv ndjson:ndjson xml:json; do
    ok=ok.${pair%:*} bad=bad.${pair#*:}
    convert 1 "$from to $pair" --force --jobs 3 --chunk-bytes 900 in.$from --accepted s.$ok --rejected s.$bad
    [ "$(digest_of "$work/s.$ok")" = "$(digest_of "$work/wanted_ok.ndjson")" ] || fail "$from to $pair: accepted differs"
    [ "$(digest_of "$work/s.$bad")" = "$(digest_of "$work/wanted_bad.ndjson")" ] || fail "$from to $pair: rejected differs"
  done
done
for jobs in 1 3; do
  convert 1 "threads and pieces change nothing" --force --jobs $jobs --chunk-bytes 700 in.json --accepted t.json --rejected u.json
  same "$work/ok.json" "$work/t.json"
  same "$work/bad.json" "$work/u.json"
done

convert 0 "both files appear where nothing is rejected" "$samples/annex.json" --accepted all.json --rejected none.json
same "$samples/annex.json" "$work/all.json"
check 1 "the other has no initiative" "$program" validate none.json
says out "0 initiatives"
convert 0 "a table without rows has its headings" "$samples/annex.csv" --accepted m.csv --rejected n.csv
same "$samples/annex.csv" "$work/m.csv"
[ "$(wc -l <"$work/n.csv")" = 1 ] || fail "n.csv should hold the headings alone"
convert 0 "whose head is in the other file, so that nothing is lost" "$samples/annex.csv" --lossless --force --accepted m.csv --rejected n.csv
convert 0 "standard input is split" --from xml --accepted i.json --rejected j.json - <"$samples/annex.xml"
same "$samples/annex.json" "$work/i.json"
convert 1 "what the format of the accepted cannot hold is rejected" --quiet --accepted c.xml --rejected d.json \
  "$source/samples/invalid/loss.character.json"
says err "loss.character"
silent out
[ "$(digest_of "$work/d.json")" = "$(digest_of "$source/samples/invalid/loss.character.json")" ] || fail "d.json differs"

# Nothing appears where not all of it can.
neither() { absent "$work/x.json"; absent "$work/y.json"; }
convert 1 "an initiative that cannot be read whole" "$source/samples/invalid/csv.ragged-row.csv" --accepted x.json --rejected y.json
neither
convert 3 "an input that ends early" --from json --accepted x.json --rejected y.json - < <(head -c 5000 "$samples/annex.json")
neither
convert 5 "a loss that is not allowed" --lossless "$samples/annex.json" --accepted x.json --rejected y.ndjson
neither
absent "$work/y.ndjson"
echo old >"$work/y.json"
convert 6 "an output that exists" in.json --accepted x.json --rejected y.json
says err "y.json exists"
absent "$work/x.json"
[ "$(cat "$work/y.json")" = old ] || fail "y.json was replaced"
convert 1 "unless it may be replaced" --force in.json --accepted x.json --rejected y.json
same "$work/bad.json" "$work/y.json"
rm "$work/x.json" "$work/y.json"

convert 2 "one without the other" in.json --accepted x.json
says err "--rejected"
convert 2 "the same file twice" in.json --accepted x.json --rejected ./x.json
says err "name the same file"
convert 2 "the input" --force in.json --accepted in.json --rejected y.json
says err "would be the input"
convert 2 "two names" in.json x.json --accepted x.json --rejected y.json
says err "takes one input, not 2 names"
convert 2 "--on-invalid" in.json --on-invalid keep --accepted x.json --rejected y.json
says err "--on-invalid"
convert 2 "--out-dir" in.json --out-dir out --to xml --accepted x.json --rejected y.json
says err "--accepted does not go with --out-dir"
convert 2 "standard output" in.json --accepted - --rejected y.json
says err "not standard output"
neither
exit $failed
