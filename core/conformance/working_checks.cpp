// SPDX-License-Identifier: Apache-2.0
// The simplest things, without which nothing else can be judged, and all things one after the other.
#include "checks.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace conformance {
namespace {

drive::WriteSettings settings_to_write(bool exact_room) {
    drive::WriteSettings settings;
    settings.fields = fields();
    settings.exact_room = exact_room;
    return settings;
}

drive::Writing written(const annexkit_format& format, const Annex& annex) {
    return drive::write(format, annex.head, annex.records, settings_to_write(false));
}

// What the host passes is UTF-8, so no character is cut.
std::string_view half_of(std::string_view text) {
    std::size_t half = text.size() / 2;
    while (half > 0 && (static_cast<unsigned char>(text[half]) & 0xC0) == 0x80) --half;
    return text.substr(0, half);
}

// What breaks the contract here is for other checks to tell.
template <class Work> void unjudged(Work&& work) {
    try {
        work();
    } catch (const drive::Breach&) {
        return;
    }
}

void work_through_writing(const annexkit_format& format) {
    const Annex annex = annex_with_losses();
    const auto write = [&](const drive::WriteSettings& settings) {
        drive::Writing writing;
        unjudged([&] { writing = drive::write(format, annex.head, annex.records, settings); });
        return writing;
    };
    drive::WriteSettings settings = settings_to_write(true);
    const drive::Writing writing = write(settings);
    settings.refused_room = writing.rooms / 2;
    write(settings);
    settings = settings_to_write(true);
    settings.refusal = {writing.reports / 2, ANNEXKIT_STOP};
    write(settings);
}

void work_through_reading(const annexkit_format& format, std::string_view input) {
    drive::ReadSettings settings = own_settings();
    settings.window_bytes = 100;
    const auto read = [&](std::string_view text) {
        drive::Reading reading;
        unjudged([&] { reading = drive::read(format, text, settings); });
        return reading;
    };
    const drive::Reading whole = read(input);
    read(half_of(input));
    read("\x01\"<{[&,;\n");
    settings.places = true;
    settings.refusal = {whole.calls / 2, ANNEXKIT_STOP};
    read(input);
}

} // namespace

void writes_plainly(const Subject& subject, Faults& faults) {
    faults.watch("three initiatives", [&] {
        const drive::Writing writing = written(subject.format, plain_annex());
        if (writing.status != ANNEXKIT_OK) faults.add(fmt::format("it answered {}", writing.status));
        if (writing.bytes.empty()) faults.add("it wrote nothing");
    });
}

void reads_plainly(const Subject& subject, Faults& faults) {
    if (subject.format.importer == nullptr) return;
    if (subject.format.exporter != nullptr)
        faults.watch("three initiatives, as it wrote them", [&] {
            const std::string own = written(subject.format, plain_annex()).bytes;
            const drive::Reading reading = drive::read(subject.format, own, own_settings());
            if (const auto* error = first_error(subject.format, reading); error != nullptr)
                faults.add("of what it wrote itself, it reports " + error->rule);
            else if (reading.records.size() != 3)
                faults.add(fmt::format("of 3 initiatives that it wrote itself, it read {}", reading.records.size()));
        });
    for (const auto& input : subject.inputs)
        faults.watch("input " + shown(input), [&] { drive::read(subject.format, input, own_settings()); });
}

// Whoever goes back to memory that was withdrawn crashes here, and is not tried further, since elsewhere it would crash
// where chance has it.
void keeps_nothing_lent(const Subject& subject, Faults& faults) {
    if (subject.format.exporter != nullptr)
        faults.watch("writing", [&] {
            drive::WriteSettings settings = settings_to_write(false);
            settings.lending = drive::Lending::withdrawn;
            drive::write(subject.format, mixed_annex().head, plain_annex().records, settings);
        });
    for (const auto& input : all_inputs(subject))
        faults.watch("input " + shown(input), [&] {
            drive::ReadSettings settings = own_settings();
            settings.lending = drive::Lending::withdrawn;
            settings.window_bytes = 100;
            drive::read(subject.format, input, settings);
        });
}

void work_through(const Subject& subject) {
    if (subject.format.exporter != nullptr) work_through_writing(subject.format);
    if (subject.format.importer == nullptr) return;
    for (const auto& input : all_inputs(subject)) work_through_reading(subject.format, input);
}

} // namespace conformance
