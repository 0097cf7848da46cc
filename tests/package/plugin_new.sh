#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# annexkit plugin new: what it writes is built against what is installed and nothing else, passes its own tests, and
# converts the real annex there and back.
# usage: plugin_new.sh BUILD_DIR SOURCE_DIR
set -euo pipefail
build=$1 source=$2
program=$build/bin/annexkit
. "$source/tests/cli/check.sh"
annex=$source/samples/eu-morocco-2013/annex
unset ANNEXKIT_PLUGIN_PATH
export XDG_DATA_HOME=$work/none LC_ALL=C.UTF-8

check 0 "install" cmake --install "$build" --prefix "$work/prefix"
program=$work/prefix/bin/annexkit
check 0 "a format is written" "$program" plugin new my-lines2
silent out
says err "my-lines2 holds a format that works"
files "$work/my-lines2" CMakeLists.txt README.md format.cpp format.hpp lines.cpp lines.hpp plugin.cpp reader.cpp reader.hpp \
  tests/annex.my-lines2 tests/round_trip.cmake writer.cpp writer.hpp
! grep -r "new-format" "$work/my-lines2" || fail "the name of the template is left"

# As its README.md says.
check 0 "configure" cmake -G Ninja -S my-lines2 -B out -DCMAKE_PREFIX_PATH="$work/prefix" \
  -DCMAKE_INSTALL_PREFIX="$work/prefix" -DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_CXX_FLAGS=-Werror
check 0 "build" cmake --build out
check 0 "test" ctest --test-dir out --output-on-failure
says out "100% tests passed, 0 tests failed out of 2"
check 0 "as README.md checks it" bash -c "$(sed -n "s,^    annexkit \(plugin check .*\),'$program' \1,p" "$source/README.md" |
  sed 's,build/lib,out/lib,; s/my-lines/my-lines2/')"
grep -c '<testsuites>' "$work/results.xml" >"$work/found" || fail "README.md asks for JUnit, and it is not there"
check 0 "its folder is searched where it is named" "$program" formats --plugin-dir out/lib/annexkit/plugins --format ids
says out my-lines2
check 0 "it is installed" cmake --install out

check 0 "the real annex is written" "$program" convert "$annex.csv" annex.my-lines2
check 0 "and read" "$program" convert annex.my-lines2 annex.xml
same "$work/annex.xml" "$annex.xml"
check 0 "and read in French where a line is wrong" "$program" rules --lang fr my-lines2.stray-line
sed 's/^part: 1$/part 1/' "$work/annex.my-lines2" >"$work/wrong.my-lines2"
check 1 "a line that is no field is told" "$program" validate wrong.my-lines2
says out "this line is neither a heading nor a field"
says out "line 8, column 1, initiative ma-2013-p1-001"

# Names and folders.
check 6 "a folder that is there" "$program" plugin new other --dir my-lines2
says err "my-lines2 is there already"
check 0 "what was broken off is gone on with" "$program" plugin new broken-off
rm "$work"/broken-off/tests/* "$work/broken-off/plugin.cpp"
check 0 "what was broken off is gone on with" "$program" plugin new broken-off
[ -f "$work/broken-off/plugin.cpp" ] && [ -f "$work/broken-off/tests/annex.broken-off" ] || fail "it is not gone on with"
echo "// mine" >>"$work/broken-off/plugin.cpp"
check 6 "what was changed is not" "$program" plugin new broken-off
ln -s my-lines2 "$work/link"
check 6 "nor is a link followed" "$program" plugin new link
check 0 "another folder, which is made with those above it" "$program" plugin new other --dir deep/down/other
[ -f "$work/deep/down/other/tests/annex.other" ] || fail "the folder is not made"
for name in Upper under_score -dash dash- 1st "" "a b" ../up é a23456789012345678901234567890123456789012; do
  check 2 "the name $name" "$program" plugin new -- "$name"
done
says err "is no name of a format"
check 2 "a name of ours" "$program" plugin new ndjson
says err 'annexkit has a format "ndjson" of its own'
check 2 "no name" "$program" plugin new
absent "$work/ndjson"
exit $failed
