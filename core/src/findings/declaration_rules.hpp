// SPDX-License-Identifier: Apache-2.0
// Rules on an initiative and the annex head against the declaration's own content ("x-declaration").
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit {

inline constexpr sdk::RuleKind declaration_rules[] = {
    {.id = "part.unknown", .severity = ANNEXKIT_ERROR, .bad = R"("part": 3)", .good = R"("part": 1)"},
    {.id = "section.unknown",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("section": "mobilité")",
     .good = R"("section": "mobilite")"},
    {.id = "section.heading-differs",
     .severity = ANNEXKIT_WARNING,
     .bad = R"("section_heading": "Mobilité, immigration régulière, intégration")",
     .good = R"("section_heading": "Mobilité, immigration régulière et intégration")"},
    {.id = "objective.unknown", .severity = ANNEXKIT_ERROR, .bad = R"("objective": 38)", .good = R"("objective": 8)"},
    {.id = "objective.outside-section",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("section": "mobilite", "objective": 12)",
     .good = R"("section": "prevention", "objective": 12)"},
    {.id = "objective.text-differs",
     .severity = ANNEXKIT_WARNING,
     .bad = R"("objective_text": "Renforcer l'amélioration des aspects)",
     .good = R"("objective_text": "Poursuivre l'amélioration des aspects)"},
    {.id = "objective.text-of-other",
     .severity = ANNEXKIT_WARNING,
     .bad = R"("objective": 5, "objective_text")",
     .good = R"("objective": 6, "objective_text")"},
    {.id = "partner.unknown",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("partners": ["EU"])",
     .good = R"("partners": ["UE"])"},
    {.id = "partner.combined",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("partners": ["UE/IT"])",
     .good = R"("partners": ["UE", "IT"])"},
    {.id = "annex.other-declaration",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("declaration": "eu-morocco-2013")",
     .good = R"("declaration": "coast-2020")"},
    {.id = "annex.schema-assumed",
     .severity = ANNEXKIT_NOTE,
     .bad = R"({"initiatives": [)",
     .good = R"({"annex": {"declaration": "eu-morocco-2013"}, "initiatives": [)"},
    {.id = "annex.unknown-member",
     .severity = ANNEXKIT_WARNING,
     .bad = R"("langage": "fr")",
     .good = R"("language": "fr")"},
    {.id = "annex.malformed-date",
     .severity = ANNEXKIT_WARNING,
     .bad = R"("as_of": "25/03/2013")",
     .good = R"("as_of": "2013-03-25")"},
};

} // namespace annexkit
