// SPDX-License-Identifier: Apache-2.0
// Rows that are no initiatives, and cells that are no single cells.
#pragma once

#include "rows.hpp"

#include <optional>
#include <string_view>

namespace annexkit::csv {

/// Whether a text is what a row of sums begins with, such as "Total :".
[[nodiscard]] bool is_total_word(std::string_view text);

/// Whether an unquoted cell would be read as something else than its text: a mark at the start of a table is not part
/// of the cell, and rows of spaces and of sums are passed over.
[[nodiscard]] bool is_misread(std::string_view text);

/// What few texts begin as.
[[nodiscard]] inline bool begins_like_total(std::string_view text) {
    const char byte = text.empty() ? '\0' : text.front();
    return byte == 't' || byte == 'T' || byte == 's' || byte == 'S' || byte == 'g' || byte == 'G' || byte == 'n' ||
           byte == 'N' || byte == ' ' || byte == '=' || byte == '+';
}

/// The word or formula that a row of sums begins with, if it is one: nothing but numbers and formulas stands beside it,
/// and it is not in quotes, as an exporter writes it, unless all cells are. The cells of the annex head do not count.
/// Lifetime: a view into the text.
[[nodiscard]] std::optional<std::string_view> beginning_of_total(std::string_view text, const Row& row,
                                                                 const Table& table);

/// A quote that opens a cell which holds whole rows: where it stands, and how many.
struct Runaway {
    std::size_t quote = 0;
    std::size_t rows = 0;
};
/// The first of a row that has a fault.
[[nodiscard]] std::optional<Runaway> runaway_quote(std::string_view text, const Row& row, const Table& table,
                                                   const sdk::Sink& sink);

/// The same of a row that has as many cells as there are columns, by chance: lines of a quoted cell that are rows of
/// the table by their number of cells and by what the schema says fits.
[[nodiscard]] std::optional<Runaway> swallowed_rows(std::string_view text, const Row& row, const Table& table,
                                                    const sdk::Sink& sink);

/// 1 where a cell is what the schema or the annex head says of a column, 0 where it is not, -1 where neither can tell.
[[nodiscard]] int fits_column(std::string_view text, const Cell& cell, const Column& column, const Table& table,
                              const sdk::Sink& sink);

/// Cells that stand in other columns than their own: from which column on, and by how many columns to the right, or,
/// where it is negative, to the left. One of them, and the column that it belongs to, show it.
struct Shift {
    std::size_t column = 0;
    int by = 0;
    std::size_t shown = 0;
    std::size_t home = 0;
};
/// The shift of a row that has as many cells as there are columns, if moving them back makes at least two more cells
/// fit what the schema and the annex head say of their columns, and most fit then.
[[nodiscard]] std::optional<Shift> shift_of(std::string_view text, const Row& row, const Table& table,
                                            const sdk::Sink& sink);

} // namespace annexkit::csv
