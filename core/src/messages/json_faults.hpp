// SPDX-License-Identifier: Apache-2.0
// Why RapidJSON takes a text for no JSON, in both languages.
#pragma once

#include <annexkit/result.hpp>

#include <rapidjson/error/error.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace annexkit {

/// Lifetime: none is lent. Threads: any.
[[nodiscard]] Error json_fault(rapidjson::ParseErrorCode code);

/// Where the byte at `offset` stands: "3:14", both from 1; a column is a code point.
[[nodiscard]] std::string line_and_column(std::string_view text, std::size_t offset);

} // namespace annexkit
