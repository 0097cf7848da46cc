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
  awk -v prefix="$2     " -v blank="$2" 'index($0, prefix) == 1 { on = 1; print substr($0, length(prefix) + 1); next }
    on && $0 == blank { print ""; next } on { exit }' "$1"
}

# compiled_c NAME and compiled_cpp NAME: of standard input.
compiled_c() { cat >"$work/$1.c"; check 0 "$1" cc -std=c11 -Wall -Wextra -Werror "$1.c" -o "$1" "${library[@]}"; }
compiled_cpp() { cat >"$work/$1.cpp"; check 0 "$1" c++ -std=c++20 -Wall -Wextra -Werror "$1.cpp" -o "$1" "${library[@]}"; }

# job_on_annex BODY: a main() in C++ that runs the body with a registry and a job on the file that it is given.
job_on_annex() {
  cat <<CPP
#include <annexkit/files.hpp>
#include <annexkit/folders.hpp>
#include <annexkit/job.hpp>
int main(int, char** arguments) {
    const auto folders = annexkit::default_folders();
    annexkit::Registry registry;
    registry.load_folders(std::span(&folders.plugins, 1));
    const annexkit::SchemaFolders schemas({folders.schemas});
    const auto source = annexkit::open_source(arguments[1]);
    annexkit::Job job;
    job.input.name = arguments[1];
    job.input.bytes = source->get();
    job.schemas = &schemas;
    $1
}
CPP
}

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
  stretch_of "$include/records.hpp" '///'; echo '}'; job_on_annex 'pull(registry, job); return last == 105 ? 0 : 1;'; } |
  compiled_cpp header_records
check 0 "what records.hpp shows" ./header_records annex.csv

{ echo '#include <annexkit/job.hpp>'; echo 'using namespace annexkit; std::uint64_t seen = 0; void use(std::uint64_t read) { seen = read; }'
  echo 'Result<void> told(const Registry& registry, const Job& job) {'
  stretch_of "$include/result.hpp" '///'; echo 'return {}; }'
  job_on_annex 'return told(registry, job) && seen == 105 ? 0 : 1;'; } | compiled_cpp header_result
check 0 "what result.hpp shows" ./header_result annex.csv

{ echo '#include <annexkit/rule_words.hpp>'; echo 'namespace sdk = annexkit::sdk;'
  stretch_of "$include/rule_words.hpp" '//'
  echo 'int main() { return sdk::view(tables.rules[0].message_en) == "there is no heading" ? 0 : 1; }'; } | compiled_cpp header_words
check 0 "what rule_words.hpp shows" ./header_words

# The classes that it declares, with the least that can be in them.
{ cat <<'CPP'
#include <annexkit/plugin_sdk.hpp>
namespace sdk = annexkit::sdk;
std::int32_t sniff(annexkit_text) { return 7; }
CPP
  stretch_of "$include/plugin_sdk.hpp" '//'
  cat <<'CPP'
Reader::Reader(const sdk::OpenRequest&) {}
annexkit_status Reader::scan(const annexkit_window& window, const sdk::Sink&, annexkit_scan& scan) {
    scan.consumed = window.size;
    scan.found = ANNEXKIT_SCAN_END;
    return ANNEXKIT_OK;
}
annexkit_status Reader::parse(annexkit_chunk&, const sdk::Sink&) const { return ANNEXKIT_OK; }
void Reader::address(const annexkit_address_request&, sdk::Output&) const {}
std::string_view Reader::setting(std::string_view) const { return {}; }
template <class Take> annexkit_status Reader::candidates(const annexkit_window&, const sdk::Sink&, Take&&) const {
    return ANNEXKIT_OK;
}
bool Reader::spell(const annexkit_spell_request&, annexkit_span&, sdk::Output&) const { return false; }
Writer::Writer(const sdk::OpenRequest&) {}
annexkit_status Writer::begin(std::span<const annexkit_named_value>, sdk::Output&) { return ANNEXKIT_OK; }
annexkit_status Writer::write(const annexkit_record&, sdk::Output&) const { return ANNEXKIT_OK; }
std::string_view Writer::separator() const { return "; "; }
annexkit_status Writer::end(std::uint64_t, sdk::Output&) { return ANNEXKIT_OK; }
int main() {
    const annexkit_open_request request{sizeof request, nullptr, 0, nullptr, 0, nullptr};
    void* reader = nullptr;
    void* writer = nullptr;
    if (importer.open(&request, &reader) != ANNEXKIT_OK || exporter.open(&request, &writer) != ANNEXKIT_OK) return 1;
    const annexkit_window window{sizeof window, "x", 1, 1};
    annexkit_scan scan{sizeof scan, 0, 0, 0, 0};
    const bool works = importer.scan(reader, &window, nullptr, &scan) == ANNEXKIT_OK && scan.consumed == 1 &&
                       importer.sniff({}) == 7 && sdk::view(exporter.separator(writer)) == "; ";
    importer.close(reader);
    exporter.close(writer);
    return works ? 0 : 2;
}
CPP
} | compiled_cpp header_sdk
check 0 "what plugin_sdk.hpp shows" ./header_sdk

# Each header that shows something is above: a stretch begins below an empty line of a comment, five blanks in.
for header in "$include"/*; do
  awk '/^(\/\/\/|\/\/| \*)$/ { above = 1; next } above && /^(\/\/\/|\/\/| \*)     [^ ]/ { shows = 1 } { above = 0 }
    END { exit !shows }' "$header" && basename "$header"
done >"$work/showing" || true
[ "$(xargs <"$work/showing")" = "annexkit.h plugin_sdk.hpp records.hpp result.hpp rule_words.hpp" ] ||
  fail "other headers show something: $(xargs <"$work/showing")"
exit $failed
