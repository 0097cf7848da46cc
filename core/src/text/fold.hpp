// SPDX-License-Identifier: Apache-2.0
// Text as people compare it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace annexkit {

/// Without case, accents, surrounding and repeated white space. Source: Unicode case folding and NFKD, by ICU.
[[nodiscard]] std::string fold(std::string_view text);

/// fold() of a code: where there are but letters with dots or spaces between them, the letters ("U. K." is "uk").
[[nodiscard]] std::string fold_code(std::string_view text);

struct Stretch {
    std::size_t offset = 0;
    std::size_t size = 0;
};

/// The first stretch of the text, in its own bytes, that folds to `folded`, which fold() of the text holds.
[[nodiscard]] Stretch find_folded(std::string_view text, std::string_view folded);

/// Empty, or nothing but white space (Unicode White_Space, so no-break spaces too).
[[nodiscard]] bool is_blank(std::string_view text);

} // namespace annexkit
