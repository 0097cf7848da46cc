// SPDX-License-Identifier: Apache-2.0
// The rules of this plugin.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::csv {

inline constexpr sdk::RuleKind rules[] = {
    {.id = "csv.options", .severity = ANNEXKIT_ERROR},
    {.id = "csv.no-heading",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(a,b
1,2)",
     .good = R"(id,part,section,objective,partners,initiative,bodies,annex.declaration
ma-2013-p1-001,1,mobilite,1,UE,Un texte.,"",eu-morocco-2013)"},
    {.id = "csv.ambiguous-delimiter",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(id,part,section,objective,partners,initiative,bodies,annex.declaration
id;part;section;objective;partners;initiative;bodies;annex.declaration)",
     .good = R"(id,part,section,objective,partners,initiative,bodies,annex.declaration
ma-2013-p1-001,1,mobilite,1,UE,Un texte.,"",eu-morocco-2013)"},
    {.id = "csv.dialect-assumed",
     .severity = ANNEXKIT_NOTE,
     .bad = R"(id;part;section;objective;partners;initiative;bodies;annex.declaration
ma-2013-p1-001;1;mobilite;1;UE;Un texte.;"";eu-morocco-2013)",
     .good = R"(id,part,section,objective,partners,initiative,bodies,annex.declaration
ma-2013-p1-001,1,mobilite,1,UE,Un texte.,"",eu-morocco-2013)"},
    {.id = "csv.rows-above-heading",
     .severity = ANNEXKIT_WARNING,
     .bad = R"(Annexe du partenariat
id,part,section,objective,partners,initiative,bodies,annex.declaration)",
     .good = "id,part,section,objective,partners,initiative,bodies,annex.declaration"},
    {.id = "csv.duplicate-heading",
     .severity = ANNEXKIT_ERROR,
     .bad = "id,part,section,objective,partners,initiative,objective,annex.declaration",
     .good = "id,part,section,objective,partners,initiative,bodies,annex.declaration"},
    {.id = "csv.blank-row",
     .severity = ANNEXKIT_NOTE,
     .bad = R"(ma-2013-p1-001,1,mobilite,1,UE,Un texte.,"",eu-morocco-2013

ma-2013-p1-002,1,mobilite,2,UE,Un autre.,"",eu-morocco-2013)",
     .good = R"(ma-2013-p1-001,1,mobilite,1,UE,Un texte.,"",eu-morocco-2013
ma-2013-p1-002,1,mobilite,2,UE,Un autre.,"",eu-morocco-2013)"},
    {.id = "csv.stray-quote",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(ma-2013-p1-001,1,mobilite,1,UE,Un "texte".,"",eu-morocco-2013)",
     .good = R"(ma-2013-p1-001,1,mobilite,1,UE,"Un ""texte"".","",eu-morocco-2013)"},
    {.id = "csv.unclosed-quote",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(ma-2013-p1-002,1,mobilite,2,UE,"Un texte.,"",eu-morocco-2013)",
     .good = R"(ma-2013-p1-002,1,mobilite,2,UE,"Un texte.","",eu-morocco-2013)"},
    {.id = "csv.ragged-row",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(ma-2013-p1-002,1,mobilite,2,UE,Un texte, coupe en deux,"",eu-morocco-2013)",
     .good = R"(ma-2013-p1-002,1,mobilite,2,UE,"Un texte, coupe en deux","",eu-morocco-2013)"},
    {.id = "csv.split-row",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(ma-2013-p1-002,1,mobilite,2,UE,Un texte
coupe en deux.,"",eu-morocco-2013)",
     .good = R"(ma-2013-p1-002,1,mobilite,2,UE,"Un texte
coupe en deux.","",eu-morocco-2013)"},
    {.id = "csv.other-delimiter",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(ma-2013-p1-002;1;mobilite;2;UE;Un texte.;"";eu-morocco-2013)",
     .good = R"(ma-2013-p1-002,1,mobilite,2,UE,Un texte.,"",eu-morocco-2013)"},
    {.id = "csv.shifted-row",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(,ma-2013-p1-002,1,mobilite,2,UE,Un texte.,eu-morocco-2013)",
     .good = R"(ma-2013-p1-002,1,mobilite,2,UE,Un texte.,"",eu-morocco-2013)"},
    {.id = "csv.head-disagrees",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(ma-2013-p1-001,1,mobilite,1,UE,Un texte.,"",eu-morocco-2013
ma-2013-p1-002,1,mobilite,2,UE,Un autre.,"",eu-maroc)",
     .good = R"(ma-2013-p1-001,1,mobilite,1,UE,Un texte.,"",eu-morocco-2013
ma-2013-p1-002,1,mobilite,2,UE,Un autre.,"",eu-morocco-2013)"},
    {.id = "csv.other-fields",
     .severity = ANNEXKIT_ERROR,
     .bad = "UE,Un texte.,{budget: 5},eu-morocco-2013",
     .good = R"(UE,Un texte.,"{""budget"": 5}",eu-morocco-2013)"},
    {.id = "loss.blank-row", .severity = ANNEXKIT_WARNING, .bad = "{}", .good = R"({"id": "ma-2013-p1-001"})"},
    {.id = "csv.quote-assumed",
     .severity = ANNEXKIT_NOTE,
     .bad = "'Un texte, et un autre.',''",
     .good = R"("Un texte, et un autre.","")"},
    {.id = "csv.sep-line",
     .severity = ANNEXKIT_NOTE,
     .bad = R"(sep=,
id,part,section)",
     .good = "id,part,section"},
    {.id = "csv.total-row",
     .severity = ANNEXKIT_WARNING,
     .bad = R"(ma-2013-p1-001,1,mobilite,1,UE,Un texte.,"",eu-morocco-2013
Total : 1,,,,,,,)",
     .good = R"(ma-2013-p1-001,1,mobilite,1,UE,Un texte.,"",eu-morocco-2013)"},
    {.id = "csv.formula",
     .severity = ANNEXKIT_WARNING,
     .bad = "\"=HYPERLINK(\"\"x\"\")\"",
     .good = "\"Voir HYPERLINK(\"\"x\"\")\""},
    {.id = "csv.runaway-quote",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(UE,"Un texte.,"",eu-morocco-2013)",
     .good = R"(UE,"Un texte.","",eu-morocco-2013)"},
    {.id = "loss.formula", .severity = ANNEXKIT_WARNING, .bad = "=HYPERLINK(A1)", .good = "HYPERLINK(A1)"},
};

} // namespace annexkit::csv
