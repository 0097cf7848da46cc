// SPDX-License-Identifier: Apache-2.0
// Text as people compare it.
#pragma once

#include <string>
#include <string_view>

namespace annexkit {

/// Without case, accents, surrounding and repeated white space. Source: Unicode case folding and NFKD, by ICU.
[[nodiscard]] std::string fold(std::string_view text);

/// Empty, or nothing but white space (Unicode White_Space, so no-break spaces too).
[[nodiscard]] bool is_blank(std::string_view text);

} // namespace annexkit
