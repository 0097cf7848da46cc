// SPDX-License-Identifier: Apache-2.0
// Texts that spreadsheets take for formulas, whoever wrote them (CWE-1236).
#pragma once

#include <string_view>

namespace annexkit::csv {

/// Whether a text begins like one: a sign that most texts do not begin with, so that nothing else is looked at.
[[nodiscard]] inline bool begins_like_formula(std::string_view text) {
    if (text.empty()) return false;
    const char first = text.front();
    return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r';
}

/// Whether a spreadsheet takes the text for a formula: it begins with "=" or "@", or with "+" or "-" and anything but
/// white space or another sign of its kind, and is no number. "- item" is an item of a list, and "--" a dash.
[[nodiscard]] bool is_formula(std::string_view text);

} // namespace annexkit::csv
