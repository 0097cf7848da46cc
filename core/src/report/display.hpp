// SPDX-License-Identifier: Apache-2.0
// What most text allows, on its way to a person.
#pragma once

#include "text/count.hpp"

#include <string_view>

namespace annexkit {

/// Below it, each character of a printable text takes one column and combines with no other.
constexpr char32_t first_combining_mark = 0x300;

/// Whether every character of the text is below first_combining_mark.
[[nodiscard]] inline bool is_even(std::string_view text) {
    constexpr unsigned char lead_of_first_combining_mark = 0xCC;
    return count_bytes(text, [](char c) { return static_cast<unsigned char>(c) >= lead_of_first_combining_mark; }) == 0;
}

} // namespace annexkit
