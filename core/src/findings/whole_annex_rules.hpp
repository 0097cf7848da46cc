// SPDX-License-Identifier: Apache-2.0
// Rules on an annex as a whole: what it lacks ("x-declaration.whole_annex"), and what it says twice.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit {

inline constexpr sdk::RuleKind whole_annex_rules[] = {
    {.id = "annex.objective-without-initiative", .severity = ANNEXKIT_NOTE},
    {.id = "annex.signatory-without-initiative", .severity = ANNEXKIT_NOTE},
    {.id = "annex.unbalanced-section", .severity = ANNEXKIT_NOTE},
    {.id = "annex.objectives-apart", .severity = ANNEXKIT_NOTE},
    {.id = "annex.follow-up", .severity = ANNEXKIT_NOTE},
    {.id = "initiative.repeated", .severity = ANNEXKIT_WARNING},
    {.id = "initiative.in-both-parts", .severity = ANNEXKIT_WARNING},
    {.id = "initiative.under-two-objectives", .severity = ANNEXKIT_NOTE},
};

} // namespace annexkit
