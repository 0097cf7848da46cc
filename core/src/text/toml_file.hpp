// SPDX-License-Identifier: Apache-2.0
// Files of TOML, read by us: toml++ takes bytes that it cannot read for zeros.
#pragma once

#include "input/read_at_most.hpp"

#include <filesystem>
#include <string>

#include <toml++/toml.h>

namespace annexkit {

/// Each part of a dotted key is a table within another, which end one within the other's end: some 25,000 of them would
/// take the whole stack.
inline constexpr std::size_t most_toml_bytes = 16384;

/// Throws toml::parse_error for what is no TOML.
/// Errors: ErrorKind::input for a file that cannot be read; ErrorKind::usage for one that is too large.
inline Result<toml::table> read_toml(const std::filesystem::path& file) {
    const auto source = open_source(file);
    if (!source) return source.error();
    const auto text = read_at_most(**source, most_toml_bytes, ErrorKind::usage);
    if (!text) return text.error();
    return toml::parse(*text, file.string());
}

} // namespace annexkit
