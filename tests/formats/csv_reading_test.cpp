// SPDX-License-Identifier: Apache-2.0
#include "csv_test.hpp"

#include "plugins/csv/format.hpp"

#include <doctest/doctest.h>

using csv_test::check_span;
using csv_test::none;
using csv_test::only;
using csv_test::read;
using drive::Value;

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

TEST_CASE("csv: where every heading is quoted, an empty quoted cell has no value, but a list") {
    const auto reading = read("\"id\",\"section\",\"bodies\",\"budget\",\"other_fields\",\"annex.x\"\n"
                              "\"a\",\"\",\"\",\"\",\"\",\"\"\n\"\",\"\",\"\",\"\",\"\",\"\"\n");
    CHECK(only(reading).rule == "csv.blank-row");
    CHECK(reading.head.empty());
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].values[2] == none);
    CHECK(reading.records[0].values[5] == drive::list({}));
    CHECK(reading.records[0].unknown.empty());
    SUBCASE("not where one is not quoted") {
        CHECK(read("\"id\",section\n\"a\",\"\"\n").records[0].values[2] == drive::untyped(""));
    }
    SUBCASE("nor in a table of one column") {
        CHECK(read("\"section\"\n\"\"\n").records[0].values[2] == drive::untyped(""));
    }
    SUBCASE("nor where all headings need their quotes, as an exporter writes them") {
        const auto needed = read("\"section\"t\"part\"t\"objective\"\n\"\"t1t1\n", {{"delimiter", "t"}});
        REQUIRE(needed.records.size() == 1);
        CHECK(needed.records[0].values[2] == drive::untyped(""));
    }
}

TEST_CASE("csv: an empty quoted cell of other_fields holds none") {
    const auto reading = read("id,other_fields,annex.x\na,\"\",\"\"\n");
    CHECK(reading.findings.empty());
    CHECK(reading.head == std::vector<std::pair<std::string, Value>>{{"x", drive::untyped("")}});
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
                                                                 {"z", none}};
    CHECK(reading.records[0].unknown == expected);
}

TEST_CASE("csv: other_fields keep numbers as they are spelled, whatever their size") {
    const auto reading = read("id;other_fields\na;{\"n\":1e400,\"m\":-0.0}\n", {{"delimiter", ";"}, {"quote", "~"}});
    CHECK(reading.findings.empty());
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].unknown ==
          std::vector<std::pair<std::string, Value>>{{"n", drive::number("1e400")}, {"m", drive::number("-0.0")}});
}

TEST_CASE("csv: malformed other_fields are an error on the record") {
    for (const std::string cell :
         {"[1]", "{", "x", "{}{}", "\"\"", "{\"\"a\"\":}", "1", "{\"\"a\"\":\"\"\\udeee\"\"}"}) {
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

TEST_CASE("csv: of two delimiters that find one name each the one with steady rows is taken") {
    const auto reading = read("part, or what;id\n1;2\n");
    CHECK(only(reading).arguments.at("delimiter") == ";");
    SUBCASE("and without rows neither") { CHECK(only(read("part, or what;id\n")).rule == "csv.ambiguous-delimiter"); }
}

TEST_CASE("csv: an apostrophe is the quote where the rows are steady with it alone") {
    const auto reading = read("id;part\n'a;b';1\n'it''s';2\n");
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[1].rule == "csv.quote-assumed");
    REQUIRE(reading.records.size() == 2);
    CHECK(reading.records[0].values[0] == drive::untyped("a;b"));
    CHECK(reading.records[1].values[0] == drive::untyped("it's"));
    SUBCASE("and not where it merely begins a word") {
        CHECK(read("id,part\n'tis,1\n").findings.empty());
        CHECK(read("id,part\n'tis,1\n").records[0].values[0] == drive::untyped("'tis"));
    }
    SUBCASE("nor where another one is asked for") {
        CHECK(read("id,part\n'a',1\n", {{"quote", "\""}}).records[0].values[0] == drive::untyped("'a'"));
    }
}

TEST_CASE("csv: a comma inside one heading of a table with semicolons does not win") {
    const auto reading = read("id;part;\"Montant, en euros\";section, titre\na;1;2,5;x\n");
    CHECK(only(reading).arguments ==
          std::map<std::string, std::string>{{"delimiter", ";"}, {"known", "2"}, {"total", "4"}});
    CHECK(reading.columns == std::vector<std::string>{"id", "part", "Montant, en euros", "section, titre"});
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].unknown[0].second == drive::untyped("2,5"));
}

TEST_CASE("csv: a table may have one column") {
    const auto reading = read("Identifiant\r\na;b\r\n\"c,d\"\r\n");
    CHECK(reading.findings.empty());
    REQUIRE(reading.records.size() == 2);
    CHECK(reading.records[0].values[0] == drive::untyped("a;b"));
    CHECK(reading.records[1].values[0] == drive::untyped("c,d"));
}

TEST_CASE("csv: the first 16 rows are the evidence, however much of the input is there") {
    std::string tied = "id,part;section\n";
    for (int i = 0; i < 15; ++i) tied += "a,1;x\n";
    CHECK(only(read(tied + "b;x\nc;x\n")).rule == "csv.ambiguous-delimiter");
    SUBCASE("for the quote too") {
        std::string clean = "id,part\n";
        for (int i = 0; i < 15; ++i) clean += "a,1\n";
        CHECK(only(read(clean + "'b,c',1\n")).rule == "csv.ragged-row");
        CHECK(read("id,part\n'b,c',1\n" + clean.substr(8)).findings[0].rule == "csv.quote-assumed");
    }
    SUBCASE("and without headings") {
        const std::string both = "a,1,x,UE,t,;;;;;\n";
        CHECK(read(both + "b,1,x,UE,t,\n", {{"header", "false"}}).records.size() == 2);
        CHECK(read(both + both, {{"header", "false"}}).findings[0].rule == "csv.ambiguous-delimiter");
    }
}

TEST_CASE("csv: Excel's line sep=; tells the delimiter, and is no row") {
    for (const std::string line : {"sep=;\r\n", "SEP=;\n", "\"sep=;\"\r\n", "\xEF\xBB\xBFsep=;\n"}) {
        CAPTURE(line);
        const auto reading = read(line + "id;part\r\na;1\r\n");
        CHECK(only(reading).rule == "csv.sep-line");
        CHECK(only(reading).arguments.at("delimiter") == ";");
        REQUIRE(reading.records.size() == 1);
        CHECK(reading.records[0].values[1] == drive::untyped("1"));
        CHECK(reading.records[0].row == 2);
    }
    SUBCASE("unless another one is asked for") {
        CHECK(read("sep=;\nid,part\na,1\n", {{"delimiter", ","}}).records[0].values[1] == drive::untyped("1"));
    }
    SUBCASE("of any delimiter") {
        CHECK(read("sep=~\nid~part\na~1\n").records[0].values[1] == drive::untyped("1"));
        CHECK(read("sep=\t\nid\tpart\na\t1\n").records[0].values[1] == drive::untyped("1"));
    }
    SUBCASE("but one that escapes or separates items") {
        CHECK(only(read("sep=\\\nid,part\na,1\n")).rule == "csv.rows-above-heading");
        CHECK(only(read("sep=~\nid,part\na,1\n", {{"list-separator", "~"}})).rule == "csv.rows-above-heading");
        CHECK(only(read("sep=\"\nid,part\na,1\n")).rule == "csv.rows-above-heading");
    }
    SUBCASE("and a heading that begins so is one") {
        CHECK(read("sep=;x,id\na,1\n").columns == std::vector<std::string>{"sep=;x", "id"});
        CHECK(read("sep,id\na,1\n").columns == std::vector<std::string>{"sep", "id"});
    }
}

TEST_CASE("csv: a formula is told, and what only looks like one is not") {
    for (const std::string text : {"- cmd|' /C calc'!A1", "=1+1", "=HYPERLINK(\"\"x\"\")", "@SUM(A1)", "+cmd|x",
                                   "-A1+2", "= 1", "\t=1", "-1-e3", "-e3"}) {
        CAPTURE(text);
        CHECK(only(read("id,section\na,\"" + text + "\"\n")).rule == "csv.formula");
    }
    for (const std::string text : {"-3", "+33 6 12 34 56 78", "- un point", "-", "--", "-\xC2\xA0point", "+ 3 autres",
                                   "1=1", "a@b.eu", "=", "-3,5 %", "-1.5e3", "-1E-3"}) {
        CAPTURE(text);
        CHECK(read("id,section\na,\"" + text + "\"\n").findings.empty());
    }
}

TEST_CASE("csv: a formula is told of every kind of cell") {
    CHECK(only(read("id,partners\na,=1+1|UE\n")).field == 3);
    CHECK(only(read("id,budget\na,=1+1\n")).column == 1);
    CHECK(only(read("id,annex.source\na,=1+1\n")).column == 1);
    SUBCASE("and of a list by its first item") {
        CHECK(read("id,partners\na,-3|=1\n").findings.empty());
        CHECK(read("id,partners\na,- un|- deux\n").findings.empty());
    }
}

TEST_CASE("csv: a row of sums is passed over, and told") {
    const auto reading = read("id,part,section\na,1,x\nTotal,12,\n,,\n");
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[0].rule == "csv.total-row");
    CHECK(reading.findings[0].row == 2);
    CHECK(reading.records.size() == 1);
    for (const std::string row :
         {"TOTAL :,1 234,", ",Totaux,12", "Total,,25 initiatives", "Sous-total,,3", "Grand total = 12,,",
          "Somme,\"1,5\",", "Total général,12,", "TOTAL GÉNÉRAL,12,", "Total partie 1,,12", "Nombre de projets,12,",
          "Total,=NB(B2:B3),", "Total,\"=SUM(B2,B3)\",", "Total,+B2+B3,", ",=NB(B2:B3),", ",=NB.SI(B2:B3;1),",
          ",+B2+B3,", ",=-$B$2+AB3,", "=NBVAL(A2:A3),12,"}) {
        CAPTURE(row);
        CHECK(only(read("id,part,section\na,1,x\n" + row + "\n")).rule == "csv.total-row");
    }
    CHECK(only(read("\"id\",\"part\"\n\"Total\",\"12\"\n")).rule == "csv.total-row");
    for (const std::string row :
         {"Total,1,mobilite", "totally,1,", "t-1,1,", "12,1,", ",\"=NB(B2:B3)\",", ",=====,", ",+33 (0)1 23,",
          ",+E4 visas,", ",+visas,", ",=NB(B2:B3),mobilite", "a,=NB(B2:B3),"}) {
        CAPTURE(row);
        CHECK(read("id,part,section\na,1,x\n" + row + "\n").records.size() == 2);
    }
}

TEST_CASE("csv: a quote that takes whole rows into its cell is one fault") {
    const auto reading = read("id,part,section\na,1,\"x\nb,2,y\nc,3,\"z\nd,4,w\n");
    CHECK(reading.findings[0].rule == "csv.runaway-quote");
    CHECK(reading.findings[0].arguments.at("count") == "2");
    CHECK(reading.findings[0].span.offset == 20);
    CHECK(reading.findings.size() == 1);
    SUBCASE("whose line breaks may be its own") {
        CHECK(only(read("id,part,section\na,1,\"x\ny\",z\n")).rule == "csv.ragged-row");
    }
}

TEST_CASE("csv: a byte order mark in front of a quoted heading is no part of it") {
    const auto reading = read("\xEF\xBB\xBF\"id\",\"part\"\n\"a\",\"1\"\n");
    CHECK(reading.columns == std::vector<std::string>{"id", "part"});
    CHECK(reading.findings.empty());
    CHECK(reading.records.size() == 1);
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
    CHECK(only(read("id,part,PART\n")).arguments ==
          std::map<std::string, std::string>{{"heading", "part"}, {"name", "PART"}});
    check_span(only(reading).span, 8, 11);
    CHECK(only(read("id,x,x\n")).rule == "csv.duplicate-heading");
    CHECK(read("id,,\na,,\n").findings.empty());
}

TEST_CASE("csv: the first stray quote of a row is told") {
    CHECK(only(read("id,part,section\na,1\"b\",2\"c\n")).rule == "csv.stray-quote");
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

TEST_CASE("csv: a stray quote ahead of an unclosed one is told with it") {
    const auto reading = read("id,section\na\",\"d\ne,f\n");
    CHECK(reading.status == ANNEXKIT_FAILED);
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[0].rule == "csv.stray-quote");
    check_span(reading.findings[0].span, 12, 1);
    CHECK(reading.findings[1].rule == "csv.unclosed-quote");
    check_span(reading.findings[1].span, 14, 1);
    CHECK(reading.findings[1].row == 1);
}

TEST_CASE("csv: an unclosed quote is told however much follows") {
    const std::string rows = "b,c\n";
    std::string many;
    for (int i = 0; i < 1000000; ++i) many += rows;
    const auto in_heading = drive::read(annexkit_csv_format, "id,\"part\na,1\n" + many);
    CHECK(only(in_heading).rule == "csv.unclosed-quote");
    check_span(only(in_heading).span, 3, 1);
    const auto in_row = drive::read(annexkit_csv_format, "id,part\na,1\na,\"1\n" + many);
    CHECK(only(in_row).rule == "csv.unclosed-quote");
    check_span(only(in_row).span, 14, 1);
    CHECK(only(in_row).row == 2);
    CHECK(in_row.records.size() == 1);
}

TEST_CASE("csv: a quote that opens in a heading and closes far below hides the headings") {
    const auto reading = drive::read(annexkit_csv_format, "\"id,part\n" + std::string(2000000, 'a') + "\"\n");
    CHECK(only(reading).rule == "csv.no-heading");
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

TEST_CASE("csv: a stray quote beyond the last column is told") {
    const auto reading = read("id,part\na,1,\"x\"y\n");
    REQUIRE(reading.findings.size() == 1);
    CHECK(reading.findings[0].rule == "csv.stray-quote");
    check_span(reading.findings[0].span, 15, 1);
    CHECK(reading.findings[0].column == -1);
}

TEST_CASE("csv: blank rows are noted and counted") {
    const auto reading = read("id\n\na\n\r\nb\n");
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[1].rule == "csv.blank-row");
    CHECK(reading.findings[1].row == 3);
    REQUIRE(reading.records.size() == 2);
    CHECK(reading.records[1].row == 4);
}

TEST_CASE("csv: delimiters alone are a blank row") {
    const auto reading = read("id,part\n,\na,1\n,,,,\n");
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[0].rule == "csv.blank-row");
    CHECK(reading.findings[1].rule == "csv.blank-row");
    check_span(reading.findings[1].span, 14, 4);
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].row == 2);
}

TEST_CASE("csv: spaces in several cells are a blank row, in one cell a text") {
    const auto reading = read("id,part\n , \na,1\n\t,\n");
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[0].rule == "csv.blank-row");
    CHECK(reading.findings[1].rule == "csv.blank-row");
    CHECK(reading.records.size() == 1);
    CHECK(read("id\n \n").records.size() == 1);
    CHECK(read("id,part\n\" \",\n").records.size() == 1);
}

TEST_CASE("csv: a row with one empty text is a record") {
    const auto reading = read("id,part\n\"\",\n");
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].values[0] == drive::untyped(""));
    CHECK(reading.findings.empty());
}

TEST_CASE("csv: a blank row neither tells the annex head nor disagrees with it") {
    const auto reading = read("id,annex.x\n,\na,1\n , \n");
    CHECK(reading.head == std::vector<std::pair<std::string, Value>>{{"x", drive::untyped("1")}});
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[0].rule == "csv.blank-row");
    CHECK(reading.findings[1].rule == "csv.blank-row");
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
         {drive::Options{{"quote", "é"}}, drive::Options{{"delimiter", "\n"}}, drive::Options{{"delimiter", "\""}},
          drive::Options{{"list-separator", "\\"}}, drive::Options{{"list-separator", "e"}},
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
