// SPDX-License-Identifier: Apache-2.0
// Spells a pattern of a schema, which is found anywhere in a text, for other engines.
#pragma once

#include "text/pattern.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace annexkit {

enum class PatternLanguage {
    re2,         ///< RE2 with its options as they are
    ecma_script, ///< with or without the flag "u", between ^ and $
    xml_schema   ///< XML Schema 1.0, part 2, appendix F
};

/// What RE2 finds where ECMA 262 finds the pattern.
[[nodiscard]] std::string re2_pattern(std::span<const PatternToken> tokens);

/// A pattern without anchors that the whole text must match exactly where `pattern` is found in it. Nothing where it
/// uses what the languages do not share: anchors within, word borders, categories.
[[nodiscard]] std::optional<std::string> whole_pattern(std::string_view pattern, PatternLanguage language);

/// The text itself as a pattern.
[[nodiscard]] std::string literal_pattern(std::string_view text, PatternLanguage language);

} // namespace annexkit
