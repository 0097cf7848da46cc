// SPDX-License-Identifier: Apache-2.0
// Rules on an initiative and the annex head against the declaration's own content ("x-declaration").
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit {

inline constexpr sdk::RuleKind declaration_rules[] = {
    {.id = "part.unknown", .severity = ANNEXKIT_ERROR},
    {.id = "section.unknown", .severity = ANNEXKIT_ERROR},
    {.id = "section.heading-differs", .severity = ANNEXKIT_WARNING},
    {.id = "objective.unknown", .severity = ANNEXKIT_ERROR},
    {.id = "objective.outside-section", .severity = ANNEXKIT_ERROR},
    {.id = "objective.text-differs", .severity = ANNEXKIT_WARNING},
    {.id = "partner.unknown", .severity = ANNEXKIT_ERROR},
    {.id = "partner.combined", .severity = ANNEXKIT_ERROR},
    {.id = "annex.other-declaration", .severity = ANNEXKIT_ERROR},
    {.id = "annex.schema-assumed", .severity = ANNEXKIT_NOTE},
    {.id = "annex.unknown-member", .severity = ANNEXKIT_WARNING},
    {.id = "annex.malformed-date", .severity = ANNEXKIT_WARNING},
};

} // namespace annexkit
