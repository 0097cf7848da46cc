// SPDX-License-Identifier: Apache-2.0
#include "csv_test.hpp"

#include "plugins/csv/format.hpp"

#include <doctest/doctest.h>

using csv_test::none;
using csv_test::record;
using drive::Value;

TEST_CASE("csv: writes headings, head and cells in the canonical order") {
    const auto writing =
        drive::write(annexkit_csv_format, {{"declaration", drive::text("eu,1")}},
                     {record({drive::text("a"), drive::number("1"), drive::text(""), drive::list({"U|E", "D\\"}), none,
                              drive::list({})},
                             {{"n", drive::number("1.50")}, {"t", drive::text("x")}, {"none", none}})});
    CHECK(writing.bytes == "id,part,section,partners,initiative,bodies,other_fields,annex.declaration\n"
                           "a,1,\"\",U\\|E|D\\\\,,\"\",\"{\"\"n\"\":1.50,\"\"t\"\":\"\"x\"\"}\",\"eu,1\"\n");
    CHECK(writing.findings.empty());
}

TEST_CASE("csv: the export options shape the bytes") {
    const auto writing = drive::write(annexkit_csv_format, {},
                                      {record({drive::text("a;'"), none, none, drive::list({"x", "y"}), none, none})},
                                      {.options = {{"delimiter", ";"},
                                                   {"quote", "'"},
                                                   {"header", "false"},
                                                   {"list-separator", "/"},
                                                   {"line-end", "crlf"},
                                                   {"bom", "true"},
                                                   {"other-fields", "omit"}}});
    CHECK(writing.bytes == "\xEF\xBB\xBF'a;''';;;x/y;;\r\n");
}

TEST_CASE("csv: every loss is told") {
    const auto kinds = drive::write(
        annexkit_csv_format, {},
        {record({drive::number("1"), drive::untyped("1"), none, drive::text("UE"), drive::list({"x"}), none})});
    REQUIRE(kinds.findings.size() == 3);
    CHECK(kinds.findings[0].rule == "loss.kind");
    CHECK(kinds.findings[0].arguments == std::map<std::string, std::string>{{"name", "id"}, {"kind", "number"}});
    CHECK(kinds.findings[1].field == 3);
    CHECK(kinds.findings[2].arguments.at("kind") == "list");
    const auto no_rows = drive::write(annexkit_csv_format, {{"x", drive::text("1")}}, {});
    CHECK(no_rows.findings.at(0).rule == "loss.head");
    const auto no_headings =
        drive::write(annexkit_csv_format, {{"x", drive::text("1")}}, {}, {.options = {{"header", "false"}}});
    CHECK(no_headings.findings.size() == 1);
    const auto omitted =
        drive::write(annexkit_csv_format, {}, {record({drive::text("x")}, {{"b", drive::text("1")}, {"c", none}})},
                     {.options = {{"other-fields", "omit"}}});
    REQUIRE(omitted.findings.size() == 1);
    CHECK(omitted.findings[0].rule == "loss.field");
    CHECK(omitted.findings[0].arguments.at("name") == "b");
}

TEST_CASE("csv: what is absent has no cell and is no loss") {
    const auto writing = drive::write(annexkit_csv_format, {{"x", none}, {"y", drive::text("1")}},
                                      {record({drive::text("a"), none, none, none, none, none}, {{"b", none}})});
    CHECK(writing.bytes == "id,part,section,partners,initiative,bodies,other_fields,annex.y\na,,,,,,,1\n");
    CHECK(writing.findings.empty());
    const drive::Options bare = {{"header", "false"}, {"other-fields", "omit"}};
    const auto without = drive::write(annexkit_csv_format, {{"x", none}}, {record({drive::text("a")}, {{"b", none}})},
                                      {.options = bare});
    CHECK(without.bytes == "a,,,,,\n");
    CHECK(without.findings.empty());
}

TEST_CASE("csv: an initiative without any value is lost") {
    const auto nothing = record({none, none, none, none, none, none}, {{"b", none}});
    const auto writing = drive::write(annexkit_csv_format, {}, {nothing});
    REQUIRE(writing.findings.size() == 1);
    CHECK(writing.findings[0].rule == "loss.blank-row");
    SUBCASE("unless the annex head stands on its row") {
        CHECK(drive::write(annexkit_csv_format, {{"x", drive::text("")}}, {nothing}).findings.empty());
    }
    SUBCASE("unless an unknown field does") {
        CHECK(drive::write(annexkit_csv_format, {}, {record({}, {{"b", drive::text("")}})}).findings.empty());
    }
    SUBCASE("and so is one whose only field is left out") {
        const auto omitted = drive::write(annexkit_csv_format, {}, {record({}, {{"b", drive::text("1")}})},
                                          {.options = {{"other-fields", "omit"}}});
        REQUIRE(omitted.findings.size() == 2);
        CHECK(omitted.findings[0].rule == "loss.field");
        CHECK(omitted.findings[1].rule == "loss.blank-row");
    }
}

TEST_CASE("csv: what was written is read back, whatever the values") {
    const std::vector<std::string> hostile = {"",
                                              " ",
                                              ",",
                                              ";",
                                              "\t",
                                              "\"",
                                              "\"\"",
                                              "\n",
                                              "\r",
                                              "\r\n",
                                              "|",
                                              "\\",
                                              "\\e",
                                              "\\|",
                                              "\\\\",
                                              "a\\",
                                              "'",
                                              "\xEF\xBB\xBF",
                                              "é\xF0\x9F\x98\x80",
                                              "=1",
                                              "id",
                                              "{\"a\"}",
                                              "[",
                                              "x\"y,z\n|w\\"};
    std::vector<drive::Record> records;
    for (const auto& one : hostile)
        for (const auto& two : hostile)
            records.push_back(record({drive::untyped(one), drive::untyped(two), none, drive::list({one, two}),
                                      drive::untyped(two + one), drive::list({one})},
                                     {{one + "?", drive::text(two)}, {"l", drive::list({two, one})}}));
    // Absent everywhere, which the annex head keeps from being a blank row.
    records.push_back(record({none, none, none, none, none, none}));
    const std::vector<std::pair<std::string, Value>> head = {{"a\"b,", drive::untyped("\r,\"")}};
    for (const std::string delimiter : {",", ";", "\t", " ", "x"}) {
        CAPTURE(delimiter);
        const auto writing = drive::write(annexkit_csv_format, head, records,
                                          {.options = {{"delimiter", delimiter}, {"line-end", "crlf"}}});
        CHECK(writing.findings.empty());
        const auto reading = drive::read(annexkit_csv_format, writing.bytes,
                                         {.options = {{"delimiter", delimiter}}, .window_bytes = 64, .places = true});
        CHECK(reading.status == ANNEXKIT_OK);
        // What looks like a formula is none of its reader's business here.
        for (const auto& finding : reading.findings) CHECK(finding.rule == "csv.formula");
        CHECK(reading.head == head);
        REQUIRE(reading.records.size() == records.size());
        for (std::size_t i = 0; i < records.size(); ++i) {
            CHECK(reading.records[i].values == records[i].values);
            CHECK(reading.records[i].unknown == records[i].unknown);
        }
    }
}

TEST_CASE("csv: a cell with a NUL, which nobody could read again, is refused and its field named") {
    const std::string nul("a\0b", 3);
    const std::pair<std::vector<drive::Value>, std::int32_t> cells[] = {
        {{drive::text(nul), none, none, none, none, none}, 0},
        {{none, none, none, drive::list({"a", nul}), none, none}, 3},
    };
    for (const auto& [values, field] : cells) {
        const auto writing = drive::write(annexkit_csv_format, {}, {record(values)});
        CHECK(writing.status == ANNEXKIT_FAILED);
        REQUIRE(writing.findings.size() == 1);
        CHECK(writing.findings[0].rule == "loss.character");
        CHECK(writing.findings[0].field == field);
    }
    for (const auto& member : {std::pair(nul, drive::text("a")), std::pair(std::string("a"), drive::text(nul))}) {
        const auto in_head = drive::write(annexkit_csv_format, {member}, {});
        CHECK(in_head.status == ANNEXKIT_FAILED);
        CHECK(in_head.findings.at(0).rule == "loss.character");
    }
    const auto in_json = drive::write(annexkit_csv_format, {}, {record({drive::text("a")}, {{"x", drive::text(nul)}})});
    CHECK(in_json.findings.empty());
}

TEST_CASE("csv: formulas are written with an apostrophe where that is asked for") {
    const std::vector<drive::Record> records = {
        record({drive::text("=1+1"), none, drive::text("- a point"), none, none, none})};
    const auto kept = drive::write(annexkit_csv_format, {}, records, {});
    CHECK(kept.findings.empty());
    const auto neutralised = drive::write(annexkit_csv_format, {}, records, {.options = {{"formulas", "neutralise"}}});
    REQUIRE(neutralised.findings.size() == 1);
    CHECK(neutralised.findings[0].rule == "loss.formula");
    CHECK(neutralised.bytes.find("\n'=1+1,,- a point") != std::string::npos);
    SUBCASE("in lists by their first item, and in the head") {
        const std::vector<drive::Record> lists = {
            record({none, none, none, drive::list({"+A1", "=2"}), none, drive::list({"UE", "=3"})})};
        const auto written = drive::write(annexkit_csv_format, {{"source", drive::text("@A1")}}, lists,
                                          {.options = {{"formulas", "neutralise"}}});
        REQUIRE(written.findings.size() == 2);
        CHECK(written.findings[0].arguments.at("name") == "source");
        CHECK(written.findings[1].arguments.at("name") == "partners");
        CHECK(written.bytes.find("\n,,,'+A1|=2,,UE|=3,,'@A1\n") != std::string::npos);
    }
}

TEST_CASE("csv: what looks like a row of sums is written so that it comes back") {
    const std::vector<drive::Record> records = {
        record({drive::text("Total"), drive::number("1"), none, none, none, none})};
    const auto writing = drive::write(annexkit_csv_format, {}, records, {});
    CHECK(writing.bytes.find("\n\"Total\",1,") != std::string::npos);
    const auto reading = drive::read(annexkit_csv_format, writing.bytes, {});
    CHECK(reading.findings.empty());
    CHECK(reading.records.size() == 1);
    SUBCASE("as a formula alone does") {
        const auto formula = drive::write(annexkit_csv_format, {},
                                          {record({none, drive::text("=SUM(A1)"), none, none, none, none})}, {});
        CHECK(formula.bytes.find("\n,\"=SUM(A1)\",") != std::string::npos);
        CHECK(drive::read(annexkit_csv_format, formula.bytes, {}).records.size() == 1);
    }
}
