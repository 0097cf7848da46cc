// SPDX-License-Identifier: Apache-2.0
#include "batch/conversion.hpp"

#include "messages/error.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <system_error>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace annexkit {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::string_view word(FileStatus status) {
    switch (status) {
    case FileStatus::done: return "done";
    case FileStatus::findings: return "findings";
    case FileStatus::lossy:
    case FileStatus::failed: break;
    }
    return "failed";
}

bool tells_assumption(std::string_view rule) { return rule.ends_with(".assumed") || rule.ends_with("-assumed"); }

Summary summary_of(const ManifestLine& line) {
    Summary summary;
    static_cast<Counts&>(summary) = line;
    summary.format = line.format;
    summary.encoding = line.encoding;
    return summary;
}

} // namespace

void Conversion::run(unsigned threads, std::size_t chunk_bytes, const OnFinding& on_finding) {
    const auto start = Clock::now();
    if (context_.manifest) {
        input_.digest.emplace();
        output_.digest.emplace();
        if (skip()) return;
    }
    const auto converted = convert(threads, chunk_bytes, on_finding);
    if (!converted) result_.error = converted.error();
    result_.seconds = std::chrono::duration<double>(Clock::now() - start).count();
}

// What was done before, from the same bytes and in the same way, and still stands there.
bool Conversion::skip() {
    if (file_.fault || context_.batch.on_manifest != OnManifest::resume) return false;
    std::error_code error;
    if (!fs::is_regular_file(file_.output, error)) return false;
    const auto line = context_.manifest->find(json_text(file_.input));
    const std::string output = json_text(file_.output);
    existing_ = line && (line->output == output || line->old_output == output) ? Existing::own : Existing::same;
    if (!line || line->output != output || line->settings != context_.settings) return false;
    // A pipe can be read once.
    if (!fs::is_regular_file(file_.input, error)) return false;
    if (digest_of_file(file_.output) != line->output_sha256 || digest_of_file(file_.input) != line->sha256)
        return false;
    result_.summary = summary_of(*line);
    result_.status = judge(result_.summary, context_.batch.demands).status;
    result_.written = result_.skipped = true;
    return true;
}

OnExisting Conversion::on_existing() const {
    return existing_ == Existing::as_asked ? context_.batch.on_existing : OnExisting::replace;
}

Result<void> Conversion::convert(unsigned threads, std::size_t chunk_bytes, const OnFinding& on_finding) {
    if (file_.fault) return *file_.fault;
    const auto source = open_source(file_.input);
    if (!source) return source.error();
    if (auto error = context_.folders.why_not_written(file_.output)) return std::move(*error);
    auto target = FileTarget::create(file_.output, on_existing());
    if (!target) return target.error();
    CountedSource counted(**source, context_.progress);
    MeteredSource metered(counted, input_);
    MeteredTarget metered_target(**target, output_);
    Job job = context_.batch.job;
    job.input.name = shown_path(file_.input);
    job.input.bytes = &metered;
    job.output->bytes = &metered_target;
    job.on_invalid = context_.batch.demands.on_invalid;
    job.threads = threads;
    job.limits.chunk_bytes = chunk_bytes;
    job.on_finding = [&](const Finding& finding) {
        ++context_.progress.findings;
        note(finding);
        on_finding(finding);
    };
    auto summary = annexkit::run(context_.registry, job);
    if (!summary) return summary.error();
    // The digest is that of the whole input, also of one that could not be read to its end.
    if (input_.digest)
        if (auto rest = read_rest(metered); !rest) return rest;
    const Verdict verdict = judge(*summary, context_.batch.demands);
    result_.summary = std::move(*summary);
    result_.status = verdict.status;
    keep_ = verdict.keep;
    target_ = std::move(*target);
    return {};
}

void Conversion::note(const Finding& finding) {
    if (!context_.manifest) return;
    if (finding.severity == Severity::error) last_error_ = finding;
    if (tells_assumption(finding.rule)) line_.assumed.emplace_back(finding.rule, finding.arguments);
}

Result<void> Conversion::settle() {
    if (keep_) {
        auto committed = commit();
        result_.written = committed.has_value();
        if (!committed) result_.error = committed.error();
    }
    if (result_.error) result_.status = FileStatus::failed;
    ++context_.progress.files;
    // What was not read is dealt with as well.
    context_.progress.bytes += file_.size - std::min(file_.size, input_.bytes);
    if (!context_.manifest) return {};
    if (result_.skipped) {
        context_.manifest->keep(json_text(file_.input));
        return {};
    }
    fill_in_line();
    return context_.manifest->append(line_);
}

Result<void> Conversion::commit() {
    if (existing_ != Existing::same || context_.batch.on_existing == OnExisting::replace)
        return target_->commit(Flush::together);
    line_.output_sha256 = output_.digest->take();
    if (digest_of_file(file_.output) == line_.output_sha256) return {};
    return make_error(ErrorKind::output, "output.other", {{"file", file_.output.string()}});
}

void Conversion::fill_in_line() {
    const Summary& summary = result_.summary;
    line_.input = json_text(file_.input);
    line_.bytes = input_.bytes;
    if (input_.bytes > 0 || !result_.error) line_.sha256 = input_.digest->take();
    if (result_.written) {
        line_.output = json_text(file_.output);
        line_.output_bytes = output_.bytes;
        if (line_.output_sha256.empty()) line_.output_sha256 = output_.digest->take();
    } else if (existing_ == Existing::own) {
        line_.old_output = json_text(file_.output);
    }
    line_.format = summary.format;
    line_.encoding = summary.encoding;
    if (summary.schema) line_.declaration = summary.schema->declaration().id;
    static_cast<Counts&>(line_) = summary;
    if (!result_.written) line_.written = 0;
    line_.seconds = result_.seconds;
    line_.finished = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
    line_.status = word(result_.status);
    line_.message = message();
    line_.settings = context_.settings;
}

std::string Conversion::message() const {
    if (result_.error) return result_.error->message;
    if (result_.status == FileStatus::lossy) return fmt::format("{} losses", result_.summary.losses);
    if (result_.status != FileStatus::failed || last_error_.rule.empty()) return {};
    return fmt::format("{}: {}", last_error_.rule,
                       context_.registry.rules().render(last_error_, Language::english).message);
}

} // namespace annexkit
