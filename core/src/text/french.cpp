// SPDX-License-Identifier: Apache-2.0
#include "text/french.hpp"

#include <algorithm>
#include <array>

namespace annexkit {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view narrow_space = "\u202F";

// What the space before this becomes.
std::string_view space_before(std::string_view text) {
    constexpr std::array<std::string_view, 2> wide = {"»", ":"};
    constexpr std::array<std::string_view, 3> narrow = {";", "!", "?"};
    const auto follows = [&](std::string_view mark) { return text.starts_with(mark); };
    if (std::any_of(wide.begin(), wide.end(), follows)) return no_break_space;
    if (std::any_of(narrow.begin(), narrow.end(), follows)) return narrow_space;
    return " ";
}

} // namespace

std::string with_french_spaces(std::string_view sentence) {
    std::string text;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        if (sentence[at] != ' ') {
            text += sentence[at];
        } else if (sentence.substr(0, at).ends_with("«")) {
            text += no_break_space;
        } else {
            text += space_before(sentence.substr(at + 1));
        }
    }
    return text;
}

} // namespace annexkit
