// SPDX-License-Identifier: Apache-2.0
// What an importer may do beside reading.
#include "checks.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace conformance {
namespace {

namespace sdk = annexkit::sdk;

constexpr std::string_view new_text = "another \"text\", <b>; a|b";

bool is_text(const drive::Value& value) { return value.kind == ANNEXKIT_TEXT || value.kind == ANNEXKIT_UNTYPED; }

/// A value of an input, and where it stands in its chunk.
struct Target {
    std::size_t record = 0;
    std::size_t field = 0;
    drive::Chunk chunk;
    annexkit_span place{};
};

std::vector<Target> targets_in(drive::Import& import) {
    std::vector<Target> targets;
    drive::Reading structure;
    std::size_t before = 0;
    while (const auto chunk = import.next(structure)) {
        drive::Reading reading;
        import.parse(*chunk, reading);
        for (std::size_t i = 0; i < reading.records.size(); ++i)
            for (std::size_t f = 0; f < fields().size(); ++f) {
                const annexkit_span place = reading.records[i].places[f].value;
                if (fields()[f].kind == ANNEXKIT_TEXT && is_text(reading.records[i].values[f]) && place.size > 0)
                    targets.push_back({before + i, f, *chunk, {place.offset - chunk->offset, place.size}});
            }
        before += reading.records.size();
    }
    return targets;
}

// Every other value is what it was.
void compare_spelled(const drive::Reading& whole, const drive::Reading& spelled, const Target& target, Faults& faults) {
    const auto fault = [&](std::string_view what) {
        faults.add(fmt::format("field {} of record {}: {}", target.field, target.record, what));
    };
    if (spelled.records.size() != whole.records.size()) return fault("there are more or fewer records then");
    for (std::size_t i = 0; i < whole.records.size(); ++i) {
        drive::Record was = whole.records[i];
        const drive::Record& is = spelled.records[i];
        if (i == target.record) {
            if (!is_text(is.values[target.field]) || is.values[target.field].text != new_text)
                return fault("it is not the new text: " + shown(is.values[target.field].text));
            was.values[target.field] = is.values[target.field];
        }
        if (was.values != is.values || was.unknown != is.unknown) return fault(fmt::format("record {} changes", i));
    }
}

void spell_all(const annexkit_format& format, const std::string& input, Faults& faults) {
    drive::ReadSettings settings = own_settings();
    settings.places = true;
    const drive::Reading whole = drive::read(format, input, settings);
    if (first_error(format, whole) != nullptr) return;
    drive::Import import(format, input, settings);
    const annexkit_text text = sdk::text(new_text);
    for (const Target& target : targets_in(import)) {
        const annexkit_spell_request request{sizeof request,
                                             sdk::text(target.chunk.text),
                                             static_cast<std::int32_t>(target.field),
                                             -1,
                                             target.place,
                                             target.place,
                                             ANNEXKIT_TEXT,
                                             &text,
                                             1};
        const auto spelled = import.spell(request);
        if (!spelled) continue;
        std::string changed = input;
        changed.replace(target.chunk.offset + spelled->replaced.offset, spelled->replaced.size, spelled->text);
        compare_spelled(whole, drive::read(format, changed, settings), target, faults);
    }
}

template <class Work> void with_each_input(const Subject& subject, Faults& faults, Work&& work) {
    std::size_t number = 0;
    for (const auto& input : all_inputs(subject)) faults.watch(fmt::format("input {}", number++), [&] { work(input); });
}

} // namespace

void spells_in_place(const Subject& subject, Faults& faults) {
    with_each_input(subject, faults, [&](const std::string& input) { spell_all(subject.format, input, faults); });
}

void tells_its_settings(const Subject& subject, Faults& faults) {
    const annexkit_format& format = subject.format;
    const drive::ReadSettings settings = own_settings();
    with_each_input(subject, faults, [&](const std::string& input) {
        drive::Import import(format, input, settings);
        drive::Reading reading;
        while (import.next(reading)) {
        }
        for (const auto& option : std::span(format.import_options, format.import_option_count)) {
            const std::string name(sdk::view(option.name));
            const std::string value = import.setting(name);
            drive::ReadSettings forced = own_settings();
            if (!value.empty()) forced.options = {{name, value}};
            if (drive::Import(format, input, forced).opening().status != ANNEXKIT_OK)
                faults.add(fmt::format("option {}: it does not take the value that it says is in use, {}", name,
                                       shown(value)));
        }
    });
}

void knows_its_candidates(const Subject& subject, Faults& faults) {
    const drive::ReadSettings settings = own_settings();
    with_each_input(subject, faults, [&](const std::string& input) {
        const auto candidates = drive::Import(subject.format, input, settings).candidates();
        if (std::count_if(candidates.begin(), candidates.end(), [](const auto& one) { return one.is_chosen; }) > 1)
            faults.add("it would choose two ways to read an input");
        for (const auto& candidate : candidates) {
            drive::ReadSettings forced = own_settings();
            forced.options = candidate.options;
            try {
                if (drive::Import(subject.format, input, forced).opening().status != ANNEXKIT_OK)
                    faults.add("it does not open with a way to read that it gave itself");
            } catch (const std::invalid_argument&) {
                faults.add("it gives a way to read with an option that it does not declare");
            }
        }
    });
}

} // namespace conformance
