// SPDX-License-Identifier: Apache-2.0
#include "checks.hpp"

namespace conformance {

namespace {

bool is_read(const annexkit_format& format) { return format.importer != nullptr; }
bool is_written(const annexkit_format& format) { return format.exporter != nullptr; }

constexpr std::string_view unread = "it is not read";
constexpr std::string_view unwritten = "it is not written";
constexpr std::string_view nothing_to_read = "it writes nothing that it could read; name an input with --sample";

} // namespace

std::span<const Check> checks() {
    static constexpr Check all[] = {
        {"declares.itself", "it says what it is", Needs::nothing, declares_itself},
        {"declares.tables", "its tables are whole", Needs::nothing, declares_whole_tables},
        {"declares.rules", "its rules have whole sentences", Needs::nothing, declares_rules},
        {"declares.options", "its options are whole", Needs::nothing, declares_options},
        {"declares.promises", "it promises nothing that its tables lack", Needs::nothing, promises_what_it_can_keep},
        {"works.opens", "it opens with every default and every choice", Needs::nothing, opens_with_declared_options,
         Rank::basic},
        {"works.writes", "it writes a few plain initiatives", Needs::writer, writes_plainly, Rank::basic},
        {"works.reads", "it reads a few plain initiatives", Needs::input, reads_plainly, Rank::basic},
        {"works.lent", "it reads nothing that an earlier call was lent", Needs::nothing, keeps_nothing_lent,
         Rank::basic},
        {"options.refused", "it refuses an option with a finding", Needs::nothing, refuses_options_with_a_finding},
        {"round-trip.values", "it gives back what it was given, or tells the loss", Needs::both,
         gives_back_what_it_was_given},
        {"round-trip.options", "it does so whatever the options say", Needs::both, gives_back_whatever_options_say},
        {"round-trip.names", "it does so whatever the fields are called", Needs::both, holds_fields_of_any_name},
        {"sniff.own-output", "it recognises its own output", Needs::both, recognises_its_output},
        {"read.windows", "it reads the same through windows of any size", Needs::input, reads_through_any_window},
        {"read.with-places", "it reads the same with and without places", Needs::input, reads_with_and_without_places},
        {"read.places", "its places lie within their records", Needs::input, places_within_records},
        {"read.addresses", "it addresses every value", Needs::address, addresses_every_value},
        {"read.spelling", "it spells another text in the place of one, and changes nothing else", Needs::spell,
         spells_in_place},
        {"read.settings", "it tells the options in use, and takes them", Needs::settings, tells_its_settings},
        {"read.candidates", "it takes each way to read an input that it gives", Needs::candidates,
         knows_its_candidates},
        {"stop.records", "it stops at every record", Needs::input, stops_at_every_record},
        {"stop.reading", "it stops reading when the host refuses a call", Needs::input, ends_reading_when_refused},
        {"stop.no-room", "it stops writing when there is no room", Needs::writer, ends_writing_without_room},
        {"stop.writing", "it stops writing when the host refuses a finding", Needs::writer, ends_writing_when_refused},
        {"stop.closing", "it can be closed at any time", Needs::nothing, closes_at_any_time},
        {"promise.lines", "it is entered at any line, if it promises that", Needs::input, is_entered_at_any_line},
        {"promise.joins", "its outputs can be joined, if it promises that", Needs::joins, joins_its_outputs},
        {"damage.truncated", "it takes no truncated input for a whole one", Needs::input, survives_truncation},
        {"damage.corrupted", "it survives corruption", Needs::input, survives_corruption},
        {"damage.endless", "it survives endless openings", Needs::reader, survives_endless_openings},
        {"threads.parse", "it parses in many threads as in one", Needs::scan, parses_in_many_threads},
        {"threads.write", "it writes in many threads as in one", Needs::threads, writes_in_many_threads},
        {"threads.readers", "its readers do not know each other", Needs::input, keeps_readers_apart},
        {"quiet.streams", "it prints nothing", Needs::nothing, prints_nothing},
        {"leaks.memory", "it gives back all memory", Needs::nothing, gives_back_memory},
        {"leaks.files", "it closes what it opens", Needs::nothing, closes_its_files},
        {"job.source", "it bears an input that fails at any byte", Needs::input, bears_a_failing_source},
        {"job.target", "it bears an output that fails at any write", Needs::writer, bears_a_failing_target},
        {"job.same", "a job gives the same bytes again, whatever its threads and chunks", Needs::nothing,
         writes_the_same_in_any_job},
    };
    return all;
}

namespace {

// A reader with something to read, and with a function that is optional.
std::string_view why_not_read(const Subject& subject, bool has_function, std::string_view without_it) {
    if (!is_read(subject.format)) return unread;
    if (!has_function) return without_it;
    return is_written(subject.format) || !subject.inputs.empty() ? std::string_view() : nothing_to_read;
}

} // namespace

std::string_view why_not(const Check& check, const Subject& subject) {
    const annexkit_format& format = subject.format;
    const auto* importer = format.importer;
    const auto has = [&](auto member) { return importer != nullptr && drive::has(*importer, member); };
    switch (check.needs) {
    case Needs::nothing: return {};
    case Needs::reader: return is_read(format) ? "" : unread;
    case Needs::writer: return is_written(format) ? "" : unwritten;
    case Needs::both: return !is_read(format) ? unread : !is_written(format) ? unwritten : "";
    case Needs::input: return why_not_read(subject, true, {});
    case Needs::scan: return why_not_read(subject, has(&annexkit_importer::scan), "it does not scan");
    case Needs::address:
        return why_not_read(subject, has(&annexkit_importer::address), "it has rows and columns, or no addresses");
    case Needs::spell: return why_not_read(subject, has(&annexkit_importer::spell), "it spells nothing anew");
    case Needs::settings: return why_not_read(subject, has(&annexkit_importer::setting), "it settles no option");
    case Needs::candidates:
        return why_not_read(subject, has(&annexkit_importer::candidates), "it is spelled in one way");
    case Needs::joins: return (drive::flags_of(format) & ANNEXKIT_FORMAT_JOINS) == 0 ? "it does not promise that" : "";
    case Needs::threads:
        if (is_written(format) && format.exporter->in_order != 0) return "it is written in order";
        return is_written(format) ? "" : unwritten;
    }
    return {};
}

drive::ReadSettings own_settings() {
    drive::ReadSettings settings;
    settings.fields = fields();
    return settings;
}

std::string own_output(const annexkit_format& format) {
    if (format.exporter == nullptr) return {};
    drive::WriteSettings settings;
    settings.fields = fields();
    const Annex annex = mixed_annex();
    return drive::write(format, annex.head, annex.records, settings).bytes;
}

std::vector<std::string> all_inputs(const Subject& subject) {
    if (subject.format.importer == nullptr) return {};
    std::vector<std::string> inputs = subject.inputs;
    if (auto own = own_output(subject.format); !own.empty()) inputs.push_back(std::move(own));
    return inputs;
}

} // namespace conformance
