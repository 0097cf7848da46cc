// SPDX-License-Identifier: Apache-2.0
// Reads "x-declaration", what a schema says about the declaration itself.
#pragma once

#include "schema/json_view.hpp"

#include <annexkit/schema.hpp>

namespace annexkit {

/// Throws: SchemaFault.
[[nodiscard]] Declaration read_declaration(const JsonView& view);

} // namespace annexkit
