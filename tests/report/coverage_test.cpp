// SPDX-License-Identifier: Apache-2.0
#include <annexkit/coverage.hpp>
#include <annexkit/plugin_sdk.hpp>
#include <annexkit/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace annexkit;

namespace {

std::shared_ptr<const Schema> coast() {
    return *Schema::load(ANNEXKIT_SOURCE_DIR "/samples/declarations/coast-2020/coast-2020.schema.json");
}

// Counts an initiative with this part, objective and partners.
void add(Coverage& coverage, const std::shared_ptr<const Schema>& schema, const std::string& part,
         const std::string& objective, const std::vector<std::string>& partners) {
    std::vector<annexkit_value> values(schema->fields().size());
    std::vector<annexkit_text> items;
    for (const auto& partner : partners) items.push_back(sdk::text(partner));
    values[*schema->field_of(Role::part)] = {ANNEXKIT_NUMBER, 0, sdk::text(part), nullptr};
    values[*schema->field_of(Role::objective)] = {ANNEXKIT_NUMBER, 0, sdk::text(objective), nullptr};
    values[*schema->field_of(Role::partners)] = {
        ANNEXKIT_LIST, static_cast<std::uint32_t>(items.size()), {}, items.data()};
    coverage.add({1, schema, values});
}

} // namespace

TEST_CASE("an initiative of two partners counts once for each and once in the totals") {
    const auto schema = coast();
    Coverage coverage(schema);
    add(coverage, schema, "1", "2", {"AA", "BB"});
    CHECK(coverage.count({0, 1, 0}) == 1);
    CHECK(coverage.count({0, 1, 1}) == 1);
    CHECK(coverage.count({0, 1, std::nullopt}) == 1);
    CHECK(coverage.count({}) == 1);
    CHECK(coverage.count({1, std::nullopt, std::nullopt}) == 0);
}

TEST_CASE("a partner named twice counts once") {
    const auto schema = coast();
    Coverage coverage(schema);
    add(coverage, schema, "1", "2", {"AA", "AA"});
    CHECK(coverage.count({0, 1, 0}) == 1);
}

TEST_CASE("an initiative outside the declaration is counted apart") {
    const auto schema = coast();
    Coverage coverage(schema);
    add(coverage, schema, "1", "99", {"AA"});
    add(coverage, schema, "9", "1", {"AA"});
    add(coverage, schema, "1", "1", {"ZZ"});
    add(coverage, schema, "1", "1", {"ZZ", "AA"});
    CHECK(coverage.unplaced() == 3);
    CHECK(coverage.count({}) == 2);
}

TEST_CASE("the counts come back from what was kept of them") {
    const auto schema = coast();
    Coverage coverage(schema);
    add(coverage, schema, "1", "2", {"AA", "BB"});
    add(coverage, schema, "2", "7", {"DD"});
    Coverage again(schema);
    again.restore(coverage.cells(), coverage.unplaced());
    for (const CoverageForm form : {CoverageForm::text, CoverageForm::csv, CoverageForm::json, CoverageForm::svg})
        CHECK(render(again, form, {}) == render(coverage, form, {}));
}

TEST_CASE("what stands outside the matrix is told of all parts alone") {
    const auto schema = coast();
    Coverage coverage(schema);
    add(coverage, schema, "9", "1", {"AA"});
    CHECK(render(coverage, CoverageForm::text, {}).find("outside the matrix: 1 initiative") != std::string::npos);
    for (const CoverageForm form : {CoverageForm::text, CoverageForm::json, CoverageForm::svg}) {
        const std::string text = render(coverage, form, {Language::english, 0, 80});
        CHECK(text.find("outside the matrix") == std::string::npos);
        CHECK(text.find("unplaced") == std::string::npos);
    }
}

TEST_CASE("the title of the matrix is broken where the terminal ends") {
    CHECK(render(Coverage(coast()), CoverageForm::text, {Language::english, std::nullopt, 40})
              .starts_with("Declaration on the Common Coast, all\nparts\n\n"));
}

TEST_CASE("the matrix as csv opens in a French spreadsheet") {
    const std::string text = render(Coverage(coast()), CoverageForm::csv, {Language::french, std::nullopt, 80});
    CHECK(text.starts_with("\xEF\xBB\xBF"
                           "Section;Objectif;AA;BB;CC;DD;Total\r\n"));
}

TEST_CASE("shades divide the counts up to the largest alike") {
    Coverage coverage(coast());
    coverage.restore({{{0, 0, 1}, 12}, {{0, 0, {}}, 12}, {{0, {}, 1}, 12}, {{0, {}, {}}, 12}}, 0);
    const std::string picture = render(coverage, CoverageForm::svg, {});
    for (const auto* counts :
         {">0</text>", ">1–2</text>", ">3–4</text>", ">5–7</text>", ">8–9</text>", ">10–12</text>"})
        CHECK(picture.find(counts) != std::string::npos);
}

TEST_CASE("columns are as wide as the largest total") {
    Coverage coverage(coast());
    coverage.restore({{{0, 0, 1}, 1234567}, {{0, 0, {}}, 1234567}, {{0, {}, 1}, 1234567}, {{0, {}, {}}, 1234567}}, 0);
    const std::string text = render(coverage, CoverageForm::text, {Language::english, std::nullopt, 60});
    CHECK(text.find("\n           AA      BB      CC      DD   Total\n") != std::string::npos);
    CHECK(text.find("\n   1        · 1234567       ·       · 1234567  Keep") != std::string::npos);
    CHECK(text.find("\n   2        ·       ·       ·       ·       ·  Make") != std::string::npos);
    CHECK(render(coverage, CoverageForm::svg, {}).find("width=\"60\" height=\"24\"") != std::string::npos);
}

TEST_CASE("the picture names the declaration, breaks long headings and explains its shades") {
    const auto schema = *Schema::load(ANNEXKIT_SOURCE_DIR "/schemas/eu-morocco-2013.schema.json");
    const std::string picture = render(Coverage(schema), CoverageForm::svg, {Language::french, std::nullopt, 80});
    CHECK(picture.find(">5</text>") != std::string::npos);
    CHECK(picture.find("eu-morocco-2013") == std::string::npos);
    std::size_t longest = 0;
    for (auto at = picture.find("<text"); at != std::string::npos; at = picture.find("<text", at + 1)) {
        const auto begin = picture.find('>', at) + 1;
        longest = std::max(longest, columns_of(picture.substr(begin, picture.find('<', begin) - begin)));
    }
    CHECK(longest <= 72);
}

TEST_CASE("the matrix as text") {
    const auto schema = coast();
    Coverage coverage(schema);
    add(coverage, schema, "1", "2", {"AA", "BB"});
    CHECK(render(coverage, CoverageForm::text, {Language::english, std::nullopt, 60}) ==
          "Declaration on the Common Coast, all parts\n"
          "\n"
          "      AA BB CC DD Total\n"
          "Ports and ferries\n"
          "   1   ·  ·  ·  ·     ·  Keep ferry lines between the signa…\n"
          "   2   1  1  ·  ·     1  Make passenger information the sam…\n"
          "   3   ·  ·  ·  ·     ·  Train pilots and harbour staff tog…\n"
          "Rescue at sea\n"
          "   4   ·  ·  ·  ·     ·  Answer every distress call within…\n"
          "   5   ·  ·  ·  ·     ·  Share rescue boats across borders.\n"
          "Clean waters\n"
          "   6   ·  ·  ·  ·     ·  Measure the quality of coastal wat…\n"
          "   7   ·  ·  ·  ·     ·  Clear lost nets and containers fro…\n"
          "       1  1  ·  ·     1\n"
          "\n"
          "6 of 7 objectives without an initiative\n");
}
