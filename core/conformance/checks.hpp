// SPDX-License-Identifier: Apache-2.0
// The checks of the suite, a file for each topic. suite.cpp lists them with their names.
#pragma once

#include "annexes.hpp"
#include "compare.hpp"
#include "suite.hpp"

#include <cstddef>
#include <cstdint>

namespace conformance {

// declaration_checks.cpp
void declares_itself(const Subject& subject, Faults& faults);
void declares_whole_tables(const Subject& subject, Faults& faults);
void declares_rules(const Subject& subject, Faults& faults);
void declares_options(const Subject& subject, Faults& faults);
void promises_what_it_can_keep(const Subject& subject, Faults& faults);

// working_checks.cpp
void writes_plainly(const Subject& subject, Faults& faults);
void reads_plainly(const Subject& subject, Faults& faults);
void keeps_nothing_lent(const Subject& subject, Faults& faults);

// option_checks.cpp
void opens_with_declared_options(const Subject& subject, Faults& faults);
void refuses_options_with_a_finding(const Subject& subject, Faults& faults);

// round_trip_checks.cpp
void gives_back_what_it_was_given(const Subject& subject, Faults& faults);
void gives_back_whatever_options_say(const Subject& subject, Faults& faults);
void holds_fields_of_any_name(const Subject& subject, Faults& faults);
void recognises_its_output(const Subject& subject, Faults& faults);

// reading_checks.cpp
void reads_through_any_window(const Subject& subject, Faults& faults);
void reads_with_and_without_places(const Subject& subject, Faults& faults);
void places_within_records(const Subject& subject, Faults& faults);
void addresses_every_value(const Subject& subject, Faults& faults);
void stops_at_every_record(const Subject& subject, Faults& faults);
void ends_reading_when_refused(const Subject& subject, Faults& faults);

// writing_checks.cpp
void ends_writing_without_room(const Subject& subject, Faults& faults);
void ends_writing_when_refused(const Subject& subject, Faults& faults);
void closes_at_any_time(const Subject& subject, Faults& faults);
void prints_nothing(const Subject& subject, Faults& faults);

// ability_checks.cpp
void spells_in_place(const Subject& subject, Faults& faults);
void tells_its_settings(const Subject& subject, Faults& faults);
void knows_its_candidates(const Subject& subject, Faults& faults);

// promise_checks.cpp
void is_entered_at_any_line(const Subject& subject, Faults& faults);
void joins_its_outputs(const Subject& subject, Faults& faults);

// damage_checks.cpp
void survives_truncation(const Subject& subject, Faults& faults);
void survives_corruption(const Subject& subject, Faults& faults);
void survives_endless_openings(const Subject& subject, Faults& faults);

// leak_checks.cpp
void gives_back_memory(const Subject& subject, Faults& faults);
void closes_its_files(const Subject& subject, Faults& faults);

// job_checks.cpp
void bears_a_failing_source(const Subject& subject, Faults& faults);
void bears_a_failing_target(const Subject& subject, Faults& faults);
void writes_the_same_in_any_job(const Subject& subject, Faults& faults);

// thread_checks.cpp
void parses_in_many_threads(const Subject& subject, Faults& faults);
void writes_in_many_threads(const Subject& subject, Faults& faults);
void keeps_readers_apart(const Subject& subject, Faults& faults);

/// Export options to try: every choice, and odd values of the other kinds, one option at a time.
std::vector<drive::Options> option_variants(const annexkit_format& format);

/// What a format writes of the mixed annex with default options, or nothing for one that cannot be written.
std::string own_output(const annexkit_format& format);

/// Writes, reads, stops and fails, in every way that leaves something to be given back. What breaks the
/// contract on the way is for other checks to tell.
void work_through(const Subject& subject);

/// The settings that read what a format wrote of the suite's annexes.
drive::ReadSettings own_settings();

/// The inputs of a subject and what it wrote itself.
std::vector<std::string> all_inputs(const Subject& subject);

} // namespace conformance
