// SPDX-License-Identifier: Apache-2.0
// annexkit convert IN --accepted FILE --rejected FILE.
#include "command.hpp"
#include "convert.hpp"
#include "failure.hpp"
#include "terminal.hpp"

#include <annexkit/files.hpp>

#include <filesystem>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

namespace fs = std::filesystem;

// Where the file will be, through every link on the way.
fs::path place_of(const fs::path& file) {
    std::error_code error;
    auto place = fs::weakly_canonical(fs::absolute(file), error);
    return error ? fs::absolute(file).lexically_normal() : place;
}

void check_names(const ConvertSettings& settings) {
    const auto refuse = [](std::string message, std::string hint) {
        throw Failure{{ErrorKind::usage, std::move(message), std::move(hint)}};
    };
    if (settings.paths.size() != 1)
        refuse(fmt::format("with --accepted convert takes one input, not {} names", settings.paths.size()),
               "the outputs are named by --accepted and --rejected");
    for (const auto& output : {settings.accepted, settings.rejected}) {
        if (output == "-") refuse("--accepted and --rejected write files, not standard output", "name two files");
        refuse_same_file(settings.paths[0], output);
    }
    std::error_code error;
    if (place_of(settings.accepted) == place_of(settings.rejected) ||
        fs::equivalent(settings.accepted, settings.rejected, error))
        refuse("--accepted and --rejected name the same file", "name two files");
}

void tell(const std::string& output, std::uint64_t initiatives) {
    // The word is the same in both languages.
    print(stderr, fmt::format("{}: {} initiative{}\n", output, initiatives, initiatives == 1 ? "" : "s"));
}

} // namespace

int convert_split(const ConvertSettings& settings) {
    check_names(settings);
    const std::string& input = settings.paths[0];
    const Registry registry = settings.folders.registry();
    const SchemaFolders schemas = settings.folders.schemas();
    const auto source = value_or_fail(open_source(input));
    Job job = settings.reading.job(registry, schemas, input);
    job.input.bytes = source.get();
    const OptionMap options = parse_options(settings.to_options, "--to-option");
    const Format* const accepted_format = output_format(settings, registry, settings.accepted);
    const Format* const rejected_format = output_format(settings, registry, settings.rejected);
    const auto accepted = value_or_fail(FileTarget::create(settings.accepted, settings.on_existing()));
    const auto rejected = value_or_fail(FileTarget::create(settings.rejected, settings.on_existing()));
    job.output = Output{accepted.get(), accepted_format, options};
    job.rejected = Output{rejected.get(), rejected_format, options};
    job.on_invalid = settings.demands().on_invalid;
    Reports reports(
        {settings.reporting, registry.rules(), settings.reading.fail_on.severity(), stderr, settings.paths});
    const Summary summary = run_with_progress(settings, registry, job, reports.reporter());
    reports.end(job.input.name, summary);
    reports.finish();
    const Verdict verdict = judge(summary, settings.demands());
    if (!verdict.keep) return exit_code(verdict.status, summary);
    value_or_fail(FileTarget::commit_both(*accepted, *rejected));
    if (settings.reporting.for_people() && !settings.quiet) {
        tell(settings.accepted, summary.written);
        tell(settings.rejected, summary.rejected);
    }
    return exit_code(verdict.status, summary);
}

} // namespace annexkit::cli
