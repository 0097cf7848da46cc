// SPDX-License-Identifier: Apache-2.0
// JSON texts as documents, and why RapidJSON takes one for no JSON, in both languages.
#pragma once

#include <annexkit/result.hpp>

#include <rapidjson/document.h>
#include <rapidjson/error/error.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace annexkit {

/// Reads a JSON text, which may begin with a byte order mark. A fault's offset counts that too.
///
/// Lifetime: nothing points into the text.
[[nodiscard]] rapidjson::ParseResult read_document(std::string_view text, rapidjson::Document& document);

/// Lifetime: none is lent. Threads: any.
[[nodiscard]] Error json_fault(rapidjson::ParseErrorCode code);

/// Where the byte at `offset` stands: "3:14", both from 1; a column is a code point.
[[nodiscard]] std::string line_and_column(std::string_view text, std::size_t offset);

} // namespace annexkit
