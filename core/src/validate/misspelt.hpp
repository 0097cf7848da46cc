// SPDX-License-Identifier: Apache-2.0
// Fields that are missing since their names are spelled otherwise: one fault, told of the field that is missing.
#pragma once

#include "schema/compiled.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <string_view>

namespace annexkit {

/// The unknown field of a record whose name comes nearest to a field that is missing. Empty where there is none, or so
/// many that looking for it would take long.
[[nodiscard]] std::string_view misspelt(const Schema::Compiled& schema, const annexkit_record& record,
                                        std::size_t field);

/// Whether an unknown field of this name is what misspelt() says of a field that is missing.
[[nodiscard]] bool is_told_as_missing(const Schema::Compiled& schema, const annexkit_record& record,
                                      std::string_view name);

} // namespace annexkit
