// SPDX-License-Identifier: Apache-2.0
// Text on its way to a person: nothing submitted may steer the terminal.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace annexkit::cli {

/// The text with every control character, and every character that reorders text, made visible as \u{..}.
[[nodiscard]] std::string printable(std::string_view text);

/// "annexkit: error: message" and the way out, on standard error.
void print_error(std::string_view message, std::string_view hint);

/// Writes to a standard stream. Throws Failure when the stream cannot be written.
void print(std::FILE* stream, std::string_view text);

} // namespace annexkit::cli
