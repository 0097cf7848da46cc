// SPDX-License-Identifier: Apache-2.0
// What a format promises, so that an annex can be converted in parts.
#include "checks.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace conformance {
namespace {

/// Where lines begin, behind the first one that is not blank.
std::vector<std::size_t> later_lines(std::string_view input) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; (at = input.find('\n', at)) < input.size();)
        if (++at; !is_blank(input.substr(0, at))) starts.push_back(at);
    return starts;
}

std::size_t records_in(std::string_view lines) {
    std::size_t count = 0;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
        if (!is_blank(lines.substr(0, end))) ++count;
        lines.remove_prefix(end);
    }
    return count;
}

// The host lets scan see the first record, and then goes on at `start`.
void enter(const annexkit_format& format, std::string_view input, std::size_t start, Faults& faults) {
    const drive::ReadSettings settings = own_settings();
    const std::size_t first = later_lines(input).front();
    const drive::Reading whole = drive::read(format, input, settings);
    const std::string leaping = std::string(input.substr(0, first)).append(input.substr(start));
    const drive::Reading entered = drive::read(format, leaping, settings);
    const std::size_t left = records_in(input.substr(start));
    if (entered.records.size() != left + 1 || whole.records.size() != records_in(input)) {
        faults.add(fmt::format("entered at byte {}: {} lines give {} records, {} of the whole {}", start, left + 1,
                               entered.records.size(), records_in(input), whole.records.size()));
        return;
    }
    for (std::size_t i = 1; i <= left; ++i) {
        const drive::Record& record = whole.records[whole.records.size() - left + i - 1];
        if (entered.records[i].values != record.values || entered.records[i].unknown != record.unknown)
            faults.add(fmt::format("entered at byte {}: record {} differs", start, i));
    }
}

// Where a window ends, whole records end with a line.
void cut(const annexkit_format& format, std::string_view input, std::size_t window, Faults& faults) {
    drive::ReadSettings settings = own_settings();
    settings.window_bytes = window;
    drive::Import import(format, input, settings);
    drive::Reading reading;
    while (const auto chunk = import.next(reading)) {
        const std::size_t end = static_cast<std::size_t>(chunk->offset) + chunk->text.size();
        if (end < input.size() && input[end - 1] != '\n')
            faults.add(fmt::format("windows of {} bytes: records are cut off within the line at byte {}", window, end));
    }
}

/// What end does, or nothing where the options are refused.
std::optional<drive::Writing> ended(const annexkit_format& format, const drive::Options& options,
                                    std::uint64_t records) {
    drive::WriteSettings settings;
    settings.fields = fields();
    settings.options = options;
    drive::Export exporter(format, settings);
    if (exporter.opening().status != ANNEXKIT_OK) return std::nullopt;
    drive::Writing to;
    exporter.begin(mixed_annex().head, to);
    exporter.end(records, to);
    return to;
}

} // namespace

void is_entered_at_any_line(const Subject& subject, Faults& faults) {
    for (const auto& input : all_inputs(subject))
        faults.watch("entered at a line", [&] {
            const drive::Reading whole = drive::read(subject.format, input, own_settings());
            // Of a line that is none, nobody can say how many records it is.
            if (!whole.has_lines || first_error(subject.format, whole) != nullptr) return;
            for (const std::size_t start : later_lines(input)) enter(subject.format, input, start, faults);
            for (std::size_t window = 1; window < input.size(); window += 1 + window / 16)
                cut(subject.format, input, window, faults);
        });
}

void joins_its_outputs(const Subject& subject, Faults& faults) {
    if ((drive::flags_of(subject.format) & ANNEXKIT_FORMAT_JOINS) == 0) return;
    std::vector<drive::Options> variants = option_variants(subject.format);
    variants.emplace_back();
    for (const auto& options : variants) {
        faults.watch("end", [&] {
            const auto one = ended(subject.format, options, 1);
            const auto many = ended(subject.format, options, 1000);
            if (!one || !many) return;
            if (one->bytes != many->bytes || one->findings.size() != many->findings.size())
                faults.add("its end hangs on the number of records");
        });
    }
}

} // namespace conformance
