// SPDX-License-Identifier: Apache-2.0
// Cells of Excel hold 32,767 characters, counted in UTF-16, and many columns of databases 255.
#include "input/encoding.hpp"
#include "text/code_points.hpp"
#include "text_rules/text_rules.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unicode/uchar.h>

namespace annexkit {
namespace {

constexpr std::array<std::size_t, 2> limits = {255, 32'767};
constexpr std::size_t most_bytes_of_character = 4;

/// A text that stops within a sentence, as few texts do that are as long as that by chance.
bool stops_short(std::string_view text) {
    const auto last = static_cast<UChar32>(code_point_before(text, text.size()).value);
    return u_isalnum(last) != 0 || last == ',' || last == ' ' || last == '-' || last == '(' || last == '\'' ||
           last == 0x2019 || last == 0xAB;
}

} // namespace

bool find_truncation(std::string_view text, TextFaults& faults) {
    const auto in_reach = [&](std::size_t limit) {
        return text.size() >= limit && text.size() <= most_bytes_of_character * limit;
    };
    if (!std::any_of(limits.begin(), limits.end(), in_reach) || !stops_short(text)) return false;
    const std::size_t length = length_of(text).code_units;
    if (std::find(limits.begin(), limits.end(), length) == limits.end()) return false;
    const std::size_t last = code_point_before(text, text.size()).size;
    faults.push_back({"text.truncated", text.size() - last, last, {{"length", fmt::format("{}", length)}}});
    return true;
}

} // namespace annexkit
