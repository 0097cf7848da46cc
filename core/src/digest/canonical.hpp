// SPDX-License-Identifier: Apache-2.0
// The spelling of strings in canonical JSON.
#pragma once

#include <string>
#include <string_view>

namespace annexkit {

/// Appends JSON text with every escape in its canonical spelling: a character stands for itself in UTF-8, but for the
/// quotation mark, the backslash and controls, which take two characters where JSON has them, else \u00 and lower case.
///
/// Shape: valid JSON (RFC 8259), which does not end within an escape.
void append_canonical(std::string_view json, std::string& to);

} // namespace annexkit
