// SPDX-License-Identifier: Apache-2.0
// Text on its way to a person: nothing submitted may steer the terminal, and columns are counted as it shows them.
#include <annexkit/report.hpp>

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace annexkit {
namespace {

bool is_plain(char c) { return c >= 0x20 && c < 0x7F; }

bool all_plain(std::string_view text) { return std::all_of(text.begin(), text.end(), is_plain); }

bool steers_terminal(UChar32 c) {
    if (c < 0) return true;
    switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR: return true;
    default: break;
    }
    // Embeddings, overrides and isolates reorder what surrounds them; plain marks in Arabic text do not.
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::size_t columns_of(UChar32 c) {
    constexpr UChar32 soft_hyphen = 0xAD;
    switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK: return 0;
    case U_FORMAT_CHAR: return c == soft_hyphen ? 1 : 0;
    default: break;
    }
    // The vowels and finals of Hangul join the syllable before them.
    if (c >= 0x1160 && c <= 0x11FF) return 0;
    switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH: return 2;
    default: return 1;
    }
}

template <class Found> void for_each_code_point(std::string_view text, Found&& found) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t from = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        found(c, text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from)));
    }
}

} // namespace

void append_printable(std::string_view text, std::string& into) {
    if (all_plain(text)) {
        into += text;
        return;
    }
    for_each_code_point(text, [&](UChar32 c, std::string_view bytes) {
        if (!steers_terminal(c)) {
            into += bytes;
        } else if (c == '\n') {
            into += "\\n";
        } else {
            fmt::format_to(std::back_inserter(into), "\\u{{{:X}}}",
                           c >= 0 ? static_cast<unsigned>(c) : static_cast<unsigned char>(bytes.front()));
        }
    });
}

std::string printable(std::string_view text) {
    std::string result;
    append_printable(text, result);
    return result;
}

std::size_t columns_of(std::string_view printable_text) {
    if (all_plain(printable_text)) return printable_text.size();
    std::size_t columns = 0;
    for_each_code_point(printable_text, [&](UChar32 c, std::string_view) { columns += c < 0 ? 1 : columns_of(c); });
    return columns;
}

} // namespace annexkit
