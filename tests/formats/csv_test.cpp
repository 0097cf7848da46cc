// SPDX-License-Identifier: Apache-2.0
#include "drive.hpp"

#include "plugins/csv/cells.hpp"
#include "plugins/csv/format.hpp"

#include <doctest/doctest.h>

namespace {

using drive::Value;

void check_same(const drive::Reading& one, const drive::Reading& other) {
    CHECK(other.status == one.status);
    CHECK(other.columns == one.columns);
    CHECK(other.head == one.head);
    REQUIRE(other.records.size() == one.records.size());
    for (std::size_t i = 0; i < other.records.size(); ++i) {
        CHECK(other.records[i].values == one.records[i].values);
        CHECK(other.records[i].unknown == one.records[i].unknown);
        CHECK(other.records[i].span.offset == one.records[i].span.offset);
        CHECK(other.records[i].span.size == one.records[i].span.size);
        CHECK(other.records[i].row == one.records[i].row);
    }
    REQUIRE(other.findings.size() == one.findings.size());
    for (std::size_t i = 0; i < other.findings.size(); ++i) {
        CHECK(other.findings[i].rule == one.findings[i].rule);
        CHECK(other.findings[i].span.offset == one.findings[i].span.offset);
        CHECK(other.findings[i].row == one.findings[i].row);
        CHECK(other.findings[i].arguments == one.findings[i].arguments);
    }
}

/// Reads with windows of several sizes, with and without places; all must give the same.
drive::Reading read(std::string_view input, const drive::Options& options = {}) {
    drive::ReadSettings settings;
    settings.options = options;
    settings.places = true;
    const auto expected = drive::read(annexkit_csv_format, input, settings);
    for (const std::size_t window : std::initializer_list<std::size_t>{1, 2, 3, 7, 64, 1 << 20}) {
        CAPTURE(window);
        settings.window_bytes = window;
        settings.places = window != 7;
        check_same(expected, drive::read(annexkit_csv_format, input, settings));
    }
    return expected;
}

drive::Finding only(const drive::Reading& reading) {
    REQUIRE(reading.findings.size() == 1);
    return reading.findings[0];
}

void check_span(annexkit_span span, std::uint64_t offset, std::uint64_t size) {
    CHECK(span.offset == offset);
    CHECK(span.size == size);
}

drive::Record record(std::vector<Value> values, std::vector<std::pair<std::string, Value>> unknown = {}) {
    return {std::move(values), std::move(unknown), {}, {}, {}, 0};
}

const Value none = drive::absent();

} // namespace

TEST_CASE("csv: absent, empty and valued cells stay apart") {
    const auto reading = read("id,section\na,\nb,\"\"\nc, x \n");
    REQUIRE(reading.records.size() == 3);
    CHECK(reading.findings.empty());
    CHECK(reading.records[0].values[2] == none);
    CHECK(reading.records[1].values[2] == drive::untyped(""));
    CHECK(reading.records[2].values[2] == drive::untyped(" x "));
    CHECK(reading.records[2].row == 3);
    check_span(reading.records[1].span, 14, 4);
}

TEST_CASE("csv: a quoted cell holds delimiters, doubled quotes and line breaks") {
    const auto reading = read("id,initiative\r\n7,\"a\r\n,\"\"b\"\"\"\r\n8,c");
    REQUIRE(reading.records.size() == 2);
    CHECK(reading.records[0].values[4] == drive::untyped("a\r\n,\"b\""));
    check_span(reading.records[0].places[4].value, 18, 9);
    CHECK(reading.records[1].values[4] == drive::untyped("c"));
    check_span(reading.records[1].span, 30, 3);
}

TEST_CASE("csv: line feeds, carriage returns and both end rows") {
    const auto reading = read("id\na\rb\r\nc\n");
    REQUIRE(reading.records.size() == 3);
    CHECK(reading.records[1].values[0] == drive::untyped("b"));
    CHECK(reading.records[2].row == 3);
    CHECK(reading.findings.empty());
}

TEST_CASE("csv: lists are split at the separator and unescaped") {
    const auto reading = read("partners,bodies\nUE|DE,\"\"\na\\|b|\\\\|c\\d,\\e\n|,\"x|\"\"y\"\"|\"\n");
    REQUIRE(reading.records.size() == 3);
    CHECK(reading.records[0].values[3] == drive::list({"UE", "DE"}));
    CHECK(reading.records[0].values[5] == drive::list({}));
    CHECK(reading.records[1].values[3] == drive::list({"a|b", "\\", "c\\d"}));
    CHECK(reading.records[1].values[5] == drive::list({""}));
    CHECK(reading.records[2].values[3] == drive::list({"", ""}));
    CHECK(reading.records[2].values[5] == drive::list({"x", "\"y\"", ""}));
}

TEST_CASE("csv: each item of a list has its place") {
    const auto reading = read("id,partners\na,\"U\\|E|\"\"D\"\"|\"\n");
    REQUIRE(reading.records.size() == 1);
    const auto& place = reading.records[0].places[3];
    check_span(place.value, 15, 11);
    REQUIRE(place.items.size() == 3);
    check_span(place.items[0], 15, 4);
    check_span(place.items[1], 20, 5);
    check_span(place.items[2], 26, 0);
}

TEST_CASE("csv: titles stand for fields, unknown columns are carried") {
    const auto reading = read("PARTIE,budget,identifiant\n1,5,a\n2,,b\n");
    REQUIRE(reading.records.size() == 2);
    CHECK(reading.records[0].values[1] == drive::untyped("1"));
    CHECK(reading.records[0].unknown == std::vector<std::pair<std::string, Value>>{{"budget", drive::untyped("5")}});
    check_span(reading.records[0].unknown_places[0].value, 28, 1);
    CHECK(reading.records[1].unknown.empty());
}

TEST_CASE("csv: other_fields gives each member its kind") {
    const auto reading =
        read("id;other_fields\na;\"{\"\"t\"\": \"\"x\"\", \"\"n\"\": 1.50, \"\"b\"\":true,"
             "\"\"l\"\":[\"\"p\"\",\"\"q\"\"], \"\"j\"\": { \"\"k\"\" : [ 1e2, null ] }, \"\"z\"\":null}\"\n",
             {{"delimiter", ";"}});
    REQUIRE(reading.records.size() == 1);
    const std::vector<std::pair<std::string, Value>> expected = {{"t", drive::text("x")},
                                                                 {"n", drive::number("1.50")},
                                                                 {"b", drive::boolean(true)},
                                                                 {"l", drive::list({"p", "q"})},
                                                                 {"j", drive::json(R"({"k":[1e2,null]})")},
                                                                 {"z", drive::json("null")}};
    CHECK(reading.records[0].unknown == expected);
}

TEST_CASE("csv: malformed other_fields are an error on the record") {
    for (const std::string cell : {"[1]", "{", "x", "{}{}", "\"\"", "{\"\"a\"\":}", "1"}) {
        CAPTURE(cell);
        const auto reading = read("id;other_fields\na;\"" + cell + "\"\n", {{"delimiter", ";"}});
        CHECK(only(reading).rule == "csv.other-fields");
        CHECK(reading.status == ANNEXKIT_OK);
        REQUIRE(reading.records.size() == 1);
        CHECK(reading.records[0].unknown.empty());
    }
}

TEST_CASE("csv: other_fields nested without end are refused, not followed") {
    const auto reading = read("id,other_fields\na,{\"a\":" + std::string(100000, '[') + "}\n", {{"quote", "'"}});
    CHECK(only(reading).rule == "csv.other-fields");
}

TEST_CASE("csv: the annex head comes from the first data row") {
    const auto reading = read("id,annex.declaration,annex.as_of,annex.x\n\na,eu,2013,\nb,eu,2014,\n");
    CHECK(reading.head == std::vector<std::pair<std::string, Value>>{{"declaration", drive::untyped("eu")},
                                                                     {"as_of", drive::untyped("2013")}});
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[0].rule == "csv.blank-row");
    CHECK(reading.findings[1].rule == "csv.head-disagrees");
    CHECK(reading.findings[1].arguments ==
          std::map<std::string, std::string>{{"name", "annex.as_of"}, {"value", "2014"}, {"expected", "2013"}});
    check_span(reading.findings[1].span, 58, 4);
    CHECK(reading.findings[1].row == 3);
}

TEST_CASE("csv: Excel's semicolons below title rows are found and told") {
    const auto reading = read("\xEF\xBB\xBF"
                              "Annexe;;\n\nIdentifiant;Partie;SECTION\na;1;x,y\n");
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[0].rule == "csv.dialect-assumed");
    CHECK(reading.findings[0].arguments ==
          std::map<std::string, std::string>{{"delimiter", ";"}, {"known", "3"}, {"total", "3"}});
    CHECK(reading.findings[1].rule == "csv.rows-above-heading");
    CHECK(reading.findings[1].arguments.at("count") == "2");
    check_span(reading.findings[1].span, 3, 10);
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].values[2] == drive::untyped("x,y"));
    CHECK(reading.records[0].row == 3);
}

TEST_CASE("csv: tabs are found, a given delimiter needs no note") {
    CHECK(only(read("id\tpart\na\t1\n")).arguments.at("delimiter") == "TAB");
    CHECK(read("id\tpart\na\t1\n", {{"delimiter", "\t"}}).findings.empty());
}

TEST_CASE("csv: two delimiters that fit equally well are an error") {
    const auto reading = read("id,part\nid;part\n");
    CHECK(reading.status == ANNEXKIT_FAILED);
    CHECK(only(reading).rule == "csv.ambiguous-delimiter");
    CHECK(read("id,part\nid;part\n", {{"delimiter", ","}}).status == ANNEXKIT_OK);
}

TEST_CASE("csv: without a known name there is no heading") {
    for (const std::string_view input : {"", "\n\n", "a,b\n1,2\n"}) {
        const auto reading = read(input);
        CHECK(reading.status == ANNEXKIT_FAILED);
        CHECK(only(reading).rule == "csv.no-heading");
    }
}

TEST_CASE("csv: a heading in row 17 is too late") {
    CHECK(read(std::string(15, '\n') + "id\na\n").records.size() == 1);
    CHECK(only(read(std::string(16, '\n') + "id\na\n")).rule == "csv.no-heading");
}

TEST_CASE("csv: two columns for one field are an error") {
    const auto reading = read("id,part,Identifiant\na,1,b\n");
    CHECK(reading.status == ANNEXKIT_FAILED);
    CHECK(only(reading).rule == "csv.duplicate-heading");
    check_span(only(reading).span, 8, 11);
    CHECK(only(read("id,x,x\n")).rule == "csv.duplicate-heading");
    CHECK(read("id,,\na,,\n").findings.empty());
}

TEST_CASE("csv: stray quotes are told and kept as they are") {
    const auto reading = read("id,section\na\"b,c\n\"d\"e,\"f\"\"\"\n");
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[0].rule == "csv.stray-quote");
    check_span(reading.findings[0].span, 12, 1);
    check_span(reading.findings[1].span, 20, 1);
    CHECK(reading.findings[1].column == 0);
    CHECK(reading.records[0].values[0] == drive::untyped("a\"b"));
    CHECK(reading.records[1].values[0] == drive::untyped("\"d\"e"));
    CHECK(reading.records[1].values[2] == drive::untyped("f\""));
}

TEST_CASE("csv: an unclosed quote ends the reading after the whole rows") {
    const auto reading = read("id,section\na,b\nc,\"d\ne,f\n");
    CHECK(reading.status == ANNEXKIT_FAILED);
    CHECK(reading.records.size() == 1);
    CHECK(only(reading).rule == "csv.unclosed-quote");
    check_span(only(reading).span, 17, 1);
}

TEST_CASE("csv: an unclosed quote in the headings or the first row of a head is told too") {
    CHECK(only(read("\"id,part\na,b\n")).rule == "csv.unclosed-quote");
    CHECK(only(read("id,annex.x\na,\"b\n")).rule == "csv.unclosed-quote");
}

TEST_CASE("csv: rows with too many or too few cells are told and delivered") {
    const auto reading = read("id,part\na\nb,1,x\n");
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[0].rule == "csv.ragged-row");
    CHECK(reading.findings[0].arguments == std::map<std::string, std::string>{{"cells", "1"}, {"columns", "2"}});
    check_span(reading.findings[1].span, 10, 5);
    CHECK(reading.records[0].values[0] == drive::untyped("a"));
    CHECK(reading.records[1].values[1] == drive::untyped("1"));
}

TEST_CASE("csv: blank rows are noted and counted") {
    const auto reading = read("id\n\na\n\r\nb\n");
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[1].rule == "csv.blank-row");
    CHECK(reading.findings[1].row == 3);
    REQUIRE(reading.records.size() == 2);
    CHECK(reading.records[1].row == 4);
}

TEST_CASE("csv: without headings the columns are the schema's") {
    const auto reading = read("a;1;s;UE;i;x|y;{\"k\":1}\n", {{"header", "false"}, {"quote", "'"}});
    CHECK(only(reading).rule == "csv.dialect-assumed");
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].unknown == std::vector<std::pair<std::string, Value>>{{"k", drive::number("1")}});
    const auto clean = read("\na,1,s,UE,i,x|y\n", {{"header", "false"}});
    REQUIRE(clean.records.size() == 1);
    CHECK(clean.records[0].values[5] == drive::list({"x", "y"}));
}

TEST_CASE("csv: without headings an input may be empty") {
    CHECK(read("", {{"header", "false"}}).status == ANNEXKIT_OK);
    CHECK(only(read("\n", {{"header", "false"}})).rule == "csv.blank-row");
}

TEST_CASE("csv: characters that cannot be used are refused") {
    for (const auto& options :
         {drive::Options{{"quote", "é"}}, drive::Options{{"quote", ""}}, drive::Options{{"delimiter", "\n"}},
          drive::Options{{"delimiter", "\""}}, drive::Options{{"list-separator", "\\"}},
          drive::Options{{"delimiter", ";"}, {"list-separator", ";"}}}) {
        const auto reading = drive::read(annexkit_csv_format, "id\n", {.options = options});
        CHECK(reading.status == ANNEXKIT_FAILED);
        CHECK(only(reading).rule == "csv.options");
    }
    const auto writing = drive::write(annexkit_csv_format, {}, {}, {.options = {{"delimiter", ""}}});
    CHECK(writing.findings.at(0).rule == "csv.options");
}

TEST_CASE("csv: the host's stop ends the reading without a finding") {
    const auto reading = drive::read(annexkit_csv_format, "id\na\nb\n", {.options = {}, .stop_at = 1});
    CHECK(reading.status == ANNEXKIT_STOP);
    CHECK(reading.findings.empty());
}

TEST_CASE("csv: a beginning of another format is not taken for a table") {
    const auto sniff = [](std::string_view text) {
        return annexkit_csv_format.importer->sniff({text.data(), text.size()});
    };
    CHECK(sniff("id,part\n") == 40);
    CHECK(sniff("<annex/>") == 0);
    CHECK(sniff("{\"a\":1}") == 0);
    CHECK(sniff("\xEF\xBB\xBF [1,2]") == 0);
    CHECK(sniff("") == 0);
}

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
    const auto omitted = drive::write(annexkit_csv_format, {}, {record({}, {{"b", drive::text("1")}, {"c", none}})},
                                      {.options = {{"other-fields", "omit"}}});
    REQUIRE(omitted.findings.size() == 1);
    CHECK(omitted.findings[0].rule == "loss.field");
    CHECK(omitted.findings[0].arguments.at("name") == "b");
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
                                              std::string(1, '\0'),
                                              "é\xF0\x9F\x98\x80",
                                              "=1",
                                              "id",
                                              "{\"a\"}",
                                              "[",
                                              "x\"y,z\n|w\\"};
    std::vector<drive::Record> records = {record({none, none, none, none, none, none})};
    for (const auto& one : hostile)
        for (const auto& two : hostile)
            records.push_back(record({drive::untyped(one), drive::untyped(two), none, drive::list({one, two}),
                                      drive::untyped(two + one), drive::list({one})},
                                     {{one + "?", drive::text(two)}, {"l", drive::list({two, one})}}));
    const std::vector<std::pair<std::string, Value>> head = {{"a\"b,", drive::untyped("\r,\"")}};
    for (const std::string delimiter : {",", ";", "\t", " ", "x"}) {
        CAPTURE(delimiter);
        const auto writing = drive::write(annexkit_csv_format, head, records,
                                          {.options = {{"delimiter", delimiter}, {"line-end", "crlf"}}});
        CHECK(writing.findings.empty());
        const auto reading = drive::read(annexkit_csv_format, writing.bytes,
                                         {.options = {{"delimiter", delimiter}}, .window_bytes = 64, .places = true});
        CHECK(reading.status == ANNEXKIT_OK);
        CHECK(reading.findings.empty());
        CHECK(reading.head == head);
        REQUIRE(reading.records.size() == records.size());
        for (std::size_t i = 0; i < records.size(); ++i) {
            CHECK(reading.records[i].values == records[i].values);
            CHECK(reading.records[i].unknown == records[i].unknown);
        }
    }
}

TEST_CASE("csv: libcsv and the row scanner read every short row alike") {
    namespace csv = annexkit::csv;
    const std::string_view alphabet = "a,\"\n\r ";
    const csv::Dialect dialect;
    csv::CellReader reader(dialect, 8);
    std::vector<annexkit_text> texts;
    csv::Row row;
    for (std::size_t number = 0; number < 6 * 6 * 6 * 6 * 6 * 6; ++number) {
        std::string text;
        for (std::size_t i = 0, rest = number; i < 6; ++i, rest /= 6) text += alphabet[rest % 6];
        for (std::size_t at = 0; at < text.size(); at = row.next) {
            if (csv::read_row(text, at, true, dialect, row) != csv::RowEnd::whole) break;
            if (row.stray || row.is_blank()) continue;
            char room[8];
            reader.read(text, row, room, texts);
            for (std::size_t i = 0; i < texts.size(); ++i) {
                REQUIRE((texts[i].data == nullptr) == row.cells[i].is_absent());
                REQUIRE(annexkit::sdk::view(texts[i]) == csv::spelled_out(text, row.cells[i], '"'));
            }
        }
    }
}
