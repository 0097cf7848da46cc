// SPDX-License-Identifier: Apache-2.0
// Turns a pattern of a schema (RE2, found anywhere in a text) into one that stands for the whole text elsewhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace annexkit {

enum class PatternLanguage {
    ecma_script, ///< with or without the flag "u", between ^ and $
    xml_schema   ///< XML Schema 1.0, part 2, appendix F
};

/// A pattern without anchors that the whole text must match exactly where `pattern` is found in it. Nothing where it
/// uses what the languages do not share: anchors within, flags, word borders, classes by name.
[[nodiscard]] std::optional<std::string> whole_pattern(std::string_view pattern, PatternLanguage language);

/// The text itself as a pattern.
[[nodiscard]] std::string literal_pattern(std::string_view text, PatternLanguage language);

} // namespace annexkit
