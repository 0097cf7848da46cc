#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Looks at what is installed for other projects: the symbols of the library, and each header by itself.
# usage: library.sh BUILD_DIR SOURCE_DIR
set -euo pipefail
build=$1 source=$2
program=
. "$source/tests/cli/check.sh"
check 0 "install" cmake --install "$build" --prefix "$work/prefix"
library=$work/prefix/lib/libannexkit.so

[[ $(readelf --dynamic "$library") == *'soname: [libannexkit.so.1]'* ]] || fail "the library is not libannexkit.so.1"
[[ $(readelf --dynamic "$library") == *NODELETE* ]] || fail "the library may be unloaded while threads run in it"
nm --dynamic --defined-only --demangle "$library" | cut -d ' ' -f 3- >"$work/symbols"
! grep -vE '^(annexkit(::|_)|(vtable|typeinfo|typeinfo name) for annexkit::)' "$work/symbols" >"$work/foreign" ||
  fail "the library exports what is not its own: $(head -n 5 "$work/foreign")"
grep -qF 'annexkit::run(annexkit::Registry const&, annexkit::Job const&)' "$work/symbols" || fail "run() is not exported"

# Each header is used alone, by hosts of the strictest settings, and has no type of a library of others.
cd "$work/prefix/include"
! grep -hE '^#include' annexkit/* | grep -vE '<(annexkit/[a-z_]+\.hp*|[a-z_]+|std[a-z]+\.h)>' || fail "a header of others"
try() { # try LANGUAGE COMPILER OPTION... <headers
  local language=$1
  shift
  xargs -P 2 -I {} sh -c 'printf "#include <%s>\nextern int used;\n" {} | "$@" -x "$0" -fsyntax-only -I . -Wall -Wextra -Wpedantic -Werror - ||
    { echo "{} does not compile alone"; exit 1; }' "$language" "$@" >"$work.out" 2>&1 || fail "$(cat "$work.out")"
}
ls annexkit/* | try c++ c++ -std=c++20
ls annexkit/*.h | try c cc -std=c11
exit $failed
