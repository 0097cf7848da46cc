// SPDX-License-Identifier: Apache-2.0
// Reading in pieces gives what one check of the whole document gives, and what pugixml reads from it.
#include "xml_test.hpp"

#include "plugins/xml/naming.hpp"
#include "plugins/xml/tokens.hpp"

#include <algorithm>
#include <optional>
#include <pugixml.hpp>
#include <random>

using xml_test::same;
using xml_test::Strings;

namespace xml = annexkit::xml;

namespace {

constexpr std::size_t max_depth = 64;

// Between them they have every construct that an annex may hold.
const std::string seeds[] = {
    "<?xml version='1.0' encoding=\"UTF-8\"?>\n<!-- a --><annex a='1' b=\"&lt;2\"><head name='c'>d</head>\n"
    "<initiative><id>a</id><partners><partner>UE</partner><item>D</item></partners></initiative>\n"
    "<initiative><id>b &amp; c</id><initiative>x\r\ny</initiative><bodies/></initiative>\n</annex><?p q?>\n",
    "<annex><initiative><id><![CDATA[<a>&]]></id><!-- </initiative> --><?p </initiative>?></initiative>"
    "<initiative ><id >b</id ><field name='x y' type='json'>[1e400, \"a\"]</field></initiative ></annex>",
    "<n:annex xmlns:n='urn:annexkit:annex:1' xmlns='urn:other'><n:initiative n:x='1'><n:id>a</n:id></n:initiative>"
    "<initiative xmlns='urn:annexkit:annex:1' xmlns:m='urn:m'><id m:y='2' y='3'>b</id></initiative></n:annex>",
    "<annex>\n  <initiative>\n    <id>a&#233;&#xE9;é</id>\n    <part>1</part>\n    <été>]] > ]&gt;</été>\n"
    "    <partners>\n      <partner> </partner>\n    </partners>\n  </initiative>\n</annex>\n",
    "<annex><initiative/><initiative></initiative>stray<other><initiative/></other>\n<initiative a='>' "
    "b='\"/>'/></annex>",
};

const std::string pieces[] = {"<",
                              ">",
                              "/",
                              "</",
                              "/>",
                              "<!--",
                              "-->",
                              "--",
                              "<![CDATA[",
                              "]]>",
                              "<?p ",
                              "?>",
                              "'",
                              "\"",
                              "=",
                              "&",
                              "&lt;",
                              "&#65;",
                              "&x;",
                              ";",
                              " ",
                              "\n",
                              "\r",
                              "x",
                              "é",
                              ":",
                              "a='1'",
                              "xmlns:n='urn:n'",
                              "n:",
                              "<a>",
                              "</a>",
                              "<id>",
                              "</id>",
                              "<annex>",
                              "</annex>",
                              "<initiative>",
                              "</initiative>",
                              "<!DOCTYPE a>",
                              "\x01",
                              "\xEF\xBF\xBE",
                              "]",
                              "-",
                              "!",
                              "?"};

// What may stand in any content.
const std::string whole_pieces[] = {"<!-- <x> -->",
                                    "<?p x?>",
                                    "x",
                                    " ",
                                    "\n",
                                    "\r\n",
                                    "é",
                                    "]",
                                    ">",
                                    "'",
                                    "<![CDATA[<]]>",
                                    "&lt;",
                                    "&#xE9;",
                                    "<a/>",
                                    "<a>b</a>",
                                    "<item>c</item>",
                                    "<x:id xmlns:x='urn:annexkit:annex:1'>d</x:id>"};

/// Changes the document in one place, or in a few.
class Mutation {
  public:
    std::string of(std::string document) {
        for (std::size_t changes = std::min(1 + below(4), 1 + below(4)); changes > 0; --changes) change(document);
        return document;
    }

  private:
    std::size_t below(std::size_t limit) { return engine_() % limit; }

    /// A place between two characters.
    std::size_t place(const std::string& document) {
        std::size_t at = below(document.size() + 1);
        while (at < document.size() && (static_cast<unsigned char>(document[at]) & 0xC0) == 0x80) ++at;
        return at;
    }

    void change(std::string& document) {
        const std::size_t from = place(document);
        std::size_t to = std::min(document.size(), from + 1 + below(12));
        while (to < document.size() && (static_cast<unsigned char>(document[to]) & 0xC0) == 0x80) ++to;
        switch (below(9)) {
        case 0: document.erase(from, to - from); break;
        case 1: document.insert(from, pieces[below(std::size(pieces))]); break;
        case 2: document.replace(from, to - from, pieces[below(std::size(pieces))]); break;
        case 3: document.insert(place(document), document.substr(from, to - from)); break;
        case 4: document.resize(from); break;
        case 5:
        case 6:
        case 7: document.insert(from, whole_pieces[below(std::size(whole_pieces))]); break;
        default: document.insert(from, pieces[below(std::size(pieces))] + pieces[below(std::size(pieces))]); break;
        }
    }

    std::mt19937 engine_{20130607};
};

struct First {
    std::string rule;
    std::size_t at;
};

/// The first fault of the document, checked in one go.
std::optional<First> first_fault(const std::string& document) {
    xml::Tokens tokens(document, xml::Input::ends, max_depth);
    bool was_in_root = false;
    for (;;) {
        const bool is_outside = tokens.depth() == 0;
        const xml::Token token = tokens.next();
        if (token.kind == xml::Kind::fault)
            return First{std::string(xml::rule_of(tokens.fault().problem)), tokens.fault().at};
        if (token.kind == xml::Kind::finish && was_in_root) return std::nullopt;
        if (token.is_nothing()) continue;
        const std::size_t begin = xml::skip_blank(document, token.begin);
        if (is_outside && (was_in_root || !token.is_start())) return First{"xml.syntax", begin};
        if (is_outside && (!token.own || xml::local_name(token.name) != "annex"))
            return First{"xml.not-an-annex", begin + 1};
        was_in_root = true;
    }
}

/// The text directly in an element, as pugixml reads it.
std::string text_of(const pugi::xml_node& element) {
    std::string text;
    for (const auto child : element.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    return text;
}

/// The first element of this name that is not JSON, whatever its prefix.
pugi::xml_node first_field(const pugi::xml_node& initiative, std::string_view name) {
    for (const auto field : initiative.children())
        if (xml::local_name(field.name()) == name) return field.attribute("type") ? pugi::xml_node() : field;
    return {};
}

/// The ids, and the items of lists, of an annex that breaks no rule.
Strings texts_of(const std::string& document) {
    pugi::xml_document whole;
    REQUIRE(whole.load_buffer(document.data(), document.size(),
                              pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata |
                                  pugi::parse_wconv_attribute,
                              pugi::encoding_utf8));
    Strings texts;
    for (const auto initiative : whole.document_element().children()) {
        if (xml::local_name(initiative.name()) != "initiative") continue;
        if (const auto id = first_field(initiative, "id")) texts.push_back(text_of(id));
        for (const auto item : first_field(initiative, "partners").children())
            if (item.type() == pugi::node_element) texts.push_back(text_of(item));
    }
    return texts;
}

Strings texts_of(const drive::Reading& reading) {
    Strings texts;
    const auto append = [&](const drive::Value& value) {
        if (value.kind == ANNEXKIT_UNTYPED) texts.push_back(value.text);
        texts.insert(texts.end(), value.items.begin(), value.items.end());
    };
    for (const auto& record : reading.records) {
        append(record.values[0]);
        append(record.values[3]);
    }
    return texts;
}

bool is_fault(const drive::Finding& finding) { return finding.rule != "xml.unexpected"; }

struct Counts {
    std::size_t right = 0;
    std::size_t wrong = 0;
};

void compare(const std::string& document, Counts& counts) {
    CAPTURE(document);
    const auto reading = drive::read(annexkit_xml_format, document);
    const auto fault = first_fault(document);
    CHECK(reading.status == (fault ? ANNEXKIT_FAILED : ANNEXKIT_OK));
    const auto found = std::find_if(reading.findings.begin(), reading.findings.end(), is_fault);
    if (fault) {
        ++counts.wrong;
        REQUIRE(found != reading.findings.end());
        CHECK(found->rule == fault->rule);
        CHECK(found->span.offset == fault->at);
        CHECK(found + 1 == reading.findings.end());
    } else {
        ++counts.right;
        CHECK(found == reading.findings.end());
    }
    if (reading.findings.empty()) CHECK(texts_of(reading) == texts_of(document));
    for (const std::size_t window : {1U, 2U, 3U, 5U, 16U, 50U, 150U}) {
        CAPTURE(window);
        drive::ReadSettings settings;
        settings.window_bytes = window;
        settings.places = window == 3;
        CHECK(same(drive::read(annexkit_xml_format, document, settings), reading));
    }
}

} // namespace

TEST_CASE("xml: reading in pieces accepts and refuses what a check of the whole document does") {
    Counts counts;
    Mutation mutation;
    for (const auto& seed : seeds) {
        compare(seed, counts);
        for (int i = 0; i < 1500; ++i) compare(mutation.of(seed), counts);
    }
    // Both outcomes were tried, and often.
    CHECK(counts.right > 500);
    CHECK(counts.wrong > 3000);
}

TEST_CASE("xml: a document that ends anywhere else than at its end is refused") {
    Counts counts;
    for (const auto& seed : seeds)
        for (std::size_t size = 0; size < seed.size(); ++size)
            if ((static_cast<unsigned char>(seed[size]) & 0xC0) != 0x80) compare(seed.substr(0, size), counts);
    CHECK(counts.right < 20);
}
