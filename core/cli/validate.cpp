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
    int validate(const BatchFile& file, const Registry& registry, const SchemaFolders& schemas, Report& report) const;

    Folders folders_;
    ReadingSettings reading_;
    std::vector<std::string> inputs_;
};

void Validate::setup(CLI::App& program) {
    command_ = program.add_subcommand("validate", "Report everything that is wrong with annexes");
    command_
        ->add_option("inputs", inputs_,
                     "Files, folders (every file of a known format in them), or - for standard input")
        ->required();
    reading_.setup(*command_);
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
                       Report& report) const {
    if (file.fault) throw Failure{*file.fault};
    const auto source = value_or_fail(open_source(file.input));
    Job job = reading_.job(registry, schemas, file.input.string());
    job.input.bytes = source.get();
    job.on_finding = [&](const Finding& finding) { report.add(finding); };
    const Summary summary = value_or_fail(annexkit::run(registry, job));
    report.finish(job.input.name, summary);
    return exit_code(summary, reading_.failing_severity());
}

int Validate::run() {
    const Registry registry = folders_.registry();
    const SchemaFolders schemas = folders_.schemas();
    Report report(registry.rules(), reading_.report_language(), reading_.report, stdout);
    int code = clean;
    for (const auto& file : all_inputs(registry)) {
        try {
            code = worse(code, validate(file, registry, schemas, report));
        } catch (const Failure& failure) {
            report.fail(file.input.string(), failure.error);
            code = worse(code, exit_code(failure.error.kind));
        }
    }
    return code;
}

} // namespace

std::unique_ptr<Command> make_validate() { return std::make_unique<Validate>(); }

} // namespace annexkit::cli
