// SPDX-License-Identifier: Apache-2.0
// Text, references, sections, comments, tags and attributes. Numbers are productions and sections of XML 1.0.
#include "xml_test.hpp"

using xml_test::check_wrong;
using xml_test::one;
using xml_test::read;
using xml_test::rules;
using xml_test::Strings;
using xml_test::utf8;

namespace {

/// The text of the field "id" whose element holds `content`.
std::string text_of(std::string_view content) {
    const auto reading = read(one("<id>" + std::string(content) + "</id>"));
    CHECK(rules(reading) == Strings{});
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].values[0].kind == ANNEXKIT_UNTYPED);
    return reading.records[0].values[0].text;
}

/// The value of an attribute that is spelled so, quotes included.
std::string value_of(std::string_view quoted) {
    const auto reading = read("<annex a=" + std::string(quoted) + "/>");
    CHECK(rules(reading) == Strings{});
    REQUIRE(reading.head.size() == 1);
    return reading.head[0].second.text;
}

/// Content of an element whose first fault is where `from` begins.
void check_wrong_text(const std::string& before, const std::string& from, const std::string& rule = "xml.syntax") {
    check_wrong("<annex><initiative><id>" + before, from + "</id></initiative></annex>", rule);
}

void check_wrong_tag(const std::string& before, const std::string& from, const std::string& rule = "xml.syntax") {
    check_wrong("<annex><initiative><id" + before, from + "</id></initiative></annex>", rule);
}

} // namespace

// ---- Text ----

TEST_CASE("xml: text stands for itself [14]") {
    for (const auto* text :
         {"a", " a ", " ", "\t\n ", "]", "]]", "]>", "] ]>", ">", "a > b", "\"'", "é€😀", "=", "/", "--"})
        CHECK(text_of(text) == text);
    CHECK(text_of("") == "");
}

TEST_CASE("xml: a long text stands for itself, wherever its last byte falls") {
    for (std::size_t size = 1; size < 70; ++size) CHECK(text_of(std::string(size, 'x')) == std::string(size, 'x'));
}

TEST_CASE("xml: line ends are line feeds (2.11)") {
    CHECK(text_of("a\r\nb") == "a\nb");
    CHECK(text_of("a\rb") == "a\nb");
    CHECK(text_of("a\r\r\nb\n\rc\r") == "a\n\nb\n\nc\n");
    CHECK(text_of("\r\n") == "\n");
    CHECK(text_of("<![CDATA[a\r\nb\rc]]>") == "a\nb\nc");
    CHECK(text_of("a&#13;\nb&#xD;&#10;") == "a\r\nb\r\n");
    CHECK(text_of("a\xC2\x85"
                  "b\xE2\x80\xA8") == "a\xC2\x85"
                                      "b\xE2\x80\xA8");
}

TEST_CASE("xml: references stand for characters [66, 68]") {
    CHECK(text_of("&lt;&gt;&amp;&quot;&apos;") == "<>&\"'");
    CHECK(text_of("&#65;&#x41;&#x0000000041;&#0065;") == "AAAA");
    CHECK(text_of("&#233;&#x20AC;&#x1F600;") == "é€😀");
    CHECK(text_of("&#x9;&#xA;&#xD;&#x20;") == "\t\n\r ");
    CHECK(text_of("&#xD7FF;&#xE000;&#xFFFD;&#x10000;&#x10FFFF;") ==
          "\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBD\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
    CHECK(text_of("&amp;lt;&#38;#60;&#38;amp;") == "&lt;&#60;&amp;");
    CHECK(text_of("&#60;b/>") == "<b/>");
}

TEST_CASE("xml: a reference that is none is refused") {
    for (const auto* reference : {"& ",
                                  "&",
                                  "&;",
                                  "&#;",
                                  "&#x;",
                                  "&#X41;",
                                  "&#6A;",
                                  "&#x4G;",
                                  "&# 65;",
                                  "&#65 ;",
                                  "&#65",
                                  "&#-1;",
                                  "&#+65;",
                                  "&1a;",
                                  "&&amp;",
                                  "&amp",
                                  "&amp ;",
                                  "& amp;",
                                  "&a b;",
                                  "&<![CDATA[x]]>",
                                  "&#0;",
                                  "&#x0;",
                                  "&#1;",
                                  "&#x8;",
                                  "&#11;",
                                  "&#xC;",
                                  "&#x1F;",
                                  "&#xD800;",
                                  "&#xDBFF;",
                                  "&#xDC00;",
                                  "&#xDFFF;",
                                  "&#xFFFE;",
                                  "&#xFFFF;",
                                  "&#x110000;",
                                  "&#1114112;",
                                  "&#99999999999999999999;",
                                  "&#x100000041;",
                                  "&#4294967361;"})
        check_wrong_text("a", reference);
}

TEST_CASE("xml: only five entities are known (4.6)") {
    for (const auto* entity : {"&nbsp;", "&eacute;", "&AMP;", "&Lt;", "&a.b-c_d;", "&é;", "&annex;"})
        check_wrong_text("a", entity, "xml.entity");
    check_wrong("<annex a='", "&nbsp;'/>", "xml.entity");
    CHECK(read(one("<id>&nbsp;</id>")).findings.at(0).arguments.at("name") == "nbsp");
}

TEST_CASE("xml: ]]> and < do not stand in text") {
    check_wrong_text("a", "]]>");
    check_wrong_text("]", "]]>");
    check_wrong_text("a]] ]>", "]]>b");
    check_wrong("<annex><initiative><id>a <", " b</id></initiative></annex>");
    check_wrong("<annex>\n", "]]></annex>");
}

// ---- Characters ----

TEST_CASE("xml: every character but some controls and two others can stand in text [2]") {
    for (const char32_t code : {U'\t', U'\n', U' ', U'\x7F', U'\x80', U'\x85', U'\x9F', U'\uD7FF', U'\uE000', U'\uFDD0',
                                U'\uFEFF', U'\uFFFD', U'\U00010000', U'\U0001FFFE', U'\U0010FFFF'}) {
        CAPTURE(static_cast<unsigned>(code));
        CHECK(text_of("a" + utf8(code) + "b") == "a" + utf8(code) + "b");
    }
}

TEST_CASE("xml: the others stand nowhere") {
    for (const char32_t code : {U'\x01', U'\x02', U'\x08', U'\x0B', U'\x0C', U'\x0E', U'\x0F', U'\x10', U'\x1B',
                                U'\x1F', U'\uFFFE', U'\uFFFF'}) {
        CAPTURE(static_cast<unsigned>(code));
        const std::string character = utf8(code);
        check_wrong_text("a", character + "b");
        check_wrong_text("a sentence of more than sixteen bytes", character + "b");
        check_wrong_text("", character);
        check_wrong_text("<![CDATA[a", character + "]]>");
        check_wrong_text("<!-- a", character + "-->");
        check_wrong_text("<?p a", character + "?>");
        check_wrong("<annex a='a", character + "'/>");
        check_wrong("<annex", character + "/>");
        check_wrong("<annex>", character + "</annex>");
    }
}

// ---- Sections, comments, instructions ----

TEST_CASE("xml: a CDATA section is text as it stands [18]") {
    CHECK(text_of("<![CDATA[<b>&amp;</b>]]>") == "<b>&amp;</b>");
    CHECK(text_of("<![CDATA[]]>") == "");
    CHECK(text_of("<![CDATA[]]]]>") == "]]");
    CHECK(text_of("<![CDATA[]]]]><![CDATA[>]]>") == "]]>");
    CHECK(text_of(" <![CDATA[ a ]]> ") == "  a  ");
    CHECK(text_of("<![CDATA[</id></initiative></annex>]]>") == "</id></initiative></annex>");
    CHECK(text_of("<![CDATA[<![CDATA[]]>") == "<![CDATA[");
}

TEST_CASE("xml: a CDATA section that is none is refused") {
    check_wrong("<annex><initiative><id>", "<![CDATA[a</id></initiative></annex>");
    check_wrong("<annex><initiative><id>", "<![CDATA[a]]</id></initiative></annex>");
    check_wrong("<annex><initiative><id>", "<![CDATA[a] ]></id></initiative></annex>");
    check_wrong_text("<![CDATA[a]]>", "]]>");
    check_wrong_text("", "<![cdata[a]]>");
    check_wrong_text("", "<![CDATA [a]]>");
    check_wrong_text("", "<! [CDATA[a]]>");
    check_wrong_text("", "<![CDAT");
}

TEST_CASE("xml: comments and instructions are no text [15, 16]") {
    CHECK(text_of("a<!-- b -->c") == "ac");
    CHECK(text_of("<!----> <!--<b>&c;- - -->") == " ");
}

TEST_CASE("xml: white space around a comment is text") {
    CHECK(text_of(" <!-- --> ") == "  ");
    CHECK(text_of("\n<?p?>\n<![CDATA[]]>\n") == "\n\n\n");
}

TEST_CASE("xml: a comment ends with --> and holds no other --") {
    CHECK(text_of("<!-- - -->") == "");
    CHECK(text_of("<!---a->-->") == "");
    CHECK(text_of("<!-->-->") == "");
    check_wrong_text("<!-- a ", "-- b -->");
    check_wrong_text("<!-- a ", "--->");
    check_wrong_text("<!--", "--->");
    check_wrong("<annex><initiative><id>", "<!-- a </id></initiative></annex>");
    check_wrong("<annex><initiative><id>", "<!-->a</id></initiative></annex>");
    check_wrong("<annex><initiative><id>", "<!--->a</id></initiative></annex>");
    check_wrong_text("", "<!- a -->");
    check_wrong_text("", "<! -- a -->");
    check_wrong_text("<!-- a -->", "]]>");
}

TEST_CASE("xml: an instruction has a name, and ends with ?>") {
    CHECK(text_of("<?p?><?p-1.a ?><?é x?y>?\?><?xml-stylesheet href='a'?><?xmls?>") == "");
    check_wrong("<annex><initiative><id>", "<?p a</id></initiative></annex>");
    check_wrong("<annex><initiative><id>", "<?p a></id></initiative></annex>");
    check_wrong_text("", "<?\?>");
    check_wrong_text("", "<? p?>");
    check_wrong_text("", "<?1?>");
    check_wrong_text("", "<?XML a?>");
    check_wrong_text("", "<?Xml?>");
    check_wrong_text("<?p", "?a?>");
    check_wrong_text("<?p", "/?>");
}

// ---- Tags and attributes ----

TEST_CASE("xml: attributes stand after white space, between either quotes [40, 41, 10]") {
    CHECK(value_of("'b'") == "b");
    CHECK(value_of("\"b\"") == "b");
    CHECK(value_of("''") == "");
    CHECK(value_of("'\"'") == "\"");
    CHECK(value_of("\"'\"") == "'");
    CHECK(value_of("'>/>'") == ">/>");
    CHECK(value_of("']]>'") == "]]>");
    CHECK(value_of("'&lt;&quot;&apos;&#233;'") == "<\"'é");
    CHECK(value_of("'\"&apos;&#38;amp;'") == "\"'&amp;");
    CHECK(value_of("'  a  b  '") == "  a  b  ");
    const auto reading = read("<annex\n\ta = 'b'\r\nc\n=\n\"d\"\t/>");
    CHECK(rules(reading) == Strings{});
    REQUIRE(reading.head.size() == 2);
    CHECK(reading.head[1].second == drive::text("d"));
}

TEST_CASE("xml: white space in the value of an attribute is spaces, but for references (3.3.3)") {
    CHECK(value_of("'a\tb\nc'") == "a b c");
    CHECK(value_of("'a\r\nb\rc\r\r\nd'") == "a b c  d");
    CHECK(value_of("'&#9;&#10;&#13;&#32;'") == "\t\n\r ");
    CHECK(value_of("'a&#13;\nb'") == "a\r b");
}

TEST_CASE("xml: a tag that is none is refused") {
    check_wrong_tag(" ", "=''>");
    check_wrong_tag(" a", ">");
    check_wrong_tag(" a", "/>");
    check_wrong_tag(" a ", "b='1'>");
    check_wrong_tag(" a=", "1>");
    check_wrong_tag(" a=", ">");
    check_wrong_tag(" a=", "&quot;1&quot;>");
    check_wrong_tag(" a='1'", "b='2'>");
    check_wrong_tag(" a='1'", "'>");
    check_wrong_tag(" a='1' ", "'>");
    check_wrong_tag(" a='1' ", ",b='2'>");
    check_wrong_tag(" a=", "='1'>");
    check_wrong_tag(" a='1' ", "1='2'>");
    check_wrong_tag(" a='1' ", "-b='2'>");
    check_wrong_tag("", ",>");
    check_wrong_tag("", "<b>");
    check_wrong_tag("", "&amp;>");
    check_wrong_tag("/", " >");
    check_wrong_tag("/", "a>");
    check_wrong("<annex><", "1/></annex>");
    check_wrong("<annex><", "-a/></annex>");
    check_wrong("<annex><", ".a/></annex>");
    check_wrong("<annex><", ">a</annex>");
    check_wrong("<annex></", ">");
    check_wrong("<annex></", " annex>");
    check_wrong("<annex></", "1>");
}

TEST_CASE("xml: the value of an attribute holds neither < nor a bare &") {
    check_wrong_tag(" a='1", "<2'>");
    check_wrong_tag(" a='1", "& 2'>");
    check_wrong_tag(" a='1", "&'>");
    check_wrong_tag(" a='", "&amp'>");
    check_wrong_tag(" a='", "&#xD800;'>");
    check_wrong_tag(" a='1>b", "</id></initiative></annex>");
    check_wrong("<annex a=", "'1/>");
    check_wrong("<annex a=", "\"1'/>");
}

TEST_CASE("xml: an attribute is given once (3.1)") {
    check_wrong_tag(" a='1' ", "a='2'>");
    check_wrong_tag(" a='1' b='2' c='3' ", "b='2' a='1'>");
    check_wrong("<annex a='1' ", "a='1'/>");
    check_wrong("<annex xmlns='' ", "xmlns=''/>");
    check_wrong("<annex xmlns:a='a' ", "xmlns:a='b'/>");
    CHECK(rules(read("<annex a='1' A='1' aa='1'/>")) == Strings{});
}
