// SPDX-License-Identifier: Apache-2.0
// Numbers as they are spelled. They are compared digit by digit, so that none is rounded, however long it is.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace annexkit {

/// The value of what nearly every number is: whole, not negative, and of at most 18 digits.
[[nodiscard]] std::optional<std::int64_t> short_number(std::string_view text);

/// Whether the text is a JSON number (RFC 8259, section 6).
[[nodiscard]] bool is_number(std::string_view text);

/// Whether the text is a JSON number without fraction and exponent. -0 is no whole number that a person would write.
[[nodiscard]] bool is_whole_number(std::string_view text);

/// Compares two JSON numbers by value: 1e2 equals 100.0.
[[nodiscard]] std::weak_ordering compare_numbers(std::string_view left, std::string_view right);

/// The value of a whole number; nothing for other texts and for numbers of more than 64 bits.
[[nodiscard]] std::optional<std::int64_t> to_integer(std::string_view text);

} // namespace annexkit
