#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Converts many files at once: which, where to, and what becomes of each.
# usage: batch.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
samples=$source/samples/eu-morocco-2013
invalid=$source/samples/invalid

# ---- which files, and where to ----
mkdir -p "$work/in/2020/more" "$work/in/2021" "$work/in/.hidden"
cp "$samples/annex.csv" "$work/in/2020/annex.csv"
cp "$samples/annex.csv" "$work/in/2020/more/annex.csv"
cp "$samples/annex.json" "$work/in/2021/annex.json"
cp "$samples/annex.csv" "$work/in/.hidden/annex.csv"
echo "no annex" >"$work/in/README.md"
ln -s .. "$work/in/2020/loop"

convert 0 "a folder, to the same places below another" in --out-dir out --to xml
files "$work/out" 2020/annex.xml 2020/more/annex.xml 2021/annex.xml
for file in 2020/annex 2020/more/annex 2021/annex; do same "$samples/annex.xml" "$work/out/$file.xml"; done
says err "3 files: 3 done, 0 with findings, 0 failed; 315 initiatives read, 315 written; 0 errors, 204 warnings, 0 notes"
says out "in/2020/annex.csv: 105 initiatives, 0 errors, 68 warnings, 0 notes"
convert 0 "it speaks French" in --out-dir out --to xml --force --lang fr
says err "3 fichiers : 3 convertis, 0 avec constats, 0 en échec ; 315 initiatives lues, 315 écrites"
convert 0 "nor does it say more than asked" in --out-dir out --to xml --force --quiet
silent err
convert 0 "nor where the report goes to a file" in --out-dir out --to xml --force --quiet --report csv=r.csv
silent err
silent out

convert 0 "what is included and excluded" in --out-dir o2 --to json --include '*.csv' --exclude more
files "$work/o2" 2020/annex.json
convert 0 "files by name" in/2020/annex.csv --out-dir o3 --to json
files "$work/o3" annex.json
convert 0 "files keep their folders" in/2020/annex.csv in/2021/annex.json --relative-to in --out-dir o4 --to ndjson
files "$work/o4" 2020/annex.ndjson 2021/annex.ndjson
check 0 "a list of names" bash -c "cd in; find . -name '*.json' -o -path ./2020/annex.csv | LC_ALL=C sort |
  '$program' convert --files-from - --relative-to . --out-dir ../o5 --to xml"
files "$work/o5" 2020/annex.xml 2021/annex.xml
check 0 "a list of names that end with NUL" bash -c "printf 'in/2020/annex.csv\\0' >list; '$program' convert --files-from list --null --out-dir o6 --to xml"
files "$work/o6" annex.xml
check 2 "a list of names that end with NUL, read as lines" bash -c "printf 'in/2020/annex.csv\\0b.csv\\0' | '$program' convert --files-from - --out-dir no --to xml"
says err 'the list of files has a NUL behind "in/2020/annex.csv"'
says err "use --null if its names end with NUL"
absent "$work/no"
convert 2 "--null of no list" in --null --out-dir no --to xml
says err "--files-from"
cp "$work/list" "$work/annex.json"
convert 2 "a list is no output" --files-from annex.json --null --out-dir . --to json --force
says err "is read for this, and would be replaced"
convert 2 "nor a report" --files-from list --null --out-dir no --to json --report json=list
says err "list is read for this, and would be replaced"
absent "$work/no"
printf 'in/2020/annex.csv\0' | cmp -s - "$work/list" || fail "the list was replaced"
mkdir "$work/schemas" && cp "$source/schemas/eu-morocco-2013.schema.json" "$work/schemas/"
check 2 "nor does a report replace a schema of a folder" "$program" validate in/2020/annex.csv --schema-dir schemas \
  --report json=schemas/eu-morocco-2013.schema.json
says err "is read for this, and would be replaced"
convert 0 "files at any depth" in --out-dir o7 --to ndjson --include '**/annex.csv' --exclude 'more/'
files "$work/o7" 2020/annex.ndjson
convert 0 "a folder within the inputs is no input" in --out-dir in/out --to xml
files "$work/in/out" 2020/annex.xml 2020/more/annex.xml 2021/annex.xml
convert 0 "not even the next time" in --out-dir in/out --to xml --force
files "$work/in/out" 2020/annex.xml 2020/more/annex.xml 2021/annex.xml
rm -r "$work/in/out"

# ---- refused before anything is written ----
cp "$samples/annex.csv" "$work/in/2021/annex.csv"
convert 2 "two inputs for one output" in --out-dir no --to xml
says err "in/2021/annex.csv and in/2021/annex.json would both become no/2021/annex.xml"
absent "$work/no"
rm "$work/in/2021/annex.csv"
convert 2 "an output that is an input" in --out-dir in --to json --include '*.json' --force
says err "the output in/2021/annex.json would be the input in/2021/annex.json"
ln "$work/in/2021/annex.json" "$work/hard.json"
ln -s in/2021/annex.json "$work/soft.json"
for other in in/2021/annex.json in/../in/2021/annex.json hard.json soft.json "$work/soft.json"; do
  convert 2 "also alone, as $other" in/2021/annex.json "$other" --force
  says err "would be the input"
done
check 2 "also as standard input" bash -c "'$program' convert --from json - in/2021/annex.json --force <in/2021/annex.json"
same "$samples/annex.json" "$work/in/2021/annex.json"
convert 2 "no format" in --out-dir no
says err "--out-dir needs --to"
convert 2 "standard input" - --out-dir no --to xml
says err "standard input has no name"
convert 2 "an input outside the base" in/2020/annex.csv --relative-to in/2021 --out-dir no --to xml
says err "in/2020/annex.csv is not in in/2021"
convert 3 "nothing at all" --files-from /dev/null --out-dir no --to xml
says err "there is nothing to convert"
convert 2 "an option for many files with one" in/2020/annex.csv a.xml --exclude b
says err "--exclude needs --out-dir"
convert 2 "two names and no more" in/2020/annex.csv a.xml b.xml
says err "use --out-dir"
absent "$work/no"

# ---- nothing outside the folder ----
mkdir -p "$work/jail" "$work/outside"
ln -s ../outside "$work/jail/2020"
ln -s ../../outside/file.xml "$work/jail/2021.link"
convert 6 "a link that leads out" in --out-dir jail --to xml
says err "jail/2020 leads out of jail"
files "$work/outside"
files "$work/jail" 2020 2021.link 2021/annex.xml
rm "$work/jail/2021/annex.xml"
echo old >"$work/outside/file.xml"
ln -s ../../outside/file.xml "$work/jail/2021/annex.xml"
convert 6 "a file that leads out" in/2021 --out-dir jail/2021 --to xml --force
says err "jail/2021/annex.xml leads out of jail/2021"
[ "$(cat "$work/outside/file.xml")" = old ] || fail "a file outside was written"
mkdir -p "$work/pipes/2020" && mkfifo "$work/pipes/2020/annex.xml"
for more in "" --force "--resume m"; do
  # shellcheck disable=SC2086 # no option, one, or one with its value
  check 6 "a pipe in the place of an output" timeout 60 "$program" convert in/2020/annex.csv --relative-to in --out-dir pipes --to xml $more
  says err "pipes/2020/annex.xml is no file"
done
rm "$work/m"

# ---- one failure never stops the others ----
mkdir "$work/mixed"
cp "$samples/annex.json" "$work/mixed/a.json"
cp "$invalid/partner.unknown.json" "$work/mixed/b.json"
cp "$invalid/json.syntax.json" "$work/mixed/c.json"
cp "$samples/annex.json" "$work/mixed/d.json"
convert 3 "the exit code of the worst" mixed mixed/none.json --out-dir m1 --to xml
files "$work/m1" a.xml d.xml
says err "5 files: 2 done, 1 with findings, 2 failed; 212 initiatives read, 210 written"
says err "cannot read mixed/none.json: No such file or directory"
convert 1 "findings alone" mixed --exclude c.json --out-dir m2 --to xml --on-invalid keep
files "$work/m2" a.xml b.xml d.xml
convert 1 "the first failure ends it where asked for" mixed --out-dir m3 --to xml --fail-fast
files "$work/m3" a.xml
says err "4 files: 1 done, 1 with findings, 0 failed, 2 not tried"
convert 6 "what is there is not replaced" mixed --exclude 'b.json' --exclude 'c.json' --out-dir m3 --to xml
says err "m3/a.xml exists"
files "$work/m3" a.xml d.xml
convert 5 "a loss" mixed/a.json --out-dir m4 --to ndjson --lossless
files "$work/m4"

# ---- the same whatever the number of threads, and for large files among small ones ----
mkdir "$work/many"
for i in $(seq 10 29); do cp "$invalid/partner.unknown.json" "$work/many/s$i.json"; done
for i in 15 25; do cp "$samples/annex.json" "$work/many/s$i.json"; done
for jobs in 1 2 5; do
  for form in text ndjson; do
    convert 1 "threads" many --out-dir n$jobs$form --to csv --jobs $jobs --chunk-bytes 2000 --on-invalid keep --report $form
    sed "s/n$jobs$form/OUT/" "$work.out" >"$work/report.$form.$jobs"
    same "$work/report.$form.1" "$work/report.$form.$jobs"
    diff -r "$work/n1text" "$work/n$jobs$form" || fail "outputs differ with $jobs threads"
  done
done
exit $failed
