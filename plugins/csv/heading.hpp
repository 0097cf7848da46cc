// SPDX-License-Identifier: Apache-2.0
// Finds the heading row, and with it the delimiter.
#pragma once

#include "rows.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace annexkit::csv {

/// row: the heading row, index its number in the window; known: how many of its names the host knows.
struct Heading {
    char delimiter = '\0';
    std::size_t known = 0;
    std::uint64_t index = 0;
    Row row;
};

enum class Search {
    found,
    more,      ///< the window is too small to tell
    none,      ///< no row with a known name
    ambiguous, ///< two delimiters do equally well: best and rival
    unclosed   ///< the input ends inside a quoted cell of best.row
};

struct SearchResult {
    Search outcome = Search::none;
    Heading best;
    char rival = '\0';
};

/// Looks at the first 16 rows, as far as they stand in the first MiB, with the given delimiter or, where it is NUL,
/// each candidate.
SearchResult find_heading(const annexkit_window& window, const Dialect& dialect, const sdk::Sink& sink);

/// The same for a table without headings: the delimiter that gives its first row `fields` cells or one more, which is
/// other_fields. best.row is the first row that is not blank; best.known counts its cells.
SearchResult find_width(const annexkit_window& window, const Dialect& dialect, std::size_t fields);

/// The texts of the row's cells; an absent one is empty.
std::vector<std::string> texts_of(std::string_view table, const Row& row, const Dialect& dialect);

} // namespace annexkit::csv
