// SPDX-License-Identifier: Apache-2.0
// A list in one cell: items joined by the separator; a backslash escapes separator and backslash. An empty list is an
// empty text, a list of one empty text is \e.
#pragma once

#include "rows.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::csv {

/// Splits a cell's text in place; the items point into it.
void split_list(char* text, std::size_t size, char separator, std::vector<annexkit_text>& items);

/// Where the items of a cell stand in its source.
void place_list(std::string_view source, const Cell& cell, const Dialect& dialect, std::vector<annexkit_span>& items);

void join_list(std::span<const annexkit_text> items, char separator, std::string& joined);

} // namespace annexkit::csv
