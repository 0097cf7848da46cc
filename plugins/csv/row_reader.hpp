// SPDX-License-Identifier: Apache-2.0
// Reads row after row by marks.
#pragma once

#include "marks.hpp"
#include "rows.hpp"

namespace annexkit::csv {

/// Reads a whole text, exactly as read_row would.
class RowReader {
  public:
    /// most_cells: how many cells of each row are wanted. The dialect must outlive the reader.
    RowReader(std::string_view text, const Dialect& dialect, std::size_t most_cells);

    [[nodiscard]] bool at_end() const { return row_ == source_.text.size(); }
    /// Reads the next row, which is whole or open. Not allowed at the end. Reuses the room of `row`.
    RowEnd next(Row& row);

  private:
    void start(std::size_t row);
    bool look_further();
    void set_cell(std::size_t begin, std::size_t end, Cell& cell) const;
    void end_row(std::size_t end, Row& row);
    RowEnd read_exactly(Row& row);

    Source source_;
    Blocks blocks_;
    Marker marker_;
    std::size_t row_ = 0;   ///< where the next row begins
    std::size_t block_ = 0; ///< what marks_ is about
    std::size_t next_block_ = 0;
    Marks marks_;                  ///< the ends still to come, none of them behind a fault
    std::size_t last_doubled_ = 0; ///< the last doubled quote before the block
    std::size_t behind_inner_ = 0; ///< behind the last line end in quotes, up to the end of the block
};

} // namespace annexkit::csv
