// SPDX-License-Identifier: Apache-2.0
#include "checks.hpp"

#include "target.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace fuzz {
namespace {

bool tells(const Answer& answer, std::string_view rule) {
    return std::any_of(answer.findings.begin(), answer.findings.end(),
                       [&](const std::string& finding) { return finding.starts_with(std::string(rule) + " "); });
}

// CSV and XML know no kinds: what does not fit its field becomes a text in JSON, which XML then marks as one. Of what
// is no initiative nobody says whether it fits.
bool may_change_kind(const Answer& answer, std::string_view format) {
    return (format == "csv" || format == "xml") &&
           (tells(answer, "field.kind") || tells(answer, "field.blank") || tells(answer, "record.fragment"));
}

} // namespace

void check_pieces(const Answer& expected, std::string_view input, std::string_view format, std::size_t chunk_bytes,
                  unsigned threads) {
    const Answer other =
        convert({.input = input, .from = format, .to = format, .threads = threads, .chunk_bytes = chunk_bytes});
    if (const auto found = difference(expected, other); !found.empty()) defect(found);
}

void check_walk(const Answer& expected, std::string_view input, std::string_view format, std::string_view by) {
    if (expected.is_flawed || expected.summary.unwritable || expected.summary.losses > 0) return;
    // A name that is given twice, as two columns without a heading are, is no JSON that is read again.
    if (tells(expected, "field.duplicate")) return;
    const Answer there = convert({.input = input, .from = format, .to = by});
    if (there.summary.unwritable || there.summary.losses > 0 || there.summary.read == 0) return;
    const Answer back = convert({.input = there.output, .from = by, .to = format});
    if (back.summary.read != there.summary.written) defect("a walk through " + std::string(by) + " loses initiatives");
    if (back.summary.losses > 0 || back.output == expected.output) return;
    if (may_change_kind(expected, format) &&
        convert({.input = back.output, .from = format, .to = by}).output == there.output)
        return;
    defect("a walk through " + std::string(by) + ":\n" + there.output + "\n--- is\n" + back.output + "\n--- not\n" +
           expected.output);
}

void check_mending(std::string_view input, std::string_view format, annexkit::Fixes fixes) {
    const auto once = mend(input, format, fixes);
    if (!once) return;
    if (once->values == 0 && once->bytes != input) defect("nothing was mended, and yet the bytes are others");
    const auto twice = mend(once->bytes, format, fixes, once->assumed_encoding);
    if (!twice) defect("what was mended cannot be read:\n" + once->bytes);
    if (twice->read != once->read) defect("mending changes the number of initiatives:\n" + once->bytes);
    if (twice->errors > once->errors) defect("mending makes errors:\n" + once->bytes);
    if (twice->values > 0) defect("there is more to mend:\n" + once->bytes + "\n---\n" + twice->bytes);
}

void check_diff(std::string_view input, std::string_view format, annexkit::Fixes fixes) {
    const auto mended = mend(input, format, fixes);
    const auto text = diff(input, format, fixes);
    if (mended.has_value() != text.has_value()) defect("a diff is there, and nothing mended, or the other way round");
    if (mended && text->empty() != (mended->bytes == input)) defect("the diff says:\n" + *text);
}

std::string_view other_format(std::string_view format, std::uint32_t which) {
    constexpr std::array<std::string_view, 3> all = {"csv", "json", "xml"};
    const std::size_t own = format == "csv" ? 0 : format == "xml" ? 2 : 1;
    return all[(own + 1 + which % 2) % all.size()];
}

} // namespace fuzz
