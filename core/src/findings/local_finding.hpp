// SPDX-License-Identifier: Apache-2.0
// A finding about one record, before its place in the input is known.
#pragma once

#include <annexkit/finding.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

struct LocalFinding {
    /// Id of a rule in the catalogue, which says its severity. Lifetime: as the program.
    std::string_view rule;
    std::vector<Argument> arguments;
    /// Index of the field in the schema, or -1.
    std::int32_t field = -1;
    /// Index of the unknown field in the record, or -1.
    std::int32_t unknown = -1;
    /// Index of the item in the list, or -1.
    std::int32_t item = -1;
    /// The stretch of the text that it is about; no size means all of it.
    std::size_t text_offset = 0;
    std::size_t text_size = 0;
    /// JSON Pointer into the schema, or empty.
    std::string schema_pointer;
};

} // namespace annexkit
