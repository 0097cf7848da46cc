// SPDX-License-Identifier: Apache-2.0
// Finds where a text can be cut between two rows.
#pragma once

#include "rows.hpp"

namespace annexkit::csv {

/// So many bytes of a text are whole rows, and no row from `sound` on to there has a stray quote.
struct Cut {
    std::size_t end = 0;
    std::size_t sound = 0;
};

/// What follows is the beginning of a row, or nothing.
Cut find_cut(const Source& source);

} // namespace annexkit::csv
