// SPDX-License-Identifier: Apache-2.0
// The words in which two texts differ.
#pragma once

#include <string>
#include <string_view>

namespace annexkit {

struct Difference {
    /// The words between the common beginning and the common end, of each text. Where one has none there, the words
    /// before and behind are given, too.
    std::string left;
    std::string right;
    [[nodiscard]] bool none() const { return left.empty() && right.empty(); }
};

/// Compares two texts word by word; runs of white space are equal. Linear in both.
[[nodiscard]] Difference difference(std::string_view left, std::string_view right);

} // namespace annexkit
