// SPDX-License-Identifier: Apache-2.0
// Windows, places, addresses, and a host that stops.
#include "checks.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace conformance {
namespace {

// Every size where rows and tokens break, then ever larger steps: what a larger window changes is which record it ends
// in.
std::vector<std::size_t> window_sizes(std::size_t input) {
    std::vector<std::size_t> sizes;
    for (std::size_t size = 1; size < input; size += 1 + size / 128) sizes.push_back(size);
    return sizes;
}

void compare_windows(const annexkit_format& format, std::string_view input, std::size_t number, Faults& faults) {
    drive::ReadSettings settings = own_settings();
    settings.places = true;
    const drive::Reading whole = drive::read(format, input, settings);
    std::size_t differing = 0;
    std::string first;
    for (const std::size_t size : window_sizes(input.size())) {
        settings.window_bytes = size;
        const auto found = difference(whole, drive::read(format, input, settings));
        if (found.empty()) continue;
        if (differing++ == 0) first = fmt::format("windows of {} bytes, against the whole: {}", size, found);
    }
    if (differing > 0)
        faults.add(fmt::format("input {} {}: {} (and so for {} sizes)", number, shown(input), first, differing));
}

template <class Work> void for_each_input(const Subject& subject, Faults& faults, Work&& work) {
    if (subject.format.importer == nullptr) return;
    std::size_t number = 0;
    for (const auto& input : all_inputs(subject)) {
        faults.watch(fmt::format("input {} {}", number, shown(input)), [&] { work(input, number); });
        ++number;
    }
}

bool within(annexkit_span inner, annexkit_span outer) {
    return inner.offset >= outer.offset && inner.offset + inner.size <= outer.offset + outer.size;
}

// A value that does not stand in the input has an empty place.
bool within(const drive::Place& place, annexkit_span record) {
    const auto fits = [&](annexkit_span span) { return span.size == 0 || within(span, record); };
    return fits(place.value) && std::all_of(place.items.begin(), place.items.end(), fits);
}

// The addresses of a record and of what may stand in it, sorted. That of the record may be empty: it is the whole line.
std::vector<std::string> addresses_in_record(const drive::Import& import, std::uint64_t ordinal) {
    std::vector<std::string> addresses;
    const auto ask = [&](std::int32_t field, std::string_view name, std::int32_t item) {
        addresses.push_back(
            import.address({sizeof(annexkit_address_request), ordinal, field, annexkit::sdk::text(name), item}));
    };
    ask(-1, "", -1);
    for (std::int32_t field = 0; field < static_cast<std::int32_t>(fields().size()); ++field)
        for (const std::int32_t item : {-1, 0, 12}) ask(field, "", item);
    for (const char* name : {"x", "a/b~c", "a~1b", "a\"b'c", "a'b", "\U0001F600 <&>"}) ask(-1, name, -1);
    std::sort(addresses.begin(), addresses.end());
    return addresses;
}

} // namespace

void reads_through_any_window(const Subject& subject, Faults& faults) {
    for_each_input(subject, faults, [&](const std::string& input, std::size_t number) {
        compare_windows(subject.format, input, number, faults);
    });
}

void reads_with_and_without_places(const Subject& subject, Faults& faults) {
    for_each_input(subject, faults, [&](const std::string& input, std::size_t number) {
        drive::ReadSettings settings = own_settings();
        const drive::Reading without = drive::read(subject.format, input, settings);
        settings.places = true;
        const auto found = difference(without, drive::read(subject.format, input, settings));
        if (!found.empty()) faults.add(fmt::format("input {} {}: {}", number, shown(input), found));
    });
}

void places_within_records(const Subject& subject, Faults& faults) {
    for_each_input(subject, faults, [&](const std::string& input, std::size_t number) {
        drive::ReadSettings settings = own_settings();
        settings.places = true;
        std::uint64_t end = 0;
        for (const auto& record : drive::read(subject.format, input, settings).records) {
            const auto fits = [&](const drive::Place& place) { return within(place, record.span); };
            if (!std::all_of(record.places.begin(), record.places.end(), fits) ||
                !std::all_of(record.unknown_places.begin(), record.unknown_places.end(), fits))
                faults.add(
                    fmt::format("input {}: a place lies outside the record at byte {}", number, record.span.offset));
            if (record.span.size == 0 || record.span.offset < end)
                faults.add(fmt::format("input {}: a record at byte {} stands nowhere", number, record.span.offset));
            end = record.span.offset + record.span.size;
        }
    });
}

void addresses_every_value(const Subject& subject, Faults& faults) {
    if (subject.format.importer == nullptr || subject.format.importer->address == nullptr) return;
    const drive::ReadSettings settings = own_settings();
    const std::string input = own_output(subject.format);
    faults.watch("addresses", [&] {
        drive::Import import(subject.format, input, settings);
        drive::Reading reading;
        while (import.next(reading)) {
        }
        for (const std::uint64_t ordinal : {std::uint64_t{0}, std::uint64_t{41}, std::uint64_t{1} << 40}) {
            const auto addresses = addresses_in_record(import, ordinal);
            const auto twice = std::adjacent_find(addresses.begin(), addresses.end());
            if (twice != addresses.end()) faults.add("two values of a record have the address " + shown(*twice));
        }
    });
}

void stops_at_every_record(const Subject& subject, Faults& faults) {
    for_each_input(subject, faults, [&](const std::string& input, std::size_t number) {
        drive::ReadSettings settings = own_settings();
        const drive::Reading whole = drive::read(subject.format, input, settings);
        for (std::size_t at = 0; at < whole.records.size(); ++at) {
            settings.stop_at = at;
            const drive::Reading stopped = drive::read(subject.format, input, settings);
            if (stopped.status != ANNEXKIT_STOP || stopped.records.size() != at)
                faults.add(fmt::format("input {}: asked to stop at record {}, it delivered {} and answered {}", number,
                                       at, stopped.records.size(), stopped.status));
            if (stopped.findings.size() > whole.findings.size())
                faults.add(fmt::format("input {}: stopping at record {} is reported", number, at));
        }
    });
}

void ends_reading_when_refused(const Subject& subject, Faults& faults) {
    for_each_input(subject, faults, [&](const std::string& input, std::size_t) {
        drive::ReadSettings settings = own_settings();
        const std::uint64_t calls = drive::read(subject.format, input, settings).calls;
        for (std::uint64_t at = 0; at < calls; ++at) {
            for (const annexkit_status status : {ANNEXKIT_STOP, ANNEXKIT_FAILED, ANNEXKIT_NO_MEMORY}) {
                settings.refusal = {at, status};
                settings.places = at % 2 == 1;
                // The driver takes another answer, and anything that is delivered afterwards, for a breach.
                drive::read(subject.format, input, settings);
            }
        }
    });
}

} // namespace conformance
