// SPDX-License-Identifier: Apache-2.0
#include "sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace annexkit;
using namespace annexkit::test;

TEST_CASE("the text report shows the line, carets under the cell, the hint and the totals") {
    CHECK(reported(ReportForm::text, {unknown_partner()}) ==
          "annex.csv\n"
          "\n"
          "error: \"EU\" is no signatory [partner.unknown]\n"
          "  line 4, column 28, initiative ma-2013-p1-003, field partners, cell G4\n"
          "    4 | ma-2013-p1-003,1,mobilite,3,EU,Négocier\n"
          "      |                             ^^\n"
          "  hint: the nearest code is \"UE\"\n"
          "\n"
          "annex.csv: 105 initiatives, 1 error, 0 warnings, 0 notes (csv, utf-8)\n"
          "       1  partner.unknown  error\n");
}

TEST_CASE("the text report speaks French") {
    CHECK(reported(ReportForm::text, settings_in(Language::french), {unknown_partner()}) ==
          "annex.csv\n"
          "\n"
          "erreur\u00A0: «\u00A0EU\u00A0» n'est pas un signataire [partner.unknown]\n"
          "  ligne 4, colonne 28, initiative ma-2013-p1-003, champ partners, cellule G4\n"
          "    4 | ma-2013-p1-003,1,mobilite,3,EU,Négocier\n"
          "      |                             ^^\n"
          "  conseil\u00A0: le code le plus proche est «\u00A0UE\u00A0»\n"
          "\n"
          "annex.csv\u00A0: 105 initiatives, 1 erreur, 0 avertissement, 0 note (csv, utf-8)\n"
          "       1  partner.unknown  erreur\n");
}

TEST_CASE("nothing found is the totals alone") {
    CHECK(reported(ReportForm::text, {}) == "annex.csv: 105 initiatives, 0 errors, 0 warnings, 0 notes (csv, utf-8)\n");
}

TEST_CASE("no line of the text report is wider than the terminal") {
    Finding finding = unknown_partner();
    finding.arguments[0].value = "a very long value that goes on and on, far beyond what a line of a terminal holds";
    finding.frame.text = std::string(150, 'x') + "EU" + std::string(150, 'y');
    finding.frame.offset = 150;
    const std::string text = reported(ReportForm::text, {finding});
    std::size_t widest = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        widest = std::max(widest, columns_of(std::string_view(text).substr(at, end - at)));
        at = end + 1;
    }
    CHECK(widest == 80);
}

TEST_CASE("a text without spaces is broken at the edge, and so are the totals and what was not checked") {
    Finding finding = unknown_partner();
    finding.place.row = finding.place.cell_column = 0;
    finding.place.address = "/annex" + std::string(90, 'x') + "é";
    InputReport input = report_of({finding});
    input.source = "submissions/2021/a-country-with-a-long-name.csv";
    input.summary.unreadable = true;
    const RuleCatalogue rules;
    MemoryTarget target;
    auto settings = settings_in(Language::english);
    settings.width = 60;
    const auto report = make_report(ReportForm::text, rules, settings, target);
    report->begin(input.source);
    finding.frame = {};
    REQUIRE(report->add(finding, nullptr));
    REQUIRE(report->end(input));
    REQUIRE(report->fail(std::string(70, 'n'), {ErrorKind::input, "cannot read " + std::string(70, 'n'), {}}));
    CHECK(target.bytes == "submissions/2021/a-country-with-a-long-name.csv\n"
                          "\n"
                          "error: \"EU\" is no signatory [partner.unknown]\n"
                          "  line 4, column 28, initiative ma-2013-p1-003, field\n"
                          "    partners\n"
                          "    /annex" +
                              std::string(50, 'x') +
                              "\n"
                              "    " +
                              std::string(40, 'x') +
                              "é\n"
                              "  hint: the nearest code is \"UE\"\n"
                              "\n"
                              "submissions/2021/a-country-with-a-long-name.csv: 105\n"
                              "    initiatives, 1 error, 0 warnings, 0 notes (csv, utf-8)\n"
                              "       1  partner.unknown  error\n"
                              "  not checked: what follows the place where reading ended,\n"
                              "    and the annex as a whole\n"
                              "\n"
                              "error: cannot read\n"
                              "    " +
                              std::string(56, 'n') +
                              "\n"
                              "    " +
                              std::string(14, 'n') + "\n");
}

TEST_CASE("a finding on a row of a table names the row") {
    Finding finding = unknown_partner();
    finding.field = {};
    finding.place.cell_column = 0;
    finding.place.address = "4:4";
    CHECK(reported(ReportForm::text, {finding}).find("initiative ma-2013-p1-003, row 4\n") != std::string::npos);
}

TEST_CASE("colours are used only where they are asked for") {
    auto settings = settings_in(Language::english);
    CHECK(reported(ReportForm::text, settings, {unknown_partner()}).find('\x1b') == std::string::npos);
    settings.colour = true;
    CHECK(reported(ReportForm::text, settings, {unknown_partner()}).find("\x1b[1;31merror: \x1b[0m\"EU\"") !=
          std::string::npos);
}

TEST_CASE("submitted text cannot steer the terminal") {
    Finding finding = unknown_partner();
    finding.arguments[0].value = "E\x1b[2JU";
    finding.initiative = "x\x1b]0;title\x07";
    finding.frame.text = "a\x1b[31mEU\xE2\x80\xAE";
    finding.frame.offset = 6;
    for (const ReportForm form : {ReportForm::text, ReportForm::concise}) {
        const std::string text = reported(form, {finding});
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
        CHECK(text.find("E\\u{1B}[2JU") != std::string::npos);
    }
}

TEST_CASE("what is no text is made visible") {
    CHECK(printable("a\xEF\xBF\xBF"
                    "b\xEF\xB7\x90"
                    "c\xFF") == "a\\u{FFFF}b\\u{FDD0}c\\u{FF}");
    CHECK(printable("Négocier €\U0001F600") == "Négocier €\U0001F600");
}

TEST_CASE("format characters are made visible") {
    CHECK(printable("UE\u200B") == "UE\\u{200B}");
    CHECK(printable("\uFEFFUE\u2060") == "\\u{FEFF}UE\\u{2060}");
    CHECK(printable("\u200Ea\u200F\u061C") == "\\u{200E}a\\u{200F}\\u{61C}");
    CHECK(printable("a\uFFF9\U000E0041") == "a\\u{FFF9}\\u{E0041}");
}

TEST_CASE("format characters that shape text or are signs stay as they are") {
    CHECK(printable("coopé\u00ADration") == "coopé\u00ADration");
    CHECK(printable("\u0645\u06CC\u200C\u062E\u0648") == "\u0645\u06CC\u200C\u062E\u0648");
    CHECK(printable("\U0001F468\u200D\U0001F469") == "\U0001F468\u200D\U0001F469");
    CHECK(printable("\u0600\u0661") == "\u0600\u0661");
    CHECK(columns_of("\u0600\u0661\u200D") == 2);
}

TEST_CASE("the concise report is one line for each finding, as compilers write it") {
    CHECK(reported(ReportForm::concise, {unknown_partner(), differing_heading()}) ==
          "annex.csv:4:28: error: \"EU\" is no signatory [partner.unknown]\n"
          "annex.csv:9:24: warning: the heading says \"Mobilite\" where the declaration says \"Mobilité\" "
          "[section.heading-differs]\n");
}

TEST_CASE("what could not be checked is said") {
    const RuleCatalogue rules;
    MemoryTarget target;
    const auto report = make_report(ReportForm::text, rules, settings_in(Language::english), target);
    InputReport input = report_of({});
    input.summary.unreadable = true;
    input.summary.unjudged = 1;
    report->begin("annex.csv");
    REQUIRE(report->end(input));
    CHECK(target.bytes == "annex.csv: 105 initiatives, 0 errors, 0 warnings, 0 notes (csv, utf-8)\n"
                          "  not checked: what follows the place where reading ended, and the annex as a\n"
                          "    whole\n"
                          "  not checked: the content of 1 initiative that could not be read whole\n");
}
