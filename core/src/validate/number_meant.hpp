// SPDX-License-Identifier: Apache-2.0
// The number that a text stands for.
#pragma once

#include "schema/compiled.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace annexkit {

/// The number of " 12", "12.", "12,0", "07", "N° 12" or "Objectif 12", as JSON spells it, in a field of numbers; of an
/// objective also with the beginning of its text behind it: "12. Poursuivre ...". Nothing for a text that may mean
/// something else.
[[nodiscard]] std::string number_meant(const Schema::Compiled& schema, std::size_t field, std::string_view text);

} // namespace annexkit
