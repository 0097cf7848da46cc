// SPDX-License-Identifier: Apache-2.0
// Values that a format without kinds spells in JSON: those whose kind their place does not tell.
#pragma once

#include <annexkit/plugin.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::shared {

/// A value of the contract that owns its text.
struct JsonValue {
    std::uint32_t kind = ANNEXKIT_ABSENT;
    std::string text;
    std::vector<std::string> items;
};

struct JsonMember {
    std::string name;
    JsonValue value;
};

/// Reads JSON text (RFC 8259). null is an absent value and an array of strings a list; other arrays, and objects, are
/// spelled again without white space. Numbers keep their spelling, whatever their size.
///
/// Returns: false when it is no JSON, or nests more than 1000 deep.
bool read_json(std::string_view json, JsonValue& value);

/// Appends the members of a JSON object; false also when it is none.
bool read_json_members(std::string_view json, std::vector<JsonMember>& members);

/// The value as JSON text; null when it is absent.
std::string json_of(const annexkit_value& value);

} // namespace annexkit::shared
