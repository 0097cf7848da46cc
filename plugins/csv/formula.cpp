// SPDX-License-Identifier: Apache-2.0
#include "formula.hpp"

namespace annexkit::csv {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

// As people write numbers, telephone numbers too: digits with spaces, points and commas between them.
bool is_number(std::string_view text) {
    bool has_digit = false;
    for (; !text.empty(); text.remove_prefix(text.starts_with(no_break_space) ? 2 : 1)) {
        const char byte = text.front();
        const bool is_digit = byte >= '0' && byte <= '9';
        has_digit = has_digit || is_digit;
        const bool is_between = byte == ' ' || byte == '.' || byte == ',' || byte == '%';
        if (!is_digit && !is_between && !text.starts_with(no_break_space)) return false;
    }
    return has_digit;
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
    const char next = rest.front();
    const bool is_item =
        next == ' ' || next == '\t' || next == '\n' || next == '\r' || next == sign || rest.starts_with(no_break_space);
    return !is_item && !is_number(rest);
}

} // namespace annexkit::csv
