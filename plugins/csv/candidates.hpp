// SPDX-License-Identifier: Apache-2.0
// Tells the ways to read a table, and what speaks for each.
#pragma once

#include "heading.hpp"
#include "sep_line.hpp"

#include <array>
#include <span>
#include <string>

namespace annexkit::csv {

/// Gives `take` each candidate, best first. What stands above the table, such as a byte order mark, is passed over.
template <class Take> annexkit_status tell_candidates(Question question, bool has_headings, Take&& take) {
    annexkit_window window = question.window;
    const auto skip = [&](std::size_t bytes) {
        window.data += bytes;
        window.size -= bytes;
    };
    if (std::string_view(window.data, window.size).starts_with(byte_order_mark)) skip(byte_order_mark.size());
    Dialect dialect = question.dialect;
    const auto line = sep_line({window.data, window.size}, window.last == 1);
    const bool has_line = line && !line->is_open && is_usable(*line, dialect);
    if (has_line) {
        skip(line->size);
        if (dialect.delimiter == '\0') dialect.delimiter = line->delimiter;
    }
    const Question below{window, dialect, question.fields, question.sink};
    const SearchResult chosen = has_headings ? find_heading(below) : find_width(below);
    for (const auto& [heading, evidence] : has_headings ? ranking(below) : width_ranking(below)) {
        const std::array options = {
            annexkit_option_value{sdk::text("delimiter"), {&heading.delimiter, 1}},
            annexkit_option_value{sdk::text("quote"), {&heading.quote, 1}},
        };
        const std::array facts = {
            annexkit_evidence{sdk::text("headings"), heading.known, heading.row.count},
            annexkit_evidence{sdk::text("columns"), evidence.steady, evidence.rows},
            annexkit_evidence{sdk::text("quotes"), evidence.rows - evidence.unsound, evidence.rows},
            annexkit_evidence{sdk::text("codes"), evidence.codes, evidence.cells},
        };
        const std::span<const annexkit_evidence> told = std::span(facts).subspan(has_headings ? 0 : 1);
        const bool is_chosen = chosen.outcome == Search::found && heading.delimiter == chosen.best.delimiter &&
                               heading.quote == chosen.best.quote;
        const annexkit_candidate candidate{
            sizeof candidate, options.data(), options.size(),   heading.index + (has_line ? 1 : 0),
            told.data(),      told.size(),    is_chosen ? 1 : 0};
        if (const auto status = take(candidate); status != ANNEXKIT_OK) return status;
    }
    return ANNEXKIT_OK;
}

} // namespace annexkit::csv
