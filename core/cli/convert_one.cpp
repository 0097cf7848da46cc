// SPDX-License-Identifier: Apache-2.0
// annexkit convert IN OUT.
#include "command.hpp"
#include "convert.hpp"
#include "failure.hpp"
#include "report.hpp"
#include "spool.hpp"
#include "targets.hpp"
#include "terminal.hpp"

#include <annexkit/files.hpp>

#include <cstdio>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

// Standard output cannot be taken back, so what goes there waits until it is whole.
class SpooledOutput : public Spool {
  public:
    Result<void> commit() { return copy_to(*stream_target(stdout, "output.standard")); }
};

template <class Target>
int run_into(Target& target, const ConvertSettings& settings, const Registry& registry, Job job) {
    // Standard output may be the annex itself, so the report goes the other way.
    Reports::Request request{settings.reporting, registry.rules(), settings.reading.fail_on.severity()};
    request.tells_totals = !settings.quiet;
    request.stream = stderr;
    request.inputs = {settings.paths[0]};
    request.also_read = settings.also_read();
    request.listed = settings.reading.listed_findings();
    if (settings.paths[1] != "-") request.outputs = {settings.paths[1]};
    Reports reports(request);
    job.output->bytes = &target;
    const Summary summary = run_with_progress(settings, registry, job, reports.reporter());
    reports.end(job.input.name, summary);
    const Verdict verdict = judge(summary, settings.demands());
    // A report that cannot be written takes no output with it, nor the other way round.
    auto kept = verdict.keep ? target.commit() : Result<void>();
    reports.finish();
    // Where initiatives are wrong; what cannot be read or written says so itself.
    const bool is_refused =
        !verdict.keep && verdict.status == FileStatus::findings && settings.demands().on_invalid == OnInvalid::stop;
    if (is_refused && settings.reporting.for_people() && !settings.quiet)
        print_note(make_error(ErrorKind::input, "note.not-written", {{"file", shown_path(settings.paths[1])}}),
                   settings.reporting.language.language());
    value_or_fail(std::move(kept));
    return exit_code(verdict.status, summary);
}

} // namespace

const Format* output_format(const ConvertSettings& settings, const Registry& registry, const std::string& output) {
    const Format* format =
        settings.to.empty() ? registry.for_file(output) : format_named(registry, settings.to, "--to");
    std::error_code error;
    if (format == nullptr && std::filesystem::is_directory(output, error))
        throw misuse("convert.folder", {{"file", output}});
    if (format == nullptr)
        throw misuse("format.no-exporter", with_known({{"name", output}}, registry, {.file = output}));
    return format;
}

Summary run_with_progress(const ConvertSettings& settings, const Registry& registry, Job& job, Reporter& reporter) {
    BatchProgress figures;
    CountedSource counted(*job.input.bytes, figures);
    std::error_code unknown;
    const auto size = std::filesystem::file_size(settings.paths[0], unknown);
    // The report is on the same stream, where a program may read it.
    const auto show = settings.reporting.for_people() ? settings.progress() : Progress::Show::nothing;
    Progress progress(figures, {1, unknown ? 0 : size}, settings.reporting.language.language(), show);
    job.input.bytes = &counted;
    reporter.watch(job);
    job.on_finding = [&, add = std::move(job.on_finding)](const Finding& finding) {
        ++figures.findings;
        progress.make_way([&] { add(finding); });
    };
    return value_or_fail(annexkit::run(registry, job));
}

int convert_one(const ConvertSettings& settings, const Registry& registry) {
    if (settings.paths.size() != 2)
        throw misuse("convert.names", {{"count", fmt::format("{}", settings.paths.size())}});
    const std::string& input = settings.paths[0];
    const std::string& output = settings.paths[1];
    const Shard shard = settings.shard();
    const SchemaFolders schemas = settings.folders.schemas();
    const auto source = value_or_fail(open_source(input));
    Job job = settings.job(registry, schemas, input);
    job.input.bytes = source.get();
    job.output =
        Output{nullptr, output_format(settings, registry, output), parse_options(settings.to_options, "--to-option")};
    job.on_invalid = settings.demands().on_invalid;
    job.input.shard = shard;
    refuse_same_file(file_of_output(output), {input}, "same.output-is-input");
    refuse_replacing(file_of_output(output), settings.also_read());
    if (output == "-") {
        SpooledOutput target;
        return run_into(target, settings, registry, std::move(job));
    }
    const auto target = open_target(output, settings.on_existing());
    return run_into(*target, settings, registry, std::move(job));
}

} // namespace annexkit::cli
