// SPDX-License-Identifier: Apache-2.0
// Spellings of typed values.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace annexkit {

/// The whole number that a JSON number spells, without fraction, exponent, or the sign of -0.
[[nodiscard]] std::optional<std::int64_t> to_integer(std::string_view spelled);

} // namespace annexkit
