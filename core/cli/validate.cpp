// SPDX-License-Identifier: Apache-2.0
// annexkit validate: reports every finding of files and folders.
#include "command.hpp"
#include "failure.hpp"
#include "report.hpp"
#include "settings.hpp"

#include <annexkit/batch.hpp>
#include <annexkit/files.hpp>

#include <cstdio>
#include <utility>

namespace annexkit::cli {
namespace {

class Validate : public Command {
  public:
    void setup(CLI::App& program) override;
    int run() override;

  private:
    std::vector<BatchFile> all_inputs(const Registry& registry) const;
    int validate(const BatchFile& file, const Registry& registry, const SchemaFolders& schemas, Reports& reports) const;

    Folders folders_;
    ReadingSettings reading_;
    ReportOptions reporting_;
    std::vector<std::string> inputs_;
    bool whole_annex_ = false;
};

void Validate::setup(CLI::App& program) {
    command_ = program.add_subcommand("validate", "Report everything that is wrong with annexes");
    command_
        ->add_option("inputs", inputs_,
                     "Files, folders (every file of a known format in them), or - for standard input")
        ->required();
    command_->add_flag("--whole-annex", whole_annex_,
                       "Judge each input as a whole annex: also report what it lacks, and what to follow up");
    reading_.setup(*command_);
    reporting_.setup(*command_, "--report");
    folders_.setup(*command_);
}

std::vector<BatchFile> Validate::all_inputs(const Registry& registry) const {
    std::vector<BatchFile> result;
    for (const auto& input : inputs_) {
        if (input == "-") {
            result.emplace_back().input = input;
        } else {
            for (auto& file : value_or_fail(find_inputs({.paths = {input}}, registry)))
                result.push_back(std::move(file));
        }
    }
    return result;
}

int Validate::validate(const BatchFile& file, const Registry& registry, const SchemaFolders& schemas,
                       Reports& reports) const {
    if (file.fault) throw Failure{*file.fault};
    const auto source = value_or_fail(open_source(file.input));
    Job job = reading_.job(registry, schemas, file.input.string());
    job.input.bytes = source.get();
    if (whole_annex_) job.extent = Extent::whole_annex;
    reports.reporter().watch(job);
    const Summary summary = value_or_fail(annexkit::run(registry, job));
    reports.end(job.input.name, summary);
    return exit_code(summary, reading_.fail_on.severity());
}

int Validate::run() {
    const Registry registry = folders_.registry();
    const SchemaFolders schemas = folders_.schemas();
    const auto files = all_inputs(registry);
    Reports::Request request{reporting_, registry.rules(), reading_.fail_on.severity()};
    for (const auto& file : files) request.inputs.push_back(file.input.string());
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
    return code;
}

} // namespace

std::unique_ptr<Command> make_validate() { return std::make_unique<Validate>(); }

} // namespace annexkit::cli
