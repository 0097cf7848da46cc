// SPDX-License-Identifier: Apache-2.0
// The whole pipeline around a format: sources and targets that fail, threads, chunks.
#include "checks.hpp"

#include "supply.hpp"

#include <annexkit/job.hpp>
#include <annexkit/streams.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <fmt/format.h>

namespace conformance {
namespace {

using annexkit::Error;
using annexkit::ErrorKind;
using annexkit::Result;

// The fields of the suite's annexes. Everything else is allowed, so that findings are the format's.
constexpr std::string_view schema_text = R"({
  "$schema": "http://json-schema.org/draft-04/schema#",
  "type": "object",
  "properties": {
    "id": {"type": "string"},
    "part": {"type": "number"},
    "section": {"type": "string"},
    "partners": {"type": "array", "items": {"type": "string"}},
    "initiative": {"type": "string"},
    "bodies": {"type": "array", "items": {"type": "string"}},
    "agreed": {"type": "boolean"}
  },
  "additionalProperties": true,
  "x-declaration": {"id": "d", "title": {"en": "Declaration"}, "signatories": [], "objectives": [], "sections": []}
})";

constexpr std::string_view broken_off = "broken off by the check";

Error break_off(ErrorKind kind) { return {kind, std::string(broken_off), {}, {}}; }

/// Gives a few bytes at a time, and fails at a byte.
class Source : public annexkit::ByteSource {
  public:
    explicit Source(std::string_view bytes, std::size_t at_a_time = SIZE_MAX, std::size_t fails_at = SIZE_MAX)
        : bytes_(bytes), at_a_time_(at_a_time), fails_at_(fails_at) {}

    Result<std::size_t> read(std::span<char> into) override {
        if (at_ >= fails_at_) return break_off(ErrorKind::input);
        const std::size_t size = std::min({into.size(), at_a_time_, bytes_.size() - at_, fails_at_ - at_});
        std::copy_n(bytes_.data() + at_, size, into.data());
        at_ += size;
        return size;
    }

  private:
    std::string_view bytes_;
    std::size_t at_a_time_;
    std::size_t fails_at_;
    std::size_t at_ = 0;
};

/// Keeps what it is given, and fails at a write.
class Target : public annexkit::ByteTarget {
  public:
    explicit Target(std::uint64_t fails_at = ANNEXKIT_NONE) : fails_at_(fails_at) {}

    Result<void> write(std::string_view bytes) override {
        if (writes_++ == fails_at_) return break_off(ErrorKind::output);
        bytes_ += bytes;
        return {};
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] std::uint64_t writes() const { return writes_; }

  private:
    std::uint64_t fails_at_;
    std::uint64_t writes_ = 0;
    std::string bytes_;
};

/// What was seen of a job.
struct Done {
    std::optional<Error> error;
    std::string records;
    std::string findings;
    bool plugin_failed = false;

    bool operator==(const Done& other) const {
        return records == other.records && findings == other.findings && plugin_failed == other.plugin_failed;
    }
};

std::string told(const annexkit::RecordView& record) {
    std::string text = fmt::format("{}:", record.ordinal);
    // The size ahead of it tells where a text ends, whatever it holds.
    const auto add = [&](annexkit_text part) { text += fmt::format(" {} {}", part.size, annexkit::sdk::view(part)); };
    const auto add_value = [&](const annexkit_value& value) {
        text += fmt::format(" {}", value.kind);
        if (value.kind != ANNEXKIT_LIST) add(value.text);
        for (std::uint32_t i = 0; value.kind == ANNEXKIT_LIST && i < value.count; ++i) add(value.items[i]);
    };
    for (const auto& value : record.values) add_value(value);
    for (const auto& member : record.unknown) {
        add(member.name);
        add_value(member.value);
    }
    return text + "\n";
}

/// How much of an input is in work at a time; results do not depend on it.
struct Pace {
    unsigned threads = 1;
    std::size_t chunk_bytes = 64;
};

/// The pipeline with the subject's format, and the format that supplies it where it is written only.
class Pipeline {
  public:
    explicit Pipeline(const annexkit_format& format) : list_{&format, &supply_format} {
        plugin_ = {sizeof plugin_,
                   ANNEXKIT_PLUGIN_ABI,
                   annexkit::sdk::text("conformance"),
                   annexkit::sdk::text("1"),
                   annexkit::sdk::text("Apache-2.0"),
                   list_.data(),
                   list_.size()};
        if (const auto added = registry_.add(plugin_); !added) throw drive::Breach(added.error().message);
        auto schema = annexkit::Schema::parse(schema_text, "conformance");
        if (!schema) throw drive::Breach(schema.error().message);
        schema_ = *schema;
    }
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    /// Reads the subject's format.
    [[nodiscard]] Done read(Source source, Pace pace) const {
        annexkit::Job job = job_of(source, registry_.formats().front(), pace);
        return run(job, true);
    }
    /// Writes the subject's format.
    [[nodiscard]] Done write(std::string_view supplied, Target& target, Pace pace) const {
        Source source(supplied);
        annexkit::Job job = job_of(source, registry_.formats().back(), pace);
        job.output = annexkit::Output{&target, &registry_.formats().front(), {}};
        job.on_invalid = annexkit::OnInvalid::keep;
        return run(job, false);
    }

  private:
    [[nodiscard]] annexkit::Job job_of(Source& source, const annexkit::Format& format, Pace pace) const {
        annexkit::Job job;
        job.input = {"input", &source, &format, {}};
        job.schema = schema_;
        job.threads = pace.threads;
        job.limits.chunk_bytes = pace.chunk_bytes;
        return job;
    }

    Done run(annexkit::Job& job, bool keeps_records) const {
        Done done;
        job.on_finding = [&](const annexkit::Finding& finding) {
            done.findings += fmt::format("{} {} {}", finding.ordinal, finding.rule, finding.place.offset);
            for (const auto& argument : finding.arguments) done.findings += " " + argument.name + "=" + argument.value;
            done.findings += "\n";
        };
        if (keeps_records) job.on_record = [&](const annexkit::RecordView& record) { done.records += told(record); };
        const auto summary = annexkit::run(registry_, job);
        if (!summary) done.error = summary.error();
        done.plugin_failed = summary && summary->plugin_failed;
        return done;
    }

    std::array<const annexkit_format*, 2> list_;
    annexkit_plugin plugin_{};
    annexkit::Registry registry_;
    std::shared_ptr<const annexkit::Schema> schema_;
};

// What may end a job that is broken off: that, or a reason in the data. The format has no part in it.
void judge(const Done& done, const std::string& context, Faults& faults) {
    if (done.plugin_failed)
        faults.add(context + ": the host takes it for a failure of the plugin: " + shown(done.findings));
    if (done.error && done.error->message != broken_off)
        faults.add(context + ": the job ends with: " + done.error->message);
}

constexpr std::size_t many_records = 200;
constexpr std::array paces = {Pace{1, 1}, Pace{2, 64}, Pace{3, 500}, Pace{2, std::size_t{1} << 20}};

void compare_reading(const Pipeline& pipeline, std::string_view input, std::size_t number, Faults& faults) {
    const Done whole = pipeline.read(Source(input), {});
    judge(whole, fmt::format("input {}", number), faults);
    for (const Pace& pace : paces)
        for (const std::size_t at_a_time : {std::size_t{1}, std::size_t{SIZE_MAX}})
            if (!(pipeline.read(Source(input, at_a_time), pace) == whole))
                faults.add(fmt::format("input {}: chunks of {} bytes in {} threads, read {} at a time, give other "
                                       "initiatives or findings",
                                       number, pace.chunk_bytes, pace.threads,
                                       at_a_time == 1 ? "one byte" : "as many bytes as fit"));
}

void compare_writing(const Pipeline& pipeline, Faults& faults) {
    const std::string supplied = supply(many_records);
    Target whole;
    const Done done = pipeline.write(supplied, whole, {});
    judge(done, "written", faults);
    for (const Pace& pace : paces) {
        Target target;
        if (!(pipeline.write(supplied, target, pace) == done) || target.bytes() != whole.bytes())
            faults.add(fmt::format("chunks of {} bytes in {} threads give other bytes or findings", pace.chunk_bytes,
                                   pace.threads));
    }
}

} // namespace

void bears_a_failing_source(const Subject& subject, Faults& faults) {
    const Pipeline pipeline(subject.format);
    std::size_t number = 0;
    for (const auto& input : all_inputs(subject)) {
        for (std::size_t at = 0; at < input.size(); at += 1 + input.size() / 200)
            judge(pipeline.read(Source(input, 100, at), {at % 2 == 0 ? 1U : 2U, 64}),
                  fmt::format("input {} that fails at byte {}", number, at), faults);
        ++number;
    }
}

void bears_a_failing_target(const Subject& subject, Faults& faults) {
    const Pipeline pipeline(subject.format);
    const std::string supplied = supply(many_records / 4);
    Target whole;
    const Done done = pipeline.write(supplied, whole, {});
    judge(done, "written", faults);
    if (whole.writes() == 0) faults.add("nothing reaches the output");
    for (std::uint64_t at = 0; at < whole.writes(); ++at) {
        Target target(at);
        judge(pipeline.write(supplied, target, {at % 2 == 0 ? 1U : 2U, 64}), fmt::format("write {} fails", at), faults);
    }
}

void writes_the_same_in_any_job(const Subject& subject, Faults& faults) {
    const Pipeline pipeline(subject.format);
    std::size_t number = 0;
    for (const auto& input : all_inputs(subject)) compare_reading(pipeline, input, number++, faults);
    if (subject.format.exporter != nullptr) compare_writing(pipeline, faults);
}

} // namespace conformance
