// SPDX-License-Identifier: Apache-2.0
#include "drive.hpp"

#include "plugins/xml/format.hpp"

#include <doctest/doctest.h>

namespace {

using drive::Value;

/// Reads with windows of several sizes, with and without places; all must give the same.
drive::Reading read(std::string_view input, const drive::Options& options = {}) {
    drive::ReadSettings settings;
    settings.options = options;
    settings.places = true;
    const auto expected = drive::read(annexkit_xml_format, input, settings);
    for (const std::size_t window : {1, 2, 3, 7, 64, 1 << 20}) {
        CAPTURE(window);
        settings.window_bytes = window;
        settings.places = window != 7;
        const auto other = drive::read(annexkit_xml_format, input, settings);
        CHECK(other.status == expected.status);
        CHECK(other.head == expected.head);
        REQUIRE(other.records.size() == expected.records.size());
        for (std::size_t i = 0; i < other.records.size(); ++i) {
            CHECK(other.records[i].values == expected.records[i].values);
            CHECK(other.records[i].unknown == expected.records[i].unknown);
            CHECK(other.records[i].span.offset == expected.records[i].span.offset);
        }
        REQUIRE(other.findings.size() == expected.findings.size());
        for (std::size_t i = 0; i < other.findings.size(); ++i) {
            CHECK(other.findings[i].rule == expected.findings[i].rule);
            CHECK(other.findings[i].span.offset == expected.findings[i].span.offset);
        }
    }
    return expected;
}

std::string one(std::string_view fields) {
    return "<annex><initiative>" + std::string(fields) + "</initiative></annex>";
}

const drive::Record sample = {{drive::text("ma-1"), drive::untyped("1"), drive::absent(), drive::list({"UE", "DE"}),
                               drive::text(" a <&> \"b\"\r\n c "), drive::list({})},
                              {{"budget", drive::untyped("5")}, {"n", drive::number("1.50")}},
                              {},
                              {},
                              {},
                              0};

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

} // namespace

TEST_CASE("xml: the canonical form is written byte for byte") {
    const auto writing = drive::write(annexkit_xml_format,
                                      {{"declaration", drive::text("a\"b")}, {"count", drive::number("3")}}, {sample});
    CHECK(writing.status == ANNEXKIT_OK);
    CHECK(writing.bytes == canonical);
}

TEST_CASE("xml: what was written is read back") {
    const auto reading = read(canonical);
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(reading.findings.empty());
    REQUIRE(reading.head.size() == 2);
    CHECK(reading.head[0].second == drive::text("a\"b"));
    CHECK(reading.head[1].second == drive::number("3"));
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].values[4] == drive::untyped(" a <&> \"b\"\r\n c "));
    CHECK(reading.records[0].values[3] == drive::list({"UE", "DE"}));
    CHECK(reading.records[0].values[5] == drive::list({}));
    CHECK(reading.records[0].values[2] == drive::absent());
    CHECK(reading.records[0].unknown == sample.unknown);
}

TEST_CASE("xml: an absent field, an empty one and an unknown one stay apart") {
    const auto reading = read(one("<id/><budget>5</budget>"));
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].values[0] == drive::untyped(""));
    CHECK(reading.records[0].values[2] == drive::absent());
    CHECK(reading.records[0].unknown[0].first == "budget");
    CHECK(reading.records[0].unknown[0].second == drive::untyped("5"));
}

TEST_CASE("xml: a kind that does not fit its field survives") {
    drive::Record record = sample;
    record.values[0] = drive::number("7");
    record.values[3] = drive::text("UE");
    record.values[4] = drive::list({"a"});
    record.values[5] = drive::json("{\"a\":[1]}");
    const auto writing = drive::write(annexkit_xml_format, {}, {record});
    const auto reading = read(writing.bytes);
    REQUIRE(reading.records.size() == 1);
    for (const std::size_t i : {0u, 3u, 4u, 5u}) CHECK(reading.records[0].values[i] == record.values[i]);
}

TEST_CASE("xml: spans are exact") {
    const std::string input = one("<id>x&amp;y</id><partners><partner>UE</partner><item/></partners>");
    const auto reading = read(input);
    REQUIRE(reading.records.size() == 1);
    const auto& places = reading.records[0].places;
    CHECK(input.substr(places[0].value.offset, places[0].value.size) == "x&amp;y");
    REQUIRE(places[3].items.size() == 2);
    CHECK(input.substr(places[3].items[0].offset, places[3].items[0].size) == "UE");
    CHECK(places[3].items[1].size == 0);
    CHECK(reading.records[0].span.offset == 7);
}

TEST_CASE("xml: both namespaces are read, another is not") {
    CHECK(read("<a:annex xmlns:a='urn:annexkit:annex:1'><a:initiative><a:id>1</a:id></a:initiative></a:annex>")
              .records.size() == 1);
    CHECK(read("<annex xmlns='urn:annexkit:annex:1'><initiative/></annex>").records.size() == 1);
    CHECK(read("<annex xmlns='urn:other'/>").findings.at(0).rule == "xml.not-an-annex");
}

TEST_CASE("xml: a character that XML cannot hold fails or is replaced as asked for") {
    drive::Record record = sample;
    record.values[0] = drive::text("a\x01");
    const auto failed = drive::write(annexkit_xml_format, {}, {record});
    CHECK(failed.status == ANNEXKIT_FAILED);
    CHECK(failed.findings.at(0).rule == "loss.character");
    const auto replaced = drive::write(annexkit_xml_format, {}, {record}, {{{"replace-unrepresentable", "?"}}});
    CHECK(replaced.findings.at(0).rule == "loss.replaced");
    CHECK(replaced.bytes.find("<id>a?</id>") != std::string::npos);
}

TEST_CASE("xml: what would be lost is an error on the record, which is still delivered") {
    for (const auto* fields : {"<id>1<b/></id>", "stray<id/>", "<id x='1'/>", "<partners>UE</partners>",
                               "<id type='json'>{</id>", "<partners><partner><b/></partner></partners>"}) {
        CAPTURE(fields);
        const auto reading = read(one(fields));
        CHECK(reading.status == ANNEXKIT_OK);
        CHECK(reading.records.size() == 1);
        CHECK(reading.findings.at(0).rule == "xml.unexpected");
    }
}

TEST_CASE("xml: documents right and wrong") {
    struct Row {
        const char* input;
        const char* rule;
        std::uint64_t at;
        std::size_t records;
    };
    const Row rows[] = {
        {"<annex/>", "", 0, 0},
        {"<annex></annex> <!-- a -->\n", "", 0, 0},
        {"<?xml version='1.0'?><annex/>", "", 0, 0},
        {"<annex><!-- <initiative> --><initiative/></annex>", "", 0, 1},
        {"<annex><initiative><id><![CDATA[</initiative>]]></id></initiative></annex>", "", 0, 1},
        {"<annex><initiative/>\n<?p x?>\n<initiative/></annex>", "", 0, 2},
        {"<annex a='>'><initiative/></annex>", "", 0, 1},
        {"<annex ><initiative ></initiative ></annex >", "", 0, 1},
        {"", "xml.syntax", 0, 0},
        {"x", "xml.syntax", 0, 0},
        {"<", "xml.syntax", 0, 0},
        {"<annex>", "xml.syntax", 7, 0},
        {"<annex><initiative/>", "xml.syntax", 20, 1},
        {"<annex><initiative/><initiative>", "xml.syntax", 32, 1},
        {"<annex/><annex/>", "xml.syntax", 8, 0},
        {"<annex/>x", "xml.syntax", 8, 0},
        {"<annex a='1' a='2'/>", "xml.syntax", 13, 0},
        {"<annex a=1/>", "xml.syntax", 9, 0},
        {"<annex a/>", "xml.syntax", 8, 0},
        {"<annex a='1'b='2'/>", "xml.syntax", 12, 0},
        {"<annex a='<'/>", "xml.syntax", 10, 0},
        {"<annex a='&x'/>", "xml.syntax", 10, 0},
        {"<annex><initiative/>a & b</annex>", "xml.syntax", 22, 1},
        {"<annex>&eacute;</annex>", "xml.entity", 7, 0},
        {"<annex>&#0;</annex>", "xml.syntax", 7, 0},
        {"<annex>&#xD800;</annex>", "xml.syntax", 7, 0},
        {"<annex>\x01</annex>", "xml.syntax", 7, 0},
        {"<annex>]]></annex>", "xml.syntax", 7, 0},
        {"<annex><!-- -- --></annex>", "xml.syntax", 12, 0},
        {"<annex><initiative></annex>", "xml.syntax", 19, 0},
        {"<annex></other>", "xml.syntax", 7, 0},
        {"<annex><1/></annex>", "xml.syntax", 8, 0},
        {"<!DOCTYPE annex><annex/>", "xml.doctype", 0, 0},
        {"<other/>", "xml.not-an-annex", 1, 0},
        {" <?xml version='1.0'?><annex/>", "xml.syntax", 1, 0},
        {"<annex><![CDATA[x</annex>", "xml.syntax", 7, 0},
        {"<annex><initiative/>stray</annex>", "xml.unexpected", 20, 1},
        {"<annex><other/></annex>", "xml.unexpected", 7, 0},
        {"<annex><!x></annex>", "xml.syntax", 7, 0},
        {"<annex><initiative/></annex", "xml.syntax", 20, 1},
    };
    for (const auto& row : rows) {
        CAPTURE(row.input);
        const auto reading = read(row.input);
        CHECK(reading.records.size() == row.records);
        const bool has = !reading.findings.empty();
        CHECK((has ? reading.findings[0].rule : "") == row.rule);
        if (has) CHECK(reading.findings[0].span.offset == row.at);
    }
}

TEST_CASE("xml: bad options are refused at open") {
    CHECK(read("<annex/>", {{"max-depth", "0"}}).findings.at(0).rule == "xml.options");
    CHECK(read(one("<a><b><c/></b></a>"), {{"max-depth", "4"}}).findings.at(0).rule == "xml.too-deep");
}

TEST_CASE("xml: hostile values come back as they were") {
    const char* const hostile[] = {"",     " ",      "\n\t\r",    "\r\n", "]]>",  "<!--", "&amp;", "&#13;",   "\"'",
                                   "null", "{\"a\"", "<id></id>", "é€😀",  "a  b", "--",   "?>",    "</annex>"};
    for (const std::string text : hostile) {
        CAPTURE(text);
        drive::Record record;
        record.values = {drive::untyped(text),          drive::text(text),
                         drive::number("1e999"),        drive::list({text, "", text}),
                         drive::json("{\"a\":[null]}"), drive::text(text)};
        record.unknown = {{text, drive::list({text})}, {"id", drive::untyped(text)}, {"b", drive::boolean(true)}};
        const auto writing = drive::write(annexkit_xml_format, {{"h", drive::text(text)}}, {record, record});
        const auto reading = read(writing.bytes);
        CHECK(reading.findings.empty());
        CHECK(reading.head.at(0).second == drive::text(text));
        REQUIRE(reading.records.size() == 2);
        CHECK(reading.records[1].values == record.values);
        CHECK(reading.records[1].unknown == record.unknown);
    }
}
