// SPDX-License-Identifier: Apache-2.0
// JSON that is broken, or that other readers would bend.
#include "annexes.hpp"
#include "program.hpp"

using namespace cli;

namespace {

/// The first initiative with another number of its part; it stands at 2:34.
std::string with_part(std::string_view number) {
    return with(json_annex, "\"part\": 1", "\"part\": " + std::string(number));
}

} // namespace

TEST_CASE("two million nested brackets are refused, not followed") {
    const Folder folder;
    folder.put("a.json", times(2'000'000, "["));
    CHECK(verdict_on(folder, "a.json", {"--schema", "eu-morocco-2013"}) == "3 error json.too-deep 1:66");
    folder.put("b.json", with(json_annex, "\"part\": 1", "\"x\": " + times(2'000'000, "[")));
    CHECK(verdict_on(folder, "b.json") == "3 error json.too-deep 2:94");
}

TEST_CASE("a field that is given twice in an object is told") {
    const Folder folder;
    folder.put("a.json", with_part("1, \"part\": 2"));
    CHECK(verdict_on(folder, "a.json") == "1 error field.duplicate 2:45");
    folder.put("b.json", with_part("1, \"x\": 1, \"x\": 1"));
    CHECK(verdict_on(folder, "b.json").starts_with("1 error "));
}

TEST_CASE("a number that is no whole number is of the wrong kind for a part, and is not rounded into one") {
    const Folder folder;
    folder.put("a.json", R"({"annex": {"declaration": "eu-morocco-2013"}, "initiatives": [
{"part": 1e400, "id": "ma-2013-p1-001", "section": "mobilite", "objective": 1, "partners": ["UE"], "initiative": "x"},
{"part": -0, "id": "ma-2013-p1-002", "section": "mobilite", "objective": 1, "partners": ["UE"], "initiative": "x"},
{"part": 1.0, "id": "ma-2013-p1-003", "section": "mobilite", "objective": 1, "partners": ["UE"], "initiative": "x"},
{"part": 1e0, "id": "ma-2013-p1-004", "section": "mobilite", "objective": 1, "partners": ["UE"], "initiative": "x"},
{"part": "1", "id": "ma-2013-p1-005", "section": "mobilite", "objective": 1, "partners": ["UE"], "initiative": "x"}
]})");
    CHECK(verdict_on(folder, "a.json") == "1 error field.kind 2:10, error field.kind 3:10, error field.kind 4:10, "
                                          "error field.kind 5:10, error field.kind 6:11");
}

TEST_CASE("a number that JSON does not have is told where it goes wrong") {
    const Folder folder;
    const std::vector<std::pair<std::string, std::string>> cases = {{"007", "2:35"}, {"+1", "2:34"},  {".5", "2:34"},
                                                                    {"1.", "2:36"},  {"NaN", "2:34"}, {"-", "2:35"}};
    for (const auto& number : cases) {
        CAPTURE(number.first);
        folder.put("a.json", with_part(number.first));
        CHECK(verdict_on(folder, "a.json") == "3 error json.syntax " + number.second);
    }
}

TEST_CASE("numbers of unknown fields go through every format as they are spelled") {
    const Folder folder;
    folder.put("a.json",
               with(json_annex, "\"part\": 1",
                    R"("part": 1, "a": 1e400, "b": -0, "c": 1.0, "d": 0.10, "e": 123456789012345678901, "f": 1E+2)"));
    REQUIRE(run(folder, {"convert", "a.json", "a.xml"}).code == 0);
    REQUIRE(run(folder, {"convert", "a.xml", "b.json", "--to-option", "indent=0"}).code == 0);
    CHECK(folder.content("b.json").find(R"("a":1e400,"b":-0,"c":1.0,"d":0.10,"e":123456789012345678901,"f":1E+2})") !=
          std::string::npos);
}

TEST_CASE("a comma before a closing bracket is told") {
    const Folder folder;
    folder.put("a.json", with(json_annex, "}\n]}", "},\n]}"));
    CHECK(verdict_on(folder, "a.json") == "3 error json.syntax 4:1");
    folder.put("b.json", with(json_annex, "[\"UE\"]", "[\"UE\",]"));
    CHECK(verdict_on(folder, "b.json") == "3 error json.syntax 2:94");
    folder.put("c.json", with(json_annex, "texte.\"}", "texte.\",}"));
    CHECK(verdict_on(folder, "c.json") == "3 error json.syntax 2:122");
}

TEST_CASE("what follows the end of the document is told") {
    const Folder folder;
    folder.put("a.json", json_annex + "{}");
    CHECK(verdict_on(folder, "a.json") == "3 error json.syntax 5:1");
}

TEST_CASE("text that JSON does not allow is told") {
    const Folder folder;
    folder.put("a.json", with(json_annex, "Un texte", "Un\ntexte"));
    CHECK(verdict_on(folder, "a.json") == "3 error json.syntax 2:113");
    folder.put("b.json", with(json_annex, "Un texte", "Un \\x texte"));
    CHECK(verdict_on(folder, "b.json") == "3 error json.syntax 2:114");
    folder.put("c.json", with(json_annex, "Un texte", "Un \\ud800 texte"));
    CHECK(verdict_on(folder, "c.json") == "3 error json.syntax 2:114");
    folder.put("d.json", "// comment\n" + json_annex);
    CHECK(verdict_on(folder, "d.json") == "3 error json.syntax 1:1");
}

TEST_CASE("a character that XML cannot hold stops the conversion, and leaves nothing") {
    const Folder folder;
    folder.put("a.json", with(json_annex, "Un texte", "Un\\uFFFEtexte"));
    const Outcome outcome = run(folder, {"convert", "a.json", "a.xml", "--report", "ndjson"});
    CHECK(outcome.code == 1);
    const auto findings = lines_of(outcome.err, "finding");
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "loss.character");
    CHECK(findings[0].message == "\"initiative\" holds \"U+FFFE\", which the output format cannot hold");
    CHECK(findings[0].initiative == "ma-2013-p1-001");
    CHECK(folder.names() == std::vector<std::string>{"a.json"});
    SUBCASE("unless it is to be replaced") {
        const Outcome replaced =
            run(folder, {"convert", "a.json", "a.xml", "--to-option", "replace-unrepresentable=\u2423"});
        CHECK(replaced.code == 0);
        CHECK(replaced.err.find("loss.replaced") != std::string::npos);
        CHECK(folder.content("a.xml").find("<initiative>Un\u2423texte.</initiative>") != std::string::npos);
    }
    SUBCASE("in formats that can hold it nothing is lost") {
        REQUIRE(run(folder, {"convert", "a.json", "a.csv"}).code == 0);
        REQUIRE(run(folder, {"convert", "a.csv", "b.json"}).code == 0);
        CHECK(folder.content("b.json").find("\"Un\uFFFEtexte.\"") != std::string::npos);
    }
}
