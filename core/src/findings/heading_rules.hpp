// SPDX-License-Identifier: Apache-2.0
// Rules on the headings of a table.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit {

inline constexpr sdk::RuleKind heading_rules[] = {
    {.id = "heading.unknown",
     .severity = ANNEXKIT_WARNING,
     .bad = "id,part,section,objective,partners,initiative,Budgt,annex.declaration",
     .good = "id,part,section,objective,partners,initiative,bodies,annex.declaration"},
    {.id = "heading.not-allowed",
     .severity = ANNEXKIT_ERROR,
     .bad = "id,part,section,objective,partners,initiative,budget,annex.declaration",
     .good = "id,part,section,objective,partners,initiative,budget_eur,annex.declaration"},
    {.id = "heading.missing",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(id,part,section,partners,initiative,bodies,annex.declaration
ma-2013-p1-001,1,mobilite,UE,Un texte.,"",eu-morocco-2013)",
     .good = R"(id,part,section,objective,partners,initiative,bodies,annex.declaration
ma-2013-p1-001,1,mobilite,1,UE,Un texte.,"",eu-morocco-2013)"},
    {.id = "heading.blank",
     .severity = ANNEXKIT_WARNING,
     .bad = "id,part,section,objective,partners,initiative,annex.declaration,,\nma-2013-p1-001,1,mobilite,1,UE,Un "
            "texte.,eu-morocco-2013,,",
     .good = "id,part,section,objective,partners,initiative,annex.declaration\nma-2013-p1-001,1,mobilite,1,UE,Un "
             "texte.,eu-morocco-2013"},
};

} // namespace annexkit
