// SPDX-License-Identifier: Apache-2.0
// The rules of this plugin.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::json {

inline constexpr sdk::RuleKind rules[] = {
    {.id = "json.syntax", .severity = ANNEXKIT_ERROR, .bad = R"("partners": ["UE",])", .good = R"("partners": ["UE"])"},
    {.id = "json.too-deep",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("note": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
              ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]])",
     .good = R"("note": [])"},
    {.id = "json.not-an-initiative",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("Guide des étudiants.")",
     .good = R"({"id": "ma-2013-p1-002", "part": 1, "section": "mobilite", "objective": 4,
 "partners": ["UE"], "initiative": "Guide des étudiants."})"},
    {.id = "json.not-a-head",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("annex": "eu-morocco-2013")",
     .good = R"("annex": {"declaration": "eu-morocco-2013"})"},
    {.id = "json.head-after-initiatives",
     .severity = ANNEXKIT_ERROR,
     .bad = R"({"initiatives": [
{"id": "ma-2013-p1-001", "part": 1, "section": "mobilite", "objective": 1,
 "partners": ["UE"], "initiative": "Guide des étudiants."}
],
"annex": {"declaration": "eu-morocco-2013"}})",
     .good = R"({"annex": {"declaration": "eu-morocco-2013"},
"initiatives": [
{"id": "ma-2013-p1-001", "part": 1, "section": "mobilite", "objective": 1,
 "partners": ["UE"], "initiative": "Guide des étudiants."}
]})"},
    {.id = "json.unknown-member",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("annex": {"declaration": "eu-morocco-2013"}, "as_of": "2013-03-25",)",
     .good = R"("annex": {"declaration": "eu-morocco-2013", "as_of": "2013-03-25"},)"},
    {.id = "json.duplicate-member",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("as_of": "2013-03-25", "as_of": "2013-03-25")",
     .good = R"("as_of": "2013-03-25")"},
    {.id = "json.no-initiatives",
     .severity = ANNEXKIT_ERROR,
     .bad = R"({"annex": {"declaration": "eu-morocco-2013"}})",
     .good = R"({"annex": {"declaration": "eu-morocco-2013"},
"initiatives": [
{"id": "ma-2013-p1-001", "part": 1, "section": "mobilite", "objective": 1,
 "partners": ["UE"], "initiative": "Guide des étudiants."}
]})"},
    {.id = "json.options", .severity = ANNEXKIT_ERROR},
};

} // namespace annexkit::json
