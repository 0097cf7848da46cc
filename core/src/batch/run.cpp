// SPDX-License-Identifier: Apache-2.0
// Runs a batch: small files side by side, large ones with the threads inside, everything told in order.
#include "batch/conversion.hpp"
#include "batch/settings.hpp"
#include "messages/error.hpp"
#include "pipeline/steps.hpp"
#include "pipeline/threads.hpp"
#include "plugins/options.hpp"

#include <annexkit/batch.hpp>

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace annexkit {
namespace {

namespace fs = std::filesystem;

Result<void> check_formats(const Job& job) {
    const auto& output = *job.output->format->table;
    const auto written = check_options(
        job.output->format->id(), std::span(output.export_options, output.export_option_count), job.output->options);
    if (!written) return written.error();
    if (job.input.format == nullptr) return {};
    const auto& input = *job.input.format->table;
    const auto read = check_options(job.input.format->id(), std::span(input.import_options, input.import_option_count),
                                    job.input.options);
    if (!read) return read.error();
    return {};
}

fs::path normal_path(const fs::path& path) { return fs::absolute(path).lexically_normal(); }

// It would destroy a file of the batch, or be destroyed by one.
Result<void> check_manifest(const Batch& batch) {
    const fs::path manifest = normal_path(batch.manifest);
    for (const auto& file : batch.files) {
        std::error_code error;
        const bool is_input = fs::equivalent(manifest, file.input, error);
        if (is_input || (!file.fault && manifest == normal_path(file.output))) {
            std::vector<Argument> arguments = {{"file", batch.manifest.string()},
                                               {"other", (is_input ? file.input : file.output).string()}};
            return is_input ? make_error(ErrorKind::usage, "batch.manifest-is-input", std::move(arguments))
                            : make_error(ErrorKind::usage, "batch.manifest-is-output", std::move(arguments));
        }
    }
    return {};
}

// The output folder is made for the batch, and so is one in it for the manifest. Where it cannot be, opening tells why.
void make_folder_of_manifest(const Batch& batch) {
    const fs::path folder = normal_path(batch.manifest).parent_path();
    const fs::path below = folder.lexically_relative(normal_path(batch.output_folder / ""));
    std::error_code ignored;
    if (!below.empty() && *below.begin() != "..") fs::create_directories(folder, ignored);
}

class BatchRun {
  public:
    BatchRun(const Registry& registry, const Batch& batch)
        : batch_(batch), context_{registry, batch, batch.progress == nullptr ? unwatched_ : *batch.progress},
          threads_(threads_for(batch.job.threads)) {}

    Result<void> operator()();

  private:
    /// A file that is converted before its turn, with what it has to tell then.
    struct Early {
        Conversion conversion;
        const BatchFile& file;
        std::vector<Finding> findings = {};
    };

    Result<void> prepare();
    [[nodiscard]] static bool is_small(const BatchFile& file);
    [[nodiscard]] std::size_t chunk_bytes(const BatchFile& file) const;
    void run_side_by_side(std::size_t first, std::size_t last);
    void run_alone(const BatchFile& file);
    void tell(const BatchFile& file, const Finding& finding) const {
        if (batch_.on_finding) batch_.on_finding(file, finding);
    }
    void settle(const BatchFile& file, Conversion& conversion);

    const Batch& batch_;
    /// Takes the figures that nobody asked for.
    BatchProgress unwatched_;
    BatchContext context_;
    const unsigned threads_;
    std::optional<Error> failure_;
    std::atomic<bool> stopped_ = false;
};

Result<void> BatchRun::prepare() {
    if (auto checked = check_formats(batch_.job); !checked) return checked;
    if (!batch_.manifest.empty()) {
        if (auto checked = check_manifest(batch_); !checked) return checked;
        make_folder_of_manifest(batch_);
        auto manifest = Manifest::open(batch_.manifest, batch_.on_manifest);
        if (!manifest) return manifest.error();
        context_.manifest = std::move(*manifest);
        auto settings = settings_digest(context_.registry, batch_);
        if (!settings) return settings.error();
        context_.settings = std::move(*settings);
    }
    return context_.folders.prepare(batch_);
}

// What is of unknown size may be long, and the findings of a long one are not kept.
bool BatchRun::is_small(const BatchFile& file) {
    constexpr std::uint64_t most = std::uint64_t{1} << 20;
    return file.fault || (file.size > 0 && file.size <= most);
}

// No more room than the file needs.
std::size_t BatchRun::chunk_bytes(const BatchFile& file) const {
    constexpr std::uint64_t page = 4096;
    const std::uint64_t most = batch_.job.limits.chunk_bytes;
    return file.size == 0 ? most : std::min(std::max(file.size + 1, page), most);
}

// Only here does anything become visible, file by file in order.
void BatchRun::settle(const BatchFile& file, Conversion& conversion) {
    const auto settled = conversion.settle();
    if (!settled) failure_ = settled.error();
    const auto& error = conversion.result().error;
    const bool cancelled = error && error->kind == ErrorKind::cancelled;
    if (cancelled) failure_ = error;
    if (batch_.on_file) batch_.on_file(file, conversion.result());
    const bool failed = conversion.result().status != FileStatus::done && batch_.on_failure == OnFailure::stop;
    if (failed || !settled || cancelled) stopped_ = true;
}

void BatchRun::run_alone(const BatchFile& file) {
    Conversion conversion(context_, file);
    conversion.run(threads_, chunk_bytes(file), [&](const Finding& finding) { tell(file, finding); });
    settle(file, conversion);
}

void BatchRun::run_side_by_side(std::size_t first, std::size_t last) {
    using Item = std::unique_ptr<Early>;
    std::size_t next = first;
    Steps<Item> steps;
    steps.first = [&](Item& item) {
        if (next == last || stopped_) return false;
        const BatchFile& file = batch_.files[next++];
        item = std::make_unique<Early>(Early{{context_, file}, file});
        return true;
    };
    steps.middle = [&](Item& item) {
        item->conversion.run(1, chunk_bytes(item->file),
                             [&](const Finding& finding) { item->findings.push_back(finding); });
    };
    steps.last = [&](Item& item) {
        if (stopped_) return;
        for (const auto& finding : item->findings) tell(item->file, finding);
        settle(item->file, item->conversion);
    };
    run_pipeline(steps, threads_);
}

Result<void> BatchRun::operator()() {
    if (auto prepared = prepare(); !prepared) return prepared;
    const auto& files = batch_.files;
    for (std::size_t at = 0; at < files.size() && !stopped_;) {
        if (threads_ == 1 || !is_small(files[at])) {
            run_alone(files[at++]);
            continue;
        }
        const auto end = std::find_if(files.begin() + static_cast<std::ptrdiff_t>(at), files.end(),
                                      [&](const BatchFile& file) { return !is_small(file); });
        const auto last = static_cast<std::size_t>(end - files.begin());
        run_side_by_side(at, last);
        at = last;
    }
    if (failure_) return *failure_;
    if (auto flushed = context_.folders.flush(); !flushed) return flushed;
    return context_.manifest && !stopped_ ? context_.manifest->finish() : Result<void>();
}

} // namespace

Result<std::size_t> CountedSource::read(std::span<char> into) {
    auto got = source_.read(into);
    if (got) progress_.bytes += *got;
    return got;
}

Result<void> CountedSource::seek(std::uint64_t offset) {
    auto sought = source_.seek(offset);
    if (sought && offset > progress_.bytes) progress_.bytes = offset;
    return sought;
}

Verdict judge(const Summary& summary, const Demands& demands) {
    if (summary.plugin_failed || summary.unreadable || summary.unwritable) return {FileStatus::failed, false};
    if (demands.on_invalid == OnInvalid::stop && summary.errors > 0) return {FileStatus::findings, false};
    const bool wants_all = demands.on_invalid == OnInvalid::keep || demands.on_invalid == OnInvalid::divert;
    if (wants_all && summary.left_out > 0) return {FileStatus::findings, false};
    if (demands.on_loss == OnLoss::refuse && summary.losses > 0) return {FileStatus::lossy, false};
    const auto reached = [&](Severity severity, std::uint64_t count) {
        return count > 0 && demands.fail_on && severity >= *demands.fail_on;
    };
    const bool has_findings = reached(Severity::error, summary.errors) ||
                              reached(Severity::warning, summary.warnings) || reached(Severity::note, summary.notes);
    return {has_findings ? FileStatus::findings : FileStatus::done, true};
}

Result<void> run(const Registry& registry, const Batch& batch) { return BatchRun(registry, batch)(); }

} // namespace annexkit
