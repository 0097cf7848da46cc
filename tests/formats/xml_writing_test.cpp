// SPDX-License-Identifier: Apache-2.0
// How annexes are written, and that they come back as they were.
#include "xml_test.hpp"

using xml_test::read;
using xml_test::rules;
using xml_test::Strings;

namespace {

using Named = std::vector<std::pair<std::string, drive::Value>>;

drive::Record record(std::vector<drive::Value> values, Named unknown = {}) {
    return {std::move(values), std::move(unknown), {}, {}, {}, 0};
}

const drive::Record sample = record({drive::text("ma-1"), drive::untyped("1"), drive::absent(),
                                     drive::list({"UE", "DE"}), drive::text(" a <&> \"b\"\r\n c "), drive::list({})},
                                    {{"budget", drive::untyped("5")}, {"n", drive::number("1.50")}});

const std::string_view canonical = R"(<?xml version="1.0" encoding="UTF-8"?>
<annex declaration="a&quot;b">
  <head name="count" type="json">3</head>
  <initiative>
    <id>ma-1</id>
    <part>1</part>
    <partners>
      <partner>UE</partner>
      <partner>DE</partner>
    </partners>
    <initiative> a &lt;&amp;&gt; "b"&#13;
 c </initiative>
    <bodies/>
    <field name="budget">5</field>
    <field name="n" type="json">1.50</field>
  </initiative>
</annex>
)";

std::string written(const drive::Record& from, const drive::WriteSettings& settings = {}) {
    const auto writing = drive::write(annexkit_xml_format, {}, {from}, settings);
    CHECK(writing.status == ANNEXKIT_OK);
    CHECK(writing.findings.empty());
    return writing.bytes;
}

} // namespace

TEST_CASE("xml: the canonical form is written byte for byte") {
    const auto writing = drive::write(annexkit_xml_format,
                                      {{"declaration", drive::text("a\"b")}, {"count", drive::number("3")}}, {sample});
    CHECK(writing.status == ANNEXKIT_OK);
    CHECK(writing.bytes == canonical);
}

TEST_CASE("xml: what was written is read back") {
    const auto reading = read(canonical);
    CHECK(rules(reading) == Strings{});
    CHECK(reading.head == Named{{"declaration", drive::text("a\"b")}, {"count", drive::number("3")}});
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].values[4] == drive::untyped(" a <&> \"b\"\r\n c "));
    CHECK(reading.records[0].values[3] == drive::list({"UE", "DE"}));
    CHECK(reading.records[0].values[5] == drive::list({}));
    CHECK(reading.records[0].values[2] == drive::absent());
    CHECK(reading.records[0].unknown == sample.unknown);
}

TEST_CASE("xml: an annex without initiatives is written") {
    CHECK(drive::write(annexkit_xml_format, {}, {}).bytes ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<annex>\n</annex>\n");
}

TEST_CASE("xml: the form follows the options") {
    drive::WriteSettings settings;
    settings.options = {{"indent", "0"}, {"declaration", "false"}, {"namespace", "true"}};
    CHECK(written(record({drive::text("a"), drive::absent(), drive::absent(), drive::list({"b"}), drive::absent(),
                          drive::absent()}),
                  settings) == "<annex xmlns=\"urn:annexkit:annex:1\"><initiative><id>a</id><partners>"
                               "<partner>b</partner></partners></initiative></annex>\n");
}

TEST_CASE("xml: a kind that does not fit its field survives") {
    const auto unfit = record({drive::number("7"), drive::text("1"), drive::boolean(true), drive::text("UE"),
                               drive::list({"a"}), drive::json("{\"a\":[1]}")});
    const auto reading = read(written(unfit));
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].values == unfit.values);
}

TEST_CASE("xml: hostile texts come back as they were") {
    const std::string hostile[] = {"",
                                   " ",
                                   "\n\t\r",
                                   "\r\n",
                                   "\r",
                                   "]]>",
                                   "<!--",
                                   "&amp;",
                                   "&#13;",
                                   "\"'",
                                   "null",
                                   "{\"a\"",
                                   "<id></id>",
                                   "é€😀",
                                   "a  b",
                                   "--",
                                   "?>",
                                   "</annex>",
                                   "\xC2\x85",
                                   "\xE2\x80\xA8",
                                   "\xEF\xBF\xBD",
                                   "\xEF\xBB\xBF",
                                   "\x7F",
                                   "'",
                                   "\"",
                                   "\t",
                                   "a\nb",
                                   "&",
                                   "<",
                                   ">",
                                   "]]",
                                   std::string(100, '&'),
                                   "a&#x0;"};
    for (const std::string& text : hostile) {
        CAPTURE(text);
        const auto from = record({drive::untyped(text), drive::text(text), drive::number("1e999"),
                                  drive::list({text, "", text}), drive::json("{\"a\":[null]}"), drive::text(text)},
                                 {{text, drive::list({text})},
                                  {"id", drive::untyped(text)},
                                  {text, drive::untyped(text)},
                                  {"b", drive::boolean(true)}});
        const auto writing =
            drive::write(annexkit_xml_format, {{"h", drive::text(text)}, {text, drive::text("1")}}, {from, from});
        const auto reading = read(writing.bytes);
        CHECK(rules(reading) == Strings{});
        CHECK(reading.head.at(0).second == drive::text(text));
        CHECK(reading.head.at(1).first == text);
        REQUIRE(reading.records.size() == 2);
        CHECK(reading.records[1].values == from.values);
        CHECK(reading.records[1].unknown == from.unknown);
    }
}

TEST_CASE("xml: fields of any name come back as they were") {
    for (const std::string name :
         {"field", "head", "annex", "initiative", "item", "xmlns", "xml",      "9 lives",  "a:b",  "",
          " ",     "-a",   "é",     "s",          "ies",  "a\nb",  "a&<>\"'b", "\xC2\xB7", "name", "type"}) {
        CAPTURE(name);
        drive::WriteSettings settings;
        settings.fields = {
            {name, ANNEXKIT_TEXT, {}}, {name + "s", ANNEXKIT_LIST, {}}, {name + "ies", ANNEXKIT_LIST, {}}};
        const auto from = record({drive::untyped("a"), drive::list({"b", ""}), drive::list({})},
                                 {{name, drive::untyped("c")}, {name + "x", drive::list({"d"})}});
        drive::ReadSettings as_written;
        as_written.fields = settings.fields;
        const auto reading = read(written(from, settings), as_written);
        CHECK(rules(reading) == Strings{});
        REQUIRE(reading.records.size() == 1);
        CHECK(reading.records[0].values == from.values);
        CHECK(reading.records[0].unknown == from.unknown);
    }
}

TEST_CASE("xml: a member of the head that is no attribute is a head element") {
    const auto writing = drive::write(annexkit_xml_format,
                                      {{"xmlns", drive::text("urn:other")},
                                       {"xml:lang", drive::text("fr")},
                                       {"a b", drive::text("1")},
                                       {"list", drive::list({"x"})},
                                       {"none", drive::absent()}},
                                      {});
    CHECK(writing.bytes == R"(<?xml version="1.0" encoding="UTF-8"?>
<annex>
  <head name="xmlns">urn:other</head>
  <head name="xml:lang">fr</head>
  <head name="a b">1</head>
  <head name="list" type="json">["x"]</head>
</annex>
)");
}

TEST_CASE("xml: a character that XML cannot hold stops the record and is told with its field") {
    for (const std::string& character : {std::string("\x01"), std::string("\x1F"), std::string(1, '\0'),
                                         std::string("\xEF\xBF\xBE"), std::string("\xEF\xBF\xBF")}) {
        drive::Record from = sample;
        from.values[2] = drive::text("a sentence of more than sixteen bytes" + character);
        const auto writing = drive::write(annexkit_xml_format, {}, {from});
        CHECK(writing.status == ANNEXKIT_FAILED);
        REQUIRE(writing.findings.size() == 1);
        CHECK(writing.findings[0].rule == "loss.character");
        CHECK(writing.findings[0].field == 2);
        CHECK(writing.findings[0].arguments.at("name") == "section");
    }
    CHECK(drive::write(annexkit_xml_format, {{"a", drive::text("\x01")}}, {}).findings.at(0).rule == "loss.character");
    CHECK(drive::write(annexkit_xml_format, {{"\x01", drive::text("a")}}, {}).findings.at(0).rule == "loss.character");
}

TEST_CASE("xml: a character that XML cannot hold is replaced where asked for") {
    drive::WriteSettings settings;
    settings.options = {{"replace-unrepresentable", "<?>"}};
    drive::Record from = sample;
    from.values[0] = drive::text("a\x01\x02"
                                 "b\xEF\xBF\xBF");
    const auto writing = drive::write(annexkit_xml_format, {}, {from}, settings);
    CHECK(writing.status == ANNEXKIT_OK);
    REQUIRE(writing.findings.size() == 3);
    CHECK(writing.findings[0].rule == "loss.replaced");
    CHECK(writing.findings[0].arguments.at("character") == "U+0001");
    CHECK(writing.findings[2].arguments.at("character") == "U+FFFF");
    CHECK(writing.bytes.find("<id>a&lt;?&gt;&lt;?&gt;b&lt;?&gt;</id>") != std::string::npos);
}

TEST_CASE("xml: bad options are refused at open") {
    const auto reading = [](const char* name, const char* value) {
        drive::ReadSettings settings;
        settings.options = {{name, value}};
        return drive::read(annexkit_xml_format, "<annex/>", settings);
    };
    for (const auto* depth : {"3", "1001", "-4", "4.0", "", "x"})
        CHECK(rules(reading("max-depth", depth)) == Strings{"xml.options"});
    CHECK(rules(reading("max-depth", "4")) == Strings{});
    const auto writing = [](const char* name, const char* value) {
        drive::WriteSettings settings;
        settings.options = {{name, value}};
        return drive::write(annexkit_xml_format, {}, {}, settings).findings.at(0).rule;
    };
    CHECK(writing("indent", "17") == "xml.options");
    CHECK(writing("replace-unrepresentable", "\x01") == "xml.options");
}
