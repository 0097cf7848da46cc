// SPDX-License-Identifier: Apache-2.0
// Input without end: nesting has a limit with an option, and everything else takes time and memory as its size does.
// A quadratic step would make these tests run for minutes.
#include "xml_test.hpp"

#include "plugins/xml/cutter.hpp"

using xml_test::one;
using xml_test::rules;
using xml_test::Strings;

namespace {

constexpr std::size_t many = 100000;

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    result.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

template <class Make> std::string numbered(std::size_t times, Make&& make) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += make(std::to_string(i));
    return result;
}

/// Reads once, from windows that double as the host's do.
drive::Reading read_once(const std::string& input, const drive::Options& options = {}) {
    drive::ReadSettings settings;
    settings.window_bytes = 4096;
    settings.options = options;
    return drive::read(annexkit_xml_format, input, settings);
}

Strings rules_of(const std::string& input) { return rules(read_once(input)); }

} // namespace

TEST_CASE("xml: nesting has a limit, and an option for it") {
    const auto nested = [](std::size_t depth) {
        return "<annex>" + repeated("<a>", depth - 1) + repeated("</a>", depth - 1) + "</annex>";
    };
    CHECK(rules_of(nested(64)) == Strings{"xml.unexpected"});
    CHECK(rules_of(nested(65)) == Strings{"xml.too-deep"});
    CHECK(read_once(nested(65)).findings.at(0).span.offset == 7 + 63 * 3);
    CHECK(read_once(nested(65)).findings.at(0).arguments.at("limit") == "64");
    CHECK(rules(read_once(nested(65), {{"max-depth", "65"}})) == Strings{"xml.unexpected"});
    CHECK(rules(read_once(nested(1000), {{"max-depth", "1000"}})) == Strings{"xml.unexpected"});
    CHECK(rules(read_once(one("<a><b/></a>"), {{"max-depth", "4"}})) == Strings{"xml.unexpected"});
    CHECK(rules(read_once(one("<a><b><c/></b></a>"), {{"max-depth", "4"}})) == Strings{"xml.too-deep"});
    CHECK(rules_of("<annex>" + repeated("<a>", 2 * many)) == Strings{"xml.too-deep"});
    CHECK(rules_of(repeated("<annex>", 2 * many)) == Strings{"xml.too-deep"});
}

TEST_CASE("xml: a million attributes are read in linear time") {
    const auto attributes = numbered(many, [](const std::string& i) { return " a" + i + "='1'"; });
    CHECK(read_once("<annex" + attributes + "/>").head.size() == many);
    CHECK(rules_of("<annex" + attributes + " a7='1'/>") == Strings{"xml.syntax"});
    CHECK(rules_of(one("<id" + attributes + "/>")).size() == many);
    CHECK(rules_of("<annex" + attributes) == Strings{"xml.syntax"});
    CHECK(rules_of("<annex" + repeated(" a='1'", many) + "/>") == Strings{"xml.syntax"});
}

TEST_CASE("xml: a million declarations are read in linear time") {
    const auto declarations = numbered(many, [](const std::string& i) { return " xmlns:p" + i + "='urn:" + i + "'"; });
    const auto elements = numbered(many, [](const std::string& i) { return "<p" + i + ":a/>"; });
    CHECK(rules_of("<annex" + declarations + "/>") == Strings{});
    CHECK(rules_of("<annex" + declarations + "><initiative><id>" + elements + "</id></initiative></annex>") ==
          Strings{"xml.unexpected"});
    const auto attributes = numbered(many, [](const std::string& i) { return " p" + i + ":a='1'"; });
    CHECK(read_once("<annex" + declarations + attributes + "/>").head.size() == many);
    const auto initiatives = repeated("<x:initiative xmlns:x='urn:annexkit:annex:1'><x:id/></x:initiative>", many / 10);
    CHECK(read_once("<annex>" + initiatives + "</annex>").records.size() == many / 10);
}

TEST_CASE("xml: long runs are read in linear time") {
    for (const auto* text : {"]", "]]x", "&amp;", "&#38;", ">", "\r", "\r\n", "\xEF\xBC\x8C", "<!-- -->", "<?p?>",
                             "<![CDATA[x]]>", "<![CDATA[]]]]>", "<b/>", "<b></b>", " ", "-", "\"", "'"}) {
        CAPTURE(text);
        const auto reading = read_once(one("<id>" + repeated(text, many) + "</id>"));
        CHECK(reading.status == ANNEXKIT_OK);
        CHECK(reading.records.size() == 1);
    }
    for (const auto* text : {"&", "]]>", "<", "</a>", "<!--", "<![CDATA[", "<a ", "<a b='", "<?", "<!", "&#", "&#x1"}) {
        CAPTURE(text);
        CHECK(read_once(one("<id>" + repeated(text, many) + "</id>")).status == ANNEXKIT_FAILED);
    }
}

TEST_CASE("xml: what never ends is read in linear time, and told where it starts") {
    const std::string before = "<annex><initiative><id>";
    for (const auto& piece : std::vector<std::pair<std::string, std::string>>{{"<!-- ", "- "},
                                                                              {"<!-- ", "->"},
                                                                              {"<![CDATA[", "]] >"},
                                                                              {"<?p ", "? >"},
                                                                              {"<a b='", "\"/>"},
                                                                              {"<a ", " "}}) {
        const std::string& start = piece.first;
        CAPTURE(start);
        const auto reading = read_once(before + start + repeated(piece.second, many));
        REQUIRE(rules(reading) == Strings{"xml.syntax"});
        const std::size_t quote = start.ends_with('\'') ? start.size() - 1 : 0;
        CHECK(reading.findings[0].span.offset == before.size() + quote);
    }
    CHECK(rules_of(before + repeated("text ", many)) == Strings{"xml.syntax"});
    CHECK(rules_of("<annex>" + repeated(" ", 5 * many)) == Strings{"xml.syntax"});
    CHECK(rules_of(before + "&#" + repeated("0", 5 * many)) == Strings{"xml.syntax"});
    CHECK(rules_of(before + "&#" + repeated("0", 5 * many) + "65;</id></initiative></annex>") == Strings{});
    CHECK(rules_of(before + "&" + repeated("a", 5 * many)) == Strings{"xml.syntax"});
    CHECK(rules_of("<" + repeated("a", 5 * many)) == Strings{"xml.syntax"});
}

TEST_CASE("xml: anything between the initiatives is read in linear time") {
    const auto reading = read_once("<annex>" + repeated("<a/>x", many) + "</annex>");
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(reading.findings.size() == 2 * many);
    CHECK(rules_of("<annex>" + repeated("<!-- -->\n", many) + "</annex>") == Strings{});
}

TEST_CASE("xml: a giant field, a giant list and many unknown fields are read in linear time") {
    CHECK(read_once(one("<id>" + repeated("texte ", many * 10) + "</id>")).records.size() == 1);
    CHECK(read_once(one("<partners>" + repeated("<partner>UE</partner>", many) + "</partners>"))
              .records.at(0)
              .values[3]
              .items.size() == many);
    const auto fields = numbered(many, [](const std::string& i) { return "<f" + i + ">x</f" + i + ">"; });
    CHECK(read_once(one(fields)).records.at(0).unknown.size() == many);
    CHECK(read_once(one(repeated("<id>x</id>", many))).records.at(0).unknown.size() == many - 1);
}

TEST_CASE("xml: content is cut behind the last whole item") {
    using annexkit::xml::cut_content;
    CHECK(cut_content("") == 0);
    CHECK(cut_content(" ") == 0);
    CHECK(cut_content("<a></a><b") == 7);
    CHECK(cut_content("<a/><b><c></c>") == 4);
    CHECK(cut_content("<a b='/>'></a> ") == 14);
    CHECK(cut_content("<a><!-- </a> --></a><!-- <a>") == 20);
    CHECK(cut_content("<a><![CDATA[</a>]]></a><![CDATA[") == 23);
    CHECK(cut_content("<a><?p </a>?></a><?p") == 17);
    CHECK(cut_content("<a/> text </annex>") == 10);
    CHECK(cut_content("</annex>") == 0);
    CHECK(cut_content("<a/><!DOCTYPE") == 4);
}
