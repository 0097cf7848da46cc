#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what was built, moves it, and uses it as others would: as a program, for a plugin, and inside a program.
# usage: package.sh BUILD_DIR SOURCE_DIR
set -euo pipefail
build=$1 source=$2
program=
. "$source/tests/cli/check.sh"
annex=$source/samples/eu-morocco-2013/annex
counted="105 initiatives, 0 errors, 68 warnings"
unset ANNEXKIT_PLUGIN_PATH
export XDG_DATA_HOME=$work/none

for component in library program plugins; do
  check 0 "install $component" cmake --install "$build" --prefix "$work/users" --component $component
done
for file in bin/annexkit libexec/annexkit/annexkit-plugin-host lib/annexkit/plugins/annexkit_{csv,json,xml}.{so,toml} share/annexkit/schemas/eu-morocco-2013.schema.json \
  share/annexkit/schemas/eu-morocco-2013/{annex-namespace.xsd,annex.csv-metadata.json,annex.json-schema{-draft-04,}.json} \
  share/annexkit/schemas/eu-morocco-2013/annex.{table-schema.json,xsd}; do
  [ -f "$work/users/$file" ] || fail "$file is not installed"
done
files "$work/users/lib" annexkit/plugins/annexkit_{csv,json,xml}.{so,toml} libannexkit.so.1{,.0.0}
absent "$work/users/include"
mv "$work/users" "$work/moved"
check 0 "a moved program finds its library, plugins and schemas" "$work/moved/bin/annexkit" validate - <"$annex.csv"
says out "$counted"
check 0 "and the process of a plugin" "$work/moved/bin/annexkit" validate --isolate - <"$annex.csv"
says out "$counted"
rm "$work/moved/libexec/annexkit/annexkit-plugin-host"
check 0 "without it" "$work/moved/bin/annexkit" formats --isolate
unwrap out
says out "annexkit_csv.so: its process cannot be started by $work/moved/libexec/annexkit/annexkit-plugin-host: No such file"
mv "$work/moved/lib/libannexkit.so.1.0.0" "$work/moved/lib/kept.so"
check 127 "the program is that of its library" "$work/moved/bin/annexkit" validate - <"$annex.csv"

check 0 "install everything" cmake --install "$build" --prefix "$work/first"
mv "$work/first" "$work/prefix"
program=$work/prefix/bin/annexkit

# No library but annexkit is to be found, and none is needed.
check 0 "others: configure" cmake -G Ninja -S "$source/tests/package" -B others -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_INSTALL_PREFIX="$work/prefix" -DCMAKE_INSTALL_LIBDIR=lib \
  -DCMAKE_DISABLE_FIND_PACKAGE_{PkgConfig,TBB,fmt}=ON
check 0 "others: build" cmake --build others
check 0 "the plugin is installed" cmake --install others
check 0 "formats" "$program" formats
says out "Ids: one a line"
check 0 "the plugin writes" "$program" convert "$annex.csv" annex.ids
[ "$(sed -n '1p;$=' "$work/annex.ids" | tr '\n' ' ')" = "ma-2013-p1-001 105 " ] || fail "annex.ids is not the ids"
check 0 "a program that runs a job" others/count "$annex.csv"
says out "$counted"

export PKG_CONFIG_PATH=$work/prefix/lib/pkgconfig
read -ra flags < <(pkg-config --cflags --libs annexkit)
check 0 "a program is built by pkg-config" c++ -std=c++20 "$source/tests/package/count.cpp" -o count "${flags[@]}"
# As README.md shows it.
shown() { sed -n "/^    $1/,/^\$/s/^    //p" "$source/README.md"; }
mkdir "$work/shown"
awk '/^    #include <annexkit\/batch.hpp>/ { on = 1 } on && /^[^ ]/ { exit } on { sub(/^    /, ""); print }' "$source/README.md" \
  >"$work/shown/mine.cpp"
{ echo 'cmake_minimum_required(VERSION 3.25)'; echo 'project(mine LANGUAGES CXX)'; echo 'add_executable(mine mine.cpp)'
  shown 'find_package(annexkit'; } >"$work/shown/CMakeLists.txt"
check 0 "README.md: CMake" cmake -G Ninja -S shown -B shown/build -DCMAKE_PREFIX_PATH="$work/prefix"
check 0 "README.md: CMake" cmake --build shown/build
check 0 "README.md: the program" shown/build/mine "$annex.csv" shown/annex.xml
same "$work/shown/annex.xml" "$annex.xml"
check 0 "README.md: pkg-config" bash -c "cd shown && $(shown 'c++ ') -o mine"
check 0 "README.md: the program" env LD_LIBRARY_PATH="$work/prefix/lib" shown/mine "$annex.csv" shown/again.xml
same "$work/shown/again.xml" "$annex.xml"
[ "$(pkg-config --variable=plugindir annexkit | xargs realpath)" = "$work/prefix/lib/annexkit/plugins" ] ||
  fail "plugindir is $(pkg-config --variable=plugindir annexkit)"
mv "$work/prefix" "$work/elsewhere"
check 0 "the library finds its plugins and schemas wherever it is" \
  env LD_LIBRARY_PATH="$work/elsewhere/lib" ./count "$annex.csv"
says out "$counted"
exit $failed
