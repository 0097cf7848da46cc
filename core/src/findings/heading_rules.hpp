// SPDX-License-Identifier: Apache-2.0
// Rules on the headings of a table.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit {

inline constexpr sdk::RuleKind heading_rules[] = {
    {.id = "heading.unknown", .severity = ANNEXKIT_WARNING},
    {.id = "heading.missing", .severity = ANNEXKIT_ERROR},
};

} // namespace annexkit
