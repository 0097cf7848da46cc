// SPDX-License-Identifier: Apache-2.0
// Rules on every text of an initiative, whatever its field: what editors, spreadsheets and wrong encodings leave
// behind.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit {

inline constexpr sdk::RuleKind text_rules[] = {
    {.id = "text.mojibake", .severity = ANNEXKIT_WARNING},
    {.id = "text.windows-1252", .severity = ANNEXKIT_WARNING},
    {.id = "text.replacement-character", .severity = ANNEXKIT_WARNING},
    {.id = "text.control-character", .severity = ANNEXKIT_WARNING},
    {.id = "text.not-composed", .severity = ANNEXKIT_NOTE},
    {.id = "text.truncated", .severity = ANNEXKIT_WARNING},
    {.id = "text.unbalanced-bracket", .severity = ANNEXKIT_WARNING},
    {.id = "text.unbalanced-quote", .severity = ANNEXKIT_WARNING},
    {.id = "text.number-as-date", .severity = ANNEXKIT_WARNING},
    {.id = "text.lost-zeros", .severity = ANNEXKIT_ERROR},
    {.id = "text.outer-space", .severity = ANNEXKIT_NOTE},
    {.id = "text.doubled-space", .severity = ANNEXKIT_NOTE},
    {.id = "text.broken-word", .severity = ANNEXKIT_WARNING},
    {.id = "text.markup", .severity = ANNEXKIT_WARNING},
    {.id = "text.malformed-address", .severity = ANNEXKIT_WARNING},
};

} // namespace annexkit
