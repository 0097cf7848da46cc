// SPDX-License-Identifier: Apache-2.0
// Finds the heading row, and with it the delimiter and the quote, by what the schema knows of the table.
#pragma once

#include "rows.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace annexkit::csv {

/// row: the heading row, index its number in the window; known: how many of its names the host knows; searched: where
/// the rows end that were searched for it.
struct Heading {
    char delimiter = '\0';
    char quote = '"';
    std::size_t known = 0;
    std::uint64_t index = 0;
    Row row;
    std::size_t searched = 0;
};

/// What the searched rows below the headings say for a dialect: how many of them have as many cells as there are
/// headings, how many have quotes where RFC 4180 has none, and how many cells of fields with codes or numbers hold one.
struct Evidence {
    std::uint64_t rows = 0;
    std::uint64_t steady = 0;
    std::uint64_t unsound = 0;
    std::uint64_t cells = 0;
    std::uint64_t codes = 0;
};

struct Candidate {
    Heading heading;
    Evidence evidence;
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

/// What is searched, and by whose knowledge. A delimiter or quote that is NUL is to be found.
struct Question {
    const annexkit_window& window;
    const Dialect& dialect;
    std::span<const annexkit_field> fields;
    const sdk::Sink& sink;
};

/// Looks at the first 16 rows, as far as they stand in the first MiB. The delimiter with most known names wins; of two
/// with as many, the one with more evidence. A quote other than the usual one has to have more evidence.
SearchResult find_heading(const Question& question);

/// The same for a table without headings, whose columns are the fields or one more, which is other_fields. best.row is
/// the first row that is not blank; best.known counts its cells, and is 0 where they are neither.
SearchResult find_width(const Question& question);

/// All that find_heading or find_width weighs, best first.
std::vector<Candidate> ranking(const Question& question);
std::vector<Candidate> width_ranking(const Question& question);

/// The texts of the row's cells; an absent one is empty.
std::vector<std::string> texts_of(std::string_view table, const Row& row, const Dialect& dialect);

} // namespace annexkit::csv
