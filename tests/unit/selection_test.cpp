// SPDX-License-Identifier: Apache-2.0
#include <annexkit/rule.hpp>

#include <doctest/doctest.h>

#include <string>

using annexkit::RuleCatalogue;
using annexkit::RuleSelection;
using annexkit::Severity;

namespace {

/// The severity that a rule of the core has under a selection.
Severity severity(const char* rule, const RuleSelection& selection) {
    RuleCatalogue rules;
    REQUIRE(rules.select(selection));
    return rules.find(rule)->severity;
}

/// "message (hint)" of the error, or nothing.
std::string refusal(const RuleSelection& selection) {
    RuleCatalogue rules;
    const auto selected = rules.select(selection);
    return selected ? std::string() : selected.error().message + " (" + selected.error().hint + ")";
}

} // namespace

TEST_CASE("all rules are asked unless something else is said") {
    CHECK(severity("text.mojibake", {}) == Severity::warning);
    CHECK(severity("field.missing", {}) == Severity::error);
}

TEST_CASE("a name is an id or the beginning of one, up to a point or a hyphen") {
    for (const char* name : {"text", "text.", "text.outer", "text.outer-space"}) {
        CAPTURE(name);
        CHECK(severity("text.outer-space", {.select = {}, .ignore = {name}, .severities = {}}) == Severity::off);
        CHECK(severity("text.outer-space", {.select = {name}, .ignore = {}, .severities = {}}) == Severity::note);
        CHECK(severity("field.missing", {.select = {name}, .ignore = {}, .severities = {}}) == Severity::off);
    }
    for (const char* name : {"", "tex", "text.out", "text.outer-spaces", "all"}) {
        CAPTURE(name);
        CHECK_FALSE(refusal({.select = {}, .ignore = {name}, .severities = {}}).empty());
    }
}

TEST_CASE("of several names that fit the longest counts") {
    CHECK(severity("text.mojibake", {.select = {"text.mojibake"}, .ignore = {"text"}, .severities = {}}) ==
          Severity::warning);
    CHECK(severity("text.mojibake", {.select = {"text"}, .ignore = {"text.mojibake"}, .severities = {}}) ==
          Severity::off);
    CHECK(severity("text.mojibake", {.select = {"text"}, .ignore = {"text"}, .severities = {}}) == Severity::off);
    const RuleSelection graver = {
        .select = {}, .ignore = {}, .severities = {{"text.mojibake", Severity::error}, {"text", Severity::note}}};
    CHECK(severity("text.mojibake", graver) == Severity::error);
    CHECK(severity("text.truncated", graver) == Severity::note);
}

TEST_CASE("what tells of a loss stays as grave as it is") {
    for (const char* rule : {"loss.head", "encoding.invalid", "plugin.failed"}) {
        CAPTURE(rule);
        const Severity usual = severity(rule, {});
        const std::string family = std::string(rule).substr(0, std::string(rule).find('.'));
        CHECK(severity(rule, {.select = {}, .ignore = {family}, .severities = {}}) == usual);
        CHECK(severity(rule, {.select = {"text"}, .ignore = {}, .severities = {}}) == usual);
        CHECK(severity(rule, {.select = {}, .ignore = {}, .severities = {{family, Severity::note}}}) == usual);
        CHECK_FALSE(refusal({.select = {}, .ignore = {rule}, .severities = {}}).empty());
        CHECK(severity(rule, {.select = {}, .ignore = {}, .severities = {{rule, Severity::error}}}) == Severity::error);
    }
    // A note on the reading is no loss.
    CHECK(severity("encoding.assumed", {.select = {}, .ignore = {"encoding"}, .severities = {}}) == Severity::off);
}

TEST_CASE("a name of no rule is refused with the nearest one") {
    CHECK(refusal({.select = {"partner.unknwon"}, .ignore = {}, .severities = {}}) ==
          "there is no rule \"partner.unknwon\" (the nearest is \"partner.unknown\"; annexkit rules lists them all)");
    CHECK(refusal({.select = {}, .ignore = {}, .severities = {{"zzzzzz", Severity::note}}}) ==
          "there is no rule \"zzzzzz\" (annexkit rules lists them all)");
}

TEST_CASE("a name that fits no rule is told the nearest one") {
    const auto hint = [](const std::string& name) { return annexkit::unknown_rule(RuleCatalogue(), name).hint; };
    const auto near = [](const std::string& id) {
        return "the nearest is \"" + id + "\"; annexkit rules lists them all";
    };
    CHECK(hint("partner.unknwon") == near("partner.unknown"));
    CHECK(hint("sektion") == near("section"));
    SUBCASE("without its family") {
        CHECK(hint("mojibake") == near("text.mojibake"));
        CHECK(hint("doubled-space") == near("text.doubled-space"));
        CHECK(hint("lostzeros") == near("text.lost-zeros"));
    }
    SUBCASE("by some of its words, in any order") {
        CHECK(hint("unknown-partner") == near("partner.unknown"));
        CHECK(hint("bracket") == near("text.unbalanced-bracket"));
        CHECK(hint("brackets") == near("text.unbalanced-bracket"));
    }
    SUBCASE("or the family that it would be of") { CHECK(hint("text.nope") == near("text")); }
    SUBCASE("if there is one") { CHECK(hint("frobnicate") == "annexkit rules lists them all"); }
}
