// SPDX-License-Identifier: Apache-2.0
// The rules of this plugin.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::csv {

inline constexpr sdk::RuleKind rules[] = {
    {.id = "csv.options", .severity = ANNEXKIT_ERROR},
    {.id = "csv.no-heading", .severity = ANNEXKIT_ERROR},
    {.id = "csv.ambiguous-delimiter", .severity = ANNEXKIT_ERROR},
    {.id = "csv.dialect-assumed", .severity = ANNEXKIT_NOTE},
    {.id = "csv.rows-above-heading", .severity = ANNEXKIT_WARNING},
    {.id = "csv.quote-assumed", .severity = ANNEXKIT_NOTE},
    {.id = "csv.sep-line", .severity = ANNEXKIT_NOTE},
    {.id = "csv.total-row", .severity = ANNEXKIT_WARNING},
    {.id = "csv.formula", .severity = ANNEXKIT_WARNING},
    {.id = "csv.runaway-quote", .severity = ANNEXKIT_ERROR},
    {.id = "csv.duplicate-heading", .severity = ANNEXKIT_ERROR},
    {.id = "csv.blank-row", .severity = ANNEXKIT_NOTE},
    {.id = "csv.stray-quote", .severity = ANNEXKIT_ERROR},
    {.id = "csv.unclosed-quote", .severity = ANNEXKIT_ERROR},
    {.id = "csv.ragged-row", .severity = ANNEXKIT_ERROR},
    {.id = "csv.head-disagrees", .severity = ANNEXKIT_ERROR},
    {.id = "csv.other-fields", .severity = ANNEXKIT_ERROR},
    {.id = "loss.blank-row", .severity = ANNEXKIT_WARNING},
    {.id = "loss.formula", .severity = ANNEXKIT_WARNING},
};

} // namespace annexkit::csv
