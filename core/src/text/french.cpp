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

struct Spelling {
    std::string_view set;
    std::string_view typed;
};
constexpr std::array<Spelling, 9> spellings = {
    Spelling{"\u2019", "'"}, {"\u02BC", "'"},  {"\u00A0", " "},  {"\u202F", " "},  {"\u2009", " "},
    {"\u0153", "oe"},        {"\u0152", "OE"}, {"\u00E6", "ae"}, {"\u00C6", "AE"},
};

bool wants_space_before(std::string_view text) {
    constexpr std::array<std::string_view, 6> marks = {"»", ":", ";", "!", "?", "%"};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
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

std::string without_typography(std::string_view text) {
    std::string typed;
    while (!text.empty()) {
        const auto* const found = std::find_if(spellings.begin(), spellings.end(),
                                               [&](const Spelling& known) { return text.starts_with(known.set); });
        const bool is_set = found != spellings.end();
        std::string_view next = is_set ? found->typed : text.substr(0, 1);
        text.remove_prefix(is_set ? found->set.size() : 1);
        const bool is_needless = next == " " && (typed.ends_with(' ') || typed.ends_with("«"));
        if (!is_needless) typed += next;
        if (typed.ends_with(' ') && wants_space_before(text)) typed.pop_back();
    }
    return typed;
}

} // namespace annexkit
