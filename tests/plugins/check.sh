#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# annexkit plugin check: our own plugins pass, broken ones fail the check that is for their defect and say what was found.
# usage: check.sh PROGRAM SOURCE_DIR BROKEN_PLUGINS OWN_PLUGINS
set -euo pipefail
program=$1 source=$2 plugins=$3 own=$4
. "$source/tests/cli/check.sh"
# Small enough for what devours memory, and short enough for what hangs.
limits=(--seconds 10 --memory-bytes 500000000)

for name in csv json xml; do
  samples=()
  for sample in "$source"/samples/invalid/*."$name"; do
    # Those that are no UTF-8 are the host's to decode.
    if [ "$(wc -c <"$sample")" -lt 3000 ] && iconv -f utf-8 -t utf-8 "$sample" >"$work/decoded" 2>&1; then
      samples+=(--sample "$sample")
    fi
  done
  check 0 "$name passes" "$program" plugin check "$own/annexkit_$name.so" "${samples[@]}"
  says out " 0 failed, "
  silent err
done
check 0 "what plugin new writes passes" "$program" plugin check "$plugins/template/annexkit_new-format.so"
says out "45 checks, 41 passed, 0 failed, 4 skipped"

check 4 "broken formats fail" "$program" plugin check "${limits[@]}" --format tap "$plugins/broken/annexkit_broken.so"
cp "$work.out" "$work/broken.tap"
# The failed checks of a format, and what was found in them.
failed_of() { sed -n "s/^not ok [0-9]* - $1 \([a-z.-]*\): .*/\1/p" "$work/broken.tap" | tr '\n' ' '; }
found_of() { awk -v format="$1" '/^(not )?ok / {here = /^not ok/ && $5 == format} here && /^    /' "$work/broken.tap"; }

# FORMAT | FAILED CHECKS | WORDS OF WHAT WAS FOUND. A defect that several checks meet has them all.
rows=0
while IFS='|' read -r format ids words; do
  format=${format// /} words=${words# }
  rows=$((rows + 1))
  [ "$(failed_of "$format")" = "$(xargs <<<"$ids") " ] || fail "$format fails $(failed_of "$format")instead of $ids"
  [[ "$(found_of "$format")" == *"$words"* ]] || fail "$format: not found: $words; but: $(found_of "$format")"
done <<'TABLE'
open-throws            | works.opens       | open threw an exception across the border: no reader today
open-silent            | works.opens       | open failed without a finding
sniff-throws           | sniff.own-output  | sniff threw an exception
sniff-too-sure         | sniff.own-output  | a certainty of 101
encoding-throws        | sniff.own-output  | declared_encoding threw an exception
scan-throws            | works.reads       | scan threw an exception
scan-consumes-nothing  | works.reads       | scan consumes nothing
scan-consumes-too-much | works.reads       | scan consumes more than the window
scan-wants-more        | works.reads       | scan asks for more than the last window
scan-ends-early        | works.reads       | scan finds the end
scan-unknown           | works.reads       | scan finds something that the contract does not know
scan-stops             | works.reads       | scan answered 1 unasked
scan-delivers-a-record | works.reads       | a record is delivered outside parse
scan-cuts-lines        | read.windows promise.lines damage.corrupted | records are cut off within the line
parse-throws           | works.reads       | parse threw an exception
parse-throws-a-number  | works.reads       | parse threw something
parse-silent           | works.reads       | parse failed without a finding
parse-stops            | works.reads       | parse answered 1 unasked
parse-crashes          | works.reads       | it crashed by SIGSEGV (Segmentation fault)
leaves-children        | works.reads       | it crashed by SIGSEGV (Segmentation fault)
parse-terminates       | works.reads       | it crashed by SIGABRT
parse-hangs            | works.reads       | it did not end within 10 seconds
parse-exits            | works.reads       | it ended the process with code 0
parse-devours          | works.reads       | parse threw an exception across the border: std::bad_alloc
undeclared-rule        | works.reads       | a rule that it does not declare: broken.rule
fewer-fields           | works.reads       | a record has not the schema's fields
loses-unknown-fields   | round-trip.values | and no loss is told
goes-on                | stop.records stop.reading | it goes on delivering after the host refused
reads-room             | works.reads       | of what it wrote itself, it reports json.
spells-bare            | read.spelling     | field
setting-untaken        | read.settings     | option max-depth: it does not take the value that it says is in use
chooses-twice          | read.candidates   | it would choose two ways to read an input
address-throws         | read.addresses    | address threw an exception
close-throws           | works.writes      | close threw an exception
prints                 | quiet.streams     | it writes to standard output: "parsing
damage-crashes         | damage.corrupted  | it crashed by SIGABRT
keeps-the-chunk        | works.lent        | it crashed by SIGSEGV (Segmentation fault)
keeps-the-options      | works.lent        | it crashed by SIGSEGV (Segmentation fault)
keeps-a-text           | works.lent        | it crashed by SIGSEGV (Segmentation fault)
leaks-memory           | leaks.memory      | bytes for good
leaks-files            | leaks.files       | files open
writer-throws          | works.opens       | open threw an exception
begin-throws           | works.writes      | begin threw an exception
write-throws           | works.writes      | write threw an exception
write-silent           | works.writes      | write failed without a finding
write-overruns         | works.writes      | it writes past its room
loses-in-silence       | round-trip.values | and no loss is told
ignores-no-room        | stop.no-room      | write answered 0 where the host refused with 3
ignores-refusals       | stop.writing      | begin answered 0 where the host refused with 1
end-silent             | works.writes      | end failed without a finding
end-counts             | promise.joins     | its end hangs on the number of records
separator-null         | works.writes      | the separator has a size and no data
separator-throws       | works.writes      | separator threw an exception
extension-bare         | declares.itself   | an extension starts with no point
option-undecided       | declares.options  | option undecided has a default that is neither true nor false
rule-english           | declares.rules    | rule half.rule lacks a sentence
promises-all           | declares.promises | it promises what the contract does not know
TABLE
# Threads meet each other where they happen to.
[[ "$(failed_of one-at-a-time)" == *threads.parse* ]] || fail "one-at-a-time fails $(failed_of one-at-a-time)"
[ -z "$(failed_of whole)" ] || fail "the whole format fails $(failed_of whole)"
formats=$("$program" formats --format ids --plugin-dir "$plugins/broken" | grep -vcxE 'csv|json|ndjson|xml')
[ "$formats" -eq $((rows + 2)) ] || fail "the table has $rows rows for $formats formats"

# fails_handshake FILE IDS WORDS
fails_handshake() {
  check 4 "$1" "$program" plugin check "${limits[@]}" "$1"
  [ "$(sed -n 's/^  FAIL  \([a-z.]*\) .*/\1/p' "$work.out" | xargs)" = "$2" ] || fail "$1 fails other checks: $(cat "$work.out")"
  says out "found: $3"
}
fails_handshake "$plugins/handshake/annexkit_load_crashes.so" handshake.loads "it crashed by SIGABRT"
fails_handshake "$plugins/handshake/annexkit_load_hangs.so" handshake.loads "it did not end within 10 seconds"
fails_handshake "$plugins/handshake/annexkit_unload_crashes.so" handshake.unloads "it crashed by SIGABRT"
fails_handshake "$plugins/handshake/annexkit_load_prints.so" handshake.quiet "it writes to its standard streams: welcome"
fails_handshake "$plugins/handshake/annexkit_entry_changes.so" handshake.entry "it gives another table each time"
fails_handshake "$plugins/handshake/annexkit_nameless.so" handshake.names "it has no licence"
fails_handshake "$plugins/wrong_abi/annexkit_wrong_abi.so" handshake.loads "it speaks version 2 of the plugin contract"
fails_handshake "$plugins/no_entry/annexkit_no_entry.so" handshake.loads "it has no function annexkit_plugin_v1"
fails_handshake "$plugins/odd_id/annexkit_odd_id.so" handshake.loads '"My Format" is no id of a format'
fails_handshake "$plugins/small_importer_table/annexkit_small_importer_table.so" handshake.loads "its importer table is too small"
fails_handshake "$plugins/no_write/annexkit_no_write.so" handshake.loads "the exporter of refused lacks one of its functions"

# Interrupted or killed, it leaves nobody: neither the plugin nor what that has started, wherever it went.
checking="plugin check .*annexkit_load_leaves_child.so"
for signal in TERM KILL; do
  "$program" plugin check "$plugins/handshake/annexkit_load_leaves_child.so" >"$work.out" 2>&1 &
  # The program, the guardian, the plugin and its child.
  for _ in {1..100}; do [ "$(pgrep -fc "$checking" || true)" -lt 4 ] || break; sleep 0.05; done
  [ "$(pgrep -fc "$checking" || true)" = 4 ] || fail "these are there to be ended: $(pgrep -fa "$checking" || true)"
  kill -$signal $!
  { wait $! || true; } 2>"$work.err"
  for _ in {1..100}; do pgrep -f "$checking" >"$work.found" || break; sleep 0.05; done
  [ ! -s "$work.found" ] || fail "SIG$signal leaves $(cat "$work.found")"
done

# What others may change is tried on request.
cp "$plugins/template/annexkit_new-format.so" "$work/annexkit_open.so"
chmod 666 "$work/annexkit_open.so"
check 4 "an unsafe plugin" "$program" plugin check annexkit_open.so
says out "all users may change $work/annexkit_open.so (chmod o-w mends that)"
check 0 "an unsafe plugin, all the same" "$program" plugin check --allow-unsafe-plugins annexkit_open.so
says err "annexkit: warning: plugin annexkit_open.so is loaded all the same: all users may change $work/annexkit_open.so"

# What the forms promise to those that read them.
check 1 "a TAP harness reads them" prove -e cat "$work/broken.tap"
! grep -F "Parse errors" "$work.err" "$work.out" || fail "the TAP cannot be read"
check 4 "junit" "$program" plugin check "${limits[@]}" --format junit "$plugins/handshake/annexkit_nameless.so"
cp "$work.out" "$work/nameless.xml"
if command -v xmllint >"$work/found"; then
  check 0 "JUnit is XML" xmllint --noout "$work/nameless.xml"
  count() { xmllint --xpath "$1" "$work/nameless.xml"; }
  [ "$(count 'string(//testsuite[1]/@failures)') $(count 'count(//failure)')" = "1 1" ] || fail "JUnit counts otherwise"
  [ "$(count 'count(//testcase)')" = "$(count 'sum(//testsuite/@tests)')" ] || fail "JUnit has other cases than it counts"
fi

# One that is read only has nothing to be read but samples.
check 2 "a sample of no format" "$program" plugin check "$own/annexkit_json.so" --sample "$source/README.md"
says err "is a sample of none of the plugin's formats"
check 2 "a sample without end" "$program" plugin check "$own/annexkit_json.so" --sample /dev/zero
says err "/dev/zero is no regular file, so it cannot be a sample"
head -c 1000001 /dev/zero >"$work/large.json"
check 2 "a large sample" "$program" plugin check "$own/annexkit_json.so" --sample large.json
says err "large.json has 1000001 bytes; a sample has 1000000 at most"
check 3 "no file" "$program" plugin check none.so
says err "cannot read none.so"
check 2 "no plugin named" "$program" plugin check
check 2 "no such form" "$program" plugin check --format yaml x.so
check 2 "nothing to be done" "$program" plugin
exit $failed
