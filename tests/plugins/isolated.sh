#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Plugins that crash, hang, exit or take all memory in a process of their own: finding plugin.crashed with the reason, exit
# code 4, the output that was there untouched, other files done, no process and no file left. What is whole gives the same
# bytes as without.
# usage: isolated.sh PROGRAM SOURCE_DIR PLUGINS [--memory]
set -euo pipefail
program=$1 source=$2 plugins=$3 limits_memory=${4:-}
. "$source/tests/cli/check.sh"
coast=$source/samples/declarations/coast-2020
crashing=(--isolate --plugin-dir "$plugins/crashing" --schema "$coast/coast-2020.schema.json")
export TMPDIR=$work.tmp
mkdir "$TMPDIR" "$work/out"

# No process of a plugin outlives the program, nor a child of its own.
nobody_is_left() {
  local left
  left=$(pgrep -f "annexkit-plugin-host $plugins/crashing" || true)
  [ -z "$left" ] || fail "$1 leaves processes: $left"
}

# crashed NAME REASON CODE ARGUMENT...
crashed() {
  local name=$1 reason=$2
  shift 2
  for how in "stop --jobs 1" "keep --jobs 3"; do
    echo "what was there" >"$work/out/annex"
    # shellcheck disable=SC2086
    check 4 "$name" "$program" convert "${crashing[@]}" --limit plugin-time=1 --chunk-bytes 300 --report concise \
      --force --on-invalid $how "$@"
    says err "plugin broken crashed: $reason [plugin.crashed]"
    [ "$(cat "$work/out/annex")" = "what was there" ] || fail "$name changes the output"
    files "$work/out" annex
    [ -z "$(ls -A "$TMPDIR")" ] || fail "$name leaves $(ls -A "$TMPDIR")"
    nobody_is_left "$name"
  done
}
reading() { crashed "$1" "$2" --from "$1" --to json "$work/annex.whole" out/annex; }
writing() { crashed "$1" "$2" --to "$1" "$coast/annex.json" out/annex; }

check 0 "a whole plugin" "$program" convert "${crashing[@]}" "$coast/annex.json" annex.whole
check 0 "there and back" "$program" convert "${crashing[@]}" annex.whole back.ndjson
same "$work/annex.whole" "$work/back.ndjson"

segv="signal SIGSEGV ended it"
reading parse-crashes "$segv"
reading parse-aborts "signal SIGABRT ended it"
reading parse-exits "it ended its process with exit code 7"
reading parse-hangs "it did not answer within 1 s"
reading parse-spins "it did not answer within 1 s"
reading parse-closes-everything "it ended its process with exit code 0"
reading parse-answers-nonsense "it answered what cannot be understood"
reading leaves-a-child "$segv"
reading open-crashes "$segv"
reading scan-crashes "$segv"
writing begin-crashes "$segv"
writing write-crashes "$segv"
writing end-hangs "it did not answer within 1 s"
if [ -n "$limits_memory" ]; then
  crashing+=(--limit plugin-memory=300000000)
  reading parse-takes-memory "it needs more memory than it may use, 300000000 bytes"
fi

# The way out is that of the reason: more time, more memory, or neither.
# way_out FORMAT OPTION
way_out() {
  check 4 "the way out of $1" "$program" validate "${crashing[@]}" --limit plugin-time=1 --from "$1" annex.whole
  [ "$(cat "$work.out" "$work.err" | grep -o -- "plugin-[a-z]*=[A-Z]*" | xargs)" = "$2" ] ||
    fail "the way out of $1 is another: $(cat "$work.out" "$work.err")"
}
way_out parse-crashes ""
way_out parse-exits ""
way_out parse-hangs "plugin-time=SECONDS"
[ -z "$limits_memory" ] || way_out parse-takes-memory "plugin-memory=BYTES"

# What is asked beside reading and writing.
sed 's/"AA"/"no code"/' "$work/annex.whole" >"$work/wrong.whole"
check 4 "an address" "$program" validate "${crashing[@]}" --from address-crashes --report concise wrong.whole
says out "$segv [plugin.crashed]"
says out "[partner.unknown]"
sed 's/"AA"/"aa"/' "$work/annex.whole" >"$work/wrong.whole"
cp "$work/wrong.whole" "$work/mend"
check 4 "a spelling" "$program" fix "${crashing[@]}" --from spell-crashes --unsafe --report concise mend
says out "$segv [plugin.crashed]"
same "$work/wrong.whole" "$work/mend"
cp "$work/annex.whole" "$work/annex.sniff-crashes"
check 0 "what can be done without" "$program" validate "${crashing[@]}" annex.sniff-crashes
check 0 "a close that hangs" "$program" convert "${crashing[@]}" --limit plugin-time=1 annex.whole out/annex.close-hangs
same "$work/annex.whole" "$work/out/annex.close-hangs"
nobody_is_left "a close that hangs"

# One file of many: the others are done, by the same plugin.
mkdir "$work/many"
for file in 1.whole 2.parse-crashes 3.whole; do cp "$work/annex.whole" "$work/many/$file"; done
check 4 "many files" "$program" convert "${crashing[@]}" many --out-dir done --to ndjson
files "$work/done" 1.ndjson 3.ndjson
for file in 1 3; do same "$work/annex.whole" "$work/done/$file.ndjson"; done

check 4 "in French" "$program" validate --lang fr "${crashing[@]}" --from parse-exits --report concise annex.whole
says out "le module broken a planté : il a mis fin à son processus avec le code 7"
check 0 "a plugin that crashes when it is loaded" "$program" formats --isolate --plugin-dir "$plugins/at_load"
unwrap out
says out "annexkit_at_load.so: it crashed when it was loaded: signal SIGABRT ended it"
for command in formats "rules csv.no-heading" "template --schema $coast/coast-2020.schema.json"; do
  # shellcheck disable=SC2086
  SECONDS=0 && check 0 "$command and a plugin that hangs when it is loaded" "$program" $command --isolate \
    --limit plugin-time=1 --plugin-dir "$plugins/handshake"
  [ $SECONDS -lt 30 ] || fail "$command waits $SECONDS s for a plugin that hangs"
done
check 2 "a limit that is of no plugin" "$program" formats --isolate --limit records=1
says err "plugin-memory, plugin-time"
check 2 "a limit for nobody" "$program" validate --limit plugin-time=1 annex.whole
says err "--limit plugin-memory and plugin-time are for plugins in a process of their own"

# A host that is killed takes them with it.
"$program" validate "${crashing[@]}" --from parse-spins "$work/annex.whole" >"$work.out" 2>&1 &
host=$!
for _ in {1..100}; do pgrep -f "annexkit-plugin-host $plugins/crashing" >"$work.found" && break; sleep 0.05; done
kill -KILL $host
{ wait $host || true; } 2>"$work.err"
for _ in {1..100}; do pgrep -f "annexkit-plugin-host $plugins/crashing" >"$work.found" || break; sleep 0.05; done
nobody_is_left "a host that is killed"

# The same bytes as without: outputs, and reports on every bad sample.
annex=$source/samples/eu-morocco-2013/annex
for format in csv json ndjson xml; do
  for from in csv json xml; do
    check 0 "$from to $format" "$program" convert --isolate --chunk-bytes 5000 "$annex.$from" "$from.$format"
    check 0 "$from to $format" "$program" convert "$annex.$from" "plain.$format" --force
    same "$work/$from.$format" "$work/plain.$format"
  done
done
for sample in "$source"/samples/invalid/{csv,encoding,json,text,xml}.*; do
  case $sample in *.args) continue ;; esac
  for command in "validate --report json" "fix --diff --unsafe" "sniff"; do
    # shellcheck disable=SC2086
    code=0 && (cd "$work" && "$program" $command "$sample") >"$work.plain" 2>&1 || code=$?
    # shellcheck disable=SC2086
    check "$code" "$command $sample" "$program" $command --isolate "$sample"
    sort "$work.plain" | diff - <(sort "$work.out" "$work.err") >"$work.diff" || fail "$command $sample: $(head -n 5 "$work.diff")"
  done
done
exit $failed
