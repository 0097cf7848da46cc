// SPDX-License-Identifier: Apache-2.0
// RFC 4180, section 2, rule by rule. What is right is read exactly; what is wrong is told, with its place.
#include "csv_test.hpp"

#include <doctest/doctest.h>

#include <optional>

using csv_test::check_span;
using csv_test::only;
using csv_test::read;

namespace {

using Cells = std::vector<std::optional<std::string>>;

constexpr auto absent = std::nullopt;

/// A table of the texts a, b and c, headed so.
drive::Reading read_abc(std::string_view input) {
    return read(input, {}, {{"a", ANNEXKIT_TEXT, {}}, {"b", ANNEXKIT_TEXT, {}}, {"c", ANNEXKIT_TEXT, {}}});
}

std::vector<Cells> rows_of(const drive::Reading& reading) {
    std::vector<Cells> rows;
    for (const auto& record : reading.records) {
        Cells& cells = rows.emplace_back();
        for (const auto& value : record.values)
            cells.push_back(value.kind == ANNEXKIT_ABSENT ? Cells::value_type() : Cells::value_type(value.text));
    }
    return rows;
}

/// The rows below the heading `a,b,c`, which are all right.
std::vector<Cells> rows_below(std::string_view rows) {
    const auto reading = read_abc("a,b,c\r\n" + std::string(rows));
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(reading.findings.empty());
    return rows_of(reading);
}

/// The one finding about the rows below the heading `a,b,c`.
drive::Finding fault_below(std::string_view rows) { return only(read_abc("a,b,c\r\n" + std::string(rows))); }

constexpr std::uint64_t heading_bytes = 7;

void check_stray(std::string_view rows, std::uint64_t offset, std::int32_t column) {
    CAPTURE(rows);
    const auto finding = fault_below(rows);
    CHECK(finding.rule == "csv.stray-quote");
    check_span(finding.span, heading_bytes + offset, 1);
    CHECK(finding.row == 1);
    CHECK(finding.column == column);
}

void check_unclosed(std::string_view rows, std::uint64_t offset, std::uint64_t row) {
    CAPTURE(rows);
    const auto finding = fault_below(rows);
    CHECK(finding.rule == "csv.unclosed-quote");
    check_span(finding.span, heading_bytes + offset, 1);
    CHECK(finding.row == row);
}

void check_ragged(std::string_view rows, const std::string& cells) {
    CAPTURE(rows);
    const auto finding = fault_below(rows);
    CHECK(finding.rule == "csv.ragged-row");
    CHECK(finding.arguments.at("cells") == cells);
}

} // namespace

TEST_CASE("rfc 4180, rule 1: each record is a line, which a line break ends") {
    const std::vector<Cells> two = {{"aaa", "bbb", "ccc"}, {"zzz", "yyy", "xxx"}};
    CHECK(rows_below("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n") == two);
    SUBCASE("line feeds and carriage returns alone are line breaks too") {
        CHECK(rows_below("aaa,bbb,ccc\nzzz,yyy,xxx\n") == two);
        CHECK(rows_below("aaa,bbb,ccc\rzzz,yyy,xxx\r") == two);
    }
    SUBCASE("the three may be mixed") {
        CHECK(rows_below("1,2,3\r4,5,6\r\n7,8,9\n1,2,3") ==
              std::vector<Cells>{{"1", "2", "3"}, {"4", "5", "6"}, {"7", "8", "9"}, {"1", "2", "3"}});
    }
}

TEST_CASE("rfc 4180, rule 1: an empty line is no record") {
    CHECK(fault_below("1,2,3\r\n\r\n4,5,6\r\n").rule == "csv.blank-row");
    CHECK(fault_below("1,2,3\n\n4,5,6\n").row == 2);
    CHECK(read_abc("a,b,c\n\r\r\n\n1,2,3\n").findings.size() == 3);
    CHECK(read_abc("a,b,c\n\n\r1,2,3\n").findings.size() == 2);
}

TEST_CASE("rfc 4180, rule 2: the last record needs no line break") {
    CHECK(rows_below("aaa,bbb,ccc\r\nzzz,yyy,xxx") == std::vector<Cells>{{"aaa", "bbb", "ccc"}, {"zzz", "yyy", "xxx"}});
    CHECK(rows_below("1,2,\"3\"") == std::vector<Cells>{{"1", "2", "3"}});
    CHECK(rows_below("1,2,") == std::vector<Cells>{{"1", "2", absent}});
    CHECK(rows_below("1,2,\"\"") == std::vector<Cells>{{"1", "2", ""}});
    CHECK(rows_below("").empty());
}

TEST_CASE("rfc 4180, rule 3: a header line names the columns, in any order") {
    CHECK(rows_of(read_abc("c,a\r\n1,2\r\n")) == std::vector<Cells>{{"2", absent, "1"}});
    SUBCASE("its names are cells like all others") {
        const auto reading = read("\"x,\"\"y\"\"\r\nz\",\"b\"\r\n1,2\r\n", {},
                                  {{"x,\"y\"\r\nz", ANNEXKIT_TEXT, {}}, {"b", ANNEXKIT_TEXT, {}}});
        CHECK(reading.columns == std::vector<std::string>{"x,\"y\"\r\nz", "b"});
        CHECK(rows_of(reading) == std::vector<Cells>{{"1", "2"}});
    }
}

TEST_CASE("rfc 4180, rule 4: each line has the same number of fields") {
    check_ragged("1,2\r\n", "2");
    check_ragged("1,2,3,4\r\n", "4");
    check_ragged("1,2,3,\r\n", "4");
    check_ragged("\"1,2,3\"\r\n", "1");
}

TEST_CASE("rfc 4180, rule 4: spaces are part of a field") {
    CHECK(rows_below(" 1, 2 ,\t3\r\n") == std::vector<Cells>{{" 1", " 2 ", "\t3"}});
    CHECK(rows_below("\" 1 \",  ,\"  \"\r\n") == std::vector<Cells>{{" 1 ", "  ", "  "}});
}

TEST_CASE("rfc 4180, rule 5: a field may be quoted or not") {
    CHECK(rows_below("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,\"yyy\",xxx\r\n") ==
          std::vector<Cells>{{"aaa", "bbb", "ccc"}, {"zzz", "yyy", "xxx"}});
    CHECK(rows_below(",\"\",x\r\n") == std::vector<Cells>{{absent, "", "x"}});
}

TEST_CASE("rfc 4180, rule 5: an unquoted field has no quote in it") {
    check_stray("1\",2,3\r\n", 1, 0);
    check_stray("1,2\"2,3\r\n", 3, 1);
    check_stray("1,2,3\"\"\r\n", 5, 2);
    check_stray("1, \"2\",3\r\n", 3, 1);
}

TEST_CASE("rfc 4180, rule 5: a closing quote ends the field") {
    check_stray("\"1\"1,2,3\r\n", 3, 0);
    check_stray("1,\"2\" ,3\r\n", 5, 1);
    check_stray("1,2,\"3\"\"\"3\r\n", 9, 2);
    check_stray("1,2,\"\" \"\"\r\n", 6, 2);
}

TEST_CASE("rfc 4180, rule 5: a quote that opens must close") {
    check_unclosed("\"", 0, 1);
    check_unclosed("1,\"2,3\r\n", 2, 1);
    check_unclosed("1,2,3\r\n4,5,\"6\"\"\r\n7,8,9\r\n", 11, 2);
    check_unclosed("1,2,3\n4,5,\"\"\"\n", 10, 2);
}

TEST_CASE("rfc 4180, rule 6: a quoted field holds line breaks and commas") {
    CHECK(rows_below("aaa,\"b \r\nbb\",ccc\r\nzzz,yyy,xxx\r\n") ==
          std::vector<Cells>{{"aaa", "b \r\nbb", "ccc"}, {"zzz", "yyy", "xxx"}});
    CHECK(rows_below("\"1,1\",\",\",\"3,\"\r\n") == std::vector<Cells>{{"1,1", ",", "3,"}});
    CHECK(rows_below("\"\r\n\",\"\n\",\"\r\"\r\n") == std::vector<Cells>{{"\r\n", "\n", "\r"}});
    CHECK(rows_below("\"1\n\n1\",2,\"\r\r\n3\"\r\n") == std::vector<Cells>{{"1\n\n1", "2", "\r\r\n3"}});
}

TEST_CASE("rfc 4180, rule 7: a quote in a quoted field is doubled") {
    CHECK(rows_below("\"aaa\",\"b\"\"bb\",\"ccc\"\r\n") == std::vector<Cells>{{"aaa", "b\"bb", "ccc"}});
    CHECK(rows_below("\"\"\"\",\"\"\"\"\"\",\"\"\"1\"\"\"\r\n") == std::vector<Cells>{{"\"", "\"\"", "\"1\""}});
    CHECK(rows_below("\"\"\",\"\"\",\"\"\"\r\n\"\"\",\"1,\"\"\"\r\n") ==
          std::vector<Cells>{{"\",\"", "\"\r\n\"", "1,\""}});
}

TEST_CASE("rfc 4180: tables of others are read to the letter") {
    const auto read_ab = [](std::string_view input) {
        const auto reading = read(input, {}, {{"a", ANNEXKIT_TEXT, {}}, {"b", ANNEXKIT_TEXT, {}}});
        CHECK(reading.findings.empty());
        return rows_of(reading);
    };
    SUBCASE("JSON in a cell") {
        CHECK(read_ab("a,b\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n") ==
              std::vector<Cells>{{"1", R"({"type": "Point", "coordinates": [102.0, 0.5]})"}});
    }
    SUBCASE("minutes and seconds") {
        CHECK(read_ab("a,b\n1,\"37°36'37.8\"\"N 121°2'17.9\"\"W\"\n") ==
              std::vector<Cells>{{"1", "37°36'37.8\"N 121°2'17.9\"W"}});
    }
    SUBCASE("quotes and line breaks") {
        CHECK(read_ab("a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n") ==
              std::vector<Cells>{{"1", "ha \n\"ha\" \nha"}, {"3", "4"}});
    }
    SUBCASE("empty texts, and a last line without its end") {
        CHECK(read_ab("a,b\r\n\"\",\"\"\r\n2,\"ʤ\"") == std::vector<Cells>{{"", ""}, {"2", "ʤ"}});
    }
}
