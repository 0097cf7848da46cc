// SPDX-License-Identifier: Apache-2.0
// Rules on the fields of one initiative, as the schema's standard keywords state them.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit {

inline constexpr sdk::RuleKind field_rules[] = {
    {.id = "field.missing", .severity = ANNEXKIT_ERROR},       {.id = "field.blank", .severity = ANNEXKIT_ERROR},
    {.id = "field.kind", .severity = ANNEXKIT_ERROR},          {.id = "field.out-of-range", .severity = ANNEXKIT_ERROR},
    {.id = "field.not-in-list", .severity = ANNEXKIT_ERROR},   {.id = "field.malformed", .severity = ANNEXKIT_ERROR},
    {.id = "field.length", .severity = ANNEXKIT_ERROR},        {.id = "field.items", .severity = ANNEXKIT_ERROR},
    {.id = "field.repeated-item", .severity = ANNEXKIT_ERROR}, {.id = "field.duplicate", .severity = ANNEXKIT_ERROR},
    {.id = "field.unknown", .severity = ANNEXKIT_WARNING},     {.id = "field.not-allowed", .severity = ANNEXKIT_ERROR},
    {.id = "id.malformed", .severity = ANNEXKIT_ERROR},        {.id = "id.duplicate", .severity = ANNEXKIT_ERROR},
};

} // namespace annexkit
