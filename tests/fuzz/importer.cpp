// SPDX-License-Identifier: Apache-2.0
// The target for one importer, ANNEXKIT_FUZZ_FORMAT: the whole pipeline, and what must make no difference to it.
#include "pipeline.hpp"
#include "target.hpp"

#include <algorithm>
#include <array>

namespace fuzz {
namespace {

constexpr std::string_view format = ANNEXKIT_FUZZ_FORMAT;

// Chunks of any size and any number of threads give the same.
void compare(const Answer& expected, std::string_view input, std::size_t chunk_bytes, unsigned threads) {
    const Answer other =
        convert({.input = input, .from = format, .to = format, .threads = threads, .chunk_bytes = chunk_bytes});
    if (const auto found = difference(expected, other); !found.empty()) defect(found);
}

// CSV and XML know no kinds: what does not fit its field becomes a text in JSON, which XML then marks as one.
bool changes_kind(const Answer& answer) {
    if (format != "csv" && format != "xml") return false;
    return std::any_of(answer.findings.begin(), answer.findings.end(),
                       [](const std::string& finding) { return finding.starts_with("field.kind "); });
}

// What is right in its format and goes through another one without a loss comes back as the same bytes.
void walk(const Answer& expected, std::string_view input, std::string_view by) {
    if (expected.is_flawed || expected.summary.unwritable || expected.summary.losses > 0) return;
    if (changes_kind(expected)) return;
    const Answer there = convert({.input = input, .from = format, .to = by});
    if (there.summary.unwritable || there.summary.losses > 0 || there.summary.read == 0) return;
    const Answer back = convert({.input = there.output, .from = by, .to = format});
    if (back.summary.read != there.summary.written) defect("a walk through " + std::string(by) + " loses initiatives");
    if (back.summary.losses == 0 && back.output != expected.output)
        defect("a walk through " + std::string(by) + ":\n" + there.output + "\n--- is\n" + back.output + "\n--- not\n" +
               expected.output);
}

// What is mended has as many initiatives, no more errors, and nothing more to mend; without a fault, the same bytes.
void mend_twice(std::string_view input) {
    const auto once = mend(input, format, annexkit::Fixes::unsafe);
    if (!once) return;
    if (once->values == 0 && once->bytes != input) defect("nothing was mended, and yet the bytes are others");
    const auto twice = mend(once->bytes, format, annexkit::Fixes::unsafe);
    if (!twice) defect("what was mended cannot be read:\n" + once->bytes);
    if (twice->read != once->read) defect("mending changes the number of initiatives:\n" + once->bytes);
    if (twice->errors > once->errors) defect("mending makes errors:\n" + once->bytes);
    if (twice->values > 0) defect("there is more to mend:\n" + once->bytes + "\n---\n" + twice->bytes);
}

std::string_view other_format(std::uint32_t which) {
    constexpr std::array<std::string_view, 3> all = {"csv", "json", "xml"};
    const std::size_t own = format == "csv" ? 0 : format == "xml" ? 2 : 1;
    return all[(own + 1 + which) % all.size()];
}

} // namespace

void try_input(std::string_view input, std::uint32_t way) {
    if (way == ways - 1) return mend_twice(input);
    const Answer expected = convert({.input = input, .from = format, .to = format});
    switch (way) {
    case 0: return compare(expected, input, 1 + input.size() % 7, 1);
    case 1: return compare(expected, input, 64, 3);
    default: return walk(expected, input, other_format(way % 2));
    }
}

} // namespace fuzz
