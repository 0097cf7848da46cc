// SPDX-License-Identifier: Apache-2.0
// annexkit coverage: how many initiatives each partner proposes for each objective.
#include "command.hpp"
#include "failure.hpp"
#include "output.hpp"
#include "report.hpp"
#include "settings.hpp"
#include "targets.hpp"
#include "terminal.hpp"

#include <annexkit/coverage.hpp>
#include <annexkit/files.hpp>

#include <algorithm>
#include <cstdio>
#include <optional>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

class CoverageCommand : public Command {
  public:
    void setup(CLI::App& program) override;
    int run() override;

  private:
    [[nodiscard]] CoverageForm form() const;
    [[nodiscard]] std::optional<std::size_t> part(const Declaration& declaration) const;

    Folders folders_;
    ReadingSettings reading_;
    LanguageOption language_;
    std::string input_;
    std::string output_ = "-";
    std::string form_;
    std::optional<std::int64_t> part_;
};

void CoverageCommand::setup(CLI::App& program) {
    command_ = program.add_subcommand("coverage", "Count the initiatives of each partner for each objective");
    command_->add_option("input", input_, "File to read, or - for standard input")->required();
    command_
        ->add_option(
            "--format", form_,
            "Form of the matrix: text, csv, json, or svg for a picture (default: by the name of the output, else text)")
        ->type_name("FORM")
        ->check(CLI::IsMember({"text", "csv", "json", "svg"}));
    command_->add_option("--part", part_, "Number of the one part of the annex to count (default: all)")
        ->type_name("N");
    command_->add_option("-o,--output", output_, "File to write, replaced where it exists")
        ->type_name("FILE")
        ->capture_default_str();
    reading_.setup(*command_);
    language_.setup(*command_);
    folders_.setup(*command_);
}

CoverageForm CoverageCommand::form() const {
    const std::string extension = CLI::detail::to_lower(std::filesystem::path(output_).extension().string());
    const std::string named = !form_.empty() || extension.empty() ? form_ : extension.substr(1);
    if (named == "csv") return CoverageForm::csv;
    if (named == "json") return CoverageForm::json;
    if (named == "svg") return CoverageForm::svg;
    if (!named.empty() && named != "text" && named != "txt") throw misuse("coverage.no-form", {{"name", output_}});
    return CoverageForm::text;
}

std::optional<std::size_t> CoverageCommand::part(const Declaration& declaration) const {
    if (!part_) return std::nullopt;
    const auto found = std::find_if(declaration.parts.begin(), declaration.parts.end(),
                                    [&](const Part& known) { return known.number == *part_; });
    if (found != declaration.parts.end()) return static_cast<std::size_t>(found - declaration.parts.begin());
    std::string known;
    for (const auto& each : declaration.parts) known += fmt::format("{}{}", known.empty() ? "" : ", ", each.number);
    throw misuse("coverage.no-part", {{"part", fmt::format("{}", *part_)}, {"known", known}});
}

int CoverageCommand::run() {
    refuse_same_file(file_of_output(output_), {input_}, "same.output-replaces-input");
    refuse_replacing(file_of_output(output_), reading_.files(folders_));
    const Registry registry = folders_.registry(reading_.plugin_limits());
    const SchemaFolders schemas = folders_.schemas();
    const auto source = value_or_fail(open_source(input_));
    Job job = reading_.job(registry, schemas, input_);
    job.input.bytes = source.get();
    std::optional<Coverage> coverage;
    job.on_schema = [&](const std::shared_ptr<const Schema>& schema) { coverage.emplace(schema); };
    job.on_record = [&](const RecordView& record) { coverage->add(record); };
    const Summary summary = value_or_fail(annexkit::run(registry, job));
    const int code = exit_code(summary, reading_.fail_on.severity());
    // The matrix says nothing of faults, so they are told where they may concern it.
    if (summary.errors > 0) tell(summary_line(job.input.name, summary, language_.language()));
    if (summary.unreadable || summary.plugin_failed || !coverage) {
        print_error(make_error(ErrorKind::input, "coverage.none", {{"file", job.input.name}}), language_.language());
        return code;
    }
    if (!coverage->possible()) throw misuse("coverage.no-fields", {{"file", coverage->schema().name()}});
    CoverageSettings settings;
    settings.language = language_.language();
    settings.part = part(coverage->schema().declaration());
    if (output_ == "-") settings.width = terminal_of(stdout).columns;
    write_whole(output_, render(*coverage, form(), settings), OnExisting::replace);
    return code;
}

} // namespace

std::unique_ptr<Command> make_coverage() { return std::make_unique<CoverageCommand>(); }

} // namespace annexkit::cli
