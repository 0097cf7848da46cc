// SPDX-License-Identifier: Apache-2.0
// Rows that are spelled so that they seem to have too few cells.
#pragma once

#include "dialect.hpp"
#include "rows.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace annexkit::csv {

/// A row in several lines: how many, and where the last of them ends.
struct SplitRow {
    std::size_t lines = 0;
    std::size_t end = 0;
};
/// The row that a line break without quotes cuts behind `row`: short rows, of which the first alone begins like one,
/// that have as many cells as there are columns once they are joined. At most 16 lines.
[[nodiscard]] std::optional<SplitRow> split_row(std::string_view text, const Row& row, const Table& table,
                                                const sdk::Sink& sink);

/// Where a text can be cut so that all of a split row comes to one side: at `cut`, behind a row, or where the row
/// begins that may go on behind it. No row from `sound` on to the cut has a stray quote, and one begins there.
[[nodiscard]] std::size_t cut_beside_split_row(std::string_view text, std::size_t sound, std::size_t cut,
                                               const Table& table, const sdk::Sink& sink);

/// The delimiter that divides the row into as many cells as there are columns, where the table's does not, and most of
/// the cells that the schema can judge fit.
[[nodiscard]] std::optional<char> other_delimiter(std::string_view text, const Row& row, const Table& table,
                                                  const sdk::Sink& sink);

} // namespace annexkit::csv
