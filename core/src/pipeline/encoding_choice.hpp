// SPDX-License-Identifier: Apache-2.0
// The encoding of an input that is not UTF-8 and does not say what it is.
#pragma once

#include "input/decoder.hpp"
#include "pipeline/findings.hpp"

#include <annexkit/schema.hpp>

#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace annexkit {

/// The encoding in which the beginning of an input has most of the words that declarations write with other letters
/// than those of ASCII: titles of fields, headings, objectives. Windows-1252, unless another one has more.
[[nodiscard]] EncodingGuess guess_encoding(std::string_view beginning,
                                           std::span<const std::shared_ptr<const Schema>> schemas);

/// The finding that the input declares another encoding than its mark says or, without one, than its declaration can
/// be in. text: the beginning, as as_ascii gives it.
[[nodiscard]] PlacedFinding contradiction(const RuleCatalogue& rules, std::string_view declared, std::string_view text,
                                          const std::optional<ByteOrderMark>& mark);

} // namespace annexkit
