// SPDX-License-Identifier: Apache-2.0
// Finds where a text can be cut between two rows.
#pragma once

#include "rows.hpp"

namespace annexkit::csv {

/// How many bytes of the text are whole rows. What follows is the beginning of a row, or nothing.
std::size_t find_cut(const Source& source);

} // namespace annexkit::csv
