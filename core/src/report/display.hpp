// SPDX-License-Identifier: Apache-2.0
// What most text allows, on its way to a person.
#pragma once

#include "text/count.hpp"

#include <string_view>

namespace annexkit {

/// Below it, each character of a printable text takes one column and combines with no other.
constexpr char32_t first_combining_mark = 0x300;

constexpr unsigned char lead_of_first_combining_mark = 0xCC;

/// Whether every character of the text is below first_combining_mark.
[[nodiscard]] inline bool is_even(std::string_view text) {
    return count_bytes(text, [](char c) { return static_cast<unsigned char>(c) >= lead_of_first_combining_mark; }) == 0;
}

/// Whether a text is even and printable as it is: without tabs, line ends or other controls.
[[nodiscard]] inline bool is_plain(std::string_view text) {
    constexpr unsigned char lead_of_controls = 0xC2; // U+0080 to U+009F are C2 80 to C2 9F
    constexpr unsigned char last_control = 0x7F;
    const auto is_odd = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < ' ' || byte == last_control || byte >= lead_of_first_combining_mark;
    };
    if (count_bytes(text, is_odd) != 0) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        at = text.find(static_cast<char>(lead_of_controls), at);
        if (at == std::string_view::npos) break;
        if (at + 1 == text.size() || static_cast<unsigned char>(text[at + 1]) < 0xA0) return false;
    }
    return true;
}

} // namespace annexkit
