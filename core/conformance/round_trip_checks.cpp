// SPDX-License-Identifier: Apache-2.0
// From exporter to importer and back.
#include "checks.hpp"

#include "contract.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace conformance {
namespace {

namespace sdk = annexkit::sdk;

struct Trip {
    const annexkit_format& format;
    std::vector<drive::Field> fields;
    drive::Options export_options{};
    drive::Options import_options{};
    Losses losses = Losses::told;
};

drive::Writing write(const Trip& trip, const std::vector<drive::Named>& head,
                     const std::vector<drive::Record>& records) {
    drive::WriteSettings settings;
    settings.fields = trip.fields;
    settings.options = trip.export_options;
    settings.exact_room = true;
    return drive::write(trip.format, head, records, settings);
}

drive::Reading read(const Trip& trip, std::string_view bytes) {
    drive::ReadSettings settings;
    settings.fields = trip.fields;
    settings.options = trip.import_options;
    return drive::read(trip.format, bytes, settings);
}

void compare(const Trip& trip, const Annex& annex, const std::string& context, Faults& faults) {
    const drive::Writing writing = write(trip, annex.head, annex.records);
    const auto fault = [&](const std::string& what) { faults.add(context + annex.name + ": " + what); };
    const bool lossy = !writing.findings.empty();
    if (lossy && annex.loss == Loss::forbidden && trip.losses == Losses::none)
        fault(fmt::format("it reports {}, but any format can hold it", writing.findings[0].rule));
    if (writing.status != ANNEXKIT_OK) return;
    // An empty input is the host's to judge.
    if (writing.bytes.empty() && annex.records.empty()) return;
    const drive::Reading back = read(trip, writing.bytes);
    if (const auto* error = first_error(trip.format, back); error != nullptr)
        return fault("of what it wrote, it reports " + error->rule);
    // What else a loss changes, nobody can say.
    if (lossy) return;
    if (const auto lost = difference(trip.fields, annex.head, annex.records, back); !lost.empty())
        return fault(lost + ", and no loss is told");
    const drive::Writing again = write(trip, back.head, back.records);
    if (again.bytes != writing.bytes) fault("written again, it has other bytes");
}

void check_trip(const Trip& trip, const Annex& annex, const std::string& context, Faults& faults) {
    faults.watch(context + annex.name, [&] { compare(trip, annex, context, faults); });
}

// An importer's option of the same name has to say the same.
drive::Options import_options_for(const annexkit_format& format, const drive::Options& export_options) {
    drive::Options result;
    for (const auto& option : std::span(format.import_options, format.import_option_count))
        if (const auto found = export_options.find(std::string(sdk::view(option.name))); found != export_options.end())
            result.insert(*found);
    return result;
}

bool goes_both_ways(const annexkit_format& format) { return format.importer != nullptr && format.exporter != nullptr; }

annexkit_status try_to_open(const annexkit_format& format, const drive::Options& options) {
    drive::WriteSettings settings;
    settings.fields = fields();
    settings.options = options;
    return drive::Export(format, settings).opening().status;
}

// A format without a head leaves out any; one that has a head holds every text in it.
bool has_room_for_a_head(const Trip& trip) {
    bool has_room = false;
    Faults ignored;
    ignored.watch("", [&] { has_room = write(trip, {{"declaration", drive::text("d")}}, {}).findings.empty(); });
    return has_room;
}

// The annexes that go there and back with the defaults. An option may tell the format to leave something out of them.
std::vector<Annex> held_annexes(const annexkit_format& format) {
    std::vector<Annex> annexes = some_hostile_annexes();
    annexes.push_back(mixed_annex());
    std::erase_if(annexes, [&](const Annex& annex) {
        Faults faults;
        check_trip({format, fields()}, annex, "", faults);
        return !faults.all().empty();
    });
    for (auto& annex : annexes) annex.loss = Loss::allowed;
    return annexes;
}

} // namespace

void gives_back_what_it_was_given(const Subject& subject, Faults& faults) {
    if (!goes_both_ways(subject.format)) return;
    const Trip trip{subject.format, fields(), {}, {}, subject.losses};
    const bool holds_head = has_room_for_a_head(trip);
    for (auto annex : hostile_annexes()) {
        if (!annex.head.empty() && !holds_head) annex.loss = Loss::allowed;
        check_trip(trip, annex, "", faults);
    }
    Annex mixed = mixed_annex();
    if (!holds_head) mixed.head.clear();
    check_trip(trip, mixed, "", faults);
}

void gives_back_whatever_options_say(const Subject& subject, Faults& faults) {
    if (!goes_both_ways(subject.format)) return;
    const std::vector<Annex> annexes = held_annexes(subject.format);
    for (const auto& options : option_variants(subject.format)) {
        const Trip trip{subject.format, fields(), options, import_options_for(subject.format, options)};
        const std::string context =
            fmt::format("option {}={}: ", options.begin()->first, shown(options.begin()->second));
        faults.watch(context, [&] {
            if (try_to_open(subject.format, options) != ANNEXKIT_OK) return;
            for (const auto& annex : annexes) check_trip(trip, annex, context, faults);
        });
    }
}

void holds_fields_of_any_name(const Subject& subject, Faults& faults) {
    if (!goes_both_ways(subject.format)) return;
    for (const char* name :
         {"x",     "a b",         "1st",        "a<b",  "a\"b", "a,b;c",      "caf\u00E9", "a.b",  "a:b",  "xmlns",
          "annex", "initiatives", "initiative", "name", "-",    "\U0001F600", " a ",       "a\nb", "type", "=a"}) {
        for (const std::uint32_t kind : {ANNEXKIT_TEXT, ANNEXKIT_LIST}) {
            const Trip trip{subject.format, {{name, kind, {}}, {"other", ANNEXKIT_TEXT, {}}}};
            const drive::Value value = kind == ANNEXKIT_TEXT ? drive::text("a") : drive::list({"a", "b"});
            const drive::Record both{{value, drive::text("c")}, {}, {}, {}, {}, 0};
            const drive::Record one{{value, {}}, {}, {}, {}, {}, 0};
            check_trip(trip, {fmt::format("field {}", shown(name)), {}, {both, one}, Loss::allowed}, "", faults);
        }
        const Trip alone{subject.format, {{name, ANNEXKIT_TEXT, {}}}};
        check_trip(alone,
                   {fmt::format("field {} alone", shown(name)),
                    {},
                    {{{drive::text("a")}, {}, {}, {}, {}, 0}, {{drive::text("")}, {}, {}, {}, {}, 0}},
                    Loss::allowed},
                   "", faults);
    }
}

void recognises_its_output(const Subject& subject, Faults& faults) {
    if (!goes_both_ways(subject.format)) return;
    const annexkit_importer& importer = *subject.format.importer;
    const auto sniff = [&](std::string_view text) -> std::int32_t {
        if (importer.sniff == nullptr) return 50;
        const auto certainty = drive::crossing("sniff", [&] { return importer.sniff(sdk::text(text)); });
        if (certainty < 0 || certainty > 100) faults.add(fmt::format("a certainty of {}", certainty));
        return certainty;
    };
    const auto ask_encoding = [&](std::string_view text) {
        if (importer.declared_encoding == nullptr) return;
        drive::crossing("declared_encoding", [&] { return importer.declared_encoding(sdk::text(text)); });
    };
    faults.watch("beginnings", [&] {
        const std::string own = own_output(subject.format);
        if (sniff(own) <= 0) faults.add("it is sure that its own output is of another format");
        std::vector<std::string> beginnings = {"",  " ",  "\n", "\xEF\xBB\xBF", "<",       "{",
                                               "[", "\"", ",",  "\x01",         "\xFF\xFE"};
        for (std::size_t size = 0; size <= std::min<std::size_t>(own.size(), 300); ++size)
            beginnings.push_back(own.substr(0, size));
        for (const std::string& beginning : beginnings) {
            sniff(beginning);
            ask_encoding(beginning);
        }
    });
}

} // namespace conformance
