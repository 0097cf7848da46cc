// SPDX-License-Identifier: Apache-2.0
// Feeds reports with what jobs find.
#include "digest/metered.hpp"
#include "report/forms.hpp"

#include <annexkit/plugin_sdk.hpp>
#include <annexkit/report.hpp>

#include <algorithm>
#include <utility>

namespace annexkit {
namespace {

void copy(std::span<const annexkit_value> values, std::vector<Initiative::Value>& into) {
    into.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        into[i].is_there = values[i].kind != ANNEXKIT_ABSENT;
        into[i].is_list = values[i].kind == ANNEXKIT_LIST;
        into[i].text = into[i].is_list || !into[i].is_there ? std::string_view() : sdk::view(values[i].text);
        into[i].items.resize(into[i].is_list ? values[i].count : 0);
        for (std::size_t item = 0; item < into[i].items.size(); ++item)
            into[i].items[item] = sdk::view(values[i].items[item]);
    }
}

} // namespace

/// Meters a source as it is read.
struct Reporter::Metering {
    explicit Metering(ByteSource& of) : source(of, meter) {}

    /// Nothing when the source was not read from its start to its end.
    void tell(InputReport& input) {
        if (!meter.ended) return;
        input.digest = meter.digest->take();
        input.bytes = meter.bytes;
    }

    Meter meter{.digest = Sha256()};
    MeteredSource source;
};

Reporter::Reporter() = default;
Reporter::~Reporter() = default;

void Reporter::add(Report& report) {
    members_.push_back({&report, std::nullopt});
    wants_initiatives_ = wants_initiatives_ || report.wants_initiatives();
}

// A report whose target failed is not written to any more.
template <class Call> void Reporter::each(Call&& call) {
    for (auto& member : members_) {
        if (member.error) continue;
        if (auto done = call(*member.report); !done) member.error = std::move(done.error());
    }
}

void Reporter::watch(Job& job) {
    begin(job.input.name);
    input_.options = job.input.options;
    input_.extent = job.extent;
    input_.record_bytes = job.limits.record_bytes;
    job.on_finding = [this](const Finding& finding) { found(finding); };
    job.on_schema = [this](const std::shared_ptr<const Schema>& schema) { use(schema); };
    if (!wants_initiatives_) return;
    job.on_record = [this](const RecordView& record) { see(record); };
    metering_ = std::make_unique<Metering>(*job.input.bytes);
    job.input.bytes = &metering_->source;
}

void Reporter::see(const RecordView& record) {
    if (!input_.coverage) input_.coverage.emplace(record.schema);
    input_.coverage->add(record);
    initiative_.ordinal = record.ordinal;
    copy(record.values, initiative_.values);
}

void Reporter::begin(const std::string& source) {
    input_ = {};
    input_.source = well_formed(source);
    raw_source_ = source;
    is_renamed_ = input_.source != source;
    initiative_.ordinal = 0;
    has_begun_ = false;
}

// Not before something is known of the input: one that cannot be tried at all is told by fail() alone.
void Reporter::begin_reports() {
    if (std::exchange(has_begun_, true)) return;
    for (auto& member : members_) member.report->begin(raw_source_);
}

void Reporter::use(const std::shared_ptr<const Schema>& schema) {
    begin_reports();
    for (auto& member : members_) member.report->use(schema);
}

void Reporter::add(const Finding& finding, const Initiative* initiative) {
    begin_reports();
    if (!is_renamed_) {
        each([&](Report& report) { return report.add(finding, initiative); });
        return;
    }
    Finding renamed = finding;
    renamed.place.source = input_.source;
    each([&](Report& report) { return report.add(renamed, initiative); });
}

void Reporter::end(const Summary& summary) {
    input_.summary = summary;
    if (wants_initiatives_ && !input_.coverage && summary.schema) input_.coverage.emplace(summary.schema);
    if (input_.coverage && !input_.coverage->possible()) input_.coverage.reset();
    if (metering_) metering_->tell(input_);
    metering_.reset();
    end(input_);
}

// What is known of an input whose job ended in an error.
Summary Reporter::stopped() const {
    Summary summary;
    summary.unreadable = true;
    for (const auto& [rule, count] : input_.rules) {
        auto& sum = count.severity == Severity::error     ? summary.errors
                    : count.severity == Severity::warning ? summary.warnings
                                                          : summary.notes;
        sum += count.count;
    }
    return summary;
}

void Reporter::found(const Finding& finding) {
    auto& count = input_.rules[finding.rule];
    count.severity = std::max(count.severity, finding.severity);
    ++count.count;
    const bool is_known = finding.ordinal > 0 && finding.ordinal == initiative_.ordinal;
    add(finding, is_known ? &initiative_ : nullptr);
}

void Reporter::end(const InputReport& input) {
    begin_reports();
    each([&](Report& report) { return report.end(input); });
    has_begun_ = false;
}

void Reporter::fail(const std::string& source, const Error& error) {
    if (has_begun_) end(stopped());
    metering_.reset();
    const Error told{error.kind,
                     well_formed(error.message),
                     well_formed(error.hint),
                     {well_formed(error.french.message), well_formed(error.french.hint)}};
    each([&](Report& report) { return report.fail(source, told); });
}

Result<void> Reporter::finish() {
    each([](Report& report) { return report.finish(); });
    for (auto& member : members_)
        if (member.error) return *member.error;
    return {};
}

bool Reporter::has_failed(const Report& report) const {
    return std::any_of(members_.begin(), members_.end(),
                       [&](const Member& member) { return member.report == &report && member.error; });
}

} // namespace annexkit
