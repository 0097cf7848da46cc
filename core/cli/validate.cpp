// SPDX-License-Identifier: Apache-2.0
// annexkit validate: reports every finding of files and folders.
#include "command.hpp"
#include "failure.hpp"
#include "fix_file.hpp"
#include "output.hpp"
#include "project_file.hpp"
#include "report.hpp"
#include "rule_options.hpp"
#include "settings.hpp"
#include "targets.hpp"
#include "terminal.hpp"

#include <annexkit/batch.hpp>
#include <annexkit/files.hpp>

#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

class Validate : public Command {
  public:
    void setup(CLI::App& program) override;
    int run() override;

  private:
    std::vector<BatchFile> all_inputs(const Registry& registry) const;
    int validate(const BatchFile& file, const Registry& registry, const SchemaFolders& schemas, Reports& reports);
    [[nodiscard]] Job job(const Registry& registry, const SchemaFolders& schemas, const std::string& source) const;
    [[nodiscard]] FixSettings fixing(const Registry& registry, const SchemaFolders& schemas) const;
    void learn(const Finding& finding, const Registry& registry);
    int end_baseline(int code, const RuleCatalogue& rules);

    Folders folders_;
    ReadingSettings reading_;
    RuleOptions rules_;
    ProjectFile project_;
    ReportOptions reporting_;
    std::vector<std::string> inputs_;
    bool whole_annex_ = false;
    bool fix_ = false;
    bool unsafe_ = false;
    std::optional<Baseline> baseline_;
    std::string new_baseline_file_;
    Baseline new_baseline_;
    /// Findings of initiatives without an id.
    std::size_t nameless_ = 0;
    bool has_unknowable_ = false;
};

void Validate::setup(CLI::App& program) {
    command_ = program.add_subcommand("validate", "Report everything that is wrong with annexes");
    command_
        ->add_option("inputs", inputs_,
                     "Files, folders (every file of a known format in them), or - for standard input")
        ->required();
    command_->add_flag("--whole-annex", whole_annex_,
                       "Judge each input as a whole annex: also report what it lacks, and what to follow up");
    auto* const fix = command_->add_flag("--fix", fix_, "Mend first what can be mended, as annexkit fix does");
    command_->add_flag("--unsafe", unsafe_, "With --fix, mend also what is likely to have been meant")->needs(fix);
    reading_.setup(*command_);
    rules_.setup(*command_);
    command_
        ->add_option("--write-baseline", new_baseline_file_,
                     "Write what is found to FILE as known, and count it as clean; reasons that FILE has are kept")
        ->type_name("FILE")
        ->group("Rules")
        ->excludes("--baseline")
        ->excludes(fix);
    project_.setup(*command_);
    reporting_.setup(*command_, "--report");
    folders_.setup(*command_);
}

std::vector<BatchFile> Validate::all_inputs(const Registry& registry) const {
    std::vector<BatchFile> result;
    for (const auto& input : inputs_) {
        if (input == "-") {
            result.emplace_back().input = input;
        } else {
            InputList list{.paths = {input}};
            list.on_left_out = [&](const auto& folder, const auto& files) {
                print_left_out(folder, files, reporting_.language.language());
            };
            for (auto& file : value_or_fail(find_inputs(list, registry))) result.push_back(std::move(file));
        }
    }
    return result;
}

int Validate::validate(const BatchFile& file, const Registry& registry, const SchemaFolders& schemas,
                       Reports& reports) {
    if (file.fault) throw Failure{*file.fault};
    if (fix_ && file.input == "-") throw misuse("fix.stream");
    if (fix_) return fix_file(fixing(registry, schemas), file.input.string(), &reports);
    const auto source = value_or_fail(open_source(file.input));
    Job job = this->job(registry, schemas, file.input.string());
    job.input.bytes = source.get();
    reports.reporter().watch(job);
    if (!new_baseline_file_.empty())
        job.on_finding = [&, report = std::move(job.on_finding)](const Finding& finding) {
            report(finding);
            learn(finding, registry);
        };
    const Summary summary = value_or_fail(annexkit::run(registry, job));
    reports.end(job.input.name, summary);
    return exit_code(summary, reading_.fail_on.severity());
}

Job Validate::job(const Registry& registry, const SchemaFolders& schemas, const std::string& source) const {
    Job job = reading_.job(registry, schemas, source);
    if (whole_annex_) job.extent = Extent::whole_annex;
    job.baseline = baseline_ ? &*baseline_ : nullptr;
    return job;
}

FixSettings Validate::fixing(const Registry& registry, const SchemaFolders& schemas) const {
    return {.registry = registry,
            .job = [&](const std::string& source) { return job(registry, schemas, source); },
            .with_unsafe = unsafe_,
            .output = {},
            .failing = reading_.fail_on.severity(),
            .language = reporting_.language.language()};
}

void Validate::learn(const Finding& finding, const Registry& registry) {
    const Rule* rule = registry.rules().find(finding.rule);
    if (rule != nullptr && !rule->tells_loss() && new_baseline_.add(finding)) return;
    nameless_ += rule != nullptr && !rule->tells_loss() ? 1 : 0;
    const bool counts = static_cast<int>(finding.severity) >= reading_.fail_on.severity();
    has_unknowable_ = has_unknowable_ || counts;
}

// Writes the new baseline, if one is asked for. What it knows is no reason to fail any more. What could not be read has
// findings that nobody knows yet, and a baseline that lacks them would lose the reasons that it has for them.
int Validate::end_baseline(int code, const RuleCatalogue& rules) {
    if (new_baseline_file_.empty()) return code;
    if (code != clean && code != findings) {
        print_error(make_error(ErrorKind::input, "baseline.not-written", {{"file", shown_path(new_baseline_file_)}}),
                    reporting_.language.language());
        return code;
    }
    std::error_code error;
    // What cannot be asked for is not taken for what is not there: its reasons would be lost.
    if (std::filesystem::exists(new_baseline_file_, error) || error)
        new_baseline_.keep_reasons(value_or_fail(Baseline::open(new_baseline_file_, today(), rules)));
    write_whole(new_baseline_file_, new_baseline_.json(), OnExisting::replace);
    const Language language = reporting_.language.language();
    print_note(
        make_error(ErrorKind::usage, "note.baseline-written",
                   {{"file", shown_path(new_baseline_file_)}, {"count", fmt::format("{}", new_baseline_.size())}}),
        language);
    if (nameless_ > 0)
        print_note(make_error(ErrorKind::usage, "note.baseline-nameless", {{"count", fmt::format("{}", nameless_)}}),
                   language);
    return code == findings && !has_unknowable_ ? clean : code;
}

int Validate::run() {
    if (!project_.apply(inputs_)) return clean;
    Registry registry = folders_.registry(reading_.plugin_limits());
    rules_.apply(registry, project_);
    baseline_ = rules_.baseline(registry.rules(), reporting_.language.language());
    const SchemaFolders schemas = folders_.schemas();
    project_.blame("schema", [&] { reading_.check_schema(schemas); });
    const auto files = all_inputs(registry);
    Reports::Request request{reporting_, registry.rules(), reading_.fail_on.severity()};
    for (const auto& file : files) request.inputs.push_back(file.input.string());
    request.also_read = reading_.files(folders_);
    request.listed = reading_.listed_findings();
    request.also_read.push_back(rules_.baseline_file);
    request.also_read.push_back(project_.file());
    if (!new_baseline_file_.empty()) {
        refuse_same_file(new_baseline_file_, request.inputs, "same.output-replaces-input");
        refuse_replacing(new_baseline_file_, request.also_read);
        request.outputs.push_back(new_baseline_file_);
    }
    request.offers_mending = !fix_;
    Reports reports(request);
    int code = clean;
    for (const auto& file : files) {
        try {
            code = worse(code, validate(file, registry, schemas, reports));
        } catch (const Failure& failure) {
            reports.fail(shown_path(file.input), failure.error);
            code = worse(code, exit_code(failure.error.kind));
        }
    }
    reports.finish();
    return end_baseline(code, registry.rules());
}

} // namespace

std::unique_ptr<Command> make_validate() { return std::make_unique<Validate>(); }

} // namespace annexkit::cli
