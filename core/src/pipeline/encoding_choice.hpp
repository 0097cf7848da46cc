// SPDX-License-Identifier: Apache-2.0
// The encoding of an input that is not UTF-8 and does not say what it is.
#pragma once

#include "input/decoder.hpp"

#include <annexkit/schema.hpp>

#include <memory>
#include <span>
#include <string_view>

namespace annexkit {

/// The encoding in which the beginning of an input has most of the words that declarations write with other letters
/// than those of ASCII: titles of fields, headings, objectives. Windows-1252, unless another one has more.
[[nodiscard]] EncodingGuess guess_encoding(std::string_view beginning,
                                           std::span<const std::shared_ptr<const Schema>> schemas);

} // namespace annexkit
