#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Formats that break the contract at work: exit code 4 and a message that says what they did, no output, nothing left
# behind, whatever the number of threads and whatever is to be done with invalid initiatives.
# With --isolate they are in a process of their own, and what they did is told in the same words.
# usage: broken.sh PROGRAM SOURCE_DIR PLUGINS [--isolate]
set -euo pipefail
program=$1 coast=$2/samples/declarations/coast-2020 plugins=$3 isolate=("${@:4}") failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/out"

fail() { echo "$*"; failed=1; }

# convert CODE TITLE ARGUMENT...: keeps what the program says in $work/said.
convert() {
  local wanted=$1 title=$2 code=0
  shift 2
  "$program" convert "${isolate[@]}" --plugin-dir "$plugins" --schema "$coast/coast-2020.schema.json" --chunk-bytes 300 --report concise \
    "$@" >"$work/said" 2>&1 || code=$?
  [ "$code" -eq "$wanted" ] || fail "$title: exit code $code, wanted $wanted: $(head -c 500 "$work/said")"
}
says() { grep -qF -- "$2" "$work/said" || fail "$1 does not say: $2 (but: $(head -c 500 "$work/said"))"; }

# fails NAME REASON ARGUMENT...
fails() {
  local name=$1 reason=$2
  shift 2
  for how in "stop --jobs 1" "keep --jobs 1" "keep --jobs 3"; do
    # shellcheck disable=SC2086
    convert 4 "$name" --on-invalid $how "$@"
    says "$name" "$reason"
    [ -z "$(ls -A "$work/out")" ] || fail "$name leaves behind: $(ls -A "$work/out")"
  done
}
reading() { fails "$1" "$2" --from "$1" "$work/annex.whole" "$work/out/annex.json"; }
writing() { fails "$1" "$2" --to "$1" "$coast/annex.json" "$work/out/annex"; }

convert 0 whole "$coast/annex.json" "$work/annex.whole"
convert 0 whole "$work/annex.whole" "$work/annex.ndjson"
cmp "$work/annex.whole" "$work/annex.ndjson"

thrown="it threw an exception across the border"
reading open-throws "$thrown: no reader today"
reading open-silent "open of open-silent failed without saying why"
reading scan-throws "$thrown: no scan today"
for name in scan-consumes-nothing scan-consumes-too-much scan-wants-more scan-ends-early scan-unknown; do
  reading $name "its scan broke the contract"
done
reading scan-stops "scan of scan-stops failed without saying why"
reading scan-delivers-a-record "its scan delivered a record"
reading parse-throws "$thrown: no parse today"
reading parse-throws-a-number "$thrown"
reading parse-silent "parse of parse-silent failed without saying why"
reading parse-stops "parse of parse-stops failed without saying why"
reading undeclared-rule "it reported a rule that it does not declare: broken.rule"
reading fewer-fields "it delivered a record with other fields"

writing writer-throws "$thrown: no writer today"
writing begin-throws "$thrown: no beginning today"
writing write-throws "$thrown: no record today"
writing write-silent "write of write-silent failed without saying why"
writing write-overruns "it wrote more than it had room for"
writing end-silent "end of end-silent failed without saying why"
# What has no data cannot be sent.
writing separator-null "$([ "${#isolate[@]}" -eq 0 ] && echo "its separator has no data" || echo "signal SIGSEGV ended it")"
writing separator-throws "$thrown: no separator today"

# What can be done without.
for name in sniff-throws encoding-throws close-throws; do
  cp "$work/annex.whole" "$work/annex.$name"
  convert 0 $name --force "$work/annex.$name" "$work/back.ndjson"
  cmp "$work/annex.whole" "$work/back.ndjson" || fail "$name changes something"
done
convert 0 close-throws "$coast/annex.json" "$work/out/annex.close-throws"
sed 's/"AA"/"no code"/' "$work/annex.whole" >"$work/annex.address-throws"
convert 1 address-throws "$work/annex.address-throws" "$work/out/annex.json"
says address-throws "partner.unknown"
exit $failed
