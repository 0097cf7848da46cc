// SPDX-License-Identifier: Apache-2.0
// Rules on the fields of one initiative, as the schema's standard keywords state them.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit {

inline constexpr sdk::RuleKind field_rules[] = {
    {.id = "field.missing",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("partners": ["UE"], "bodies": [])",
     .good = R"("partners": ["UE"], "initiative": "Guide des étudiants.", "bodies": [])"},
    {.id = "field.blank",
     .severity = ANNEXKIT_ERROR,
     .bad = "\"initiative\": \"\u00A0 \"",
     .good = R"("initiative": "Guide des étudiants.")"},
    {.id = "field.blank-item", .severity = ANNEXKIT_ERROR, .bad = R"("bodies": [""])", .good = R"("bodies": [])"},
    {.id = "field.kind", .severity = ANNEXKIT_ERROR, .bad = R"("objective": "1")", .good = R"("objective": 1)"},
    {.id = "field.out-of-range",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("budget_eur": -1200)",
     .good = R"("budget_eur": 1200)"},
    {.id = "field.not-in-list",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("status": "runing")",
     .good = R"("status": "running")"},
    {.id = "field.malformed",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("contact": "harbour office, Arle")",
     .good = R"("contact": "harbour@example.org")"},
    {.id = "field.length",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("summary": "Ferry")",
     .good = R"("summary": "A ferry in winter")"},
    {.id = "field.items", .severity = ANNEXKIT_ERROR, .bad = R"("partners": [])", .good = R"("partners": ["UE"])"},
    {.id = "field.repeated-item",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("partners": ["UE", "UE"])",
     .good = R"("partners": ["UE"])"},
    {.id = "field.duplicate", .severity = ANNEXKIT_ERROR, .bad = R"("part": 1, "part": 1,)", .good = R"("part": 1,)"},
    {.id = "field.unknown", .severity = ANNEXKIT_WARNING, .bad = R"("bodeis": [])", .good = R"("bodies": [])"},
    {.id = "field.not-allowed",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("budget": 1200)",
     .good = R"("budget_eur": 1200)"},
    {.id = "id.malformed", .severity = ANNEXKIT_ERROR, .bad = R"("id": "MA-1")", .good = R"("id": "ma-2013-p1-001")"},
    {.id = "id.duplicate",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("id": "ma-2013-p1-001")",
     .good = R"("id": "ma-2013-p1-002")"},
    {.id = "record.fragment",
     .severity = ANNEXKIT_ERROR,
     .bad = "Projets en cours,,,,,,eu-morocco-2013",
     .good = "ma-2013-p1-002,1,mobilite,1,UE,Un autre texte.,eu-morocco-2013"},
    {.id = "record.headings",
     .severity = ANNEXKIT_ERROR,
     .bad = "\nid,part,section,objective,partners,initiative,eu-morocco-2013",
     .good = "\nma-2013-p1-002,1,mobilite,1,UE,Un autre texte.,eu-morocco-2013"},
};

} // namespace annexkit
