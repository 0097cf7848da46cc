// SPDX-License-Identifier: Apache-2.0
// Rules on the input as a whole: bytes, encoding, limits, plugins.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit {

inline constexpr sdk::RuleKind input_rules[] = {
    {.id = "input.empty", .severity = ANNEXKIT_ERROR},
    {.id = "input.wrong-format", .severity = ANNEXKIT_ERROR},
    {.id = "input.not-text", .severity = ANNEXKIT_ERROR},
    {.id = "input.no-initiatives",
     .severity = ANNEXKIT_ERROR,
     .bad = R"("initiatives": [])",
     .good = R"("initiatives": [
{"id": "ma-2013-p1-001", "part": 1, "section": "mobilite", "objective": 1,
 "partners": ["UE"], "initiative": "Guide des étudiants."}
])"},
    {.id = "limit.input-bytes", .severity = ANNEXKIT_ERROR},
    {.id = "limit.records", .severity = ANNEXKIT_ERROR},
    {.id = "limit.record-bytes", .severity = ANNEXKIT_ERROR},
    {.id = "limit.field-bytes", .severity = ANNEXKIT_ERROR},
    {.id = "limit.fields", .severity = ANNEXKIT_ERROR},
    {.id = "encoding.assumed", .severity = ANNEXKIT_NOTE},
    {.id = "encoding.invalid", .severity = ANNEXKIT_ERROR},
    {.id = "encoding.nul", .severity = ANNEXKIT_ERROR},
    {.id = "encoding.utf16-without-bom", .severity = ANNEXKIT_ERROR},
    {.id = "encoding.unsupported",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(<?xml version="1.0" encoding="EBCDIC-FR"?>)",
     .good = R"(<?xml version="1.0" encoding="UTF-8"?>)"},
    {.id = "encoding.contradicted",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(<?xml version="1.0" encoding="US-ASCII"?>)",
     .good = R"(<?xml version="1.0" encoding="UTF-8"?>)"},
    {.id = "plugin.failed", .severity = ANNEXKIT_ERROR},
    {.id = "plugin.silent-failure", .severity = ANNEXKIT_ERROR},
    {.id = "plugin.crashed", .severity = ANNEXKIT_ERROR},
};

} // namespace annexkit
