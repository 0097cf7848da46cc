// SPDX-License-Identifier: Apache-2.0
// Several codes in one item of a list.
#pragma once

#include "schema/compiled.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// The codes of "UE/IT", "UE, IT", "UE + IT", "ue et GB" or "Italie et Union européenne", in their order and each once;
/// nothing for a text of fewer than two codes or with anything else.
[[nodiscard]] std::vector<std::string> combined_codes(std::string_view text, const Checks& checks);

/// The first part of such a text that is no code, where another part is one; else the whole text.
[[nodiscard]] std::string_view unknown_among(std::string_view text, const Checks& checks);

} // namespace annexkit
