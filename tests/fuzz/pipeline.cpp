// SPDX-License-Identifier: Apache-2.0
#include "pipeline.hpp"

#include "target.hpp"

#include "plugins/csv/format.hpp"
#include "plugins/json/format.hpp"
#include "plugins/xml/format.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <tuple>

#include <fmt/format.h>

namespace fuzz {
namespace {

using annexkit::Finding;
using annexkit::Result;

class Text : public annexkit::ByteSource {
  public:
    explicit Text(std::string_view text) : rest_(text) {}
    Result<std::size_t> read(std::span<char> into) override {
        const std::size_t size = rest_.copy(into.data(), into.size());
        rest_.remove_prefix(size);
        return size;
    }

  private:
    std::string_view rest_;
};

class Kept : public annexkit::ByteTarget {
  public:
    explicit Kept(std::string& bytes) : bytes_(bytes) {}
    Result<void> write(std::string_view bytes) override {
        bytes_ += bytes;
        return {};
    }

  private:
    std::string& bytes_;
};

annexkit::Registry all_formats() {
    namespace sdk = annexkit::sdk;
    static const annexkit_format* const list[] = {&annexkit_csv_format, &annexkit_json_format, &annexkit_ndjson_format,
                                                  &annexkit_xml_format};
    static const annexkit_plugin plugin = {sizeof plugin,  ANNEXKIT_PLUGIN_ABI,     sdk::text("all"),
                                           sdk::text("1"), sdk::text("Apache-2.0"), list,
                                           std::size(list)};
    annexkit::Registry registry;
    if (auto added = registry.add(plugin); !added) defect(added.error().message);
    return registry;
}

std::string spelled(const Finding& finding) {
    std::string text =
        fmt::format("{} {} {} {} {} {}:{} {}+{} {} {} {}", finding.rule, finding.ordinal, finding.initiative,
                    finding.field, finding.item, finding.place.line, finding.place.column, finding.place.offset,
                    finding.place.size, finding.place.address, finding.excerpt, finding.schema_pointer);
    for (const auto& argument : finding.arguments) text += fmt::format(" {}={}", argument.name, argument.value);
    const auto sentence = formats().rules().render(finding, annexkit::Language::french);
    return text + " " + sentence.message;
}

auto counts(const annexkit::Summary& summary) {
    return std::tuple(summary.read, summary.written, summary.invalid, summary.notes, summary.warnings, summary.errors,
                      summary.losses, summary.unreadable, summary.unwritable);
}

} // namespace

void defect(std::string_view what) {
    std::fprintf(stderr, "defect: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

const annexkit::Registry& formats() {
    static const annexkit::Registry registry = all_formats();
    return registry;
}

std::shared_ptr<const annexkit::Schema> sample_schema() {
    static const auto schema = [] {
        auto loaded =
            annexkit::Schema::load(ANNEXKIT_SOURCE_DIR "/samples/declarations/coast-2020/coast-2020.schema.json");
        if (!loaded) defect(loaded.error().message);
        return *loaded;
    }();
    return schema;
}

Answer convert(const Request& request) {
    Answer answer;
    Text source(request.input);
    Kept target(answer.output);
    annexkit::Job job;
    job.input = {"input", &source, request.from.empty() ? nullptr : formats().find(request.from), request.options};
    job.output = annexkit::Output{&target, formats().find(request.to), {}};
    job.schema = request.schema;
    job.on_invalid = annexkit::OnInvalid::keep;
    job.threads = request.threads;
    job.limits.chunk_bytes = request.chunk_bytes;
    job.limits.record_bytes = std::size_t{1} << 20;
    const auto is_of_schema = [](std::string_view rule) {
        return !rule.starts_with("csv.") && !rule.starts_with("json.") && !rule.starts_with("xml.");
    };
    job.on_finding = [&](const Finding& finding) {
        answer.findings.push_back(spelled(finding));
        if (finding.severity == annexkit::Severity::error && !is_of_schema(finding.rule)) answer.is_flawed = true;
    };
    job.on_candidate = [&](const annexkit::Candidate& candidate) { answer.candidates.push_back(candidate); };
    auto done = annexkit::run(formats(), job);
    if (!done && request.from.empty()) return answer;
    if (!done) defect(done.error().message);
    answer.summary = *done;
    answer.is_flawed = answer.is_flawed || answer.summary.unreadable;
    if (answer.summary.plugin_failed) defect("a plugin failed: " + answer.findings.back());
    if (answer.summary.unreadable && answer.findings.empty()) defect("unreadable, and nobody says why");
    return answer;
}

namespace {

annexkit::Job mending_job(annexkit::ByteSource& source, std::string_view from, annexkit::Fixes fixes) {
    annexkit::Job job;
    job.input.name = "input";
    job.input.bytes = &source;
    job.input.format = formats().find(from);
    job.schema = sample_schema();
    job.fixes = fixes;
    job.threads = 1;
    job.limits.record_bytes = std::size_t{1} << 20;
    return job;
}

} // namespace

std::optional<Mended> mend(std::string_view input, std::string_view from, annexkit::Fixes fixes,
                           const std::string& encoding) {
    Text source(input);
    Text again(input);
    Mended mended;
    Kept target(mended.bytes);
    annexkit::Job job = mending_job(source, from, fixes);
    if (!encoding.empty()) job.input.options = {{"encoding", encoding}};
    const auto done = annexkit::mend(formats(), job, again, target);
    if (!done) defect(done.error().message);
    if (done->summary.plugin_failed) defect("a plugin failed to spell");
    if (done->summary.unreadable || done->summary.misused) return std::nullopt;
    mended.values = done->values;
    mended.read = done->summary.read;
    mended.errors = done->summary.errors;
    if (done->summary.encoding_by == annexkit::EncodingBy::exclusion) mended.assumed_encoding = done->summary.encoding;
    return mended;
}

std::optional<std::string> diff(std::string_view input, std::string_view from, annexkit::Fixes fixes) {
    Text scout(input);
    const auto seen = annexkit::run(formats(), mending_job(scout, from, fixes));
    if (!seen) defect(seen.error().message);
    if (!seen->is_read()) return std::nullopt;
    Text source(input);
    Text again(input);
    std::string text;
    Kept target(text);
    const annexkit::DiffSettings settings{.before = "a", .after = "b", .encoding = seen->encoding};
    const auto done = annexkit::diff_of_mending(formats(), mending_job(source, from, fixes), again, target, settings);
    if (!done) defect(done.error().message);
    return text;
}

std::string difference(const Answer& one, const Answer& other) {
    for (std::size_t i = 0; i < std::min(one.findings.size(), other.findings.size()); ++i)
        if (one.findings[i] != other.findings[i])
            return fmt::format("finding {}:\n  {}\n  {}", i, one.findings[i], other.findings[i]);
    if (one.findings.size() != other.findings.size())
        return fmt::format("{} and {} findings", one.findings.size(), other.findings.size());
    if (counts(one.summary) != counts(other.summary)) return "the counts differ";
    // What was written before the input turned out to be unreadable is thrown away.
    const bool kept = !one.summary.unreadable && !one.summary.unwritable;
    if (kept && one.output != other.output) return fmt::format("output:\n{}\n---\n{}", one.output, other.output);
    return {};
}

} // namespace fuzz
