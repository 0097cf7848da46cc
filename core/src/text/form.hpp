// SPDX-License-Identifier: Apache-2.0
// Patterns of the plainest kind, such as those of ids, matched several times as fast as by RE2.
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// A pattern for the whole of a text that is a sequence of ASCII characters, each one of a set and so many times, where
/// a look at the next character always tells which of them it belongs to.
class Form {
  public:
    /// Nothing for a pattern of another kind, be it right or wrong: RE2 is then asked.
    static std::optional<Form> of(std::string_view pattern);

    /// Whether RE2 finds the pattern in the text.
    [[nodiscard]] bool matches(std::string_view text) const;
    /// A text that matches, with small numbers where there are digits.
    [[nodiscard]] std::string example() const;

  private:
    using Set = std::bitset<256>;
    struct Step {
        Set set;
        std::size_t least = 1;
        std::size_t most = 1;
    };
    class Parser;

    [[nodiscard]] bool is_unambiguous() const;

    /// What the texts begin with, and the steps behind it.
    std::string beginning_;
    std::vector<Step> steps_;
};

} // namespace annexkit
