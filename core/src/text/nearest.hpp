// SPDX-License-Identifier: Apache-2.0
// "Did you mean": the word that a misspelt word is nearest to.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// Words that others may be misspellings of.
class Vocabulary {
  public:
    Vocabulary() = default;
    explicit Vocabulary(std::span<const std::string> words);

    /// The word with the fewest edits, by folded text, if it is near enough to be meant (at most a third of its
    /// letters); otherwise an empty text.
    [[nodiscard]] std::string nearest(std::string_view word) const;

  private:
    struct Known {
        std::string word;
        std::string folded;
    };
    std::vector<Known> words_;
};

} // namespace annexkit
