// SPDX-License-Identifier: Apache-2.0
// The list of forms, and what is common to them.
#include "digest/sha256.hpp"
#include "findings/subject.hpp"
#include "report/forms.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace annexkit {
namespace {

struct Maker {
    ReportFormName name;
    std::unique_ptr<Report> (*make)(ReportContext);
};

constexpr std::array forms = {
    Maker{{ReportForm::text, "text"}, make_text_report},
    Maker{{ReportForm::concise, "concise"}, make_concise_report},
    Maker{{ReportForm::json, "json"}, make_json_report},
    Maker{{ReportForm::ndjson, "ndjson"}, make_ndjson_report},
    Maker{{ReportForm::sarif, "sarif"}, make_sarif_report},
    Maker{{ReportForm::junit, "junit"}, make_junit_report},
    Maker{{ReportForm::github, "github"}, make_github_report},
    Maker{{ReportForm::gitlab, "gitlab"}, make_gitlab_report},
    Maker{{ReportForm::markdown, "markdown"}, make_markdown_report},
    Maker{{ReportForm::html, "html"}, make_html_report},
    Maker{{ReportForm::csv, "csv"}, make_csv_report},
};

constexpr auto names = [] {
    std::array<ReportFormName, forms.size()> result{};
    for (std::size_t i = 0; i < forms.size(); ++i) result[i] = forms[i].name;
    return result;
}();

} // namespace

std::span<const ReportFormName> report_forms() { return names; }

std::optional<ReportForm> report_form(std::string_view name) {
    for (const auto& form : names)
        if (form.name == name) return form.form;
    return std::nullopt;
}

std::unique_ptr<Report> make_report(ReportForm form, const RuleCatalogue& rules, const ReportSettings& settings,
                                    ByteTarget& target) {
    const auto found =
        std::find_if(forms.begin(), forms.end(), [&](const Maker& known) { return known.name.form == form; });
    return found->make({rules, settings, target});
}

bool passes(const Summary& summary, int failing) {
    const auto fails = [&](Severity severity, std::uint64_t count) {
        return count > 0 && static_cast<int>(severity) >= failing;
    };
    return !summary.unreadable && !summary.plugin_failed && !summary.unwritable &&
           !fails(Severity::error, summary.errors) && !fails(Severity::warning, summary.warnings) &&
           !fails(Severity::note, summary.notes);
}

std::string fingerprint(const Finding& finding) {
    Sha256 hash;
    // Each text with its size, so that no two lists of texts run together to the same bytes.
    const auto add = [&](std::string_view text) { hash.add(fmt::format("{}:", text.size())), hash.add(text); };
    add(finding.rule);
    add(finding.initiative);
    add(finding.field);
    if (finding.initiative.empty()) add(subject_of(finding));
    return hash.take().substr(0, 32);
}

} // namespace annexkit
