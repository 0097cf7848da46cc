// SPDX-License-Identifier: Apache-2.0
// Codes that lost the zeros they should begin with, as spreadsheets make 7 of 007.
#pragma once

#include "schema/compiled.hpp"

#include <string>
#include <string_view>

namespace annexkit {

/// The code that the text would be with zeros before its last number, by the code list and pattern of its field; empty
/// when there is none.
[[nodiscard]] std::string with_zeros(std::string_view text, const Checks& checks);

} // namespace annexkit
