// SPDX-License-Identifier: Apache-2.0
// annexkit convert IN --accepted FILE --rejected FILE.
#include "command.hpp"
#include "convert.hpp"
#include "failure.hpp"
#include "targets.hpp"
#include "terminal.hpp"

#include <annexkit/files.hpp>

#include <utility>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

void check_names(const ConvertSettings& settings) {
    if (settings.paths.size() != 1)
        throw misuse("convert.one-input", {{"count", fmt::format("{}", settings.paths.size())}});
    for (const auto& output : {settings.accepted, settings.rejected}) {
        if (output == "-") throw misuse("convert.two-files");
        refuse_same_file(output, {settings.paths[0]}, "same.output-is-input");
        refuse_replacing(output, settings.also_read());
    }
    refuse_same_file(settings.accepted, {settings.rejected}, "same.outputs");
}

void tell_written(const std::string& output, std::uint64_t initiatives) {
    // The word is the same in both languages.
    tell(fmt::format("{}: {} initiative{}", output, initiatives, initiatives == 1 ? "" : "s"));
}

} // namespace

int convert_split(const ConvertSettings& settings, const Registry& registry) {
    check_names(settings);
    const std::string& input = settings.paths[0];
    const SchemaFolders schemas = settings.folders.schemas();
    const auto source = value_or_fail(open_source(input));
    Job job = settings.job(registry, schemas, input);
    job.input.bytes = source.get();
    const OptionMap options = parse_options(settings.to_options, "--to-option");
    const Format* const accepted_format = output_format(settings, registry, settings.accepted);
    const Format* const rejected_format = output_format(settings, registry, settings.rejected);
    const auto accepted = open_target(settings.accepted, settings.on_existing());
    const auto rejected = open_target(settings.rejected, settings.on_existing());
    job.output = Output{accepted.get(), accepted_format, options};
    job.rejected = Output{rejected.get(), rejected_format, options};
    job.on_invalid = settings.demands().on_invalid;
    Reports::Request request{settings.reporting, registry.rules(), settings.reading.fail_on.severity()};
    request.tells_totals = !settings.quiet;
    request.stream = stderr;
    request.inputs = settings.paths;
    request.also_read = settings.also_read();
    request.listed = settings.reading.listed_findings();
    request.outputs = {settings.accepted, settings.rejected};
    Reports reports(request);
    const Summary summary = run_with_progress(settings, registry, job, reports.reporter());
    reports.end(job.input.name, summary);
    const Verdict verdict = judge(summary, settings.demands());
    auto kept = verdict.keep ? FileTarget::commit_both(*accepted, *rejected) : Result<void>();
    reports.finish();
    value_or_fail(std::move(kept));
    if (!verdict.keep) return exit_code(verdict.status, summary);
    if (settings.reporting.for_people() && !settings.quiet) {
        tell_written(settings.accepted, summary.written);
        tell_written(settings.rejected, summary.rejected);
    }
    return exit_code(verdict.status, summary);
}

} // namespace annexkit::cli
