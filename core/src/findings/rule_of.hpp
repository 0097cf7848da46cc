// SPDX-License-Identifier: Apache-2.0
// A rule out of the contract's tables.
#pragma once

#include <annexkit/plugin_sdk.hpp>
#include <annexkit/rule.hpp>

#include <algorithm>

namespace annexkit {

/// `page` may be nullptr. Lifetime: the tables outlive the rule.
inline Rule rule_of(const annexkit_rule& table, const annexkit_rule_page* page) {
    const auto own = [](annexkit_text text) { return std::string(sdk::view(text)); };
    Rule rule;
    rule.id = own(table.id);
    rule.severity = static_cast<Severity>(std::clamp<std::int32_t>(table.severity, ANNEXKIT_NOTE, ANNEXKIT_ERROR));
    rule.english = {{own(table.message_en), own(table.hint_en)}, own(table.summary), {}};
    rule.french = {{own(table.message_fr), own(table.hint_fr)}, {}, {}};
    if (page == nullptr) return rule;
    rule.french.summary = own(page->summary_fr);
    rule.english.why = sdk::view(page->why_en);
    rule.french.why = sdk::view(page->why_fr);
    rule.bad = sdk::view(page->bad);
    rule.good = sdk::view(page->good);
    return rule;
}

} // namespace annexkit
