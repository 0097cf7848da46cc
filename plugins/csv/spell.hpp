// SPDX-License-Identifier: Apache-2.0
// Spells another value in the place of one that was read.
#pragma once

#include "dialect.hpp"

namespace annexkit::csv {

/// See annexkit_importer.spell: a cell keeps its quotes, and gets some where its new text asks for them. False for an
/// item of a list that would need quotes around the whole cell.
[[nodiscard]] bool spell(const Table& table, const annexkit_spell_request& request, annexkit_span& replaced,
                         sdk::Output& output);

} // namespace annexkit::csv
