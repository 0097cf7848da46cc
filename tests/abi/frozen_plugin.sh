#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A plugin in C that was built against the frozen contract reads and writes in the program of today.
# usage: frozen_plugin.sh PROGRAM SOURCE_DIR PLUGINS
set -euo pipefail
program=$1 coast=$2/samples/declarations/coast-2020 plugins=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
annexkit() { "$program" "$1" --plugin-dir "$plugins" --schema "$coast/coast-2020.schema.json" "${@:2}"; }

"$program" formats --plugin-dir "$plugins" | grep -q "Tabs: a line for each initiative"
# It tells no loss of an empty text, which it cannot hold; all else that is asked of a plugin today, it does.
code=0
"$program" plugin check "$plugins/annexkit_tabs.so" >"$work/said" || code=$?
[ $code -eq 4 ]
[ "$(sed -n 's/^  FAIL  \([a-z.-]*\) .*/\1/p' "$work/said" | xargs)" = "round-trip.values round-trip.names" ]
# Line breaks and semicolons are what tabs cannot hold.
sed 's/\\n/ /g; s/;/,/g' "$coast/annex.json" >"$work/flat.json"
annexkit convert "$work/flat.json" "$work/annex.tabs" 2>"$work/said"
grep -q "loss.head" "$work/said"
grep -q "^coast-01	1	ports	1	Keep ferry lines.*	AA;BB	Run the winter ferry.*	1200000" "$work/annex.tabs"
for jobs in 1 3; do
  annexkit convert --jobs $jobs --force "$work/annex.tabs" "$work/annex.json"
  annexkit convert --force "$work/annex.json" "$work/again.tabs"
  cmp "$work/annex.tabs" "$work/again.tabs"
done
# Its findings and places are told in the words of the host.
code=0
sed '2s/$/\tone too many/' "$work/annex.tabs" >"$work/long.tabs"
annexkit validate --report concise "$work/long.tabs" >"$work/said" || code=$?
[ $code -eq 1 ]
grep -qF "long.tabs:2:1: error: the line has more cells than there are fields [tabs.cells]" "$work/said"
# It has no scan and promises nothing, so parts are neither read nor written.
refuses() {
  local said=$1 code=0
  shift
  annexkit convert "$@" --shard 1/2 2>"$work/said" || code=$?
  [ $code -eq 2 ] && grep -qF "$said" "$work/said"
}
refuses "format tabs is read as a whole" "$work/annex.tabs" "$work/part.json"
refuses "parts in format tabs cannot be joined" "$work/annex.json" "$work/part.tabs"
