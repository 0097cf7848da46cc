// SPDX-License-Identifier: Apache-2.0
// Names (productions [4], [4a], [5] of XML 1.0) and Namespaces in XML 1.0.
#include "xml_test.hpp"

using xml_test::check_right;
using xml_test::check_wrong;
using xml_test::ids;
using xml_test::one;
using xml_test::read;
using xml_test::rules;
using xml_test::Strings;
using xml_test::utf8;

namespace {

/// The rules that a document with an element of this name breaks; the element is an unknown field.
Strings rules_of_name(const std::string& name) { return rules(read(one("<" + name + ">x</" + name + ">"))); }

const std::string own = "urn:annexkit:annex:1";

} // namespace

TEST_CASE("xml: a name starts with these characters [4]") {
    for (const char32_t code :
         {U'A',      U'Z',      U'_',      U'a',          U'z',         U'\u00C0', U'\u00D6', U'\u00D8',
          U'\u00F6', U'\u00F8', U'\u02FF', U'\u0370',     U'\u037D',    U'\u037F', U'\u1FFF', U'\u200C',
          U'\u200D', U'\u2070', U'\u218F', U'\u2C00',     U'\u2FEF',    U'\u3001', U'\uD7FF', U'\uF900',
          U'\uFDCF', U'\uFDF0', U'\uFFFD', U'\U00010000', U'\U000EFFFF'}) {
        CAPTURE(static_cast<unsigned>(code));
        CHECK(rules_of_name(utf8(code)) == Strings{});
        CHECK(rules_of_name("a" + utf8(code)) == Strings{});
    }
}

TEST_CASE("xml: a name goes on with these, too [4a]") {
    for (const char32_t code : {U'-', U'.', U'0', U'9', U'\u00B7', U'\u0300', U'\u036F', U'\u203F', U'\u2040'}) {
        CAPTURE(static_cast<unsigned>(code));
        CHECK(rules_of_name("a" + utf8(code)) == Strings{});
        CHECK(rules_of_name(utf8(code)) == Strings{"xml.syntax"});
        CHECK(rules_of_name(utf8(code) + "a") == Strings{"xml.syntax"});
    }
}

TEST_CASE("xml: a name has no other character") {
    for (const char32_t code :
         {U'$',      U'%',      U'(',      U'*',      U'+',      U',',          U';',         U'@',
          U'[',      U'\\',     U'^',      U'`',      U'{',      U'~',          U'\x7F',      U'\u0080',
          U'\u00A0', U'\u00B6', U'\u00B8', U'\u00BF', U'\u00D7', U'\u00F7',     U'\u037E',    U'\u2000',
          U'\u200B', U'\u200E', U'\u203E', U'\u2041', U'\u206F', U'\u2190',     U'\u2BFF',    U'\u2FF0',
          U'\u3000', U'\uE000', U'\uF8FF', U'\uFDD0', U'\uFDEF', U'\U000F0000', U'\U0010FFFF'}) {
        CAPTURE(static_cast<unsigned>(code));
        const std::string character = utf8(code);
        check_wrong("<annex><initiative><", character + "/></initiative></annex>");
        check_wrong("<annex><initiative><a", character + "/></initiative></annex>");
        check_wrong("<annex><initiative><é", character + "a/></initiative></annex>");
        check_wrong("<annex ", character + "='1'/>");
        check_wrong("<annex b", character + "='1'/>");
    }
}

TEST_CASE("xml: a name beyond ASCII names a field") {
    const auto reading = read(one("<Montant_é·1>5</Montant_é·1>"));
    CHECK(rules(reading) == Strings{});
    REQUIRE(reading.records.size() == 1);
    REQUIRE(reading.records[0].unknown.size() == 1);
    CHECK(reading.records[0].unknown[0].first == "Montant_é·1");
}

// ---- Namespaces ----

TEST_CASE("xml: an annex is in no namespace or in its own") {
    check_right("<annex><initiative><id>a</id></initiative></annex>", {"a"});
    check_right("<annex xmlns=''><initiative><id>a</id></initiative></annex>", {"a"});
    check_right("<annex xmlns='" + own + "'><initiative><id>a</id></initiative></annex>", {"a"});
    check_right("<x:annex xmlns:x='" + own + "'><x:initiative><x:id>a</x:id></x:initiative></x:annex>", {"a"});
    check_right("<annex xmlns:x='" + own + "'><x:initiative><id>a</id></x:initiative></annex>", {"a"});
    check_right("<annex xmlns='&#117;rn:annexkit:annex:1'><initiative/></annex>", {"-"});
}

TEST_CASE("xml: a declaration below the root is honoured") {
    check_right("<annex><x:initiative xmlns:x='" + own + "'><x:id>a</x:id></x:initiative></annex>", {"a"});
    check_right("<annex><initiative xmlns='" + own + "'><id>a</id></initiative><initiative/></annex>", {"a", "-"});
    check_right("<annex><initiative><x:id xmlns:x='" + own + "'>a</x:id></initiative></annex>", {"a"});
    const auto list = read(one("<partners><x:item xmlns:x='" + own + "'>a</x:item><item xmlns=''>b</item></partners>"));
    CHECK(rules(list) == Strings{});
    CHECK(list.records.at(0).values[3] == drive::list({"a", "b"}));
    const auto head = read("<annex><x:head xmlns:x='" + own + "' name='a'>b</x:head></annex>");
    CHECK(rules(head) == Strings{});
    REQUIRE(head.head.size() == 1);
    CHECK(head.head[0].second == drive::text("b"));
}

TEST_CASE("xml: a declaration ends with its element") {
    check_wrong("<annex><x:initiative xmlns:x='" + own + "'/><", "x:initiative/></annex>", "xml.undeclared-prefix",
                {"-"});
    check_wrong("<annex><x:initiative xmlns:x='" + own + "'></x:initiative><", "x:initiative/></annex>",
                "xml.undeclared-prefix", {"-"});
    const auto reading = read("<annex><initiative xmlns='urn:other'/><initiative><id>a</id></initiative></annex>");
    CHECK(rules(reading) == Strings{"xml.unexpected"});
    CHECK(ids(reading) == Strings{"a"});
}

TEST_CASE("xml: what the root declares ends with it") {
    check_wrong("<n:annex xmlns:n='" + own + "'></n:annex><", "n:id/>", "xml.undeclared-prefix");
    check_wrong("<n:annex xmlns:n='" + own + "'/>", "<n:annex xmlns:n='" + own + "'/>");
}

TEST_CASE("xml: what is in another namespace is no part of an annex") {
    CHECK(rules(read("<annex><initiative xmlns='urn:other'/></annex>")) == Strings{"xml.unexpected"});
    CHECK(rules(read("<annex xmlns:o='urn:other'><o:initiative/></annex>")) == Strings{"xml.unexpected"});
    CHECK(rules(read(one("<o:id xmlns:o='urn:other'>a</o:id>"))) == Strings{"xml.unexpected"});
    CHECK(rules(read(one("<partners><o:item xmlns:o='urn:other'>a</o:item></partners>"))) == Strings{"xml.unexpected"});
    CHECK(rules(read("<annex xmlns:o='urn:other'><o:head name='a'>b</o:head></annex>")) == Strings{"xml.unexpected"});
    CHECK(rules(read("<annex xmlns:x='urn:annexkit:annex:2'><x:initiative/></annex>")) == Strings{"xml.unexpected"});
}

TEST_CASE("xml: in an annex of its namespace, a name in none is another name") {
    const auto wrong = [](const std::string& input) { CHECK(rules(read(input)) == Strings{"xml.unexpected"}); };
    wrong("<annex xmlns='" + own + "'><initiative><id xmlns=''>a</id></initiative></annex>");
    wrong("<annex xmlns='" + own + "'><initiative xmlns=''><id>a</id></initiative></annex>");
    wrong("<annex xmlns='" + own + "'><initiative><partners><item xmlns=''>a</item></partners></initiative></annex>");
    wrong("<annex xmlns='" + own + "'><head xmlns='' name='a'>b</head></annex>");
    wrong("<x:annex xmlns:x='" + own + "'><x:initiative><id>a</id></x:initiative></x:annex>");
    wrong("<x:annex xmlns:x='" + own + "'><initiative><id>a</id></initiative></x:annex>");
    check_right("<annex xmlns:x='" + own + "'><initiative xmlns=''><id>a</id></initiative></annex>", {"a"});
}

TEST_CASE("xml: the inner declaration of a prefix holds") {
    check_right("<x:annex xmlns:x='" + own + "'><x:initiative><x:id xmlns:x='" + own + "'>a</x:id></x:initiative>" +
                    "</x:annex>",
                {"a"});
    CHECK(rules(read("<x:annex xmlns:x='" + own + "'><x:initiative xmlns:x='urn:other'/></x:annex>")) ==
          Strings{"xml.unexpected"});
}

TEST_CASE("xml: an undeclared prefix is refused by its name") {
    check_wrong("<", "x:annex/>", "xml.undeclared-prefix");
    check_wrong("<annex ", "x:a='1'/>", "xml.undeclared-prefix");
    check_wrong("<annex><initiative><", "x:id>a</x:id></initiative></annex>", "xml.undeclared-prefix");
    check_wrong("<annex><initiative><id ", "xsi:nil='true'/></initiative></annex>", "xml.undeclared-prefix");
    check_wrong("<annex><initiative><id><b><", "x:c/></b></id></initiative></annex>", "xml.undeclared-prefix");
    check_wrong("<annex><", "x:other/></annex>", "xml.undeclared-prefix");
    CHECK(read("<annex><x:other/></annex>").findings.at(0).arguments.at("name") == "x");
}

TEST_CASE("xml: the prefix xml needs no declaration and belongs to its namespace") {
    check_right("<annex xml:lang='fr'/>", {});
    check_right("<annex xmlns:xml='http://www.w3.org/XML/1998/namespace'/>", {});
    check_wrong("<annex ", "xmlns:xml='urn:other'/>", "xml.namespace");
    check_wrong("<annex ", "xmlns:xml=''/>", "xml.namespace");
    check_wrong("<annex ", "xmlns:x='http://www.w3.org/XML/1998/namespace'/>", "xml.namespace");
    check_wrong("<annex ", "xmlns='http://www.w3.org/XML/1998/namespace'/>", "xml.namespace");
}

TEST_CASE("xml: the prefix xmlns only declares") {
    check_wrong("<annex ", "xmlns:xmlns='urn:other'/>", "xml.namespace");
    check_wrong("<annex ", "xmlns:xmlns='http://www.w3.org/2000/xmlns/'/>", "xml.namespace");
    check_wrong("<annex ", "xmlns:x='http://www.w3.org/2000/xmlns/'/>", "xml.namespace");
    check_wrong("<annex ", "xmlns='http://www.w3.org/2000/xmlns/'/>", "xml.namespace");
    check_wrong("<", "xmlns:annex/>", "xml.namespace");
    check_wrong("<annex><", "xmlns:a/></annex>", "xml.namespace");
}

TEST_CASE("xml: a prefix stands for a namespace, not for none") {
    check_wrong("<annex ", "xmlns:a=''/>", "xml.namespace");
    check_wrong("<annex xmlns:a='urn:a'><initiative ", "xmlns:a=\"\"/></annex>", "xml.namespace");
}

TEST_CASE("xml: two attributes with one name in one namespace are one attribute") {
    check_wrong("<annex xmlns:a='urn:a' xmlns:b='urn:a' a:c='1' ", "b:c='2'/>", "xml.namespace");
    check_wrong("<annex xmlns:a='urn:a' xmlns:b='&#x75;rn:a' b:c='1' d='1' ", "a:c='2'/>", "xml.namespace");
    check_wrong("<annex xmlns:a='urn:a'><initiative xmlns:b='urn:a' a:c='1' ", "b:c='2'/></annex>", "xml.namespace");
    check_right("<annex xmlns:a='urn:a' xmlns:b='urn:b' a:c='1' b:c='2' c='3'/>", {});
    check_right("<annex xmlns='" + own + "' xmlns:a='" + own + "' a:c='1' c='2'/>", {});
    check_right("<annex xmlns:a='urn:a' xmlns:b='urn:A' a:c='1' b:c='2'/>", {});
}

TEST_CASE("xml: a colon stands between a prefix and a name, once") {
    for (const auto* name : {":", ":a", "a:", "a:b:c", "a::b", "a:1", "a:-b", "::", "a:·"}) {
        CAPTURE(name);
        check_wrong("<annex><", std::string(name) + " xmlns:a='urn:a'/></annex>", "xml.namespace");
        check_wrong("<annex xmlns:a='urn:a' ", std::string(name) + "='1'/>", "xml.namespace");
    }
    check_wrong("<annex ", "xmlns:='urn:a'/>", "xml.namespace");
    check_wrong("<annex><?", "a:b?></annex>", "xml.namespace");
}

TEST_CASE("xml: an attribute with a prefix keeps its whole name in the head") {
    const auto reading = read("<annex xmlns:a='urn:a' a:b='1' xml:lang='fr'/>");
    REQUIRE(reading.head.size() == 2);
    CHECK(reading.head[0].first == "a:b");
    CHECK(reading.head[1].first == "xml:lang");
}
