// SPDX-License-Identifier: Apache-2.0
// Findings to report on, and what a report makes of them.
#pragma once

#include <annexkit/report.hpp>

#include <string>
#include <vector>

namespace annexkit::test {

class MemoryTarget : public ByteTarget {
  public:
    Result<void> write(std::string_view more) override {
        bytes += more;
        return {};
    }
    std::string bytes;
};

/// An unknown partner, in the table cell G4 of annex.csv.
inline Finding unknown_partner() {
    Finding finding;
    finding.rule = "partner.unknown";
    finding.severity = Severity::error;
    finding.arguments = {{"value", "EU"}, {"nearest", "UE"}};
    finding.initiative = "ma-2013-p1-003";
    finding.ordinal = 3;
    finding.field = "partners";
    finding.item = 0;
    finding.excerpt = "EU";
    finding.place = {"annex.csv", 4, 28, 331, 2, 4, 7, "G4"};
    finding.frame = {"ma-2013-p1-003,1,mobilite,3,EU,Négocier", 28, 2, false, false};
    return finding;
}

/// A section heading that differs, of a JSON annex.
inline Finding differing_heading() {
    Finding finding;
    finding.rule = "section.heading-differs";
    finding.severity = Severity::warning;
    finding.arguments = {{"annex", "Mobilite"}, {"declaration", "Mobilité"}};
    finding.initiative = "ma-2013-p1-004";
    finding.ordinal = 4;
    finding.field = "section_heading";
    finding.excerpt = "\"Mobilite\"";
    finding.place = {"annex.csv", 9, 24, 800, 10, 0, 0, "/initiatives/3/section_heading"};
    finding.frame = {"    \"section_heading\": \"Mobilite\",", 23, 10, false, false};
    return finding;
}

inline Summary summary_of(const std::vector<Finding>& findings) {
    Summary summary;
    summary.read = 105;
    summary.format = "csv";
    summary.encoding = "utf-8";
    for (const auto& finding : findings)
        ++(finding.severity == Severity::error     ? summary.errors
           : finding.severity == Severity::warning ? summary.warnings
                                                   : summary.notes);
    return summary;
}

inline InputReport report_of(const std::vector<Finding>& findings) {
    InputReport input;
    input.source = "annex.csv";
    input.summary = summary_of(findings);
    for (const auto& finding : findings) {
        auto& count = input.rules[finding.rule];
        count.severity = finding.severity;
        ++count.count;
    }
    return input;
}

inline ReportSettings settings_in(Language language) {
    ReportSettings settings;
    settings.language = language;
    settings.tool_version = "1.2.3";
    return settings;
}

/// A whole report on one input with these findings.
inline std::string reported(ReportForm form, const ReportSettings& settings, const std::vector<Finding>& findings) {
    const RuleCatalogue rules;
    MemoryTarget target;
    const auto report = make_report(form, rules, settings, target);
    report->begin("annex.csv");
    for (const auto& finding : findings) (void)report->add(finding, nullptr);
    (void)report->end(report_of(findings));
    (void)report->finish();
    return target.bytes;
}

inline std::string reported(ReportForm form, const std::vector<Finding>& findings) {
    return reported(form, settings_in(Language::english), findings);
}

} // namespace annexkit::test
