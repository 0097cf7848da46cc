// SPDX-License-Identifier: Apache-2.0
// The same fault in CSV, JSON and XML gives the same rule about the same initiative and field, each at its own place.
#include "annexes.hpp"
#include "program.hpp"

#include <fmt/format.h>

using namespace cli;

namespace {

struct Told {
    std::string about;
    std::string place;
    /// The bytes of the file that the place spans.
    std::string bytes;
};

/// The only finding in an annex.
Told told(const std::string& format, const std::string& annex) {
    const Folder folder;
    folder.put("a." + format, annex);
    const Outcome outcome = run(folder, {"validate", "a." + format, "--report", "ndjson"});
    const auto findings = lines_of(outcome.out, "finding");
    CAPTURE(outcome.out);
    REQUIRE(findings.size() == 1);
    const Line& finding = findings[0];
    REQUIRE(finding.offset + finding.size <= annex.size());
    const std::string item = finding.item < 0 ? "" : fmt::format("[{}]", finding.item);
    return {fmt::format("{} {} {}{}", finding.rule, finding.initiative, finding.field, item),
            fmt::format("{}:{} {}", finding.line, finding.column, finding.address),
            annex.substr(finding.offset, finding.size)};
}

void check(const Told& told, const std::string& about, const std::string& place, const std::string& bytes) {
    CHECK(told.about == about);
    CHECK(told.place == place);
    CHECK(told.bytes == bytes);
}

std::string csv_with(std::string_view from, std::string_view to) { return with(csv_annex, from, to); }
std::string json_with(std::string_view from, std::string_view to) { return with(json_annex, from, to); }
std::string xml_with(std::string_view from, std::string_view to) { return with(xml_annex, from, to); }

} // namespace

TEST_CASE("an unknown partner") {
    const std::string about = "partner.unknown ma-2013-p1-002 partners[1]";
    check(told("csv", csv_with("UE|IT", "UE|EU")), about, "3:32 E3", "EU");
    check(told("json", json_with("\"IT\"", "\"EU\"")), about, "3:96 /initiatives/1/partners/1", "EU");
    check(told("xml", xml_with(">IT<", ">EU<")), about, "3:141 /annex/initiative[2]/partners/partner[2]", "EU");
}

TEST_CASE("several partners in one item") {
    const std::string about = "partner.combined ma-2013-p1-002 partners[0]";
    check(told("csv", csv_with("UE|IT", "UE/IT")), about, "3:29 E3", "UE/IT");
    check(told("json", json_with("\"UE\", \"IT\"", "\"UE/IT\"")), about, "3:90 /initiatives/1/partners/0", "UE/IT");
    check(told("xml", xml_with("UE</partner><partner>IT", "UE/IT")), about,
          "3:120 /annex/initiative[2]/partners/partner[1]", "UE/IT");
}

TEST_CASE("an objective that the declaration does not have") {
    const std::string about = "objective.unknown ma-2013-p1-002 objective";
    check(told("csv", csv_with(",2,UE", ",40,UE")), about, "3:27 D3", "40");
    check(told("json", json_with("\"objective\": 2", "\"objective\": 40")), about, "3:73 /initiatives/1/objective",
          "40");
    check(told("xml", xml_with("<objective>2", "<objective>40")), about, "3:88 /annex/initiative[2]/objective", "40");
}

TEST_CASE("an objective of another section") {
    const std::string about = "objective.outside-section ma-2013-p1-002 objective";
    check(told("csv", csv_with(",2,UE", ",12,UE")), about, "3:27 D3", "12");
    check(told("json", json_with("\"objective\": 2", "\"objective\": 12")), about, "3:73 /initiatives/1/objective",
          "12");
    check(told("xml", xml_with("<objective>2", "<objective>12")), about, "3:88 /annex/initiative[2]/objective", "12");
}

TEST_CASE("a number that is none") {
    const std::string about = "field.kind ma-2013-p1-002 objective";
    check(told("csv", csv_with(",2,UE", ",two,UE")), about, "3:27 D3", "two");
    check(told("json", json_with("\"objective\": 2", "\"objective\": \"two\"")), about, "3:74 /initiatives/1/objective",
          "two");
    check(told("xml", xml_with("<objective>2", "<objective>two")), about, "3:88 /annex/initiative[2]/objective", "two");
}

TEST_CASE("a text of white space") {
    const std::string about = "field.blank ma-2013-p1-002 initiative";
    check(told("csv", csv_with("Un autre.", "  ")), about, "3:35 F3", "  ");
    check(told("json", json_with("Un autre.", "  ")), about, "3:117 /initiatives/1/initiative", "  ");
    check(told("xml", xml_with("Un autre.", "  ")), about, "3:176 /annex/initiative[2]/initiative", "  ");
}

TEST_CASE("an id of another form") {
    const std::string about = "id.malformed MA-2 id";
    check(told("csv", csv_with("ma-2013-p1-002", "MA-2")), about, "3:1 A3", "MA-2");
    check(told("json", json_with("ma-2013-p1-002", "MA-2")), about, "3:9 /initiatives/1/id", "MA-2");
    check(told("xml", xml_with("ma-2013-p1-002", "MA-2")), about, "3:17 /annex/initiative[2]/id", "MA-2");
}

TEST_CASE("an id that is taken") {
    const std::string about = "id.duplicate ma-2013-p1-001 id";
    check(told("csv", csv_with("p1-002", "p1-001")), about, "3:1 A3", "ma-2013-p1-001");
    check(told("json", json_with("p1-002", "p1-001")), about, "3:9 /initiatives/1/id", "ma-2013-p1-001");
    check(told("xml", xml_with("p1-002", "p1-001")), about, "3:17 /annex/initiative[2]/id", "ma-2013-p1-001");
}

TEST_CASE("an item that is named twice") {
    const std::string about = "field.repeated-item ma-2013-p1-002 partners[1]";
    check(told("csv", csv_with("UE|IT", "IT|IT")), about, "3:32 E3", "IT");
    check(told("json", json_with("\"UE\", \"IT\"", "\"IT\", \"IT\"")), about, "3:96 /initiatives/1/partners/1", "IT");
    check(told("xml", xml_with(">UE</partner><partner>IT", ">IT</partner><partner>IT")), about,
          "3:141 /annex/initiative[2]/partners/partner[2]", "IT");
}

TEST_CASE("a text that differs from the declaration's") {
    const std::string about = "section.heading-differs ma-2013-p1-001 section_heading";
    check(told("csv", "id,part,section,section_heading,objective,partners,initiative,annex.declaration\n"
                      "ma-2013-p1-001,1,protection,Protection nationale,28,UE,Un texte.,eu-morocco-2013\n"),
          about, "2:40 D2", "nationale");
    check(told("json", R"({"annex": {"declaration": "eu-morocco-2013"}, "initiatives": [
{"section_heading": "Protection nationale", "id": "ma-2013-p1-001", "part": 1, "section": "protection", "objective": 28,
"partners": ["UE"], "initiative": "Un texte."}]})"),
          about, "2:33 /initiatives/0/section_heading", "nationale");
    check(told("xml", R"(<annex declaration="eu-morocco-2013"><initiative>
<section_heading>Protection nationale</section_heading><id>ma-2013-p1-001</id><part>1</part><section>protection</section>
<objective>28</objective><partners><partner>UE</partner></partners><initiative>Un texte.</initiative>
</initiative></annex>)"),
          about, "2:29 /annex/initiative[1]/section_heading", "nationale");
    // Where the spelling of the whole differs, the stretch is found by itself.
    check(told("json", R"({"annex": {"declaration": "eu-morocco-2013"}, "initiatives": [
{"section_heading": "\u0050rotection nationale", "id": "ma-2013-p1-001", "part": 1, "section": "protection", "objective": 28,
"partners": ["UE"], "initiative": "Un texte."}]})"),
          about, "2:38 /initiatives/0/section_heading", "nationale");
}

TEST_CASE("a stretch of a text that is spelled with escapes elsewhere is the one of its number") {
    const std::string about = "text.unbalanced-bracket ma-2013-p1-002 initiative";
    check(told("csv", csv_with("Un autre.", "\"(a) Un \"\"autre\"\") texte).\"")), about, "3:52 F3", ")");
    check(told("json", json_with("Un autre.", "(a) Un \\\"autre\\\") texte).")), about,
          "3:133 /initiatives/1/initiative", ")");
    check(told("xml", xml_with("Un autre.", "(a) Un &quot;autre&quot;) texte).")), about,
          "3:200 /annex/initiative[2]/initiative", ")");
}

TEST_CASE("a field that is not there") {
    const std::string about = "field.missing ma-2013-p1-002 objective";
    check(told("csv", csv_with(",2,UE", ",,UE")), about, "3:27 D3", "");
    // Where there is nothing, the place is the initiative's.
    check(
        told("json", json_with(" \"objective\": 2,", "")), about, "3:1 /initiatives/1/objective",
        R"({"id": "ma-2013-p1-002", "part": 1, "section": "mobilite", "partners": ["UE", "IT"], "initiative": "Un autre."})");
    check(told("xml", xml_with("<objective>2</objective>", "")), about, "3:1 /annex/initiative[2]/objective",
          "<initiative><id>ma-2013-p1-002</id><part>1</part><section>mobilite</section><partners><partner>UE</partner>"
          "<partner>IT</partner></partners><initiative>Un autre.</initiative></initiative>");
}

TEST_CASE("a field that the schema does not know") {
    const std::string about = "field.unknown ma-2013-p1-001 budgt";
    check(told("csv", "id,part,section,objective,partners,initiative,other_fields,annex.declaration\n"
                      "ma-2013-p1-001,1,mobilite,1,UE,x,\"{\"\"budgt\"\": 5}\",eu-morocco-2013\n"),
          about, "2:35 2:2", R"({""budgt"": 5})");
    check(told("json", R"({"annex": {"declaration": "eu-morocco-2013"}, "initiatives": [
{"budgt": 5, "id": "ma-2013-p1-001", "part": 1, "section": "mobilite", "objective": 1, "partners": ["UE"],
"initiative": "x"}]})"),
          about, "2:11 /initiatives/0/budgt", "5");
    check(told("xml", R"(<annex declaration="eu-morocco-2013"><initiative>
<field name="budgt">5</field><id>ma-2013-p1-001</id><part>1</part><section>mobilite</section><objective>1</objective>
<partners><partner>UE</partner></partners><initiative>x</initiative></initiative></annex>)"),
          about, "2:21 /annex/initiative[1]/*[self::budgt or @name='budgt']", "5");
}
