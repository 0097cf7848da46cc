// SPDX-License-Identifier: Apache-2.0
#include "text/french.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

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
constexpr std::array<Spelling, 6> spellings = {Spelling{"\u2019", "'"}, {"\u02BC", "'"},  {"\u0153", "oe"},
                                               {"\u0152", "OE"},        {"\u00E6", "ae"}, {"\u00C6", "AE"}};

std::size_t size_of_space(std::string_view text) {
    constexpr std::array<std::string_view, 4> spaces = {" ", no_break_space, narrow_space, "\u2009"};
    for (const std::string_view space : spaces)
        if (text.starts_with(space)) return space.size();
    return 0;
}

bool wants_space_before(std::string_view text) {
    constexpr std::array<std::string_view, 6> marks = {"»", ":", ";", "!", "?", "%"};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
}

/// Of ASCII.
bool is_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// A text as a keyboard has it, byte by byte.
class Typed {
  public:
    explicit Typed(std::string_view text) : text_(text) {}

    /// Nothing at the end.
    std::optional<char> next() {
        if (pending_.empty()) pending_ = take();
        if (pending_.empty()) return std::nullopt;
        const char first = pending_.front();
        pending_.remove_prefix(1);
        return first;
    }

  private:
    /// A character or two; none at the end.
    std::string_view take() {
        const bool is_inside = std::exchange(opened_, false);
        if (!text_.empty() && is_letter_or_digit(text_.front())) return take(1);
        if (take_spaces() && !is_inside && !wants_space_before(text_)) return " ";
        constexpr std::string_view opening = "«";
        opened_ = text_.starts_with(opening);
        for (const Spelling& known : spellings) {
            if (!text_.starts_with(known.set)) continue;
            text_.remove_prefix(known.set.size());
            return known.typed;
        }
        return take(opened_ ? opening.size() : std::min<std::size_t>(text_.size(), 1));
    }

    bool take_spaces() {
        const std::size_t before = text_.size();
        while (const std::size_t size = size_of_space(text_)) text_.remove_prefix(size);
        return text_.size() < before;
    }

    std::string_view take(std::size_t size) {
        const std::string_view taken = text_.substr(0, size);
        text_.remove_prefix(size);
        return taken;
    }

    std::string_view text_;
    /// What of the last character is not told yet.
    std::string_view pending_;
    /// Whether the last character was a guillemet that opens.
    bool opened_ = false;
};

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

bool are_same_but_for_typography(std::string_view left, std::string_view right) {
    if (left == right) return true;
    // An equal beginning is the same whatever follows, if it ends where no typography does.
    const auto differing = std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first;
    auto common = static_cast<std::size_t>(differing - left.begin());
    while (common > 0 && !is_letter_or_digit(left[common - 1])) --common;
    Typed a(left.substr(common));
    Typed b(right.substr(common));
    for (;;) {
        const auto next = a.next();
        if (next != b.next()) return false;
        if (!next) return true;
    }
}

} // namespace annexkit
