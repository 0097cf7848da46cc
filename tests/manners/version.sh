#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# usage: version.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$source/tests/cli/check.sh"
unset ANNEXKIT_PLUGIN_PATH
export XDG_DATA_HOME=$work/none

version=$(sed -n 's/^project(annexkit VERSION \([0-9.]*\).*/\1/p' "$source/CMakeLists.txt")
check 0 "--version" "$program" --version
[ "$(head -n 1 "$work.out")" = "annexkit $version" ] || fail "the first line is: $(head -n 1 "$work.out")"
! grep -vE '^(annexkit [0-9.]+|library  [A-Za-z0-9+]+ [0-9][0-9.]*|plugin   [a-z-]+ [0-9.]+ \(.*\))$' "$work.out" ||
  fail "these lines are of no known form"
for library in Boost CLI11 fmt ICU Nettle oneTBB pugixml RapidJSON simdjson toml++; do says out "library  $library "; done
for plugin in csv json xml; do says out "plugin   $plugin "; done

check 0 "ids of formats" "$program" formats --format ids
[ "$(tr '\n' ' ' <"$work.out")" = "csv json ndjson xml " ] || fail "ids: $(cat "$work.out")"
check 0 "ids of declarations" "$program" declarations --format ids
says out eu-morocco-2013
check 0 "ids of rules" "$program" rules --format ids
[ "$(grep -cvE '^[a-z]+\.[a-z0-9-]+$' "$work.out")" = 0 ] || fail "not ids: $(grep -vE '^[a-z]+\.[a-z0-9-]+$' "$work.out")"
exit $failed
