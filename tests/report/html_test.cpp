// SPDX-License-Identifier: Apache-2.0
// The data of the HTML report; page.mjs uses its page.
#include "sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace annexkit;
using namespace annexkit::test;

namespace {

// An initiative with this part, objective and partners.
Initiative placed_in(const Schema& schema, const std::string& part, const std::string& objective,
                     const std::vector<std::string>& partners) {
    Initiative initiative{3, std::vector<Initiative::Value>(schema.fields().size())};
    initiative.values[*schema.field_of(Role::part)] = {true, false, part, {}};
    initiative.values[*schema.field_of(Role::objective)] = {true, false, objective, {}};
    initiative.values[*schema.field_of(Role::partners)] = {true, true, "", partners};
    return initiative;
}

} // namespace

TEST_CASE("html tells an input that stopped in the middle once, with its counts and the reason") {
    const RuleCatalogue rules;
    MemoryTarget target;
    const auto report = make_report(ReportForm::html, rules, settings_in(Language::english), target);
    InputReport input = report_of({unknown_partner()});
    input.summary.unreadable = true;
    report->begin("annex.csv");
    REQUIRE(report->add(unknown_partner(), nullptr));
    REQUIRE(report->end(input));
    REQUIRE(report->fail("annex.csv", {ErrorKind::input, "cannot read on", "try again"}));
    REQUIRE(report->finish());
    const std::string inputs = target.bytes.substr(target.bytes.find("\"inputs\":"));
    CHECK(inputs.starts_with(R"("inputs":[{"source":"annex.csv","passed":false,)"
                             R"("error":{"message":"cannot read on","hint":"try again"},"read":105,)"));
    CHECK(inputs.find("\"source\":", 20) == std::string::npos);
}

TEST_CASE("html counts every finding in the cells of its initiative, also those that it does not list") {
    const auto schema = *Schema::load(ANNEXKIT_SOURCE_DIR "/samples/declarations/coast-2020/coast-2020.schema.json");
    const RuleCatalogue rules;
    MemoryTarget target;
    auto settings = settings_in(Language::english);
    settings.listed = 1;
    const auto report = make_report(ReportForm::html, rules, settings, target);
    InputReport input = report_of({});
    input.summary.schema = schema;
    input.coverage.emplace(schema);
    report->begin("annex.csv");
    report->use(schema);
    const Initiative several = placed_in(*schema, "2", "7", {"BB", "ZZ", "BB", "DD"});
    for (int times = 0; times < 125; ++times) REQUIRE(report->add(unknown_partner(), &several));
    const Initiative of_no_part = placed_in(*schema, "9", "1", {"AA"});
    REQUIRE(report->add(unknown_partner(), &of_no_part));
    const Initiative of_no_objective = placed_in(*schema, "1", "99", {"AA"});
    REQUIRE(report->add(unknown_partner(), &of_no_objective));
    REQUIRE(report->add(unknown_partner(), nullptr));
    REQUIRE(report->end(input));
    REQUIRE(report->finish());
    CHECK(target.bytes.find(R"("found":128,)") != std::string::npos);
    CHECK(target.bytes.find(R"("finding_cells":[[1,6,1,125],[1,6,3,125],[2,0,0,1]])") != std::string::npos);
}

TEST_CASE("html counts the findings of each input apart") {
    const auto schema = *Schema::load(ANNEXKIT_SOURCE_DIR "/samples/declarations/coast-2020/coast-2020.schema.json");
    const RuleCatalogue rules;
    MemoryTarget target;
    const auto report = make_report(ReportForm::html, rules, settings_in(Language::english), target);
    const Initiative initiative = placed_in(*schema, "1", "1", {"AA"});
    for (const auto* source : {"one.csv", "two.csv"}) {
        InputReport input = report_of({});
        input.source = source;
        input.summary.schema = schema;
        input.coverage.emplace(schema);
        report->begin(source);
        report->use(schema);
        REQUIRE(report->add(unknown_partner(), &initiative));
        REQUIRE(report->end(input));
    }
    REQUIRE(report->finish());
    const std::string cells = R"("finding_cells":[[0,0,0,1]])";
    const auto first = target.bytes.find(cells);
    REQUIRE(first != std::string::npos);
    CHECK(target.bytes.find(cells, first + 1) != std::string::npos);
}

TEST_CASE("html tells an excerpt that is the beginning of more") {
    Finding finding = unknown_partner();
    CHECK(reported(ReportForm::html, {finding}).find("\"cut\":true") == std::string::npos);
    finding.excerpt_is_cut = true;
    CHECK(reported(ReportForm::html, {finding}).find("\"cut\":true") != std::string::npos);
}
