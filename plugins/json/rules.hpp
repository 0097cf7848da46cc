// SPDX-License-Identifier: Apache-2.0
// The rules of this plugin.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::json {

inline constexpr sdk::RuleKind rules[] = {
    {.id = "json.syntax", .severity = ANNEXKIT_ERROR},
    {.id = "json.too-deep", .severity = ANNEXKIT_ERROR},
    {.id = "json.not-an-initiative", .severity = ANNEXKIT_ERROR},
    {.id = "json.not-a-head", .severity = ANNEXKIT_ERROR},
    {.id = "json.head-after-initiatives", .severity = ANNEXKIT_ERROR},
    {.id = "json.unknown-member", .severity = ANNEXKIT_ERROR},
    {.id = "json.duplicate-member", .severity = ANNEXKIT_ERROR},
    {.id = "json.no-initiatives", .severity = ANNEXKIT_ERROR},
    {.id = "json.options", .severity = ANNEXKIT_ERROR},
};

} // namespace annexkit::json
