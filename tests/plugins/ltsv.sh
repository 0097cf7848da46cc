#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The sample of an importer in Rust: passes annexkit plugin check, and reads the annex that stands beside it.
# usage: ltsv.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$source/tests/cli/check.sh"
command -v rustc >"$work.found" || { echo "skipped: rustc is not installed"; exit 77; }
sample=$source/samples/plugins/ltsv schema=$source/samples/declarations/coast-2020/coast-2020.schema.json
check 0 "it compiles" rustc --edition 2021 -O -D warnings --crate-type cdylib "$sample/ltsv.rs" -o annexkit_ltsv.so
cp "$sample/annex.ltsv" "$work/annex.ltsv"
printf 'id:a\tstray\n\n \t\r\npartners:\tid:b\tid:c\t:empty\r\nno label at all' >"$work/odd.ltsv"
check 0 "it passes" "$program" plugin check annexkit_ltsv.so --sample annex.ltsv --sample odd.ltsv
says out " 31 passed, 0 failed, 14 skipped"
check 0 "without samples there is less to try" "$program" plugin check annexkit_ltsv.so
says out "it writes nothing that it could read; name an input with --sample"

check 0 "it reads" "$program" convert --plugin-dir "$work" --schema "$schema" annex.ltsv annex.json
same "$work/annex.json" "$sample/annex.json"
check 0 "its files are told by their content" bash -c '"$0" validate --plugin-dir "$1" --schema "$2" - <annex.ltsv' \
  "$program" "$work" "$schema"
says out "(ltsv, utf-8, coast-2020)"
check 1 "what has no label is told" "$program" validate --plugin-dir "$work" --schema "$schema" odd.ltsv
says out "this value has no label"
says out "line 1, column 6"
check 1 "in French too" "$program" validate --lang fr --plugin-dir "$work" --schema "$schema" odd.ltsv
says out "cette valeur n'a pas d'étiquette"
check 0 "in parts as a whole" bash -c 'for part in 1 2; do "$0" convert "$@" --shard $part/2 - 2>/dev/null; done' \
  "$program" --plugin-dir "$work" --schema "$schema" --to ndjson annex.ltsv
cp "$work.out" "$work/parts.ndjson"
check 0 "the whole" "$program" convert --plugin-dir "$work" --schema "$schema" annex.ltsv whole.ndjson
same "$work/parts.ndjson" "$work/whole.ndjson"
exit $failed
