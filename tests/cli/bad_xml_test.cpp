// SPDX-License-Identifier: Apache-2.0
// XML that is broken, or that is not safe to follow.
#include "annexes.hpp"
#include "program.hpp"

using namespace cli;

TEST_CASE("a second root element is told where it starts") {
    const Folder folder;
    folder.put("a.xml", xml_annex + "<annex/>");
    CHECK(verdict_on(folder, "a.xml") == "3 error xml.syntax 5:1");
}

TEST_CASE("a bare ampersand is told where it stands") {
    const Folder folder;
    folder.put("a.xml", with(xml_annex, "Un texte", "Un & deux"));
    CHECK(verdict_on(folder, "a.xml") == "3 error xml.syntax 2:158");
}

TEST_CASE("an entity that XML does not define is refused") {
    const Folder folder;
    folder.put("a.xml", with(xml_annex, "Un texte", "Un caf&eacute;"));
    CHECK(verdict_on(folder, "a.xml") == "3 error xml.entity 2:161");
}

TEST_CASE("a document type declaration is refused and never followed") {
    const Folder folder;
    folder.put("other.txt", "Un secret.");
    folder.put("a.xml", "<!DOCTYPE annex [<!ENTITY e \"Un texte.\">]>\n" + with(xml_annex, "Un texte.", "&e;"));
    CHECK(verdict_on(folder, "a.xml") == "3 error xml.doctype 1:1");
    folder.put("b.xml", "<!DOCTYPE annex [<!ENTITY e SYSTEM \"other.txt\">]>\n" + with(xml_annex, "Un texte.", "&e;"));
    CHECK(verdict_on(folder, "b.xml") == "3 error xml.doctype 1:1");
    CHECK(run(folder, {"validate", "b.xml"}).out.find("secret") == std::string::npos);
}

TEST_CASE("an attribute that is given twice is told") {
    const Folder folder;
    folder.put("a.xml", with(xml_annex, "<annex", "<annex declaration=\"x\""));
    CHECK(verdict_on(folder, "a.xml", {"--schema", "eu-morocco-2013"}) == "3 error xml.syntax 1:24");
    folder.put("b.xml", with(xml_annex, "<id>", "<id a=\"1\" a=\"2\">"));
    CHECK(verdict_on(folder, "b.xml") == "3 error xml.syntax 2:23");
}

TEST_CASE("deep nesting is refused, not followed") {
    const Folder folder;
    folder.put("a.xml", with(xml_annex, "Un texte.", times(2'000'000, "<a>")));
    CHECK(verdict_on(folder, "a.xml") == "3 error xml.too-deep 2:338");
}

TEST_CASE("elements that do not match are told") {
    const Folder folder;
    folder.put("a.xml", with(xml_annex, "</id>", "</ID>"));
    CHECK(verdict_on(folder, "a.xml") == "3 error xml.syntax 2:31");
}

TEST_CASE("a control character is no XML, however it is written") {
    const Folder folder;
    folder.put("a.xml", with(xml_annex, "Un texte", "Un\x01texte"));
    CHECK(verdict_on(folder, "a.xml") == "3 error xml.syntax 2:157");
    folder.put("b.xml", with(xml_annex, "Un texte", "Un&#1;texte"));
    CHECK(verdict_on(folder, "b.xml") == "3 error xml.syntax 2:157");
}

TEST_CASE("another root element is named") {
    const Folder folder;
    folder.put("a.xml", "<html><body>x</body></html>");
    CHECK(verdict_on(folder, "a.xml", {"--schema", "eu-morocco-2013"}) == "3 error xml.not-an-annex 1:2");
}

TEST_CASE("text and elements between the initiatives are told, not dropped") {
    const Folder folder;
    folder.put("a.xml", with(xml_annex, "\n<initiative>", "stray\n<initiative>"));
    CHECK(verdict_on(folder, "a.xml") == "1 error xml.unexpected 1:38");
}

TEST_CASE("a number in an element is spelled as JSON spells whole numbers") {
    const Folder folder;
    const std::string rest = "</part><section>mobilite</section><objective>1</objective><partners><partner>UE</partner>"
                             "</partners><initiative>x</initiative></initiative>\n";
    folder.put("a.xml", "<annex declaration=\"eu-morocco-2013\">\n"
                        "<initiative><id>ma-2013-p1-001</id><part>1e400" +
                            rest + "<initiative><id>ma-2013-p1-002</id><part>-0" + rest +
                            "<initiative><id>ma-2013-p1-003</id><part>1.0" + rest +
                            "<initiative><id>ma-2013-p1-004</id><part>007" + rest +
                            "<initiative><id>ma-2013-p1-005</id><part>+1" + rest + "</annex>\n");
    CHECK(verdict_on(folder, "a.xml") == "1 error field.kind 2:42, error field.kind 3:42, error field.kind 4:42, "
                                         "error field.kind 5:42, error field.kind 6:42");
}
