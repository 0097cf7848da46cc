#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what was built, moves it, and uses it as others would: as a program, for a plugin, and inside a program.
# usage: package.sh BUILD_DIR SOURCE_DIR
set -euo pipefail
build=$1 source=$2
program=
. "$source/tests/cli/check.sh"
annex=$source/samples/eu-morocco-2013/annex
unset ANNEXKIT_PLUGIN_PATH
export XDG_DATA_HOME=$work/none

for component in program plugins; do
  check 0 "install $component" cmake --install "$build" --prefix "$work/users" --component $component
done
files "$work/users" bin/annexkit lib/annexkit/plugins/annexkit_{csv,json,xml}.so \
  share/annexkit/schemas/eu-morocco-2013.schema.json \
  share/annexkit/schemas/eu-morocco-2013/{annex-namespace.xsd,annex.csv-metadata.json,annex.json-schema{-draft-04,}.json} \
  share/annexkit/schemas/eu-morocco-2013/annex.{table-schema.json,xsd}
mv "$work/users" "$work/moved"
check 0 "a moved program finds its plugins and schemas" "$work/moved/bin/annexkit" validate - <"$annex.csv"
says out "105 initiatives, 0 errors, 68 warnings, 0 notes"

check 0 "install everything" cmake --install "$build" --prefix "$work/first"
mv "$work/first" "$work/prefix"
program=$work/prefix/bin/annexkit
# others NAME OPTION...: builds the project of others in $work/NAME.
others() {
  local name=$1
  shift
  check 0 "$name: configure" cmake -G Ninja -S "$source/tests/package" -B "$name" -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_INSTALL_PREFIX="$work/prefix" -DCMAKE_INSTALL_LIBDIR=lib "$@"
  check 0 "$name: build" cmake --build "$name"
}

# No library but annexkit is to be found, and none is needed.
others plugin -DCMAKE_DISABLE_FIND_PACKAGE_{PkgConfig,TBB,fmt}=ON
check 0 "the plugin is installed" cmake --install plugin
check 0 "formats" "$program" formats
says out "Ids: one a line"
check 0 "the plugin writes" "$program" convert "$annex.csv" annex.ids
[ "$(sed -n '1p;$=' "$work/annex.ids" | tr '\n' ' ')" = "ma-2013-p1-001 105 " ] || fail "annex.ids is not the ids"

others host -DWITH_CORE=ON
check 0 "a program that holds the core" host/count "$work/prefix/lib/annexkit/plugins" \
  "$work/prefix/share/annexkit/schemas" "$annex.csv"
says out "105 initiatives, 0 errors, 68 warnings"
exit $failed
