// SPDX-License-Identifier: Apache-2.0
// Reads the patterns of schemas: JSON Schema wants regular expressions of ECMA 262, whose flag "u" makes a code point
// of what would be two halves of one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace annexkit {

/// Characters from one to another, or those of a category of Unicode such as "Lu".
struct PatternRange {
    char32_t first = 0;
    char32_t last = 0;
    std::string_view category = {};
    /// Whether it is all that are not of the category.
    bool is_outside = false;
};

/// One character with what repeats it, or a mark. What is taken of a text by which group is nobody's concern.
struct PatternToken {
    enum class Kind { set, open, close, either, start, end, border, no_border };

    Kind kind = Kind::set;
    std::vector<PatternRange> ranges = {};
    bool is_negated = false;
    /// As in "a{2,3}", and without "?", since how much is taken first does not matter either.
    std::string repeats = {};
};

/// A part that cannot be, by the number of its first character, from 1.
struct PatternFault {
    std::size_t character = 0;
    std::string part;
    /// ECMA 262 knows it, but it takes more than linear time.
    bool is_slow = false;
};

/// White space and line ends of ECMA 262 (12.2 and 12.3), in order.
[[nodiscard]] const std::vector<PatternRange>& pattern_spaces();

/// Where engines disagree about what is no pattern under the flag "u", it is refused, but for marks that can only stand
/// for themselves, such as "\@" and "}".
[[nodiscard]] std::variant<std::vector<PatternToken>, PatternFault> read_pattern(std::string_view pattern);

} // namespace annexkit
