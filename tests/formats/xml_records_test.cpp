// SPDX-License-Identifier: Apache-2.0
// How elements become records: values, lists, JSON, unknown fields, the head, and what an annex has no place for.
#include "xml_test.hpp"

using xml_test::ids;
using xml_test::one;
using xml_test::part;
using xml_test::read;
using xml_test::rules;
using xml_test::Strings;

namespace {

using Unknown = std::vector<std::pair<std::string, drive::Value>>;

/// The only record of an annex that breaks no rule.
drive::Record record_of(std::string_view fields, const drive::ReadSettings& settings = {}) {
    CAPTURE(fields);
    const auto reading = read(one(fields), settings);
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(rules(reading) == Strings{});
    REQUIRE(reading.records.size() == 1);
    return reading.records[0];
}

/// Checks that `surplus` is reported in an initiative that is read all the same.
void check_surplus(const std::string& before, const std::string& surplus, const std::string& after = "") {
    const std::string input = one(before + surplus + after);
    CAPTURE(input);
    const auto reading = read(input);
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(reading.records.size() == 1);
    REQUIRE(rules(reading) == Strings{"xml.unexpected"});
    CHECK(part(input, reading.findings[0].span) == surplus);
}

drive::ReadSettings with_fields(std::vector<drive::Field> fields) {
    drive::ReadSettings settings;
    settings.fields = std::move(fields);
    return settings;
}

} // namespace

TEST_CASE("xml: an absent field, an empty one and an unknown one stay apart") {
    const auto record = record_of("<id/><section></section><budget>5</budget>");
    CHECK(record.values[0] == drive::untyped(""));
    CHECK(record.values[1] == drive::absent());
    CHECK(record.values[2] == drive::untyped(""));
    CHECK(record.unknown == Unknown{{"budget", drive::untyped("5")}});
}

TEST_CASE("xml: fields come in any order") {
    const auto record = record_of("<section>s</section>\n<!-- a --><id>a</id>");
    CHECK(record.values[0] == drive::untyped("a"));
    CHECK(record.values[2] == drive::untyped("s"));
}

TEST_CASE("xml: a field is named by its name, by a title, or as an attribute") {
    CHECK(record_of("<Identifiant>a</Identifiant>").values[0] == drive::untyped("a"));
    CHECK(record_of("<field name='id'>a</field>").values[0] == drive::untyped("a"));
    CHECK(record_of("<field name='Initiative proposée'>a</field>").values[4] == drive::untyped("a"));
    CHECK(record_of("<field name=' id '>a</field>").unknown == Unknown{{" id ", drive::untyped("a")}});
}

TEST_CASE("xml: a field given twice goes by its own name the second time") {
    const auto record = record_of("<id>a</id><Identifiant>b</Identifiant><id>c</id><field name='id'>d</field>");
    CHECK(record.values[0] == drive::untyped("a"));
    CHECK(record.unknown ==
          Unknown{{"id", drive::untyped("b")}, {"id", drive::untyped("c")}, {"id", drive::untyped("d")}});
}

TEST_CASE("xml: a list has an element for each item") {
    CHECK(record_of("<partners/>").values[3] == drive::list({}));
    CHECK(record_of("<partners> \n </partners>").values[3] == drive::list({}));
    CHECK(
        record_of("<partners><!-- --><partner>UE</partner> <item/><partner> D&amp;E </partner></partners>").values[3] ==
        drive::list({"UE", "", " D&E "}));
    CHECK(record_of("<bodies><body>a</body></bodies>").values[5] == drive::list({"a"}));
    CHECK(record_of("<partners type='json'>[\"UE\"]</partners>").values[3] == drive::list({"UE"}));
}

TEST_CASE("xml: a value of type json is what JSON says") {
    const auto value = [](const std::string& json) {
        return record_of("<x type='json'>" + json + "</x>").unknown.at(0).second;
    };
    CHECK(value("\"a\\u00e9\\n\"") == drive::text("aé\n"));
    CHECK(value(" true ") == drive::boolean(true));
    CHECK(value("false") == drive::boolean(false));
    CHECK(value("null") == drive::absent());
    CHECK(value("[\"a\", \"\"]") == drive::list({"a", ""}));
    CHECK(value("[]") == drive::list({}));
    CHECK(value("[\"a\", 1]") == drive::json("[\"a\",1]"));
    CHECK(value("{\"a\": [null, {\"b\": 0.10}]}") == drive::json("{\"a\":[null,{\"b\":0.10}]}"));
    CHECK(value("<![CDATA[\"<\"]]>") == drive::text("<"));
}

TEST_CASE("xml: a number of type json keeps its spelling, whatever its size") {
    const std::string digits(400, '9');
    for (const auto& number :
         {std::string("0"), std::string("-0"), std::string("1.50"), std::string("1e400"), std::string("-1E+400"),
          std::string("0.1e-400"), std::string("12345678901234567890123"), digits, digits + "." + digits}) {
        CHECK(record_of("<x type='json'>" + number + "</x>").unknown.at(0).second == drive::number(number));
        CHECK(record_of("<x type='json'>[" + number + " ,\"1e400\"]</x>").unknown.at(0).second ==
              drive::json("[" + number + ",\"1e400\"]"));
    }
}

TEST_CASE("xml: a value of type json that is none is told, and kept as text") {
    for (const auto* json : {"{",
                             "",
                             " ",
                             "a",
                             "007",
                             "1.",
                             ".5",
                             "+1",
                             "01",
                             "1e",
                             "-",
                             "0x1",
                             "[1,]",
                             "1 2",
                             "\"a",
                             "'a'",
                             "NaN",
                             "nul",
                             "{\"a\"}",
                             "1-",
                             "[1e40-->\"]",
                             "[1,2.5.]",
                             "1e5e5",
                             "[1-2,3]",
                             "[\"a\\x\"]",
                             "\"a\nb\"",
                             "\"\\udeee\"",
                             "[\"\\udeee\\ud83d\"]",
                             "{\"\\udeee\": 1}"}) {
        CAPTURE(json);
        const auto reading = read(one("<x type='json'>" + std::string(json) + "</x>"));
        CHECK(rules(reading) == Strings{"xml.unexpected"});
        REQUIRE(reading.records.size() == 1);
        CHECK(reading.records[0].unknown.at(0).second == drive::untyped(json));
    }
}

TEST_CASE("xml: JSON that nests without end is told") {
    const auto reading = read(one("<x type='json'>" + std::string(100000, '[') + "</x>"));
    CHECK(rules(reading) == Strings{"xml.unexpected"});
}

// ---- Names that are no elements ----

TEST_CASE("xml: a field named field is a field element with its name") {
    const auto settings = with_fields({{"field", ANNEXKIT_TEXT, {}}, {"id", ANNEXKIT_TEXT, {}}});
    const auto record = record_of("<field name='field'>a</field><field name='id'>b</field>", settings);
    CHECK(record.values == std::vector{drive::untyped("a"), drive::untyped("b")});
    CHECK(record_of("<field>a</field>", settings).values[0] == drive::untyped("a"));
}

TEST_CASE("xml: a list whose name is no element has items") {
    const auto settings = with_fields({{"die Länder", ANNEXKIT_LIST, {}}});
    CHECK(record_of("<field name='die Länder'><item>a</item></field>", settings).values[0] == drive::list({"a"}));
}

// ---- Places ----

TEST_CASE("xml: spans are exact") {
    const std::string input = one("<id>x&amp;y</id> <partners>\n<partner>UE</partner><item/></partners><n> 1 </n>");
    const auto reading = read(input);
    REQUIRE(reading.records.size() == 1);
    const auto& record = reading.records[0];
    CHECK(part(input, record.places[0].value) == "x&amp;y");
    REQUIRE(record.places[3].items.size() == 2);
    CHECK(part(input, record.places[3].items[0]) == "UE");
    CHECK(record.places[3].items[1].size == 0);
    CHECK(part(input, record.unknown_places[0].value) == " 1 ");
    CHECK(part(input, record.span) == input.substr(7, input.size() - 15));
}

TEST_CASE("xml: a value has an address in XPath") {
    const auto& importer = *annexkit_xml_format.importer;
    const auto fields = std::vector<annexkit_field>{{annexkit::sdk::text("id"), ANNEXKIT_TEXT},
                                                    {annexkit::sdk::text("bodies"), ANNEXKIT_LIST},
                                                    {annexkit::sdk::text("the field"), ANNEXKIT_TEXT}};
    const annexkit_option_value options[] = {{annexkit::sdk::text("max-depth"), annexkit::sdk::text("64")}};
    const annexkit_open_request request{sizeof request, fields.data(), fields.size(), options, 1, nullptr};
    void* reader = nullptr;
    REQUIRE(importer.open(&request, &reader) == ANNEXKIT_OK);
    const auto address = [&](std::int32_t field, std::string_view name, std::int32_t item) {
        char bytes[200];
        annexkit_output output{sizeof output, nullptr, bytes, 0, sizeof bytes, nullptr, nullptr};
        const annexkit_address_request asked{sizeof asked, 6, field, annexkit::sdk::text(name), item};
        CHECK(importer.address(reader, &asked, &output) == ANNEXKIT_OK);
        return std::string(output.data, output.size);
    };
    CHECK(address(-1, "", -1) == "/annex/initiative[7]");
    CHECK(address(0, "", -1) == "/annex/initiative[7]/id");
    CHECK(address(1, "", 2) == "/annex/initiative[7]/bodies/body[3]");
    CHECK(address(2, "", -1) == "/annex/initiative[7]/field[@name='the field']");
    CHECK(address(-1, "a b", -1) == "/annex/initiative[7]/field[@name='a b']");
    CHECK(address(-1, "a'b", -1) == "/annex/initiative[7]/field[@name=\"a'b\"]");
    CHECK(address(-1, "a'b\"c", -1) == "/annex/initiative[7]/field[@name=concat('a', \"'b\", '\"c')]");
    CHECK(address(-1, "budget", -1) == "/annex/initiative[7]/*[self::budget or @name='budget']");
    importer.close(reader);
}

// ---- What an annex has no place for ----

TEST_CASE("xml: what would be lost from an initiative is told, and the rest is read") {
    check_surplus("", "stray", "<id/>");
    check_surplus("<id>1</id>", "<![CDATA[ ]]>");
    check_surplus("<id>", "1<b/>", "</id>");
    check_surplus("<id ", "x='1'", "/>");
    check_surplus("<id ", "xml:lang='fr'", ">1</id>");
    check_surplus("<id ", "name='id'", ">1</id>");
    check_surplus("<id ", "type='text'", ">1</id>");
    check_surplus("<field name='id' ", "lang='fr'", ">1</field>");
    check_surplus("<partners>", "UE", "</partners>");
    check_surplus("<partners><partner>UE</partner>", ", ", "<partner>DE</partner></partners>");
    check_surplus("<partners>", "<pays>UE</pays>", "</partners>");
    check_surplus("<partners><partner>", "<b/>", "</partner></partners>");
    check_surplus("<partners><partner ", "x=\"1\"", "/></partners>");
    check_surplus("", "<a:b xmlns:a='urn:a'>1</a:b>");
}

TEST_CASE("xml: an attribute of an initiative is told") {
    const std::string input = "<annex><initiative id='1'/></annex>";
    const auto reading = read(input);
    CHECK(ids(reading) == Strings{"-"});
    REQUIRE(rules(reading) == Strings{"xml.unexpected"});
    CHECK(part(input, reading.findings[0].span) == "id='1'");
}

TEST_CASE("xml: a finding names the field that it stands in") {
    const auto reading = read(one("<id/><section x='1'/><other y='1'/>"));
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[0].field == 2);
    CHECK(reading.findings[1].field == -1);
}

TEST_CASE("xml: an element within a text leaves the text around it") {
    const auto reading = read(one("<id>a<b>c<d>e</d></b>f<g/></id>"));
    CHECK(ids(reading) == Strings{"af"});
}

TEST_CASE("xml: what stands between the initiatives is told, and they are read") {
    for (const auto* stray : {"stray", "&#32;", "<![CDATA[]]>", "<other/>", "<other><initiative/></other>",
                              "<head name='a'>b</head>", "<annex><initiative/></annex>"}) {
        const std::string input = "<annex><initiative><id>a</id></initiative>" + std::string(stray) +
                                  "<initiative><id>b</id></initiative></annex>";
        CAPTURE(input);
        const auto reading = read(input);
        CHECK(reading.status == ANNEXKIT_OK);
        CHECK(ids(reading) == Strings{"a", "b"});
        REQUIRE(rules(reading) == Strings{"xml.unexpected"});
        CHECK(part(input, reading.findings[0].span) == stray);
    }
}

TEST_CASE("xml: what stands alone in an annex is told") {
    CHECK(rules(read("<annex>stray</annex>")) == Strings{"xml.unexpected"});
    CHECK(rules(read("<annex><other/></annex>")) == Strings{"xml.unexpected"});
    CHECK(rules(read("<annex>a<!-- -->b<other/></annex>")) ==
          Strings{"xml.unexpected", "xml.unexpected", "xml.unexpected"});
}

// ---- The head ----

TEST_CASE("xml: the head is the attributes of the root and the head elements before the initiatives") {
    const auto reading =
        read("<annex a='1' b='&lt;'>\n<head name='c d'>2<![CDATA[<]]></head><!-- -->"
             "<head type=\"json\" name=\"e&quot;\">[1e400]</head><head name=''/><initiative/></annex>");
    CHECK(rules(reading) == Strings{});
    CHECK(reading.head == Unknown{{"a", drive::text("1")},
                                  {"b", drive::text("<")},
                                  {"c d", drive::text("2<")},
                                  {"e\"", drive::json("[1e400]")},
                                  {"", drive::text("")}});
}

TEST_CASE("xml: what the head has no place for is told") {
    const auto check = [](const std::string& before, const std::string& surplus, const std::string& after) {
        const std::string input = "<annex>" + before + surplus + after + "<initiative/></annex>";
        CAPTURE(input);
        const auto reading = read(input);
        CHECK(reading.status == ANNEXKIT_OK);
        CHECK(reading.records.size() == 1);
        REQUIRE(rules(reading) == Strings{"xml.unexpected"});
        CHECK(part(input, reading.findings[0].span) == surplus);
    };
    check("<head name='a' ", "lang='fr'", ">b</head>");
    check("<head name='a' ", "type='text'", ">b</head>");
    check("", "<head>b</head>", "");
    check("<head name='a'>", "b<c/>", "</head>");
    check("<head name='a' type='json'>", "{", "</head>");
}

TEST_CASE("xml: the host may stop at any record") {
    drive::ReadSettings settings;
    settings.stop_at = 1;
    const auto reading = drive::read(annexkit_xml_format, "<annex><initiative/><initiative/></annex>", settings);
    CHECK(reading.status == ANNEXKIT_STOP);
    CHECK(reading.records.size() == 1);
}
