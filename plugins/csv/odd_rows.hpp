// SPDX-License-Identifier: Apache-2.0
// Rows that are no initiatives, and cells that are no single cells.
#pragma once

#include "rows.hpp"

#include <optional>
#include <string_view>

namespace annexkit::csv {

/// The word that a row of sums begins with, such as "Total :", if it is one: nothing but numbers stands beside the
/// word. `columns` says which cells count; those of the annex head do not. Lifetime: a view into the text.
[[nodiscard]] std::optional<std::string_view> total_word(std::string_view text, const Row& row,
                                                         std::span<const Column> columns);

/// A quote that opens a cell which holds whole rows: where it stands, and how many.
struct Runaway {
    std::size_t quote = 0;
    std::size_t rows = 0;
};
/// The first of a row that has a fault.
[[nodiscard]] std::optional<Runaway> runaway_quote(std::string_view text, const Row& row, const Dialect& dialect,
                                                   std::size_t columns);

} // namespace annexkit::csv
