// SPDX-License-Identifier: Apache-2.0
// The number that a text stands for.
#pragma once

#include "schema/compiled.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace annexkit {

/// The number of " 12", "12.", "12,0", "07", "N° 12" or "Objectif 12", as JSON spells it, in a field of numbers; of an
/// objective also with the beginning of its text behind it: "12. Poursuivre ...". Nothing for a text that may mean
/// something else. `beside` is what the initiative has as the text of its objective, which may settle that.
[[nodiscard]] std::string number_meant(const Schema::Compiled& schema, std::size_t field, std::string_view text,
                                       std::string_view beside);
/// The number of an objective that is not meant for sure, since a text behind it is not that of the objective.
[[nodiscard]] std::string number_in_doubt(const Schema::Compiled& schema, std::size_t field, std::string_view text,
                                          std::string_view beside);
/// What the record has as the text of its objective; empty for none.
[[nodiscard]] std::string_view objective_text_of(const Schema::Compiled& schema, const annexkit_record& record);

} // namespace annexkit
