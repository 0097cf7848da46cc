// SPDX-License-Identifier: Apache-2.0
// Rules on what an output cannot hold, whatever its format.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit {

inline constexpr sdk::RuleKind output_rules[] = {
    {.id = "loss.kind", .severity = ANNEXKIT_WARNING, .bad = R"("pages": 20)", .good = R"("pages": "20")"},
    {.id = "loss.field", .severity = ANNEXKIT_WARNING},
    {.id = "loss.head", .severity = ANNEXKIT_WARNING},
    {.id = "loss.character",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(moyens\u0001consulaires)",
     .good = "moyens consulaires"},
    {.id = "loss.replaced",
     .severity = ANNEXKIT_WARNING,
     .bad = R"(moyens\u0001consulaires)",
     .good = "moyens consulaires"},
    {.id = "loss.encoding", .severity = ANNEXKIT_ERROR},
};

} // namespace annexkit
