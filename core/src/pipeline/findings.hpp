// SPDX-License-Identifier: Apache-2.0
// Findings on their way from a piece of the input to the report.
#pragma once

#include "findings/local_finding.hpp"
#include "pipeline/text_map.hpp"

#include <annexkit/finding.hpp>
#include <annexkit/plugin.h>
#include <annexkit/rule.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace annexkit {

/// A finding whose place is known within its piece. The step that joins the pieces makes it absolute.
struct PlacedFinding {
    /// Everything but ordinal and place, which are relative yet.
    Finding finding;
    TextPosition position;
    /// Index of the record in the piece, or ANNEXKIT_NONE.
    std::uint64_t record = ANNEXKIT_NONE;
    /// Tables: index of the row in the piece, or ANNEXKIT_NONE; and of the column, or -1.
    std::uint64_t row = ANNEXKIT_NONE;
    std::int32_t column = -1;
    /// Index of the field, or -1, for the format's own address.
    std::int32_t field = -1;
    /// It was found outside the records, so it stays when the records are processed anew.
    bool from_scan = false;
    /// The finding stands at a place of the input at all.
    bool has_place = false;
    /// The baseline of the job knows it, so that it is off.
    bool is_known = false;
    /// Its format holds it for an error, however grave it is taken here: what it is about was not read whole.
    bool hinders_reading = false;
};

/// A finding of a core rule that stands nowhere in particular.
[[nodiscard]] PlacedFinding unplaced(const RuleCatalogue& rules, std::string rule, std::vector<Argument> arguments);

/// Makes a spent finding that of a record, in the memory that it has. Takes what the local one has. Initiative and
/// place remain to be set, as they are for every finding of a record; see place().
void renew(PlacedFinding& spent, Severity severity, LocalFinding& local);

/// A finding that a plugin reported. A rule that the catalogue does not know becomes plugin.failed.
[[nodiscard]] PlacedFinding from_plugin(const RuleCatalogue& rules, const annexkit_finding& finding);

/// Sets position, size, excerpt and frame of a finding from a span of the text that `map` was made of. The frame stays
/// within `around`.
void place(PlacedFinding& finding, const TextMap& map, std::string_view text, annexkit_span span, annexkit_span around);

/// Severity of a rule; unknown rules are errors.
[[nodiscard]] Severity severity_of(const RuleCatalogue& rules, std::string_view rule);

} // namespace annexkit
