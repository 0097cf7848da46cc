// SPDX-License-Identifier: Apache-2.0
#include <annexkit/baseline.hpp>
#include <annexkit/report.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using annexkit::Argument;
using annexkit::Baseline;
using annexkit::Finding;
using annexkit::fingerprint;

namespace {

Finding on_the_annex(std::string rule, std::vector<Argument> arguments) {
    Finding finding;
    finding.rule = std::move(rule);
    finding.arguments = std::move(arguments);
    return finding;
}

} // namespace

TEST_CASE("findings on an annex are told apart by what they name") {
    const auto print = [](std::string rule, std::vector<Argument> arguments) {
        return fingerprint(on_the_annex(std::move(rule), std::move(arguments)));
    };
    CHECK(print("annex.signatory-without-initiative", {{"value", "PT"}}) !=
          print("annex.signatory-without-initiative", {{"value", "MA"}}));
    CHECK(print("annex.objective-without-initiative", {{"objective", "1"}}) !=
          print("annex.objective-without-initiative", {{"objective", "11"}}));
    CHECK(print("annex.objectives-apart", {{"there", "1"}, {"lacking", "4"}}) !=
          print("annex.objectives-apart", {{"there", "2"}, {"lacking", "4"}}));
    SUBCASE("and not by how many initiatives there are") {
        CHECK(print("annex.unbalanced-section", {{"section", "ports"}, {"count", "1"}, {"total", "20"}}) ==
              print("annex.unbalanced-section", {{"section", "ports"}, {"count", "2"}, {"total", "41"}}));
        CHECK(print("annex.unbalanced-section", {{"section", "ports"}, {"count", "1"}, {"total", "20"}}) !=
              print("annex.unbalanced-section", {{"section", "rescue"}, {"count", "1"}, {"total", "20"}}));
    }
}

TEST_CASE("an initiative with an id tells its findings apart, whatever they name") {
    Finding finding = on_the_annex("partner.unknown", {{"value", "EU"}});
    finding.initiative = "ma-1";
    finding.field = "partners";
    const std::string before = fingerprint(finding);
    finding.arguments = {{"value", "XX"}};
    CHECK(fingerprint(finding) == before);
}

TEST_CASE("a baseline knows what is missing by its name") {
    Baseline baseline;
    baseline.add(on_the_annex("annex.signatory-without-initiative", {{"value", "MA"}}));
    CHECK(baseline.knows(on_the_annex("annex.signatory-without-initiative", {{"value", "MA"}})));
    CHECK_FALSE(baseline.knows(on_the_annex("annex.signatory-without-initiative", {{"value", "PT"}})));
}
