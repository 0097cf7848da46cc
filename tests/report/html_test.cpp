// SPDX-License-Identifier: Apache-2.0
// The data of the HTML report; page.mjs uses its page.
#include "sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace annexkit;
using namespace annexkit::test;

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

TEST_CASE("html tells an excerpt that is the beginning of more") {
    Finding finding = unknown_partner();
    CHECK(reported(ReportForm::html, {finding}).find("\"cut\":true") == std::string::npos);
    finding.excerpt_is_cut = true;
    CHECK(reported(ReportForm::html, {finding}).find("\"cut\":true") != std::string::npos);
}
