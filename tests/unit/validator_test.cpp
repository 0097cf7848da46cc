// SPDX-License-Identifier: Apache-2.0
#include "lent_record.hpp"
#include "temporary_folder.hpp"
#include "validate/validator.hpp"

#include <doctest/doctest.h>

#include <array>

using annexkit::LocalFinding;
using annexkit::Schema;
using annexkit::Validator;
using rapidjson::Document;
using support::content;

namespace {

std::shared_ptr<const Schema> schema_of(const std::string& file) {
    auto schema = Schema::load(ANNEXKIT_SOURCE_DIR + file);
    REQUIRE(schema);
    return *schema;
}
std::shared_ptr<const Schema> real_schema() { return schema_of("/schemas/eu-morocco-2013.schema.json"); }
std::shared_ptr<const Schema> coast_schema() {
    return schema_of("/samples/declarations/coast-2020/coast-2020.schema.json");
}

/// What is wrong with a record, as "rule field[item] schema-pointer".
std::vector<std::string> faults(const std::shared_ptr<const Schema>& schema, const std::string& json) {
    Document record;
    record.Parse(json.c_str());
    REQUIRE(record.IsObject());
    const LentRecord lent(*schema, record);
    std::vector<LocalFinding> findings;
    Validator(schema).check(lent.record(), findings);
    std::vector<std::string> result;
    for (const auto& finding : findings) {
        std::string text(finding.rule);
        if (finding.field >= 0) text += " " + schema->fields()[static_cast<std::size_t>(finding.field)].name;
        if (finding.item >= 0) text += "[" + std::to_string(finding.item) + "]";
        result.push_back(text + " " + finding.schema_pointer);
    }
    return result;
}

/// The value of an argument of the only finding.
std::string argument(const std::shared_ptr<const Schema>& schema, const std::string& json, const std::string& name) {
    Document record;
    record.Parse(json.c_str());
    const LentRecord lent(*schema, record);
    std::vector<LocalFinding> findings;
    Validator(schema).check(lent.record(), findings);
    REQUIRE(findings.size() == 1);
    for (const auto& argument : findings[0].arguments)
        if (argument.name == name) return argument.value;
    return "(none)";
}

const std::string sound_but_partners = R"("id": "ma-2013-p1-001", "part": 1, "section": "mobilite", "objective": 1,)"
                                       R"("initiative": "x", "partners": )";

std::string coast_with(const std::string& members) {
    return R"({"id": "coast-01", "part": 1, "section": "ports", "objective": 1, "partners": ["AA"], "initiative": "x", )" +
           members + "}";
}

using Faults = std::vector<std::string>;

} // namespace

TEST_CASE("a record that is wrong in several ways gives a finding for each") {
    CHECK(faults(real_schema(), R"({"id": "x", "part": 3, "section": "mobilite", "objective": 12,
                                    "partners": ["EU", "UE/IT"], "initiative": " "})") ==
          Faults{"id.malformed id /properties/id/pattern", "part.unknown part /properties/part/enum",
                 "partner.unknown partners[0] /properties/partners/items/enum",
                 "partner.combined partners[1] /properties/partners/items/enum",
                 "field.blank initiative /properties/initiative",
                 "objective.outside-section objective /x-declaration/sections/1"});
}

TEST_CASE("a text that is malformed and too long gives both findings") {
    CHECK(faults(coast_schema(), coast_with(R"("harbours": ["ARL", "arles"])")) ==
          Faults{"field.malformed harbours[1] /properties/harbours/items/pattern",
                 "field.length harbours[1] /properties/harbours/items/maxLength"});
}

TEST_CASE("every item that stands before is told") {
    CHECK(faults(coast_schema(), R"({"id": "coast-01", "part": 1, "section": "ports", "objective": 1,
                                     "partners": ["AA", "BB", "AA", "BB", "AA"], "initiative": "x"})") ==
          Faults{"field.repeated-item partners[2] /properties/partners/uniqueItems",
                 "field.repeated-item partners[3] /properties/partners/uniqueItems",
                 "field.repeated-item partners[4] /properties/partners/uniqueItems"});
    SUBCASE("in a long list, too") {
        std::string partners;
        for (int i = 0; i < 9; ++i) partners += R"("AA", "BB", )";
        const auto all = faults(coast_schema(), R"({"id": "coast-01", "part": 1, "section": "ports", "objective": 1,
                                                    "initiative": "x", "partners": [)" +
                                                    partners + R"("CC"]})");
        REQUIRE(all.size() == 16);
        CHECK(all.front() == "field.repeated-item partners[2] /properties/partners/uniqueItems");
        CHECK(all.back() == "field.repeated-item partners[17] /properties/partners/uniqueItems");
    }
}

TEST_CASE("lengths are counted in code points") {
    CHECK(faults(coast_schema(), coast_with(R"("summary": "\ud83d\udea2\ud83d\udea2\ud83d\udea2")")) ==
          Faults{"field.length summary /properties/summary/minLength"});
    CHECK(argument(coast_schema(), coast_with(R"("summary": "\ud83d\udea2\ud83d\udea2\ud83d\udea2")"), "length") ==
          "3");
}

TEST_CASE("numbers are compared exactly") {
    CHECK(faults(coast_schema(), coast_with(R"("shared_cost": 1.0)")).empty());
    CHECK(faults(coast_schema(), coast_with(R"("shared_cost": 100e-2)")).empty());
    CHECK(faults(coast_schema(), coast_with(R"("shared_cost": 1.5)")) ==
          Faults{"field.out-of-range shared_cost /properties/shared_cost/maximum"});
    CHECK(argument(coast_schema(), coast_with(R"("shared_cost": 1.5)"), "wanted") == "from 0 to 1");
    CHECK(argument(coast_schema(), coast_with(R"("budget_eur": -1)"), "wanted_fr") == "au moins 0");
}

TEST_CASE("a whole number of more than 64 bits is one, and may be out of range") {
    const std::string huge = "123456789012345678901234567890";
    std::array<annexkit_value, 14> values{};
    const auto schema = coast_schema();
    REQUIRE(schema->fields().size() == values.size());
    const auto check = [&](const std::string& name, const std::string& number) {
        Document record;
        record.Parse(coast_with(R"("budget_eur": 1)").c_str());
        const LentRecord lent(*schema, record);
        std::copy_n(lent.record().values, values.size(), values.begin());
        values[*schema->field_named(name)] = {ANNEXKIT_NUMBER, 0, {number.data(), number.size()}, nullptr};
        annexkit_record changed = lent.record();
        changed.values = values.data();
        std::vector<LocalFinding> findings;
        Validator(schema).check(changed, findings);
        return findings.empty() ? std::string_view() : findings[0].rule;
    };
    CHECK(check("budget_eur", huge) == "");
    CHECK(check("budget_eur", "-" + huge) == "field.out-of-range");
    CHECK(check("objective", huge) == "objective.unknown");
    CHECK(check("part", huge) == "part.unknown");
}

TEST_CASE("a field that is not allowed is told, and twice is told as twice") {
    const std::vector<std::string> names = {"budget", "budget", "budget_eur"};
    std::vector<annexkit_named_value> unknown;
    for (const auto& name : names)
        unknown.push_back({{name.data(), name.size()}, {ANNEXKIT_NUMBER, 0, {"5", 1}, nullptr}});
    const auto schema = coast_schema();
    Document record;
    record.Parse(coast_with(R"("budget_eur": 1)").c_str());
    const LentRecord lent(*schema, record);
    annexkit_record changed = lent.record();
    changed.unknown = unknown.data();
    changed.unknown_count = unknown.size();
    std::vector<LocalFinding> findings;
    Validator(schema).check(changed, findings);
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].rule == "field.not-allowed");
    CHECK(findings[1].rule == "field.duplicate");
    CHECK(findings[2].rule == "field.duplicate");
}

TEST_CASE("very many unknown fields in one record are judged in linear time") {
    constexpr std::size_t count = 300'000;
    std::vector<std::string> names;
    names.reserve(count);
    for (std::size_t i = 0; i < count; ++i) names.push_back("field " + std::to_string(i));
    std::vector<annexkit_named_value> unknown;
    unknown.reserve(count);
    for (const auto& name : names)
        unknown.push_back({{name.data(), name.size()}, {ANNEXKIT_NUMBER, 0, {"5", 1}, nullptr}});
    const auto schema = real_schema();
    const std::vector<annexkit_value> values(schema->fields().size());
    annexkit_record record{};
    record.struct_size = sizeof record;
    record.values = values.data();
    record.value_count = values.size();
    record.unknown = unknown.data();
    record.unknown_count = unknown.size();
    std::vector<LocalFinding> findings;
    // A search among all names before each would compare 45,000 million pairs.
    Validator(schema).check(record, findings);
    CHECK(findings.size() == count + 6);
    CHECK_FALSE(Validator(schema).is_clean(record));
}

TEST_CASE("a value without a kind takes that of its field where it is spelled so") {
    const auto schema = coast_schema();
    const auto kind_of = [&](const std::string& name, const std::string& text) {
        std::vector<annexkit_value> values(schema->fields().size());
        values[*schema->field_named(name)] = {ANNEXKIT_UNTYPED, 0, {text.data(), text.size()}, nullptr};
        annexkit_record record{};
        record.values = values.data();
        record.value_count = values.size();
        std::vector<annexkit_value> typed(values.size());
        annexkit::type_values(*schema, record, typed);
        return typed[*schema->field_named(name)].kind;
    };
    CHECK(kind_of("budget_eur", "12") == ANNEXKIT_NUMBER);
    CHECK(kind_of("budget_eur", "1.5") == ANNEXKIT_NUMBER);
    CHECK(kind_of("budget_eur", "007") == ANNEXKIT_UNTYPED);
    CHECK(kind_of("shared_cost", "1e-1") == ANNEXKIT_NUMBER);
    CHECK(kind_of("shared_cost", "0,5") == ANNEXKIT_UNTYPED);
    CHECK(kind_of("public", "true") == ANNEXKIT_BOOLEAN);
    CHECK(kind_of("public", "yes") == ANNEXKIT_UNTYPED);
    CHECK(kind_of("contact", "12") == ANNEXKIT_TEXT);
}

TEST_CASE("a schema that cannot be used is refused with its place") {
    const std::string text = content(ANNEXKIT_SOURCE_DIR "/schemas/eu-morocco-2013.schema.json");
    const auto refused = [&](const std::string& from, const std::string& to) {
        std::string changed = text;
        const auto at = changed.find(from);
        REQUIRE(at != std::string::npos);
        changed.replace(at, from.size(), to);
        const auto schema = Schema::parse(changed, "test");
        REQUIRE_FALSE(schema);
        CHECK(schema.error().kind == annexkit::ErrorKind::schema);
        return schema.error().message;
    };
    CHECK(refused("\"minLength\"", "\"format\"").find("/properties/initiative/format") != std::string::npos);
    CHECK(refused("\"anyOf\"", "\"oneOf\"").find("\"oneOf\" is not supported here") != std::string::npos);
    CHECK(refused("^ma-2013", "(?=x)").find("/properties/id/pattern: the pattern has \"(?=\" at character 1") !=
          std::string::npos);
    const auto differs = [&](const std::string& from, const std::string& to, const std::string& where) {
        CAPTURE(to);
        CHECK(refused(from, to).find("at /anyOf: it disagrees with x-declaration on " + where) != std::string::npos);
    };
    differs("\"maximum\": 11", "\"maximum\": 12", "section mobilite and objective 12");
    differs("\"maximum\": 11", "\"maximum\": 10", "section mobilite and objective 11");
    differs("\"minimum\": 12", "\"minimum\": 11", "section prevention and objective 11");
    differs("\"minimum\": 12", "\"minimum\": 12, \"enum\": [12, 20]", "section prevention and objective 13");
    differs("\"enum\": [\"mobilite\"]", "\"enum\": [\"mobilite\", \"protection\"]",
            "section protection and objective 1");
    differs("{\"enum\": [\"mobilite\"]}", "{}", "section prevention and objective 1");
    CHECK(refused("\"type\": \"object\",", "\u00E9").find("at 5:3: it is no JSON") != std::string::npos);
}

namespace {

/// What is wrong with an initiative that has an unknown field in place of its text.
std::vector<LocalFinding> without_text(std::string_view name, std::string_view text) {
    const auto schema = real_schema();
    Document record;
    record.Parse(R"({"id": "ma-2013-p1-001", "part": 1, "section": "mobilite", "objective": 1, "partners": ["UE"]})");
    const LentRecord lent(*schema, record);
    const annexkit_named_value unknown = {{name.data(), name.size()},
                                          {ANNEXKIT_TEXT, 0, {text.data(), text.size()}, nullptr}};
    annexkit_record changed = lent.record();
    changed.unknown = &unknown;
    changed.unknown_count = 1;
    std::vector<LocalFinding> findings;
    Validator(schema).check(changed, findings);
    return findings;
}

} // namespace

TEST_CASE("a misspelt name is one finding, and what the field holds is judged") {
    const auto findings = without_text("initiativ", "Un  texte.");
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].rule == "field.missing");
    CHECK(findings[0].arguments[1].value == "initiativ");
    CHECK(findings[1].rule == "text.doubled-space");
}

TEST_CASE("a field without a name is told where another one is missing, too") {
    const auto findings = without_text("", "Un texte.");
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].rule == "field.missing");
    CHECK(findings[1].rule == "field.unknown");
}

TEST_CASE("of several partners in one item the one that is unknown is named") {
    const auto unknown = [](const std::string& partners) {
        return argument(real_schema(), "{" + sound_but_partners + partners + "}", "value");
    };
    CHECK(unknown(R"(["FR, Atlantide, DE"])") == "Atlantide");
    CHECK(unknown(R"(["FR", "Italie; ZZ"])") == "ZZ");
    CHECK(unknown(R"(["Atlantide, République d'"])") == "Atlantide, République d'");
}
