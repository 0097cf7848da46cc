// SPDX-License-Identifier: Apache-2.0
#include "formula.hpp"

namespace annexkit::csv {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// How many bytes of a number's exponent stand before its digits.
std::size_t exponent_mark(std::string_view text) {
    if (text[0] != 'e' && text[0] != 'E') return 0;
    const std::size_t size = text.substr(1).starts_with('-') || text.substr(1).starts_with('+') ? 2 : 1;
    return text.size() > size && is_digit(text[size]) ? size : 0;
}

// As people write numbers, telephone numbers too: digits with spaces, points and commas between them; or with an
// exponent, as programs do.
bool is_number(std::string_view text) {
    bool has_digit = false;
    while (!text.empty()) {
        const char byte = text.front();
        std::size_t size = text.starts_with(no_break_space) ? 2 : 1;
        if (has_digit && exponent_mark(text) > 0)
            size = exponent_mark(text);
        else if (is_digit(byte))
            has_digit = true;
        else if (size == 1 && byte != ' ' && byte != '.' && byte != ',' && byte != '%')
            return false;
        text.remove_prefix(size);
    }
    return has_digit;
}

// "cmd|' /C calc'!A1": spreadsheets ask another program for a value, and may start it.
bool calls_program(std::string_view text) {
    const std::size_t bar = text.find('|');
    return bar != std::string_view::npos && text.find('!', bar) != std::string_view::npos;
}

} // namespace

bool is_formula(std::string_view text) {
    if (!begins_like_formula(text)) return false;
    // Spreadsheets look behind a tab and a carriage return.
    while (!text.empty() && (text.front() == '\t' || text.front() == '\r')) text.remove_prefix(1);
    if (text.empty() || !begins_like_formula(text)) return false;
    const char sign = text.front();
    const std::string_view rest = text.substr(1);
    if (rest.empty()) return false;
    if (sign == '=' || sign == '@') return true;
    // "- an item", "-- an item" and a rule of hyphens are none; "--1+1" is.
    const std::size_t behind = rest.find_first_not_of(sign);
    if (behind == rest.npos) return false;
    const std::string_view inner = rest.substr(behind);
    const char next = inner.front();
    const bool is_item =
        (next == ' ' || next == '\t' || next == '\n' || next == '\r' || inner.starts_with(no_break_space)) &&
        !calls_program(inner);
    return !is_item && !is_number(inner);
}

} // namespace annexkit::csv
