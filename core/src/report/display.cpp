// SPDX-License-Identifier: Apache-2.0
// Text on its way to a person: nothing submitted may steer the terminal, and columns are counted as it shows them.
#include "report/display.hpp"

#include "input/encoding.hpp"
#include "report/forms.hpp"

#include <annexkit/report.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace annexkit {
namespace {

bool is_plain(char c) { return c >= 0x20 && c < 0x7F; }

std::size_t plain_beginning(std::string_view text) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_plain) - text.begin());
}

// They shape the letters beside them.
bool is_joiner(UChar32 c) { return c == 0x200C || c == 0x200D; }

// The format characters that have a shape of their own, such as the sign under a number in Arabic.
bool is_sign(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK); }

// Nearly all text of Latin script needs no look into ICU's tables.
bool is_shown_by_number(UChar32 c) {
    if (c < static_cast<UChar32>(first_combining_mark)) return c < 0x20 || (c >= 0x7F && c <= 0x9F);
    switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR: return true;
    // They reorder what surrounds them, or nobody sees them, so that a code with one of them would look right. Marks of
    // direction are no exception where the script has them: a rule on the text around them would be hard to foresee.
    case U_FORMAT_CHAR: return !is_joiner(c) && !is_sign(c);
    default: break;
    }
    // They are no text (Unicode 15, section 23.7), and XML has no room for two of them.
    return U_IS_UNICODE_NONCHAR(c);
}

std::size_t columns_of_code_point(UChar32 c) {
    if (c < static_cast<UChar32>(first_combining_mark)) return 1;
    switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK: return 0;
    case U_FORMAT_CHAR: return is_sign(c) ? 1 : 0;
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

// What is no code point is the bytes that are no UTF-8.
void append_visible(UChar32 c, std::string_view bytes, std::string& into) {
    if (c >= 0) {
        fmt::format_to(std::back_inserter(into), "\\u{{{:X}}}", static_cast<unsigned>(c));
        return;
    }
    for (const char byte : bytes)
        fmt::format_to(std::back_inserter(into), "\\u{{{:X}}}", static_cast<unsigned char>(byte));
}

// Takes the first character of a text that is not empty; below zero where it is no UTF-8.
UChar32 take_code_point(std::string_view& text, std::string_view& bytes) {
    constexpr std::size_t longest = 4;
    const auto* start = reinterpret_cast<const std::uint8_t*>(text.data());
    std::int32_t size = 0;
    UChar32 c = 0;
    U8_NEXT(start, size, static_cast<std::int32_t>(std::min(text.size(), longest)), c);
    bytes = text.substr(0, static_cast<std::size_t>(size));
    text.remove_prefix(bytes.size());
    return c;
}

} // namespace

void append_printable(std::string_view text, std::string& into) {
    if (is_plain(text)) {
        into += text;
        return;
    }
    for (;;) {
        const std::size_t plain = plain_beginning(text);
        into += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) return;
        std::string_view bytes;
        const UChar32 c = take_code_point(text, bytes);
        if (!is_shown_by_number(c)) {
            into += bytes;
        } else if (c == '\n') {
            into += "\\n";
        } else {
            append_visible(c, bytes, into);
        }
    }
}

std::string well_formed(std::string_view text) {
    std::string result;
    std::string_view bytes;
    while (!text.empty()) {
        const UChar32 c = take_code_point(text, bytes);
        if (c >= 0) {
            result += bytes;
        } else {
            append_visible(c, bytes, result);
        }
    }
    return result;
}

std::string printable(std::string_view text) {
    std::string result;
    append_printable(text, result);
    return result;
}

std::size_t columns_of(std::string_view printable_text) {
    if (is_even(printable_text)) return code_points_of(printable_text);
    std::size_t columns = 0;
    for (std::string_view bytes; !printable_text.empty();)
        columns += columns_of_code_point(take_code_point(printable_text, bytes));
    return columns;
}

} // namespace annexkit
