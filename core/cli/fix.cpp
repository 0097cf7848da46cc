// SPDX-License-Identifier: Apache-2.0
// annexkit fix: mends what can be mended without asking, and nothing else.
#include "command.hpp"
#include "failure.hpp"
#include "fix_file.hpp"
#include "project_file.hpp"
#include "report.hpp"
#include "rule_options.hpp"
#include "settings.hpp"
#include "targets.hpp"
#include "terminal.hpp"

#include <annexkit/batch.hpp>
#include <annexkit/files.hpp>

#include <algorithm>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

class FixCommand : public Command {
  public:
    void setup(CLI::App& program) override;
    int run() override;

  private:
    [[nodiscard]] std::vector<BatchFile> all_files(const Registry& registry) const;

    Folders folders_;
    ReadingSettings reading_;
    RuleOptions rules_;
    ProjectFile project_;
    ReportOptions reporting_;
    std::vector<std::string> inputs_;
    std::string output_;
    bool force_ = false;
    bool unsafe_ = false;
    bool diff_ = false;
};

void FixCommand::setup(CLI::App& program) {
    command_ = program.add_subcommand("fix", "Mend what is wrong with annexes, in place, and report what is left");
    command_->add_option("inputs", inputs_, "Files, and folders for every file of a known format in them")->required();
    command_->add_flag("--unsafe", unsafe_,
                       "Mend also what is likely to have been meant: the declaration's own words, the nearest code");
    auto* const diff =
        command_->add_flag("--diff", diff_, "Show what would change as a unified diff, and write nothing");
    command_->add_option("-o,--output", output_, "Write the mended annex to FILE, and leave the input as it is")
        ->type_name("FILE")
        ->excludes(diff);
    command_->add_flag("--force", force_, "Replace an existing --output");
    reading_.setup(*command_);
    rules_.setup_selection(*command_);
    project_.setup(*command_);
    reporting_.setup(*command_, "--report");
    folders_.setup(*command_);
    command_->footer(
        "Safe, and mended always: spaces, characters that are not composed, texts that went through a wrong\n"
        "encoding as a whole; codes in another case, aliases and names of signatories, headings of sections;\n"
        "several partners in one item; numbers written as texts, such as 12 in \"12. Poursuivre ...\".\n"
        "annexkit rules ID says what is done about a rule. Only the values concerned change: every other byte\n"
        "stays, whatever the delimiter, quotes, encoding and line ends are. The report is on what is left; a\n"
        "file that could not be read to its end stays as it is.");
}

std::vector<BatchFile> FixCommand::all_files(const Registry& registry) const {
    if (std::find(inputs_.begin(), inputs_.end(), "-") != inputs_.end()) throw misuse("fix.stream");
    InputList list;
    list.paths.assign(inputs_.begin(), inputs_.end());
    list.on_left_out = [&](const auto& folder, const auto& left) {
        print_left_out(folder, left, reporting_.language.language());
    };
    auto files = value_or_fail(find_inputs(list, registry));
    if (!output_.empty() && files.size() != 1) throw misuse("fix.many", {{"count", fmt::format("{}", files.size())}});
    if (!output_.empty()) refuse_same_file(output_, {files.front().input.string()}, "same.output-is-input");
    // Told before the work rather than behind it.
    std::error_code error;
    if (!output_.empty() && !force_ && std::filesystem::is_regular_file(output_, error))
        throw Failure{make_error(ErrorKind::output, "output.exists", {{"file", output_}})};
    return files;
}

int FixCommand::run() {
    if (!project_.apply(inputs_)) return clean;
    Registry registry = folders_.registry(reading_.plugin_limits());
    rules_.apply(registry, project_);
    const SchemaFolders schemas = folders_.schemas();
    project_.blame("schema", [&] { reading_.check_schema(schemas); });
    const auto files = all_files(registry);
    Reports::Request request{reporting_, registry.rules(), reading_.fail_on.severity()};
    for (const auto& file : files) request.inputs.push_back(file.input.string());
    request.also_read = reading_.files(folders_);
    request.listed = reading_.listed_findings();
    request.also_read.push_back(project_.file());
    if (!output_.empty()) {
        refuse_replacing(output_, request.also_read);
        request.outputs.push_back(output_);
    }
    std::optional<Reports> reports;
    if (diff_) {
        refuse_same_file(file_of_output("-"), request.inputs, "same.output-is-input");
    } else {
        reports.emplace(request);
    }
    FixSettings settings{.registry = registry,
                         .job = [&](const std::string& file) { return reading_.job(registry, schemas, file); },
                         .with_unsafe = unsafe_,
                         .diff = diff_,
                         .colour = reporting_.colour == "always" ||
                                   (reporting_.colour == "auto" && terminal_of(stdout).wants_colour),
                         .output = output_.empty() ? std::nullopt : std::optional(output_),
                         .on_existing = force_ ? OnExisting::replace : OnExisting::refuse,
                         .failing = reading_.fail_on.severity(),
                         .language = reporting_.language.language()};
    int code = clean;
    for (const auto& file : files) {
        try {
            if (file.fault) throw Failure{*file.fault};
            code = worse(code, fix_file(settings, file.input.string(), reports ? &*reports : nullptr));
        } catch (const Failure& failure) {
            if (reports) {
                reports->fail(shown_path(file.input), failure.error);
            } else {
                print_error(failure.error, settings.language);
            }
            code = worse(code, exit_code(failure.error.kind));
        }
    }
    if (reports) reports->finish();
    return code;
}

} // namespace

std::unique_ptr<Command> make_fix() { return std::make_unique<FixCommand>(); }

} // namespace annexkit::cli
