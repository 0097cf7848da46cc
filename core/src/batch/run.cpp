// SPDX-License-Identifier: Apache-2.0
// Runs a batch: small files side by side, large ones with the threads inside, everything told in order.
#include "batch/metered.hpp"

#include <annexkit/batch.hpp>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <sys/stat.h>

namespace annexkit {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using OnFinding = std::function<void(const Finding&)>;

/// One file on its way.
struct Conversion {
    const BatchFile& file;
    FileResult result = {};
    std::uint64_t bytes_read = 0;
    /// Holds the output until its turn has come.
    std::unique_ptr<FileTarget> target = nullptr;
    bool keep = false;
    /// Of a file that is converted before its turn.
    std::vector<Finding> findings = {};
};

class Run {
  public:
    Run(const Registry& registry, const Batch& batch)
        : registry_(registry), batch_(batch),
          threads_(batch.job.threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : batch.job.threads) {}

    Result<void> operator()();

  private:
    Result<void> prepare_folders();
    void prepare_folder(const fs::path& folder);
    [[nodiscard]] bool is_inside(const fs::path& path) const;
    [[nodiscard]] std::optional<Error> why_not_written(const fs::path& output) const;
    [[nodiscard]] bool is_small(const BatchFile& file) const;
    [[nodiscard]] std::size_t chunk_bytes(const BatchFile& file) const;
    void run_side_by_side(std::size_t first, std::size_t last);
    void run_alone(const BatchFile& file);
    Result<void> convert(Conversion& conversion, unsigned threads, const OnFinding& on_finding);
    void settle(Conversion& conversion);
    void try_to_convert(Conversion& conversion, unsigned threads, const OnFinding& on_finding);

    const Registry& registry_;
    const Batch& batch_;
    const unsigned threads_;
    fs::path real_folder_;
    std::map<fs::path, Error> unusable_;
    /// One folder of each file system that is written to.
    std::map<::dev_t, fs::path> file_systems_;
    std::atomic<bool> stopped_ = false;
};

Error leads_out(const fs::path& path, const fs::path& folder) {
    return {ErrorKind::output, fmt::format("{} leads out of {}", path.string(), folder.string()), "remove the link"};
}

bool Run::is_inside(const fs::path& path) const {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(path, error);
    return !error && std::mismatch(real_folder_.begin(), real_folder_.end(), real.begin(), real.end()).first ==
                         real_folder_.end();
}

// All folders are made before the first file, so that what is there never depends on the number of threads.
Result<void> Run::prepare_folders() {
    std::error_code error;
    fs::create_directories(batch_.output_folder, error);
    if (!error) real_folder_ = fs::canonical(batch_.output_folder, error);
    if (error)
        return tl::unexpected(Error{
            ErrorKind::output, fmt::format("cannot make {}: {}", batch_.output_folder.string(), error.message()), {}});
    std::set<fs::path> folders;
    for (const auto& file : batch_.files)
        if (!file.fault) folders.insert(file.output.parent_path());
    for (const auto& folder : folders) prepare_folder(folder);
    return {};
}

void Run::prepare_folder(const fs::path& folder) {
    if (!is_inside(folder)) {
        unusable_.emplace(folder, leads_out(folder, batch_.output_folder));
        return;
    }
    std::error_code error;
    fs::create_directories(folder, error);
    struct ::stat status {};
    if (!error && ::stat(folder.c_str(), &status) != 0) error.assign(errno, std::generic_category());
    if (error) {
        unusable_.emplace(
            folder, Error{ErrorKind::output, fmt::format("cannot make {}: {}", folder.string(), error.message()), {}});
        return;
    }
    file_systems_.emplace(status.st_dev, folder);
    remove_leftovers(folder);
}

std::optional<Error> Run::why_not_written(const fs::path& output) const {
    const auto unusable = unusable_.find(output.parent_path());
    if (unusable != unusable_.end()) return unusable->second;
    std::error_code error;
    if (fs::is_symlink(output, error) && !is_inside(output)) return leads_out(output, batch_.output_folder);
    return std::nullopt;
}

// What is of unknown size may be long, and the findings of a long one are not kept.
bool Run::is_small(const BatchFile& file) const {
    return file.fault || (file.size > 0 && file.size <= batch_.job.limits.chunk_bytes);
}

// Cut so that every thread gets some of it.
std::size_t Run::chunk_bytes(const BatchFile& file) const {
    constexpr std::uint64_t least = 4096;
    const std::uint64_t most = batch_.job.limits.chunk_bytes;
    if (file.size == 0) return most;
    const std::uint64_t share = is_small(file) ? file.size + 1 : file.size / (4 * std::uint64_t{threads_});
    return std::clamp(share, std::min(is_small(file) ? least : 16 * least, most), most);
}

void Run::try_to_convert(Conversion& conversion, unsigned threads, const OnFinding& on_finding) {
    const auto start = Clock::now();
    const auto converted = convert(conversion, threads, on_finding);
    if (!converted) conversion.result.error = converted.error();
    conversion.result.seconds = std::chrono::duration<double>(Clock::now() - start).count();
}

Result<void> Run::convert(Conversion& conversion, unsigned threads, const OnFinding& on_finding) {
    const BatchFile& file = conversion.file;
    if (file.fault) return tl::unexpected(*file.fault);
    const auto source = open_source(file.input);
    if (!source) return tl::unexpected(source.error());
    if (auto error = why_not_written(file.output)) return tl::unexpected(std::move(*error));
    auto target = FileTarget::create(file.output, batch_.on_existing);
    if (!target) return tl::unexpected(target.error());
    MeteredSource metered(**source, conversion.bytes_read, batch_.progress);
    Job job = batch_.job;
    job.input.name = file.input.string();
    job.input.bytes = &metered;
    job.output->bytes = target->get();
    job.on_invalid = batch_.demands.on_invalid;
    job.threads = threads;
    job.limits.chunk_bytes = chunk_bytes(file);
    job.on_finding = [&](const Finding& finding) {
        if (batch_.progress != nullptr) ++batch_.progress->findings;
        on_finding(finding);
    };
    auto summary = annexkit::run(registry_, job);
    if (!summary) return tl::unexpected(summary.error());
    const Verdict verdict = judge(*summary, batch_.demands);
    conversion.result.summary = std::move(*summary);
    conversion.result.status = verdict.status;
    conversion.keep = verdict.keep;
    conversion.target = std::move(*target);
    return {};
}

// Only here does anything become visible, file by file in order.
void Run::settle(Conversion& conversion) {
    FileResult& result = conversion.result;
    for (const auto& finding : conversion.findings)
        if (batch_.on_finding) batch_.on_finding(conversion.file, finding);
    if (conversion.keep) {
        const auto committed = conversion.target->commit(Flush::together);
        result.written = committed.has_value();
        if (!committed) result.error = committed.error();
    }
    if (result.error) result.status = FileStatus::failed;
    if (batch_.progress != nullptr) {
        ++batch_.progress->files;
        // What was not read is dealt with as well.
        batch_.progress->bytes += conversion.file.size - std::min(conversion.file.size, conversion.bytes_read);
    }
    if (batch_.on_file) batch_.on_file(conversion.file, result);
    if (result.status != FileStatus::done && batch_.on_failure == OnFailure::stop) stopped_ = true;
}

void Run::run_alone(const BatchFile& file) {
    Conversion conversion{file};
    try_to_convert(conversion, threads_, [&](const Finding& finding) {
        if (batch_.on_finding) batch_.on_finding(file, finding);
    });
    settle(conversion);
}

void Run::run_side_by_side(std::size_t first, std::size_t last) {
    using Item = std::shared_ptr<Conversion>;
    std::size_t next = first;
    const auto begin = [&](tbb::flow_control& flow) -> Item {
        if (next < last && !stopped_) return std::make_shared<Conversion>(Conversion{batch_.files[next++]});
        flow.stop();
        return {};
    };
    const auto middle = [&](Item item) {
        try_to_convert(*item, 1, [&](const Finding& finding) { item->findings.push_back(finding); });
        return item;
    };
    const auto end = [&](const Item& item) {
        if (!stopped_) settle(*item);
    };
    const auto steps = tbb::make_filter<void, Item>(tbb::filter_mode::serial_in_order, begin) &
                       tbb::make_filter<Item, Item>(tbb::filter_mode::parallel, middle) &
                       tbb::make_filter<Item, void>(tbb::filter_mode::serial_in_order, end);
    tbb::task_arena arena(static_cast<int>(threads_));
    arena.execute([&] { tbb::parallel_pipeline(2 * threads_, steps); });
}

Result<void> Run::operator()() {
    if (auto prepared = prepare_folders(); !prepared) return prepared;
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
    for (const auto& [device, folder] : file_systems_)
        if (auto flushed = flush_outputs(folder); !flushed) return flushed;
    return {};
}

} // namespace

Verdict judge(const Summary& summary, const Demands& demands) {
    if (summary.plugin_failed || summary.unreadable || summary.unwritable) return {FileStatus::failed, false};
    if (demands.on_invalid == OnInvalid::stop && summary.errors > 0) return {FileStatus::findings, false};
    if (demands.on_loss == OnLoss::refuse && summary.losses > 0) return {FileStatus::lossy, false};
    const auto reached = [&](Severity severity, std::uint64_t count) {
        return count > 0 && demands.fail_on && severity >= *demands.fail_on;
    };
    const bool has_findings = reached(Severity::error, summary.errors) ||
                              reached(Severity::warning, summary.warnings) || reached(Severity::note, summary.notes);
    return {has_findings ? FileStatus::findings : FileStatus::done, true};
}

Result<void> run(const Registry& registry, const Batch& batch) { return Run(registry, batch)(); }

} // namespace annexkit
