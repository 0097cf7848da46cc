#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the programs of samples/embedding with what is installed and nothing else, and runs them: each says the same, and
# writes the same annex.
# usage: hosts.sh BUILD_DIR SOURCE_DIR [PEERS]
set -euo pipefail
build=$1 source=$2 peers=${3:-}
program=
. "$source/tests/cli/check.sh"
samples=$source/samples/embedding annex=$source/samples/eu-morocco-2013/annex
unset ANNEXKIT_PLUGIN_PATH
for component in library plugins development; do
  check 0 "install $component" cmake --install "$build" --prefix "$work/prefix" --component $component
done
library=$work/prefix/lib/libannexkit.so.1
export LD_LIBRARY_PATH=$work/prefix/lib

# host NAME FOLDER COMMAND...: runs a program in the folder, first to write, then into a file that is there.
host() {
  local name=$1 folder=$2
  shift 2
  check 0 "$name" env -C "$folder" "$@" "$annex.csv" "$work/$name.xml"
  silent err
  says out 'line 17, objective_text: objective 12 says "Renforcer" where the declaration says "Poursuivre" [objective.text-differs]'
  says out "eu-morocco-2013: 105 initiatives, 0 errors, 68 warnings, written"
  says out "105 initiatives pulled, with 107 partners"
  [ "$(wc -l <"$work.out")" -eq 5 ] || fail "$name says more than that: $(cat "$work.out")"
  same "$work/$name.xml" "$annex.xml"
  check 1 "$name does not replace a file" env -C "$folder" "$@" "$annex.csv" "$work/$name.xml"
  says err "error: $work/$name.xml exists"
  check 1 "$name reads no file that is not there" env -C "$folder" "$@" "$work/none.csv" "$work/$name.new.xml"
  [ "$(cat "$work.err")" = "error: cannot read $work/none.csv: No such file or directory" ] ||
    fail "$name says of a missing file: $(cat "$work.err")"
}

export PKG_CONFIG_PATH=$work/prefix/lib/pkgconfig
read -ra flags < <(pkg-config --cflags --libs annexkit)
check 0 "the host in C is built" cc -std=c11 -Wall -Wextra -Wpedantic -Werror "$samples/c/host.c" -o c_host "${flags[@]}"
host c "$work" "$work/c_host"
check 1 "Python without the library" python3 -B "$samples/python/host.py" "$work/none.so" annex.csv annex.xml
says err "error: cannot load $work/none.so: "
[ "$(wc -l <"$work.err")" = 1 ] || fail "Python without the library says: $(cat "$work.err")"
host python "$work" python3 -B "$samples/python/host.py" "$library"
# koffi is looked for where the program is run.
[ -z "$peers" ] || host node "$(dirname "$peers")" node "$samples/node/host.mjs" "$library"
exit $failed
