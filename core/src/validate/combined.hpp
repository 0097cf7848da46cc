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

} // namespace annexkit
