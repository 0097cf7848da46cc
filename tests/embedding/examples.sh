#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Compiles and runs the programs that the documentation shows, and the stretches that headers show in their comments.
# usage: examples.sh BUILD_DIR SOURCE_DIR
set -euo pipefail
build=$1 source=$2
program=
. "$source/tests/cli/check.sh"
include=$source/core/include/annexkit annex=$source/samples/eu-morocco-2013/annex
library=("-I$source/core/include" "-L$build/lib" -lannexkit "-Wl,-rpath,$build/lib")
cp "$annex.csv" "$work/annex.csv"

# program_of DOCUMENT HEADER: the indented program that begins with that header.
program_of() {
  awk -v first="    #include <annexkit/$2>" '$0 == first { on = 1 } on && /^[^ ]/ { exit } on { sub(/^    /, ""); print }' "$1"
}
# stretch_of HEADER PREFIX: the first indented stretch of a comment whose lines begin with the prefix.
stretch_of() {
  awk -v prefix="$2     " 'index($0, prefix) == 1 { on = 1; print substr($0, length(prefix) + 1); next } on { exit }' "$1"
}

# compiled_c NAME and compiled_cpp NAME: of standard input.
compiled_c() { cat >"$work/$1.c"; check 0 "$1" cc -std=c11 -Wall -Wextra -Werror "$1.c" -o "$1" "${library[@]}"; }
compiled_cpp() { cat >"$work/$1.cpp"; check 0 "$1" c++ -std=c++20 -Wall -Wextra -Werror "$1.cpp" -o "$1" "${library[@]}"; }

program_of "$source/README.md" annexkit.h | compiled_c readme_c
check 0 "the program in C that README shows" ./readme_c annex.csv
says out "105 initiatives, 0 errors, 68 warnings"

program_of "$source/README.md" batch.hpp | compiled_cpp readme_cpp
check 0 "the program in C++ that README shows" ./readme_cpp annex.csv annex.xml
says out '17: objective 12 says "Renforcer" where the declaration says "Poursuivre"'
same "$work/annex.xml" "$annex.xml"
check 1 "it does not replace a file" ./readme_cpp annex.csv annex.xml
says err "annex.xml exists"

rm "$work/annex.xml"
{ echo '#include <annexkit/annexkit.h>'; echo '#include <stdio.h>'; echo 'int main(void) {'
  stretch_of "$include/annexkit.h" ' *'; echo '}'; } | compiled_c header_c
check 0 "what annexkit.h shows" ./header_c
silent err
same "$work/annex.xml" "$annex.xml"

{ echo '#include <annexkit/records.hpp>'; echo '#include <cstdint>'
  echo 'std::uint64_t last = 0; void use(const annexkit::RecordView& record) { last = record.ordinal; }'
  echo 'void pull(const annexkit::Registry& registry, annexkit::Job job) {'
  stretch_of "$include/records.hpp" '///'; echo '}'; echo 'int main() {}'; } | compiled_cpp header_records
exit $failed
