// SPDX-License-Identifier: Apache-2.0
// The cell other_fields: a JSON object with the fields that the schema does not know.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::csv {

struct OtherField {
    std::string name;
    std::uint32_t kind = ANNEXKIT_TEXT;
    std::string text;
    std::vector<std::string> items;
};

/// Appends the members of a JSON object; false when `json` is none, or nests more than 1000 deep.
bool read_other_fields(std::string_view json, std::vector<OtherField>& fields);

/// The JSON object of the fields that are not absent, or an empty text when there is none.
std::string other_fields_json(std::span<const annexkit_named_value> fields);

/// A JSON array of strings.
std::string list_json(const annexkit_value& list);

} // namespace annexkit::csv
