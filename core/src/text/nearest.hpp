// SPDX-License-Identifier: Apache-2.0
// "Did you mean": the candidate that a misspelt word is nearest to.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace annexkit {

/// The candidate with the fewest edits, by folded text, if it is near enough to be meant: at most a third of its
/// letters.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

} // namespace annexkit
