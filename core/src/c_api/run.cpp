// SPDX-License-Identifier: Apache-2.0
// Opens what a job needs, runs it, and keeps what it wrote.
#include "c_api/callbacks.hpp"
#include "c_api/guard.hpp"
#include "c_api/job.hpp"
#include "messages/error.hpp"

#include <annexkit/batch.hpp>
#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace annexkit::c_api {

annexkit_summary Told::table() const {
    annexkit_summary table{};
    table.struct_size = sizeof table;
    table.is_read = summary.is_read() ? 1 : 0;
    table.kept = kept ? 1 : 0;
    table.misused = summary.misused ? 1 : 0;
    table.plugin_failed = summary.plugin_failed ? 1 : 0;
    table.read = summary.read;
    table.written = summary.written;
    table.rejected = summary.rejected;
    table.left_out = summary.left_out;
    table.invalid = summary.invalid;
    table.unjudged = summary.unjudged;
    table.notes = summary.notes;
    table.warnings = summary.warnings;
    table.errors = summary.errors;
    table.losses = summary.losses;
    table.format = sdk::text(summary.format);
    table.encoding = sdk::text(summary.encoding);
    table.known = summary.known;
    if (summary.schema) table.declaration = sdk::text(summary.schema->declaration().id);
    return table;
}

Result<std::unique_ptr<Execution>> Execution::open(const Settings& settings) {
    if (!settings.open_source) return make_error(ErrorKind::usage, "c.no-input");
    std::unique_ptr<Execution> execution(new Execution(settings));
    auto source = settings.open_source();
    if (!source) return source.error();
    execution->source_ = std::move(*source);
    Job& job = execution->job_;
    job.input.name = settings.input_name;
    job.input.bytes = execution->source_.get();
    job.input.format = settings.input_format;
    job.input.options = settings.input_options;
    job.schema = settings.schema;
    job.schemas = &settings.engine->schemas;
    job.on_invalid = settings.on_invalid;
    job.extent = settings.extent;
    job.threads = settings.threads;
    job.limits = settings.limits;
    job.baseline = execution->settings_.baseline.get();
    job.stop = settings.stop.get_token();
    for (auto& memory : *settings.memories) memory.clear();
    if (auto opened = execution->open_outputs(); !opened) return opened.error();
    execution->listen();
    return execution;
}

Result<void> Execution::open_outputs() {
    if (settings_.outputs[ANNEXKIT_ACCEPTED].kind != OutputSettings::Kind::none) {
        auto output = open_output(ANNEXKIT_ACCEPTED);
        if (!output) return output.error();
        job_.output = std::move(*output);
    }
    if (settings_.on_invalid != OnInvalid::divert) return {};
    if (settings_.outputs[ANNEXKIT_REJECTED].kind == OutputSettings::Kind::none) return {};
    auto output = open_output(ANNEXKIT_REJECTED);
    if (!output) return output.error();
    job_.rejected = std::move(*output);
    return {};
}

Result<Output> Execution::open_output(std::size_t which) {
    const OutputSettings& wanted = settings_.outputs[which];
    const bool is_file = wanted.kind == OutputSettings::Kind::file;
    Output output{nullptr, wanted.format, wanted.options};
    if (output.format == nullptr && is_file) output.format = registry().for_file(wanted.file);
    if (output.format == nullptr || output.format->table->exporter == nullptr) {
        const std::string name = output.format != nullptr ? std::string(output.format->id()) : wanted.file.string();
        std::vector<Argument> arguments = {{"name", name}};
        add_known(arguments, registry(), {.file = is_file ? wanted.file : std::filesystem::path()});
        return output.format != nullptr || is_file
                   ? make_error(ErrorKind::usage, "c.no-exporter", std::move(arguments))
                   : make_error(ErrorKind::usage, "c.no-output-format", std::move(arguments));
    }
    Target& target = targets_[which];
    if (is_file) {
        auto file = FileTarget::create(wanted.file, wanted.on_existing);
        if (!file) return file.error();
        target.file = std::move(*file);
        output.bytes = target.file.get();
    } else if (wanted.kind == OutputSettings::Kind::memory) {
        target.memory = std::make_unique<MemoryTarget>();
        output.bytes = target.memory.get();
    } else {
        target.callback = std::make_unique<CallbackTarget>(wanted.write, wanted.host);
        output.bytes = target.callback.get();
    }
    return output;
}

void Execution::listen() {
    job_.on_finding = [this](const Finding& finding) { tell(finding); };
    job_.fixes = settings_.fixes;
    if (settings_.fixes != Fixes::none) job_.on_edit = [this](const Edit& edit) { tell(edit); };
    if (settings_.take_progress != nullptr)
        job_.on_progress = [this](const JobProgress& progress) {
            const Counts& counts = progress.counts;
            const annexkit_progress table = {sizeof table,   progress.bytes, counts.read,     counts.written,
                                             counts.invalid, counts.notes,   counts.warnings, counts.errors};
            settings_.take_progress(settings_.progress_host, &table);
        };
}

void Execution::tell(const Finding& finding) {
    const RuleCatalogue& rules = registry().rules();
    if (finding.severity == Severity::error && !first_error_)
        first_error_ = {finding.place.line, rules.render(finding, Language::english).message,
                        rules.render(finding, Language::french).message};
    if (settings_.take_found == nullptr && !settings_.findings) return;
    const Shown shown(finding, rules, settings_.language);
    if (settings_.findings) settings_.findings->add(shown);
    if (settings_.take_found == nullptr) return;
    const annexkit_found table = shown.table();
    settings_.take_found(settings_.found_host, &table);
}

void Execution::tell(const Edit& edit) const {
    std::vector<annexkit_text> rules;
    for (const auto rule : edit.rules) rules.push_back(sdk::text(rule));
    const annexkit_edit table = {sizeof table, edit.offset,  edit.size,           sdk::text(edit.bytes),
                                 rules.data(), rules.size(), edit.is_safe ? 1 : 0};
    settings_.take_edit(settings_.edit_host, &table);
}

Result<Told> Execution::settle(Summary summary) {
    Told told{std::move(summary), false};
    const bool may_be_kept = judge(told.summary, {settings_.on_invalid, OnLoss::report, std::nullopt}).keep;
    if (!may_be_kept || !job_.output) return told;
    if (auto kept = keep_outputs(); !kept) return kept.error();
    told.kept = true;
    return told;
}

Result<void> Execution::keep_outputs() {
    FileTarget* const accepted = targets_[ANNEXKIT_ACCEPTED].file.get();
    FileTarget* const rejected = targets_[ANNEXKIT_REJECTED].file.get();
    if (accepted != nullptr && rejected != nullptr) {
        if (auto committed = FileTarget::commit_both(*accepted, *rejected); !committed) return committed;
    } else if (FileTarget* const only = accepted != nullptr ? accepted : rejected; only != nullptr) {
        if (auto committed = only->commit(); !committed) return committed;
    }
    for (std::size_t i = 0; i < output_count; ++i)
        if (targets_[i].memory) (*settings_.memories)[i] = targets_[i].memory->take();
    return {};
}

} // namespace annexkit::c_api

using namespace annexkit;
using namespace annexkit::c_api;

annexkit_error* annexkit_job_run(annexkit_job* job, annexkit_summary* summary) {
    return guarded({{job, "job"}}, [&]() -> Result<void> {
        // Said before the work, not after it.
        if (summary != nullptr)
            if (auto checked = check_size(summary); !checked) return checked;
        auto execution = Execution::open(job->settings);
        if (!execution) return execution.error();
        auto done = run((*execution)->registry(), (*execution)->job());
        if (!done) return done.error();
        auto told = (*execution)->settle(std::move(*done));
        if (!told) return told.error();
        job->told = std::move(*told);
        return summary == nullptr ? Result<void>() : fill(summary, job->told.table());
    });
}

annexkit_error* annexkit_job_output(const annexkit_job* job, std::int32_t output, annexkit_text* bytes) {
    return guarded({{job, "job"}, {bytes, "bytes"}}, [&]() -> Result<void> {
        if (output != ANNEXKIT_ACCEPTED && output != ANNEXKIT_REJECTED) return wrong_number("output", output);
        *bytes = sdk::text((*job->settings.memories)[static_cast<std::size_t>(output)]);
        return {};
    });
}
