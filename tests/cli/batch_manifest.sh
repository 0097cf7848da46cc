#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a batch writes down, and how it goes on from there: also when it was killed.
# usage: batch_manifest.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
samples=$source/samples/eu-morocco-2013
invalid=$source/samples/invalid
# line NAME PATTERN: the manifest's line on the input holds the pattern.
line() { grep -F "{\"input\":\"$1\"" "$work/m" | grep -qF -- "$2" || fail "the line on $1 lacks $2: $(cat "$work/m")"; }
lines() { [ "$(wc -l <"$1")" -eq "$2" ] || fail "$1 has $(wc -l <"$1") lines, wanted $2"; }
digest() { sha256sum "$1" | cut -d ' ' -f 1; }
# what the manifest says beside the time that it took
timeless() { sed -E 's/"seconds":[0-9.e-]+,"finished":"[^"]+"/TIME/' "$1"; }

# ---- a line for each input ----
mkdir "$work/in"
cp "$samples/annex-excel-fr.csv" "$work/in/a.csv"
cp "$invalid/partner.unknown.json" "$work/in/b.json"
cp "$invalid/json.syntax.json" "$work/in/c.json"
cp "$samples/annex.json" "$work/in/d.json"
convert 3 "a manifest" in in/none.csv --out-dir out --to xml --manifest m
lines "$work/m" 5
line in/a.csv "\"sha256\":\"$(digest "$work/in/a.csv")\",\"bytes\":$(wc -c <"$work/in/a.csv")"
line in/a.csv "\"output\":\"out/a.xml\",\"output_sha256\":\"$(digest "$work/out/a.xml")\""
line in/a.csv '"format":"csv","encoding":"windows-1252","declaration":"eu-morocco-2013"'
line in/a.csv '"csv.dialect-assumed":{"delimiter":";","known":"9","total":"9"}'
line in/a.csv '"read":105,"written":105,"invalid":0,"errors":0,"warnings":68,"notes":3,"losses":0'
line in/a.csv '"status":"done","message":null'
line in/b.json '"output":null,"output_sha256":null'
line in/b.json '"read":1,"written":0,"invalid":1,"errors":1'
line in/b.json '"status":"findings","message":null'
line in/c.json "\"sha256\":\"$(digest "$work/in/c.json")\""
line in/c.json '"status":"failed","message":"json.syntax: '
line in/none.csv '"sha256":null'
line in/none.csv '"status":"failed","message":"cannot read in/none.csv: No such file or directory"'
convert 6 "an existing manifest is refused" in --out-dir o2 --to xml --manifest m
says err "use --resume to go on with it, or --force to replace it"
absent "$work/o2"
convert 2 "a manifest that is an input" in --out-dir o2 --to xml --manifest in/d.json --force
says err "the manifest in/d.json would be the input in/d.json"
convert 2 "a manifest that is an output" in --out-dir o2 --to xml --manifest ./o2/d.xml
says err "the manifest ./o2/d.xml would be the output o2/d.xml"
convert 2 "a manifest of one file" in/d.json d.xml --manifest m
says err "--manifest needs --out-dir"
cp "$samples/annex.json" "$work/other.json"
convert 6 "a file that is no manifest" in --out-dir out --to xml --resume other.json
says err "line 1 of other.json is no line of a manifest"
same "$samples/annex.json" "$work/other.json"
absent "$work/o2"

# ---- what is done and unchanged is skipped, the rest is done again ----
timeless "$work/m" >"$work/m.before"
touch -d '2000-01-01' "$work/out/a.xml" "$work/out/d.xml"
convert 3 "nothing changed" in in/none.csv --out-dir out --to xml --resume m
says err "5 files: 2 done (2 before), 1 with findings, 2 failed; 212 initiatives read, 210 written"
timeless "$work/m" | cmp -s - "$work/m.before" || fail "the manifest differs after nothing changed"
[ "$(stat -c %y "$work/out/a.xml" | cut -c -4)" = 2000 ] || fail "an output was written again"

cp "$samples/annex.json" "$work/in/b.json"
convert 3 "one was mended" in in/none.csv --out-dir out --to xml --resume m
says err "5 files: 3 done (2 before), 0 with findings, 2 failed"
line in/b.json '"status":"done"'
lines "$work/m" 5
sed -i 's/"initiative": "/&New: /' "$work/in/d.json"
convert 3 "one was changed" in in/none.csv --out-dir out --to xml --resume m
says err "5 files: 3 done (2 before)"
grep -q "New: " "$work/out/d.xml" || fail "a changed input was skipped"
mv "$work/out/a.xml" "$work/a.xml"
convert 3 "an output was removed" in in/none.csv --out-dir out --to xml --resume m
says err "5 files: 3 done (2 before)"
same "$work/a.xml" "$work/out/a.xml"
convert 3 "other options make other outputs" in in/none.csv --out-dir out --to xml --resume m --to-option indent=0
says err "5 files: 3 done, 0"
echo "by hand" >"$work/out/a.xml"
cp "$work/out/d.xml" "$work/d.xml"
: >"$work/out/d.xml"
convert 3 "an output that was changed, and one that a power failure emptied" in --out-dir out --to xml --resume m --to-option indent=0
says err "4 files: 3 done (1 before)"
same "$work/d.xml" "$work/out/d.xml"
cmp -s "$work/a.xml" "$work/out/a.xml" && fail "the option was not heeded"
grep -q "by hand" "$work/out/a.xml" && fail "what was changed was not done again"
cp "$work/in/d.json" "$work/d.json"
cp "$invalid/json.syntax.json" "$work/in/d.json"
for time in first second; do
  convert 3 "an input that turned bad leaves the old output, the $time time" in --out-dir out --to xml --resume m --to-option indent=0
  line in/d.json '"output":null,"output_sha256":null,"output_bytes":0,"old_output":"out/d.xml"'
  same "$work/d.xml" "$work/out/d.xml"
done
sed 's/New: /Newer: /' "$work/d.json" >"$work/in/d.json"
convert 3 "mended, it is replaced" in --out-dir out --to xml --resume m --to-option indent=0
line in/d.json '"old_output":null'
grep -q "Newer: " "$work/out/d.xml" || fail "the mended input was not converted"
cp "$work/d.xml" "$work/out/e.xml"
cp "$samples/annex.json" "$work/in/e.json"
convert 6 "an output that the manifest does not know is not replaced" in --exclude c.json --out-dir out --to xml --resume m --to-option indent=0
says err "out/e.xml exists, is not what would be written, and the manifest does not know it"
same "$work/d.xml" "$work/out/e.xml"
convert 0 "but where asked for" in --exclude c.json --out-dir out --to xml --resume m --to-option indent=0 --force
lines "$work/m" 4
printf '\0\0\0' >>"$work/m"
convert 0 "a manifest that a power failure left longer than it is" in --exclude c.json --out-dir out --to xml --resume m --to-option indent=0
says err "4 files: 4 done (4 before)"
lines "$work/m" 4
convert 0 "a manifest in the output folder, which there is not yet" in --exclude c.json --out-dir new --to xml --resume new/runs/m
lines "$work/new/runs/m" 4
rm -r "$work/new"
convert 2 "a manifest that cannot be read again" in --out-dir out --to xml --manifest -
says err "a manifest is read again, so it must be a file"

# ---- killed and gone on with, it is the same as never killed ----
rm -rf "$work/in" "$work/out" "$work/m"
mkdir "$work/in"
for i in $(seq 10 29); do cp "$samples/annex.json" "$work/in/$i.json"; done
cp "$invalid/json.syntax.json" "$work/in/13.json"
convert 3 "never killed" in --out-dir whole --to xml --manifest m
sed 's,"whole/,"out/,' "$work/m" >"$work/m2" && timeless "$work/m2" >"$work/m.whole"
rm "$work/m"

rm "$work/in/20.json" && mkfifo "$work/in/20.json"
(cd "$work" && exec "$program" convert in/*.json --out-dir out --to xml --resume m >/dev/null 2>&1) &
job=$!
# The pipe opens when the program reads it; all files before it are done by then.
timeout 120 bash -c 'exec 3>"$1"; head -c 50000 "$2" >&3; kill -KILL "$3"' - "$work/in/20.json" "$samples/annex.json" $job ||
  fail "the program did not read 20.json"
{ wait $job || true; } 2>/dev/null # bash tells what was killed
lines "$work/m" 10
files "$work/out" $(seq -f '%g.xml' 10 12) $(seq -f '%g.xml' 14 19)
rm "$work/in/20.json" && cp "$samples/annex.json" "$work/in/20.json"
truncate -s -30 "$work/m" # cut as by a kill: the output of 19 is there, its line is not
check 3 "gone on with" "$program" convert in --out-dir out --to xml --resume m
says err "20 files: 19 done (8 before), 0 with findings, 1 failed"
diff -r "$work/whole" "$work/out" || fail "the outputs differ"
timeless "$work/m" | diff - "$work/m.whole" || fail "the manifest differs"

rm -rf "$work/out" "$work/m"
for time in 0.01 0.02 0.03 0.04 0.05 0.06 0.07 0.08; do
  # In the foreground it kills the program alone, and waits until that has ended.
  { (cd "$work" && timeout --foreground -s KILL $time "$program" convert in --out-dir out --to xml --resume m >/dev/null) || true; } 2>/dev/null
done
check 3 "killed at any moment and gone on with" "$program" convert in --out-dir out --to xml --resume m
diff -r "$work/whole" "$work/out" || fail "the outputs differ"
timeless "$work/m" | diff - "$work/m.whole" || fail "the manifest differs"
exit $failed
