// SPDX-License-Identifier: Apache-2.0
// Reads rows byte by byte, whatever stands in them. What must be fast goes by marks, and comes here at a fault only.
#pragma once

#include "dialect.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace annexkit::csv {

inline constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

/// One cell, without the quotes around it. A cell with a stray quote is its literal spelling and counts as unquoted.
/// stray: the first quote, or the first byte after a closing quote, that should not be there; or nowhere.
/// doubled: quotes in it are doubled.
struct Cell {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t stray = nowhere;
    bool quoted = false;
    bool doubled = false;

    [[nodiscard]] bool is_absent(const Dialect& dialect) const {
        return begin == end && (!quoted || dialect.quotes_all);
    }
    [[nodiscard]] annexkit_span span() const { return {begin, end - begin}; }
};

/// One row: [begin, end) without its line end; the next one begins at next. stray: the first one of its cells.
/// open_quote: where a cell that the text ends in began.
struct Row {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t next = 0;
    std::size_t stray = nowhere;
    std::size_t open_quote = 0;
    /// How many cells it has. The first of them stand in cells, at most as many as were asked for.
    std::size_t count = 0;
    std::vector<Cell> cells;
    /// False only where no cell has a line end.
    bool may_have_lines = true;

    /// No cell has a value: an empty line, or the delimiters alone that spreadsheets leave below a table, or spaces in
    /// several cells.
    [[nodiscard]] bool is_blank(std::string_view text, const Dialect& dialect) const {
        return end - begin + 1 == count || (count > 1 && has_spaces_alone(text, dialect.delimiter)) ||
               (dialect.quotes_all && has_absent_alone(dialect));
    }
    [[nodiscard]] annexkit_span span() const { return {begin, end - begin}; }

  private:
    // Of nearly every row the first byte tells.
    [[nodiscard]] bool has_spaces_alone(std::string_view text, char delimiter) const {
        return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                           text.begin() + static_cast<std::ptrdiff_t>(end),
                           [&](char byte) { return byte == ' ' || byte == '\t' || byte == delimiter; });
    }
    [[nodiscard]] bool has_absent_alone(const Dialect& dialect) const {
        return count == cells.size() &&
               std::all_of(cells.begin(), cells.end(), [&](const Cell& cell) { return cell.is_absent(dialect); });
    }
};

enum class RowEnd {
    whole,
    partial, ///< the text ends before the row is known to
    open     ///< the text ends inside a quoted cell
};

/// last: nothing follows the text. most_cells: how many cells of each row are wanted.
struct Source {
    std::string_view text;
    const Dialect& dialect;
    bool last = true;
    std::size_t most_cells = nowhere;
};

/// Reads the row at `begin`, which is before the end of the text. Reuses the room of `row`.
RowEnd read_row(const Source& source, std::size_t begin, Row& row);

/// Reads the first row from `begin` on that is not blank, and counts the blank ones before it. Partial where the text
/// has none.
RowEnd read_first_row(const Source& source, std::size_t begin, Row& row, std::uint64_t& blank_rows);

} // namespace annexkit::csv
