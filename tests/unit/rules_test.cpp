// SPDX-License-Identifier: Apache-2.0
#include <annexkit/rule.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

using annexkit::Finding;
using annexkit::Language;
using annexkit::RuleCatalogue;

TEST_CASE("a finding is rendered in both languages") {
    const RuleCatalogue rules;
    Finding finding;
    finding.rule = "partner.unknown";
    finding.arguments = {{"value", "EU"}, {"nearest", "UE"}};
    CHECK(rules.render(finding, Language::english).message == "\"EU\" is no signatory");
    CHECK(rules.render(finding, Language::english).hint == "the nearest code is \"UE\"");
    CHECK(rules.render(finding, Language::french).message == "«\u00A0EU\u00A0» n'est pas un signataire");
    SUBCASE("and says nothing of a nearest code where there is none") {
        finding.arguments = {{"value", "XX"}, {"nearest", ""}};
        CHECK(rules.render(finding, Language::english).hint == "");
    }
    SUBCASE("and shortens a long value between two characters") {
        std::string longer;
        for (int i = 0; i < 70; ++i) longer += "\u00E9";
        std::string shown;
        for (int i = 0; i < 60; ++i) shown += "\u00E9";
        finding.arguments = {{"value", longer}, {"nearest", ""}};
        CHECK(rules.render(finding, Language::english).message == "\"" + shown + "\u2026\" is no signatory");
    }
}

TEST_CASE("a rule whose braces do not match is refused") {
    RuleCatalogue rules;
    const auto rule = [](std::string id, std::string message) {
        annexkit::Rule made;
        made.id = std::move(id);
        made.english.message = std::move(message);
        return made;
    };
    CHECK_FALSE(rules.add(rule("x.broken", "{value")));
    CHECK_FALSE(rules.add(rule("field.missing", "")));
    CHECK(rules.add(rule("x.fine", "{{{value}}}")));
}

TEST_CASE("every rule has a summary, a message and a reason in both languages") {
    const RuleCatalogue rules;
    for (const auto& entry : rules.all()) {
        CAPTURE(entry.first);
        const annexkit::Rule& rule = entry.second;
        CHECK_FALSE(rule.english.summary.empty());
        CHECK_FALSE(rule.french.summary.empty());
        CHECK_FALSE(rule.english.why.empty());
        CHECK_FALSE(rule.french.why.empty());
        CHECK_FALSE(rule.english.message.empty());
        CHECK_FALSE(rule.french.message.empty());
        CHECK(rule.english.hint.empty() == rule.french.hint.empty());
    }
}
