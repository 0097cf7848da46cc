// SPDX-License-Identifier: Apache-2.0
// Compiles the text of a schema.
#pragma once

#include "schema/compiled.hpp"

#include <annexkit/result.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace annexkit {

/// A declaration of some thousand objectives has about a million.
inline constexpr std::size_t most_schema_bytes = std::size_t{64} << 20;

/// Errors: ErrorKind::schema, naming the schema and the JSON Pointer of what is wrong.
Result<std::unique_ptr<Schema::Compiled>> compile_schema(std::string_view json, const std::string& name);

} // namespace annexkit
