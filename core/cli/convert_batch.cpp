// SPDX-License-Identifier: Apache-2.0
// annexkit convert IN... --out-dir DIR.
#include "command.hpp"
#include "convert.hpp"
#include "failure.hpp"
#include "report.hpp"
#include "targets.hpp"
#include "terminal.hpp"

#include <annexkit/plugin_sdk.hpp>
#include <annexkit/version.hpp>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

/// What a batch adds up to.
struct Totals {
    std::size_t tried = 0;
    std::size_t done = 0;
    std::size_t done_before = 0;
    std::size_t with_findings = 0;
    std::size_t failed = 0;
    Counts sum;
    int code = clean;

    void add(const FileResult& result);
};

int code_of(const FileResult& result) {
    return result.error ? exit_code(result.error->kind) : exit_code(result.status, result.summary);
}

void Totals::add(const FileResult& result) {
    ++tried;
    ++(result.status == FileStatus::done ? done : result.status == FileStatus::findings ? with_findings : failed);
    done_before += result.skipped && result.status == FileStatus::done ? 1 : 0;
    const Summary& more = result.summary;
    sum.read += more.read;
    sum.written += result.written ? more.written : 0;
    sum.errors += more.errors;
    sum.warnings += more.warnings;
    sum.notes += more.notes;
    code = worse(code, code_of(result));
}

struct Noun {
    const char* one;
    const char* several;
};
struct Words {
    const char* before;
    const char* untried;
    const char* sentence;
    Noun file, done, initiative, written, error, warning, note;
};
constexpr Words english_words = {
    " ({} before)",         ", {} not tried",    "{}: {}{}, {} with findings, {} failed{}; {}, {}; {}, {}, {}\n",
    {"file", "files"},      {"done", "done"},    {"initiative read", "initiatives read"},
    {"written", "written"}, {"error", "errors"}, {"warning", "warnings"},
    {"note", "notes"}};
constexpr Words french_words = {" (dont {} auparavant)",
                                ", {} non tentés",
                                "{}\u00A0: {}{}, {} avec constats, {} en échec{}\u202F; {}, {}\u202F; {}, {}, {}\n",
                                {"fichier", "fichiers"},
                                {"converti", "convertis"},
                                {"initiative lue", "initiatives lues"},
                                {"écrite", "écrites"},
                                {"erreur", "erreurs"},
                                {"avertissement", "avertissements"},
                                {"note", "notes"}};

std::string sentence(const Totals& totals, std::size_t files, Language language) {
    const Words& words = language == Language::french ? french_words : english_words;
    const auto some = [](const char* text, std::size_t count) {
        return count == 0 ? std::string() : fmt::format(fmt::runtime(text), count);
    };
    const auto counted = [&](std::uint64_t count, const Noun& noun) {
        const bool is_one = count == 1 || (count == 0 && language == Language::french);
        return fmt::format("{} {}", count, is_one ? noun.one : noun.several);
    };
    const Counts& sum = totals.sum;
    return fmt::format(fmt::runtime(words.sentence), counted(files, words.file), counted(totals.done, words.done),
                       some(words.before, totals.done_before), totals.with_findings, totals.failed,
                       some(words.untried, files - totals.tried), counted(sum.read, words.initiative),
                       counted(sum.written, words.written), counted(sum.errors, words.error),
                       counted(sum.warnings, words.warning), counted(sum.notes, words.note));
}

const annexkit_text& first_extension(const Format& format) {
    if (format.table->exporter == nullptr)
        throw misuse("batch.unwritable-format", {{"format", std::string(format.id())}});
    if (format.table->extension_count == 0) throw misuse("batch.no-extension", {{"format", std::string(format.id())}});
    return format.table->extensions[0];
}

InputList input_list(const ConvertSettings& settings) {
    InputList list;
    list.paths.assign(settings.paths.begin(), settings.paths.end());
    if (!settings.files_from.empty()) {
        const auto source = value_or_fail(open_source(settings.files_from));
        auto names = value_or_fail(read_names(*source, settings.nul ? '\0' : '\n'));
        std::move(names.begin(), names.end(), std::back_inserter(list.paths));
    }
    list.include = settings.include;
    list.exclude = settings.exclude;
    list.output_folder = settings.out_dir;
    list.base = settings.relative_to;
    return list;
}

std::vector<BatchFile> planned_files(const ConvertSettings& settings, const Registry& registry, const Format& format) {
    const std::string_view extension = sdk::view(first_extension(format));
    InputList list = input_list(settings);
    if (!settings.quiet)
        list.on_left_out = [&](const auto& folder, const auto& left) {
            print_left_out(folder, left, settings.reporting.language.language());
        };
    auto files = value_or_fail(find_inputs(list, registry));
    if (files.empty()) throw Failure{make_error(ErrorKind::input, "batch.nothing")};
    value_or_fail(name_outputs(files, settings.out_dir, extension));
    return files;
}

Progress::Totals size_of(const Batch& batch) {
    Progress::Totals totals{batch.files.size(), 0};
    for (const auto& file : batch.files) totals.bytes += file.size;
    return totals;
}

} // namespace

int convert_batch(const ConvertSettings& settings, const Registry& registry) {
    if (settings.to.empty()) throw misuse("batch.no-format");
    if (settings.manifest == "-" || settings.resume == "-") throw misuse("manifest.standard");
    const SchemaFolders schemas = settings.folders.schemas();
    const ReadingSettings& reading = settings.reading;
    const Format* format = format_named(registry, settings.to, "--to");
    Batch batch;
    batch.files = planned_files(settings, registry, *format);
    batch.job = settings.job(registry, schemas, {});
    batch.job.output = Output{nullptr, format, parse_options(settings.to_options, "--to-option")};
    batch.output_folder = settings.out_dir;
    batch.on_existing = settings.on_existing();
    batch.demands = settings.demands();
    batch.manifest = settings.resume.empty() ? settings.manifest : settings.resume;
    batch.on_manifest = !settings.resume.empty() ? OnManifest::resume
                        : settings.force         ? OnManifest::replace
                                                 : OnManifest::refuse;
    batch.program = fmt::format("annexkit {}", version());
    batch.on_failure = settings.fail_fast ? OnFailure::stop : OnFailure::go_on;
    const Language language = settings.reporting.language.language();
    Reports::Request request{settings.reporting, registry.rules(), reading.fail_on.severity()};
    request.also_read = settings.also_read();
    request.listed = reading.listed_findings();
    for (const auto& file : batch.files) {
        refuse_replacing(file.output.string(), request.also_read);
        request.inputs.push_back(file.input.string());
        request.outputs.push_back(file.output.string());
    }
    request.sums_up = false;
    request.tells_totals = !settings.quiet;
    if (!batch.manifest.empty()) {
        refuse_replacing(batch.manifest.string(), request.also_read);
        request.outputs.push_back(batch.manifest.string());
    }
    Reports reports(request);
    Totals totals;
    const BatchFile* told = nullptr;
    const auto begin = [&](const BatchFile& file) {
        if (std::exchange(told, &file) != &file) reports.reporter().begin(shown_path(file.input));
    };
    const auto tell = [&](const BatchFile& file, const FileResult& result) {
        if (result.error) {
            reports.fail(shown_path(file.input), *result.error);
        } else if (!result.skipped) {
            begin(file);
            reports.end(shown_path(file.input), result.summary);
        }
    };
    {
        BatchProgress figures;
        Progress progress(figures, size_of(batch), language, settings.progress());
        batch.progress = &figures;
        batch.on_finding = [&](const BatchFile& file, const Finding& finding) {
            progress.make_way([&] {
                begin(file);
                reports.reporter().found(finding);
            });
        };
        batch.on_file = [&](const BatchFile& file, const FileResult& result) {
            totals.add(result);
            progress.make_way([&] { tell(file, result); });
        };
        value_or_fail(annexkit::run(registry, batch));
    }
    reports.finish();
    if (!settings.quiet) print(stderr, sentence(totals, batch.files.size(), language));
    return totals.code;
}

} // namespace annexkit::cli
