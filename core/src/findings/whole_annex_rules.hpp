// SPDX-License-Identifier: Apache-2.0
// Rules on an annex as a whole ("x-declaration.whole_annex").
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit {

inline constexpr sdk::RuleKind whole_annex_rules[] = {
    {.id = "annex.objective-without-initiative", .severity = ANNEXKIT_NOTE},
    {.id = "annex.signatory-without-initiative", .severity = ANNEXKIT_NOTE},
    {.id = "annex.unbalanced-section", .severity = ANNEXKIT_NOTE},
    {.id = "annex.objectives-apart", .severity = ANNEXKIT_NOTE},
    {.id = "annex.follow-up", .severity = ANNEXKIT_NOTE},
};

} // namespace annexkit
