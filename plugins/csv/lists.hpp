// SPDX-License-Identifier: Apache-2.0
// A list in one cell: items joined by the separator; a backslash escapes separator and backslash. An empty list is an
// empty text, a list of one empty text is \e.
#pragma once

#include "rows.hpp"
#include "shared/blocks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace annexkit::csv {

inline constexpr std::string_view one_empty_item = "\\e";

class ListReader {
  public:
    explicit ListReader(char separator) : separator_(separator), marks_({separator, '\\'}) {}

    /// The items of a cell's text. Lifetime: they point into `text` or into this reader, until it is called again.
    std::span<const annexkit_text> split(std::string_view text);

    /// Where the items of the cell stand in the table. Lifetime: until it is called again.
    std::span<const annexkit_span> place(std::string_view table, const Cell& cell);

  private:
    void split_escaped(std::string_view text);

    char separator_;
    shared::ByteSet<2> marks_;
    std::string room_;
    std::vector<annexkit_text> items_;
    std::vector<annexkit_span> places_;
};

} // namespace annexkit::csv
