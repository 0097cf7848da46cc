// SPDX-License-Identifier: Apache-2.0
// Tables that are broken.
#include "annexes.hpp"
#include "program.hpp"

using namespace cli;

TEST_CASE("a quote that never closes is told where it opened, however much follows") {
    const Folder folder;
    folder.put("a.csv",
               with(csv_annex, "Un autre.", "\"Un autre.") + times(5000, "ma-2013-p1-003,1,mobilite,3,UE,x,y\n"));
    CHECK(verdict_on(folder, "a.csv") == "3 error csv.unclosed-quote 3:35");
}

TEST_CASE("rows with too many or too few cells are told, and the others are read") {
    const Folder folder;
    folder.put("a.csv", with(csv_annex, "Un autre.", "Un autre, coupé.") + "ma-2013-p1-003,1\n" +
                            "ma-2013-p1-004,1,mobilite,40,UE,Un tiers.,eu-morocco-2013\n");
    CHECK(verdict_on(folder, "a.csv") ==
          "1 error csv.ragged-row 3:1, error csv.ragged-row 4:1, error objective.unknown 5:27");
}

TEST_CASE("two columns for one field are refused") {
    const Folder folder;
    folder.put("a.csv", with(csv_annex, "initiative,", "Objectif,"));
    CHECK(verdict_on(folder, "a.csv") == "3 error heading.missing 1:1, error csv.duplicate-heading 1:36");
}

TEST_CASE("an unknown heading is a warning that names the nearest, and its cells are carried through") {
    const Folder folder;
    folder.put("a.csv", with(csv_annex, "initiative,", "initiative,Bodis,"));
    folder.put("b.csv", "id,part,section,objective,partners,initiative,Bodis,annex.declaration\n"
                        "ma-2013-p1-001,1,mobilite,1,UE,Un texte.,HCR,eu-morocco-2013\n");
    const Outcome outcome = run(folder, {"validate", "b.csv", "--report", "ndjson"});
    CHECK(outcome.code == 0);
    const auto findings = lines_of(outcome.out, "finding");
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "heading.unknown");
    CHECK(findings[0].message == "the heading \"Bodis\" is no field; its cells are carried through");
    CHECK(findings[0].hint.find("\"bodies\"") != std::string::npos);
    CHECK(findings[0].line == 1);
    CHECK(findings[0].column == 47);
    CHECK(findings[0].address == "G1");
    REQUIRE(run(folder, {"convert", "b.csv", "b.json"}).code == 0);
    CHECK(folder.content("b.json").find("\"Bodis\": \"HCR\"") != std::string::npos);
}

TEST_CASE("text beside a quoted part of a cell is told where it stands") {
    const Folder folder;
    folder.put("a.csv", with(csv_annex, "Un texte.", "\"Un\" texte."));
    CHECK(verdict_on(folder, "a.csv") == "1 error csv.stray-quote 2:36");
}

TEST_CASE("a table without a known heading is refused") {
    const Folder folder;
    folder.put("a.csv", "a,b\n1,2\n");
    CHECK(verdict_on(folder, "a.csv", {"--schema", "eu-morocco-2013"}) == "3 error csv.no-heading 1:1");
}

TEST_CASE("a number in a cell is spelled as JSON spells whole numbers") {
    const Folder folder;
    folder.put("a.csv", "id,part,section,objective,partners,initiative,annex.declaration\n"
                        "ma-2013-p1-001,1e400,mobilite,1,UE,x,eu-morocco-2013\n"
                        "ma-2013-p1-002,-0,mobilite,1,UE,x,eu-morocco-2013\n"
                        "ma-2013-p1-003,1.0,mobilite,1,UE,x,eu-morocco-2013\n"
                        "ma-2013-p1-004,007,mobilite,1,UE,x,eu-morocco-2013\n"
                        "ma-2013-p1-005,+1,mobilite,1,UE,x,eu-morocco-2013\n"
                        "ma-2013-p1-006, 1,mobilite,1,UE,x,eu-morocco-2013\n"
                        "ma-2013-p1-007,0x1,mobilite,1,UE,x,eu-morocco-2013\n"
                        "ma-2013-p1-008,NaN,mobilite,1,UE,x,eu-morocco-2013\n"
                        "ma-2013-p1-009,\"1,0\",mobilite,1,UE,x,eu-morocco-2013\n");
    CHECK(verdict_on(folder, "a.csv") ==
          "1 error field.kind 2:16, error field.kind 3:16, error field.kind 4:16, error field.kind 5:16, "
          "error field.kind 6:16, error field.kind 7:16, error field.kind 8:16, error field.kind 9:16, "
          "error field.kind 10:17");
}
