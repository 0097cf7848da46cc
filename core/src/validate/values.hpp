// SPDX-License-Identifier: Apache-2.0
// What a value of a record is to the schema, and to a reader.
#pragma once

#include "validate/number.hpp"

#include <annexkit/plugin_sdk.hpp>
#include <annexkit/schema.hpp>

#include <string>

namespace annexkit {

/// Whether a typed value is of the kind.
[[nodiscard]] inline bool fits(FieldKind kind, const annexkit_value& value) {
    switch (kind) {
    case FieldKind::text: return value.kind == ANNEXKIT_TEXT;
    case FieldKind::integer: return value.kind == ANNEXKIT_NUMBER && is_whole_number(sdk::view(value.text));
    case FieldKind::number: return value.kind == ANNEXKIT_NUMBER;
    case FieldKind::boolean: return value.kind == ANNEXKIT_BOOLEAN;
    case FieldKind::list: return value.kind == ANNEXKIT_LIST;
    }
    return false;
}

/// As a sentence shows it.
[[nodiscard]] inline std::string spelled(const annexkit_value& value) {
    if (value.kind != ANNEXKIT_LIST) return std::string(sdk::view(value.text));
    std::string text;
    for (std::uint32_t i = 0; i < value.count; ++i) text.append(i == 0 ? "" : ", ").append(sdk::view(value.items[i]));
    return text;
}

} // namespace annexkit
