// SPDX-License-Identifier: Apache-2.0
#include "report/forms.hpp"
#include "report/kept.hpp"
#include "sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace annexkit;
using namespace annexkit::test;

TEST_CASE("ndjson is one object a line, the sentence in the language of the report") {
    CHECK(reported(ReportForm::ndjson, {unknown_partner()}) ==
          R"({"type":"finding","rule":"partner.unknown","severity":"error","message":"\"EU\" is no signatory",)"
          R"("hint":"the nearest code is \"UE\"","arguments":{"value":"EU","nearest":"UE"},)"
          R"("initiative":"ma-2013-p1-003","ordinal":3,"field":"partners","item":0,"excerpt":"EU",)"
          R"("place":{"source":"annex.csv","line":4,"column":28,"offset":331,"size":2,"row":4,"cell_column":7,)"
          R"("address":"G4"},"frame":{"text":"ma-2013-p1-003,1,mobilite,3,EU,Négocier","offset":28,"size":2}})"
          "\n"
          R"({"type":"summary","source":"annex.csv","format":"csv","encoding":"utf-8","read":105,"written":0,)"
          R"("invalid":0,"unjudged":0,"errors":1,"warnings":0,"notes":0,"losses":0,"known":0,"unreadable":false})"
          "\n");
}

TEST_CASE("github has workflow commands alone, with the exact columns") {
    CHECK(reported(ReportForm::github, {unknown_partner()}) ==
          "::error file=annex.csv,line=4,col=28,endColumn=30,title=partner.unknown::\"EU\" is no signatory"
          "%0Ainitiative ma-2013-p1-003, field partners, cell G4%0Ahint: the nearest code is \"UE\"\n"
          "::notice file=annex.csv,title=annexkit::105 initiatives, 1 error, 0 warnings, 0 notes\n");
}

TEST_CASE("submitted text cannot end a workflow command") {
    Finding finding = unknown_partner();
    finding.arguments[0].value = "x%0A\n::error::y";
    const std::string text = reported(ReportForm::github, {finding});
    CHECK(text.find("\n::error::") == std::string::npos);
    CHECK(text.find("x%250A\\n::error::y") != std::string::npos);
}

TEST_CASE("gitlab has an issue for each finding, no two with the same fingerprint") {
    const std::string text = reported(ReportForm::gitlab, {unknown_partner(), unknown_partner()});
    const auto print = [&](std::size_t from) { return text.substr(text.find("\"fingerprint\":\"", from) + 15, 32); };
    CHECK(text.starts_with("[\n  {\"description\":\"initiative ma-2013-p1-003, field partners, cell G4: \\\"EU\\\" is "
                           "no signatory (the nearest code is \\\"UE\\\")\","
                           "\"check_name\":\"partner.unknown\",\"fingerprint\":\""));
    CHECK(text.find("\"severity\":\"major\",\"location\":{\"path\":\"annex.csv\",\"lines\":{\"begin\":4}}}") !=
          std::string::npos);
    CHECK(print(0) != print(text.find("},\n")));
}

TEST_CASE("gitlab without findings is an empty array") { CHECK(reported(ReportForm::gitlab, {}) == "[]\n"); }

TEST_CASE("csv opens in a French spreadsheet") {
    CHECK(reported(ReportForm::csv, settings_in(Language::french), {unknown_partner()}) ==
          "\xEF\xBB\xBF"
          "Fichier;Gravité;Règle;Initiative;Champ;Cellule;Ligne;Colonne;Texte trouvé;Message;Conseil\r\n"
          "annex.csv;erreur;partner.unknown;ma-2013-p1-003;partners;G4;4;28;EU;"
          "«\u00A0EU\u00A0» n'est pas un signataire;le code le plus proche est «\u00A0UE\u00A0»\r\n");
}

TEST_CASE("a cell of the csv list is never a formula") {
    for (const char* formula : {"=1+1", "+1", "-1", "@A1", "\t=1"}) {
        Finding finding = unknown_partner();
        finding.excerpt = formula;
        CAPTURE(formula);
        CHECK(reported(ReportForm::csv, {finding}).find(std::string(",\"'") + formula + "\",") != std::string::npos);
    }
}

TEST_CASE("the csv list shows what steers a terminal, and where a text was cut") {
    Finding finding = unknown_partner();
    finding.excerpt = "E\x1b[2J\nU";
    finding.excerpt_is_cut = true;
    CHECK(reported(ReportForm::csv, {finding}).find(",\"E\\u{1B}[2J\nU…\",") != std::string::npos);
}

TEST_CASE("a snippet of sarif is the whole region or not there") {
    Finding finding = unknown_partner();
    CHECK(reported(ReportForm::sarif, {finding}).find("\"snippet\"") != std::string::npos);
    finding.excerpt_is_cut = true;
    CHECK(reported(ReportForm::sarif, {finding}).find("\"snippet\"") == std::string::npos);
}

TEST_CASE("sarif tells findings that repeat each other apart") {
    const std::string text = reported(ReportForm::sarif, {unknown_partner(), unknown_partner()});
    const std::string print = fingerprint(unknown_partner());
    for (const std::string number : {":1", ":2"})
        CHECK(text.find("\"primaryLocationLineHash\": \"" + print + number + "\"") != std::string::npos);
}

TEST_CASE("sarif explains a rule in the language of the report, without the names of arguments") {
    const std::string english = reported(ReportForm::sarif, {unknown_partner()});
    const std::string french = reported(ReportForm::sarif, settings_in(Language::french), {unknown_partner()});
    CHECK(english.find("{value}") == std::string::npos);
    CHECK(french.find("{value}") == std::string::npos);
    CHECK(english.find("\\n\\n… is no signatory\\n\\nhint: the nearest code is …; the codes are …\"") !=
          std::string::npos);
    CHECK(french.find("\\n\\n… n'est pas un signataire\\n\\nconseil\u00A0: le code le plus proche est …\u202F; les "
                      "codes sont …\"") != std::string::npos);
}

TEST_CASE("junit skips the rules that were not tried everywhere") {
    const RuleCatalogue rules;
    MemoryTarget target;
    const auto report = make_report(ReportForm::junit, rules, settings_in(Language::english), target);
    InputReport input = report_of({});
    input.summary.unjudged = 1;
    report->begin("annex.csv");
    REQUIRE(report->end(input));
    REQUIRE(report->finish());
    const auto rule = target.bytes.find("name=\"field.kind\"");
    REQUIRE(rule != std::string::npos);
    CHECK(target.bytes.substr(rule, 100).find("<skipped>the content of 1 initiative that could not be read whole") !=
          std::string::npos);
}

TEST_CASE("junit lists the rules of the core and of the input's format") {
    RuleCatalogue rules;
    Rule rule;
    rule.id = "json.x";
    rule.formats = {"json", "ndjson"};
    REQUIRE(rules.add(std::move(rule)));
    InputReport input = report_of({});
    for (const auto& [format, is_there] : {std::pair("ndjson", true), std::pair("csv", false)}) {
        MemoryTarget target;
        const auto report = make_report(ReportForm::junit, rules, settings_in(Language::english), target);
        input.summary.format = format;
        report->begin("annex");
        REQUIRE(report->end(input));
        REQUIRE(report->finish());
        CHECK((target.bytes.find("name=\"json.x\"") != std::string::npos) == is_there);
        CHECK(target.bytes.find("name=\"partner.unknown\"") != std::string::npos);
        CHECK(target.bytes.find("name=\"loss.field\"") == std::string::npos);
    }
}

TEST_CASE("an error keeps its hint, and a name of a file steers nothing") {
    const RuleCatalogue rules;
    for (const ReportForm form : {ReportForm::github, ReportForm::gitlab, ReportForm::markdown}) {
        MemoryTarget target;
        const auto report = make_report(form, rules, settings_in(Language::english), target);
        REQUIRE(report->fail("a\x1b]0;b.csv", {ErrorKind::input, "cannot read it", "look elsewhere"}));
        REQUIRE(report->finish());
        CHECK(target.bytes.find("look elsewhere") != std::string::npos);
        CHECK(target.bytes.find('\x1b') == std::string::npos);
    }
}

TEST_CASE("a file name that is no UTF-8 is made visible in every form, and is whole in the address of sarif") {
    const RuleCatalogue rules;
    for (const auto& form : report_forms()) {
        MemoryTarget target;
        const auto report = make_report(form.form, rules, settings_in(Language::english), target);
        Reporter reporter;
        reporter.add(*report);
        Finding finding = unknown_partner();
        finding.place.source = "m\xE9.csv";
        reporter.begin("m\xE9.csv");
        reporter.found(finding);
        reporter.end(summary_of({finding}));
        reporter.fail("n\xE9.csv", {ErrorKind::input, "cannot read n\xE9.csv", {}});
        REQUIRE(reporter.finish());
        CAPTURE(form.name);
        CHECK(target.bytes == well_formed(target.bytes));
        if (form.form == ReportForm::sarif) CHECK(target.bytes.find("\"uri\": \"m%E9.csv\"") != std::string::npos);
        if (form.form == ReportForm::ndjson)
            CHECK(target.bytes.find("\"source\":\"m\\\\u{E9}.csv\",\"line\":4") != std::string::npos);
    }
}

TEST_CASE("markdown sums up by rule and lists the findings") {
    CHECK(reported(ReportForm::markdown, {unknown_partner()}) ==
          "### annex\\.csv: failed\n"
          "\n"
          "105 initiatives, 1 error, 0 warnings, 0 notes (csv, utf-8)\n"
          "\n"
          "not checked: the annex as a whole (annexkit validate --whole-annex)\n"
          "\n"
          "| Rule | Severity | Count |\n"
          "|---|---|--:|\n"
          "| `partner.unknown` | error | 1 |\n"
          "\n"
          "- **error**: \"EU\" is no signatory (`partner.unknown`)<br>line 4, column 28, initiative ma-2013-p1-003, "
          "field partners, cell G4<br>hint: the nearest code is \"UE\"\n");
}

TEST_CASE("submitted text is no markdown") {
    Finding finding = unknown_partner();
    finding.arguments[0].value = "<b>*x*</b> $y$ [a](http://b.c) @someone `q` | ~s~";
    const std::string text = reported(ReportForm::markdown, {finding});
    CHECK(text.find("\\<b\\>\\*x\\*\\</b\\> \\$y\\$ \\[a\\](http\\://b\\.c) @<!-- -->someone \\`q\\` \\| \\~s\\~") !=
          std::string::npos);
}

TEST_CASE("a form that lists some findings says how many there are") {
    auto settings = settings_in(Language::english);
    settings.listed = 1;
    const std::vector<Finding> findings = {differing_heading(), unknown_partner()};
    for (const ReportForm form : {ReportForm::markdown, ReportForm::sarif}) {
        const std::string text = reported(form, settings, findings);
        CHECK(text.find("1 of 2 findings are listed, errors first; the totals are exact") != std::string::npos);
        CHECK(text.find("is no signatory") != std::string::npos);
        CHECK(text.find("Mobilite") == std::string::npos);
    }
}

TEST_CASE("errors are kept before warnings, and listed in their order") {
    Kept kept(3);
    kept.add(0, differing_heading());
    kept.add(0, unknown_partner());
    kept.add(0, differing_heading());
    kept.add(0, unknown_partner());
    std::string rules;
    for (const auto* item : kept.listed()) rules += item->finding.rule + " ";
    CHECK(rules == "section.heading-differs partner.unknown partner.unknown ");
    CHECK(kept.total() == 4);
}

TEST_CASE("a fingerprint does not depend on the place") {
    Finding moved = unknown_partner();
    moved.place.line = 400;
    moved.ordinal = 90;
    CHECK(fingerprint(moved) == fingerprint(unknown_partner()));
    Finding other = unknown_partner();
    other.initiative = "ma-2013-p1-004";
    CHECK(fingerprint(other) != fingerprint(unknown_partner()));
    CHECK(fingerprint(unknown_partner()).size() == 32);
}
