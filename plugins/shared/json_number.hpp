// SPDX-License-Identifier: Apache-2.0
// JSON numbers of any size, which RapidJSON alone would not let through.
#pragma once

#include <cstddef>
#include <string_view>

namespace annexkit::json {

/// As much of a number as is there.
struct Number {
    /// Offset of the first byte that is not part of it.
    std::size_t end = 0;
    /// It is a number by RFC 8259, section 6, and nothing that belongs to numbers follows it.
    bool whole = false;
};

/// Reads the number that starts at `at`, which is a digit or a minus sign.
Number read_number(std::string_view text, std::size_t at);

/// Where a number stands in a text; it starts at the end of the text when there is none.
struct NumberPlace {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The first whole number from `from` on that stands outside of strings.
NumberPlace find_number(std::string_view text, std::size_t from);

/// Writes a harmless number of the same length over each whole number in `data` from `from` on.
///
/// RapidJSON refuses numbers beyond the range of a double even when it is told to hand them on as text. So a text with
/// such a number is read with stand-ins, and the handlers take the spelling of numbers from the original.
void mask_numbers(char* data, std::string_view original, std::size_t from);

} // namespace annexkit::json
