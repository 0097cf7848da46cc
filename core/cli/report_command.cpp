// SPDX-License-Identifier: Apache-2.0
// annexkit report: shows a saved report again in another form or language, or compares two.
#include "command.hpp"
#include "failure.hpp"
#include "report.hpp"
#include "settings.hpp"
#include "terminal.hpp"

#include <annexkit/report.hpp>

#include <cstdio>

namespace annexkit::cli {
namespace {

class ReportCommand : public Command {
  public:
    void setup(CLI::App& program) override;
    int run() override;

  private:
    int show();
    int compare();

    std::string saved_;
    std::vector<std::string> compared_;
    ReportOptions options_;
    FailOn fail_on_;
};

void ReportCommand::setup(CLI::App& program) {
    command_ =
        program.add_subcommand("report", "Show a saved report (validate --report json=FILE) again, or compare two");
    auto* saved = command_->add_option("saved", saved_, "Saved report to show, or - for standard input");
    auto* compared =
        command_
            ->add_option("--compare", compared_,
                         "Two saved reports: which findings are new, gone, or still there. Files are the same "
                         "by name, where there is more than one")
            ->type_name("OLD NEW")
            ->expected(2);
    saved->excludes(compared);
    options_.setup(*command_, "--to");
    fail_on_.setup(*command_);
}

int ReportCommand::show() {
    const auto saved = value_or_fail(SavedReport::open(saved_));
    Reports::Request request{options_, saved.rules(), fail_on_.severity()};
    request.offers_mending = true;
    request.inputs = {saved_};
    request.tool_version = saved.tool_version();
    request.told = Reports::Told::in_reports;
    Reports reports(request);
    value_or_fail(saved.show(reports.reporter()));
    reports.finish();
    int code = clean;
    for (const auto& summary : saved.summaries()) code = worse(code, exit_code(summary, fail_on_.severity()));
    return code;
}

int ReportCommand::compare() {
    const auto before = value_or_fail(SavedReport::open(compared_[0]));
    const auto after = value_or_fail(SavedReport::open(compared_[1]));
    const auto comparison = value_or_fail(annexkit::compare(before, after));
    const Language language = options_.language.language();
    const std::string form = options_.reports.empty() ? "text" : options_.reports.front();
    if (options_.reports.size() > 1 || (form != "text" && form != "json")) throw misuse("report.comparison");
    print(stdout, form == "json" ? comparison_json(comparison, language) : comparison_text(comparison, language));
    int code = clean;
    for (const auto& finding : comparison.added)
        if (static_cast<int>(finding.severity) >= fail_on_.severity()) code = findings;
    // Old findings do not count, but what could not be checked does.
    constexpr int none = static_cast<int>(Severity::error) + 1;
    for (const auto& summary : after.summaries()) code = worse(code, exit_code(summary, none));
    return code;
}

int ReportCommand::run() {
    if (!compared_.empty()) return compare();
    if (saved_.empty()) throw misuse("report.none");
    return show();
}

} // namespace

std::unique_ptr<Command> make_report() { return std::make_unique<ReportCommand>(); }

} // namespace annexkit::cli
