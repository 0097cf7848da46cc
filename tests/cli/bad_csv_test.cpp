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

TEST_CASE("a row that a line break without quotes cuts is one fault") {
    const Folder folder;
    const std::string tail = "ma-2013-p1-003,1,mobilite,40,UE,Un tiers.,eu-morocco-2013\n";
    SUBCASE("in two lines") {
        folder.put("a.csv", with(csv_annex, "Un autre.", "Un autre\ncoupé.") + tail);
        CHECK(verdict_on(folder, "a.csv") == "1 error csv.split-row 3:1, error objective.unknown 5:27");
    }
    SUBCASE("in four, the last of the table, with lines that end as in Windows") {
        folder.put("a.csv", with(csv_annex, "Un autre.", "Un autre :\r\n- coupé,\r\n- deux fois,\r\nenfin."));
        CHECK(verdict_on(folder, "a.csv") == "1 error csv.ragged-row 3:1, error csv.ragged-row 4:1, "
                                             "error csv.ragged-row 5:1, error csv.ragged-row 6:1");
        folder.put("a.csv", with(csv_annex, "Un autre.", "Un autre :\r\n- coupé\r\n- deux fois\r\nenfin."));
        CHECK(verdict_on(folder, "a.csv") == "1 error csv.split-row 3:1");
    }
    SUBCASE("but not where two rows are short") {
        folder.put("a.csv", with(csv_annex, ",Un autre.,eu-morocco-2013", "") + tail);
        CHECK(verdict_on(folder, "a.csv") == "1 error csv.ragged-row 3:1, error objective.unknown 4:27");
        folder.put("a.csv", with(csv_annex, ",Un autre.,eu-morocco-2013", "") + "ma-2013-p1-003,1,mobilite\n");
        CHECK(verdict_on(folder, "a.csv") == "1 error csv.ragged-row 3:1, error csv.ragged-row 4:1");
    }
}

TEST_CASE("a row with the delimiter of another table is told so") {
    const Folder folder;
    folder.put("a.csv", csv_annex + "ma-2013-p1-003;1;mobilite;3;UE;Un \"tiers\", dit-on.;eu-morocco-2013\n"
                                    "ma-2013-p1-004;1;mobilite;3;UE;\"Un \"\"tiers\"\", dit-on.\";eu-morocco-2013\n"
                                    "ma-2013-p1-005;Un texte; et un autre\n");
    CHECK(verdict_on(folder, "a.csv") ==
          "1 error csv.stray-quote 4:35, error csv.other-delimiter 5:1, error csv.ragged-row 6:1");
}

TEST_CASE("a row of too many cells with a text of several lines has no runaway quote") {
    const Folder folder;
    folder.put("a.csv", with(csv_annex, "Un autre.", "\"Un autre, et\nun tiers, puis\",x"));
    CHECK(verdict_on(folder, "a.csv") == "1 error csv.ragged-row 3:1");
}

TEST_CASE("cells that stand in other columns than their own are one fault of their row") {
    const Folder folder;
    const std::string row = "ma-2013-p1-002,1,mobilite,2,UE|IT,Un autre.,eu-morocco-2013";
    SUBCASE("to the right of the first") {
        folder.put("a.csv", with(csv_annex, row, ",ma-2013-p1-002,1,mobilite,2,UE|IT,Un autre."));
        CHECK(verdict_on(folder, "a.csv") == "1 error csv.shifted-row 3:1");
    }
    SUBCASE("to the left of the first") {
        folder.put("a.csv", with(csv_annex, row, "1,mobilite,2,UE|IT,Un autre.,eu-morocco-2013,"));
        CHECK(verdict_on(folder, "a.csv") == "1 error csv.shifted-row 3:1");
    }
    SUBCASE("by two columns, behind some that do not") {
        folder.put("a.csv", with(csv_annex, row, "ma-2013-p1-002,1,,,mobilite,2,UE|IT"));
        CHECK(verdict_on(folder, "a.csv") == "1 error csv.shifted-row 3:18");
    }
    SUBCASE("but one cell that would fit elsewhere proves nothing") {
        folder.put("a.csv", with(csv_annex, row, "ma-2013-p1-002,mobilite,,2,UE|IT,Un autre.,eu-morocco-2013"));
        CHECK(verdict_on(folder, "a.csv") == "1 error field.kind 3:16, error field.missing 3:25");
    }
}

TEST_CASE("an encoding that makes words of the declaration readable is taken for what is not UTF-8") {
    const Folder folder;
    const auto table = [](const std::string& e) {
        return "id,part,section,objective,partners,Initiative propos" + e + "e,annex.declaration\n" +
               "ma-2013-p1-001,1,mobilite,1,UE,Un texte.,eu-morocco-2013\n";
    };
    const auto told = [&](const std::string& e) {
        folder.put("a.csv", table(e));
        const auto findings = lines_of(run(folder, {"validate", "a.csv", "--report", "ndjson"}).out, "finding");
        return findings.size() == 1 ? findings[0].message : "other findings";
    };
    CHECK(told("\x82") == "the encoding is taken to be ibm850: byte 82 at offset 52 is not UTF-8, and words of the "
                          "declaration that can be read so are 1, in windows-1252 0");
    CHECK(run(folder, {"validate", "a.csv", "--from-option", "encoding=cp850"}).code == 0);
    CHECK(told("\x8E") == "the encoding is taken to be macintosh: byte 8E at offset 52 is not UTF-8, and words of the "
                          "declaration that can be read so are 1, in windows-1252 0");
    CHECK(told("\xE9") == "the encoding is taken to be windows-1252: byte E9 at offset 52 is not UTF-8");
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

namespace {

/// "severity rule line:column" of each finding that validation tells of a table.
std::string told_of_table(const std::string& table) {
    const Folder folder;
    folder.put("a.csv", table);
    std::string told;
    for (const auto& found : lines_of(run(folder, {"validate", "a.csv", "--report", "ndjson"}).out, "finding")) {
        if (!told.empty()) told += ", ";
        told += found.severity + " " + found.rule;
        if (found.line > 0) told += " " + std::to_string(found.line) + ":" + std::to_string(found.column);
    }
    return told;
}

} // namespace

TEST_CASE("what is wrong with a cell that is a formula is one fault, told as the graver") {
    const auto told_with = [](std::string_view from, std::string_view to) {
        return told_of_table(with(csv_annex, from, to));
    };
    CHECK(told_with("mobilite,2", "mobilite,=2") == "error field.kind 3:27");
    CHECK(told_with("UE|IT", "@UE|IT") == "error partner.unknown 3:29");
    CHECK(told_with("ma-2013-p1-002", "\"=\"\"ma-2013-p1-002\"\"\"") == "error id.malformed 3:2");
    CHECK(told_with("Un autre.", "\"\t=x\"") == "warning csv.formula 3:36");
    SUBCASE("but not what stands further in, or in another cell") {
        CHECK(told_with("Un autre.", "=x  y") == "warning csv.formula 3:35, note text.doubled-space 3:37");
        CHECK(told_with("UE|IT", "=UE|XX") == "error partner.unknown 3:29, error partner.unknown 3:33");
        CHECK(told_with("2,UE|IT,Un autre.", "x,UE|IT,=y") == "warning csv.formula 3:35, error field.kind 3:27");
    }
    SUBCASE("and where it is all that a row has") {
        CHECK(told_of_table("id,part,section,objective,partners,initiative\n,,,,\"=NB(E2:E106)\",\n") ==
              "note annex.schema-assumed, error record.fragment 2:1");
    }
    SUBCASE("and where it is a row of sums, whose one cell of the head is empty") {
        CHECK(told_with("ma-2013-p1-002,1,mobilite,2,UE|IT,Un autre.,eu-morocco-2013", ",,,,=NB(E2:E2),,") ==
              "warning csv.total-row 3:1");
    }
    SUBCASE("and in a column that is unknown") {
        CHECK(told_of_table("id,part,section,objective,partners,initiative,note,annex.declaration\n"
                            "ma-2013-p1-001,1,mobilite,1,UE,Un texte.,\"\t=x\",eu-morocco-2013\n") ==
              "warning heading.unknown 1:47, warning csv.formula 2:43");
    }
}

TEST_CASE("one column that nobody knows and one that is missing are one fault") {
    const std::string row = "ma-2013-p1-001,1,mobilite,1,UE,Un texte.,x,eu-morocco-2013\n";
    const auto told_under = [&](const std::string& partners, const std::string& last) {
        return told_of_table("id,part,section,objective," + partners + ",initiative," + last + ",annex.declaration\n" +
                             row);
    };
    CHECK(told_under("Financement", "bodies") == "error heading.missing 1:27");
    CHECK(told_under("", "bodies") == "error heading.missing 1:27");
    SUBCASE("also beside a misspelt one") {
        CHECK(told_under("Financement", "bodis") == "error heading.missing 1:27, warning heading.unknown 1:50");
    }
    SUBCASE("but not where nothing tells which column it is") {
        CHECK(told_under("", "note") ==
              "warning heading.blank 1:27, warning heading.unknown 1:39, error heading.missing 1:1");
    }
    SUBCASE("and names both, and the way out") {
        const Folder folder;
        const auto hint_on = [&](const std::string& partners, const std::string& language) {
            folder.put("a.csv",
                       "id,part,section,objective," + partners + ",initiative,bodies,annex.declaration\n" + row);
            const auto findings =
                lines_of(run(folder, {"validate", "a.csv", "--report", "ndjson", "--lang", language}).out, "finding");
            return findings.size() == 1 ? findings[0].field + ": " + findings[0].hint : "other findings";
        };
        CHECK(hint_on("Financement", "en") ==
              "partners: it may be the column \"Financement\", the one whose heading is no field, and whose cells are "
              "carried through; the column is headed partners");
        CHECK(hint_on("", "en") ==
              "partners: it may be the one column without a heading, whose cells are carried through "
              "rather than read as partners; the column is headed partners");
        CHECK(hint_on("Financement", "fr") ==
              "partners: c'est peut-être la colonne «\u00A0Financement\u00A0», la seule dont l'intitulé n'est pas un "
              "champ, et dont les cellules sont conservées\u202F; la colonne s'intitule Partenaire");
    }
    SUBCASE("each of which is told for what it is where that is off, or less grave than a missing field") {
        const Folder folder;
        folder.put("a.csv", "id,part,section,objective,Financement,initiative,bodies,annex.declaration\n" + row);
        const Outcome outcome = run(folder, {"validate", "a.csv", "--ignore", "heading.missing", "--report", "ndjson"});
        const auto findings = lines_of(outcome.out, "finding");
        REQUIRE(findings.size() == 2);
        CHECK(findings[0].rule == "heading.unknown");
        CHECK(findings[1].rule == "field.missing");
        CHECK(verdict_on(folder, "a.csv", {"--severity", "heading.missing=warning"})
                  .starts_with("1 warning heading.missing"));
    }
}

TEST_CASE("a text that begins like a row of sums is not passed over") {
    const auto told_beside = [](const std::string& row) {
        return told_of_table("id,part,section,objective,partners,initiative\n"
                             "ma-2013-p1-001,1,mobilite,1,UE,Un texte.\n" +
                             row + "\n");
    };
    for (const std::string& sum :
         std::vector<std::string>{",,,,,Total", ",,,,,Total général", ",,,,,Total : 5 initiatives",
                                  ",,,,Total,=NB(F2:F3)", ",,,,,+F2+F3", ",,,,Somme,12"})
        CHECK(told_beside(sum).find("warning csv.total-row 3:1") != std::string::npos);
    for (const std::string& text : std::vector<std::string>{
             ",,,,,Somme forfaitaire pour les étudiants boursiers (à confirmer).",
             ",,,,,Total renouvellement des guichets consulaires.", ",,,,,+G7: réunion à Tanger des experts."})
        CHECK(told_beside(text).find("error record.fragment 3:1") != std::string::npos);
}

TEST_CASE("a table with all in the other quotes is read") {
    CHECK(told_of_table("'id';'part';'section';'objective';'partners';'initiative'\n"
                        "'ma-2013-p1-001';'1';'mobilite';'1';'UE';'Un texte.'\n")
              .find("error") == std::string::npos);
}

TEST_CASE("a column that a declaration does not allow is one fault of its heading") {
    const Folder folder;
    const std::vector<std::string> coast = {
        "--schema", source_file("samples/declarations/coast-2020/coast-2020.schema.json").string()};
    const auto table = [](const std::string& headings) {
        return headings + "\ncoast-01,1,ports,1,AA,Un texte.,5\ncoast-02,1,ports,1,AA,Un autre texte.,\n"
                          "coast-03,1,ports,1,AA,Un troisième.,7\n";
    };
    folder.put("a.csv", table("id,part,section,objective,partners,initiative,Nombre"));
    CHECK(verdict_on(folder, "a.csv", coast) == "1 error heading.not-allowed 1:47");
    folder.put("a.csv", table("id,part,section,objective,partners,initiative,"));
    CHECK(verdict_on(folder, "a.csv", coast) == "1 error heading.not-allowed 1:47");
    SUBCASE("as one that may be missing is") {
        folder.put("a.csv", table("id,part,section,objective,Nombre,initiative,budget_eur"));
        CHECK(verdict_on(folder, "a.csv", coast) == "1 error heading.missing 1:27");
    }
    SUBCASE("of each row with a cell there, which is left out as before") {
        std::vector<std::string> skipping = {"convert", "a.csv", "b.ndjson", "--on-invalid", "skip"};
        skipping.insert(skipping.end(), coast.begin(), coast.end());
        CHECK(run(folder, skipping).code == 1);
        CHECK(folder.content("b.ndjson").find("coast-02") != std::string::npos);
        CHECK(folder.content("b.ndjson").find("coast-01") == std::string::npos);
    }
    SUBCASE("unless the heading is taken for a lesser one") {
        std::vector<std::string> milder = coast;
        milder.insert(milder.end(), {"--severity", "heading=warning"});
        CHECK(verdict_on(folder, "a.csv", milder) ==
              "1 warning heading.not-allowed 1:47, error field.not-allowed 2:33, error field.not-allowed 4:37");
    }
}

TEST_CASE("what merged cells leave empty is one fault of its row") {
    const Folder folder;
    folder.put("a.csv", with(csv_annex, "mobilite,2,UE|IT", ",,"));
    CHECK(verdict_on(folder, "a.csv") == "1 error record.incomplete 3:18");
    const auto findings = lines_of(run(folder, {"validate", "a.csv", "--report", "ndjson"}).out, "finding");
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].message == "section, objective, partners are missing");
    CHECK(findings[0].field == "section, objective, partners");
    CHECK(findings[0].address == "C3");
    SUBCASE("but one cell is that of its field") {
        CHECK(told_of_table(with(csv_annex, "mobilite,2,UE|IT", "mobilite,,UE|IT")) == "error field.missing 3:27");
    }
    SUBCASE("and a column that is missing is told by its heading alone") {
        CHECK(told_of_table("id,part,objective,partners,initiative,annex.declaration\n"
                            "ma-2013-p1-001,1,,,Un texte.,eu-morocco-2013\n") ==
              "error heading.missing 1:1, error record.incomplete 2:18");
    }
    SUBCASE("and what is asked of single fields alone, or is graver there, is told of each") {
        const auto count_with = [&](const std::string& option, const std::string& value) {
            return lines_of(run(folder, {"validate", "a.csv", option, value, "--report", "ndjson"}).out, "finding")
                .size();
        };
        CHECK(count_with("--ignore", "record.incomplete") == 3);
        CHECK(count_with("--severity", "record.incomplete=warning") == 3);
        CHECK(count_with("--select", "record.incomplete") == 1);
    }
}

TEST_CASE("that a table names no declaration is told where one of its rows is whole") {
    const std::string heading = "id,part,section,objective,partners,initiative,annex.declaration\n";
    const std::string row = "ma-2013-p1-001,1,mobilite,1,UE,Un texte.,";
    CHECK(told_of_table(heading + row + "eu-morocco-2013,x\n") == "error csv.ragged-row 2:1");
    CHECK(told_of_table(heading + row + "\n") == "note annex.schema-assumed");
}
