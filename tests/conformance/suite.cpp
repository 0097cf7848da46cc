// SPDX-License-Identifier: Apache-2.0
#include "checks.hpp"

namespace conformance {

std::span<const Check> checks() {
    static constexpr Check all[] = {
        {"it says what it is", declares_itself},
        {"its tables are whole", declares_whole_tables},
        {"its rules have whole sentences", declares_rules},
        {"its options are whole", declares_options},
        {"it promises nothing that its tables lack", promises_what_it_can_keep},
        {"it opens with every default and every choice", opens_with_declared_options},
        {"it refuses an option with a finding", refuses_options_with_a_finding},
        {"it gives back what it was given, or tells the loss", gives_back_what_it_was_given},
        {"it does so whatever the options say", gives_back_whatever_options_say},
        {"it does so whatever the fields are called", holds_fields_of_any_name},
        {"it recognises its own output", recognises_its_output},
        {"it reads the same through windows of any size", reads_through_any_window},
        {"it reads the same with and without places", reads_with_and_without_places},
        {"its places lie within their records", places_within_records},
        {"it addresses every value", addresses_every_value},
        {"it stops at every record", stops_at_every_record},
        {"it stops reading when the host refuses a call", ends_reading_when_refused},
        {"it stops writing when there is no room", ends_writing_without_room},
        {"it stops writing when the host refuses a finding", ends_writing_when_refused},
        {"it can be closed at any time", closes_at_any_time},
        {"it is entered at any line, if it promises that", is_entered_at_any_line},
        {"its outputs can be joined, if it promises that", joins_its_outputs},
        {"it takes no truncated input for a whole one", survives_truncation},
        {"it survives corruption", survives_corruption},
        {"it survives endless openings", survives_endless_openings},
        {"it parses in many threads as in one", parses_in_many_threads},
        {"it writes in many threads as in one", writes_in_many_threads},
        {"its readers do not know each other", keeps_readers_apart},
        {"it prints nothing", prints_nothing},
    };
    return all;
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
