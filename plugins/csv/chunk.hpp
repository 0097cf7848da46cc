// SPDX-License-Identifier: Apache-2.0
// Reads the rows of one chunk.
#pragma once

#include "dialect.hpp"

namespace annexkit::csv {

/// Delivers a record for each row that is not blank. Reports csv.blank-row, csv.stray-quote, csv.ragged-row,
/// csv.split-row, csv.other-delimiter, csv.head-disagrees, csv.other-fields and the like.
annexkit_status read_chunk(const Table& table, annexkit_chunk& chunk, const sdk::Sink& sink);

} // namespace annexkit::csv
