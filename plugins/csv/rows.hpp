// SPDX-License-Identifier: Apache-2.0
// Finds where rows and cells begin and end.
#pragma once

#include "dialect.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::csv {

inline constexpr std::size_t no_stray = static_cast<std::size_t>(-1);

/// One cell, without the quotes around it. A cell with a stray quote is its literal spelling and counts as unquoted.
/// stray: the first quote, or the first byte after a closing quote, that should not be there; or no_stray.
struct Cell {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t stray = no_stray;
    bool quoted = false;

    [[nodiscard]] bool is_absent() const { return !quoted && begin == end; }
    [[nodiscard]] annexkit_span span() const { return {begin, end - begin}; }
};

/// One row: [begin, end) without its line end; the next one begins at next. open_quote: where an unclosed cell began.
struct Row {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t next = 0;
    std::size_t open_quote = 0;
    bool stray = false;
    std::vector<Cell> cells;

    [[nodiscard]] bool is_blank() const { return begin == end; }
    [[nodiscard]] annexkit_span span() const { return {begin, end - begin}; }
};

enum class RowEnd {
    whole,
    partial, ///< the text ends before the row is known to
    unclosed ///< the input ends inside a quoted cell
};

/// Reads the row at `begin`, which is before the end of `text`. last: nothing follows `text`. Reuses the room of `row`.
RowEnd read_row(std::string_view text, std::size_t begin, bool last, const Dialect& dialect, Row& row);

/// Writes the cell's text, doubled quotes made single, to `to`, which has room for the cell. Returns the text's size.
std::size_t spell_out(std::string_view text, const Cell& cell, char quote, char* to);
std::string spelled_out(std::string_view text, const Cell& cell, char quote);

} // namespace annexkit::csv
