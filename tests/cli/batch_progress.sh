#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Progress is shown on standard error alone: drawn on a terminal, in lines elsewhere, not at all under --quiet.
# usage: batch_progress.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
annex=$source/samples/eu-morocco-2013/annex.json
cd "$work"
cp "$annex" a.json
mkfifo slow.json
# Without -q, with which grep ends at the first line and tr fails for what it has not written yet.
shows() { tr '\r' '\n' <"$1" | grep -E -- "$2" >/dev/null; }
# waits FILE PATTERN: until a line of the file, which grows, holds the pattern; for a minute at most.
waits() { for _ in $(seq 600); do shows "$@" && return || sleep 0.1; done; }
# feed FILE PATTERN: lets the program read half of slow.json, and the rest once the file holds the pattern.
feed() {
  timeout 120 bash -c 'exec 3>slow.json; head -c 60000 "$1" >&3; cat >&3 <&4' - "$annex" \
    4< <(waits "$@"; tail -c +60001 "$annex") || fail "slow.json was not read"
  shows "$@" || fail "$1 lacks $2: $(cat -v "$1" | head -c 300)"
}

arguments="a.json slow.json --out-dir out --to xml --force"
touch drawn
TERM=xterm script -qefc "stty cols 70; exec '$program' convert $arguments" drawn >/dev/null &
feed drawn '1 of 2 files, .* kB, .*, .* findings'
wait $! || fail "on a terminal: exit code $?"
cp drawn "$work.err"
says err $'\x1b[K'
says err "2 files: 2 done"
tr '\r' '\n' <drawn | grep -a ' of 2 files' | sed 's/\x1b.*//' | awk 'length > 69 { exit 1 }' || fail "it is wider than the terminal"
tr '\r' '\n' <drawn | grep -a '105 initiatives, ' | grep -q 'of 2 files' && fail "a report and the progress share a line"

touch lines
"$program" convert $arguments 2>lines >report &
feed lines '^annexkit: 1 of 2 files, 1[0-9.]+ kB.*, .*/s, [0-9]+ findings$'
wait $! || fail "in lines: exit code $?"
grep -q $'\x1b' lines && fail "in lines: a terminal is steered"
grep -q ' of 2 files' report && fail "progress is on standard output"

touch silent
"$program" convert $arguments --quiet 2>silent >/dev/null &
feed report '^slow.json' # holds it already, so nothing waits
wait $! || fail "quiet: exit code $?"
[ ! -s silent ] || fail "quiet: $(cat silent)"

check 0 "what ends soon shows nothing" "$program" convert a.json --out-dir out --to xml --force
[ "$(wc -l <"$work.err")" = 1 ] || fail "it shows: $(cat "$work.err")"
exit $failed
