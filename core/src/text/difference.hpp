// SPDX-License-Identifier: Apache-2.0
// The words in which two texts differ.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace annexkit {

struct Difference {
    /// The words between the common beginning and the common end, of each text. Where one has none there, the words
    /// before and behind are given, too.
    std::string left;
    std::string right;
    /// The bytes of the left text from the first of its words to the last.
    std::size_t offset = 0;
    std::size_t size = 0;
    [[nodiscard]] bool none() const { return left.empty() && right.empty(); }
};

/// Compares two texts word by word; runs of white space are equal, and so are words that French typography alone sets
/// apart. Linear in both.
[[nodiscard]] Difference difference(std::string_view left, std::string_view right);

} // namespace annexkit
