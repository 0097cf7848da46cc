// SPDX-License-Identifier: Apache-2.0
// The frame of a document: XML declaration, root, and what may stand around them. Numbers are productions of XML 1.0.
#include "xml_test.hpp"

using xml_test::check_right;
using xml_test::check_wrong;
using xml_test::ids;
using xml_test::read;
using xml_test::rules;
using xml_test::Strings;

TEST_CASE("xml: a document is one root with comments, instructions and white space around it [1, 27]") {
    for (const auto* input :
         {"<annex/>", "<annex></annex>", "<annex />", "<annex\n></annex\t>", " \t\r\n<annex/>\r\n \t",
          "<annex>\n</annex>", "<!-- a --><annex/>", "<annex/><!-- a -->\n<?p?>", "<?p x?>\n<!----><annex/>",
          "<annex><!-- a --></annex>", "<annex><?p?> <!-- <initiative> --></annex>"})
        check_right(input, {});
}

TEST_CASE("xml: initiatives are read whatever stands between them") {
    check_right("<annex><initiative/></annex>", {"-"});
    check_right("<annex>\n<initiative><id>a</id></initiative>\n<!-- </annex> --><initiative ><id>b</id></initiative "
                ">\n<?p </annex>?></annex>",
                {"a", "b"});
    check_right("<annex a='>'><initiative><id>a</id></initiative></annex>", {"a"});
}

TEST_CASE("xml: what is no document is refused") {
    check_wrong("", "");
    check_wrong(" ", "");
    check_wrong("<!-- a -->", "");
    check_wrong("", "x");
    check_wrong("", "]]>");
    check_wrong("", "&amp;<annex/>");
    check_wrong("", "<![CDATA[ ]]><annex/>");
    check_wrong("", "</annex>");
    check_wrong("", "<");
    check_wrong("<", " annex/>");
    check_wrong("", "<annex");
    check_wrong("", "<annex/");
    check_wrong("<annex/", " >");
    check_wrong("<annex>", "");
    check_wrong("<annex>", "</annex");
    check_wrong("<annex>text", "");
    check_wrong("<annex>", "</other>");
    check_wrong("<annex>", "</annexe>");
    check_wrong("<annex>", "</anne>");
    check_wrong("<annex></annex", "/>");
    check_wrong("<annex></annex ", "a='1'>");
}

TEST_CASE("xml: nothing but comments, instructions and white space follows the root") {
    check_wrong("<annex/>", "<annex/>");
    check_wrong("<annex/> ", "x");
    check_wrong("<annex/>\n", "&#32;");
    check_wrong("<annex/>", "<![CDATA[]]>");
    check_wrong("<annex></annex>", "</annex>");
    check_wrong("<annex><initiative><id>a</id></initiative></annex><!-- a -->", "<other/>", "xml.syntax", {"a"});
}

TEST_CASE("xml: elements nest and are closed [39]") {
    check_wrong("<annex><initiative>", "</annex>");
    check_wrong("<annex><initiative><id>", "</initiative></id></annex>");
    check_wrong("<annex><initiative><id>a</id></initiative><initiative>", "", "xml.syntax", {"a"});
    check_wrong("<annex><initiative><id>a</id></initiative>", "", "xml.syntax", {"a"});
    check_wrong("<annex><initiative><id>a</id></initiative><initiative><id>b", "</part></id></initiative></annex>",
                "xml.syntax", {"a"});
    check_wrong("<annex><initiative><id>a", "</ID></initiative></annex>");
    check_wrong("<annex><initiative/>", "</initiative></annex>", "xml.syntax", {"-"});
}

TEST_CASE("xml: an end tag of another element is told where it stands") {
    CHECK(read("<annex><initiative>\n<id>a</id>\n</annex>").findings.at(0).span.offset == 31);
}

TEST_CASE("xml: a fault says what is wrong, and which end tag is missing") {
    const auto problem = [](const char* input) { return read(input).findings.at(0).arguments.at("problem"); };
    CHECK(problem("<annex><initiative><id>a</part>") ==
          "the end tag </part> stands where </id> is expected: <id> starts in the same line");
    CHECK(problem("<annex><initiative>\n<bodies>\r\n<body>a</body>\r</body>") ==
          "the end tag </body> stands where </bodies> is expected: <bodies> starts 2 lines above");
    CHECK(problem("<annex><initiative>\n<id>a</id></part>") ==
          "the end tag </part> stands where </initiative> is expected: <initiative> starts 1 line above");
    CHECK(problem("<annex>\n</initiative>") == "the end tag </initiative> stands where </annex> is expected");
    CHECK(problem("<annex><initiative><id>a") == "the document ends before the end tag </id>");
    CHECK(problem("<annex>") == "the document ends before the end tag </annex>");
    CHECK(problem("<annex><!-- a") == "this comment is never closed; its --> is missing");
}

// ---- The XML declaration ----

TEST_CASE("xml: an XML declaration is version, encoding, standalone [23]") {
    for (const auto* input :
         {"<?xml version=\"1.0\"?><annex/>", "<?xml version='1.0' ?>\n<annex/>", "<?xml\nversion = '1.0'\t?><annex/>",
          "<?xml version='1.0' encoding='UTF-8'?><annex/>", "<?xml version=\"1.0\" encoding = 'x-1._a'?><annex/>",
          "<?xml version='1.0' standalone='yes'?><annex/>",
          "<?xml version='1.0' encoding='utf-8' standalone=\"no\" ?><annex/>", "<?xml version='1.10'?><annex/>"})
        check_right(input, {});
}

TEST_CASE("xml: an XML declaration that is none is refused") {
    check_wrong("<?xml", "?><annex/>");
    check_wrong("<?xml ", "?><annex/>");
    check_wrong("<?xml ", "encoding='UTF-8'?><annex/>");
    check_wrong("<?xml ", "Version='1.0'?><annex/>");
    check_wrong("<?xml ", "version?><annex/>");
    check_wrong("<?xml ", "version=1.0?><annex/>");
    check_wrong("<?xml ", "version='1.0?><annex/>");
    check_wrong("<?xml ", "version='1.0\"?><annex/>");
    check_wrong("<?xml ", "version=&quot;1.0&quot;?><annex/>");
    check_wrong("<?xml version='", "2.0'?><annex/>");
    check_wrong("<?xml version='", "1.'?><annex/>");
    check_wrong("<?xml version='", "1'?><annex/>");
    check_wrong("<?xml version='", "xml1.0'?><annex/>");
    check_wrong("<?xml version='", "1.0.0'?><annex/>");
    check_wrong("<?xml version='", "'?><annex/>");
    check_wrong("<?xml version='", " 1.0'?><annex/>");
    check_wrong("<?xml version='", "1.0 '?><annex/>");
    check_wrong("<?xml version='", "1.0a'?><annex/>");
    check_wrong("<?xml version='1.0'", "encoding='UTF-8'?><annex/>");
    check_wrong("<?xml version='1.0' standalone='yes' ", "encoding='UTF-8'?><annex/>");
    check_wrong("<?xml version='1.0' encoding='", "'?><annex/>");
    check_wrong("<?xml version='1.0' encoding='", "8-utf'?><annex/>");
    check_wrong("<?xml version='1.0' encoding='", "utf 8'?><annex/>");
    check_wrong("<?xml version='1.0' encoding='", "utf-8é'?><annex/>");
    check_wrong("<?xml version='1.0' encoding='UTF-8' ", "encoding='UTF-8'?><annex/>");
    check_wrong("<?xml version='1.0' standalone='", "YES'?><annex/>");
    check_wrong("<?xml version='1.0' standalone='", "'?><annex/>");
    check_wrong("<?xml version='1.0' standalone='yes' ", "x='1'?><annex/>");
    check_wrong("<?xml version='1.0' ", "x?><annex/>");
    check_wrong("", "<?xml version='1.0'");
    check_wrong("", "<?xml version='1.0'><annex/>");
}

TEST_CASE("xml: an XML declaration stands at the very start or nowhere") {
    check_wrong(" ", "<?xml version='1.0'?><annex/>");
    check_wrong("<!-- a -->", "<?xml version='1.0'?><annex/>");
    check_wrong("<?xml version='1.0'?>", "<?xml version='1.0'?><annex/>");
    check_wrong("<annex>", "<?xml version='1.0'?></annex>");
    check_wrong("<annex><initiative><id>", "<?xml version='1.0'?></id></initiative></annex>");
    check_wrong("<annex/>", "<?xml version='1.0'?>");
}

TEST_CASE("xml: the declared encoding is told") {
    const auto declared = [](std::string_view input) {
        return std::string(
            annexkit::sdk::view(annexkit_xml_format.importer->declared_encoding(annexkit::sdk::text(input))));
    };
    CHECK(declared("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><annex/>") == "ISO-8859-1");
    CHECK(declared("\xEF\xBB\xBF<?xml version='1.0' encoding = 'UTF-8' standalone='no'?>") == "UTF-8");
    CHECK(declared("<?xml version='1.0'?>") == "");
    CHECK(declared("<annex encoding='UTF-16'/>") == "");
    CHECK(declared("<!-- <?xml version='1.0' encoding='UTF-16'?> -->") == "");
    CHECK(declared("<?xml version='1.0' encoding='UTF-16'") == "");
    CHECK(declared("") == "");
}

// ---- What is never read ----

TEST_CASE("xml: a document type declaration is refused, wherever it stands, and never expanded [28]") {
    const std::string lol = "<!DOCTYPE annex [<!ENTITY a \"&b;&b;\"><!ENTITY b SYSTEM \"/etc/passwd\">]>";
    check_wrong("", "<!DOCTYPE annex><annex/>", "xml.doctype");
    check_wrong("<?xml version='1.0'?>\n", lol + "<annex>&a;</annex>", "xml.doctype");
    check_wrong("<annex>", "<!DOCTYPE annex></annex>", "xml.doctype");
    check_wrong("<annex/>", "<!DOCTYPE annex>", "xml.doctype");
    check_wrong("", "<!doctype annex><annex/>");
    check_wrong("", "<!DOCTYP");
    check_wrong("", "<!ELEMENT annex ANY><annex/>");
    check_wrong("<annex>", "<!ENTITY a 'b'></annex>");
    check_wrong("<annex>", "<![INCLUDE[ ]]></annex>");
}

TEST_CASE("xml: another root is no annex") {
    check_wrong("<", "other/>", "xml.not-an-annex");
    check_wrong("<", "Annex/>", "xml.not-an-annex");
    check_wrong("<", "annex xmlns='urn:other'/>", "xml.not-an-annex");
    check_wrong("<", "a:annex xmlns:a='urn:other'/>", "xml.not-an-annex");
    const auto told = [](std::string_view input) { return read(input).findings.at(0).arguments.at("name"); };
    CHECK(told("<other/>") == "other");
    CHECK(told("<annex xmlns='urn:other'/>") == "annex xmlns='urn:other'");
    CHECK(told("<a:annex xmlns:a='urn:other'/>") == "a:annex xmlns:a='urn:other'");
}
