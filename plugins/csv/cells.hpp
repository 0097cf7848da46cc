// SPDX-License-Identifier: Apache-2.0
// The texts of a row's cells, by libcsv.
#pragma once

#include "rows.hpp"

#include <csv.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace annexkit::csv {

class CellReader {
  public:
    /// text_size: that of the longest text to come; libcsv then never has to grow its buffer.
    CellReader(const Dialect& dialect, std::size_t text_size);
    ~CellReader();
    CellReader(const CellReader&) = delete;
    CellReader& operator=(const CellReader&) = delete;

    /// Writes the texts of `row`, which has no stray quote, one after the other to `to`; together they are never longer
    /// than the row. An absent cell has no data. `texts` has one for each cell afterwards.
    /// Throws: std::logic_error when libcsv and read_row disagree.
    void read(std::string_view source, const Row& row, char* to, std::vector<annexkit_text>& texts);

  private:
    csv_parser parser_{};
};

} // namespace annexkit::csv
