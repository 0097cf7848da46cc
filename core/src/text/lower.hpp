// SPDX-License-Identifier: Apache-2.0
// Lower case that keeps every offset.
#pragma once

#include <string>
#include <string_view>

namespace annexkit {

/// The text with the letters of ASCII and Latin-1 in lower case, each in as many bytes as before.
[[nodiscard]] std::string lower(std::string_view text);

} // namespace annexkit
