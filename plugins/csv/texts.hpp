// SPDX-License-Identifier: Apache-2.0
// The texts of cells: views into the table or, where quotes are doubled, copies; libcsv spells out what is odd.
#pragma once

#include "rows.hpp"

#include <csv.h>

#include <string>

namespace annexkit::csv {

class CellTexts {
  public:
    /// The dialect must outlive it.
    explicit CellTexts(const Dialect& dialect);
    ~CellTexts();
    CellTexts(const CellTexts&) = delete;
    CellTexts& operator=(const CellTexts&) = delete;

    /// The texts that were given end here.
    void begin(const Row& row);
    /// The text of a cell of that row; an absent one has no data.
    /// Throws: std::logic_error when libcsv reads the cell in another way.
    annexkit_text text_of(std::string_view table, const Cell& cell);

  private:
    annexkit_text spelled_out(std::string_view quoted);

    const Dialect& dialect_;
    csv_parser parser_{};
    std::string room_; ///< at least as long as the row from its first text on, so that it does not move
    std::size_t used_ = 0;
    std::size_t row_bytes_ = 0;
};

} // namespace annexkit::csv
