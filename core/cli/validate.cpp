// SPDX-License-Identifier: Apache-2.0
// annexkit validate: reports every finding of files and folders.
#include "command.hpp"
#include "failure.hpp"
#include "report.hpp"
#include "settings.hpp"

#include <annexkit/files.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace annexkit::cli {
namespace {

class Validate : public Command {
  public:
    void setup(CLI::App& program) override;
    int run() override;

  private:
    std::vector<std::string> all_inputs(const Registry& registry) const;
    int validate(const std::string& input, const Registry& registry, const SchemaFolders& schemas,
                 Reports& reports) const;

    Folders folders_;
    ReadingSettings reading_;
    ReportOptions reporting_;
    std::vector<std::string> inputs_;
};

void Validate::setup(CLI::App& program) {
    command_ = program.add_subcommand("validate", "Report everything that is wrong with annexes");
    command_
        ->add_option("inputs", inputs_,
                     "Files, folders (every file of a known format in them), or - for standard input")
        ->required();
    reading_.setup(*command_);
    reporting_.setup(*command_, "--report");
    folders_.setup(*command_);
}

std::vector<std::string> Validate::all_inputs(const Registry& registry) const {
    std::vector<std::string> result;
    for (const auto& input : inputs_) {
        std::error_code error;
        if (!std::filesystem::is_directory(input, error)) {
            result.push_back(input);
            continue;
        }
        const std::size_t before = result.size();
        for (auto entry = std::filesystem::recursive_directory_iterator(input, error);
             entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
            if (error) throw Failure{{ErrorKind::input, "cannot read " + input + ": " + error.message(), {}}};
            if (entry->is_regular_file() && registry.for_file(entry->path()) != nullptr)
                result.push_back(entry->path().string());
        }
        if (error) throw Failure{{ErrorKind::input, "cannot read " + input + ": " + error.message(), {}}};
        if (result.size() == before)
            throw Failure{{ErrorKind::input, "no file of a known format in " + input, registry.known_and_searched()}};
        std::sort(result.begin() + static_cast<std::ptrdiff_t>(before), result.end());
    }
    return result;
}

int Validate::validate(const std::string& input, const Registry& registry, const SchemaFolders& schemas,
                       Reports& reports) const {
    const auto source = open_source(input);
    if (!source) throw Failure{source.error()};
    Job job = reading_.job(registry, schemas, input);
    job.input.bytes = source->get();
    reports.reporter().watch(job);
    const Summary summary = value_or_fail(annexkit::run(registry, job));
    reports.end(job.input.name, summary);
    return exit_code(summary, reading_.fail_on.severity());
}

int Validate::run() {
    const Registry registry = folders_.registry();
    const SchemaFolders schemas = folders_.schemas();
    const auto inputs = all_inputs(registry);
    Reports reports({reporting_, registry.rules(), reading_.fail_on.severity(), stdout, inputs});
    int code = clean;
    for (const auto& input : inputs) {
        try {
            code = worse(code, validate(input, registry, schemas, reports));
        } catch (const Failure& failure) {
            reports.fail(input, failure.error);
            code = worse(code, exit_code(failure.error.kind));
        }
    }
    reports.finish();
    return code;
}

} // namespace

std::unique_ptr<Command> make_validate() { return std::make_unique<Validate>(); }

} // namespace annexkit::cli
