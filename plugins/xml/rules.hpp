// SPDX-License-Identifier: Apache-2.0
// The rules of this plugin.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::xml {

inline constexpr sdk::RuleKind rules[] = {
    {.id = "xml.syntax", .severity = ANNEXKIT_ERROR},
    {.id = "xml.namespace", .severity = ANNEXKIT_ERROR},
    {.id = "xml.undeclared-prefix", .severity = ANNEXKIT_ERROR},
    {.id = "xml.not-an-annex", .severity = ANNEXKIT_ERROR},
    {.id = "xml.doctype", .severity = ANNEXKIT_ERROR},
    {.id = "xml.entity", .severity = ANNEXKIT_ERROR},
    {.id = "xml.too-deep", .severity = ANNEXKIT_ERROR},
    {.id = "xml.unexpected", .severity = ANNEXKIT_ERROR},
    {.id = "xml.options", .severity = ANNEXKIT_ERROR},
};

} // namespace annexkit::xml
