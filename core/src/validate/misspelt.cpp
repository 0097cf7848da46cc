// SPDX-License-Identifier: Apache-2.0
#include "validate/misspelt.hpp"

#include "text/nearest.hpp"

namespace annexkit {

std::string_view misspelt(const Schema::Compiled& schema, const annexkit_record& record, std::size_t field) {
    constexpr std::size_t few = 16;
    if (record.unknown_count > few) return {};
    const std::string& wanted = schema.fields[field].name;
    for (std::size_t u = 0; u < record.unknown_count; ++u) {
        const std::string_view name = sdk::view(record.unknown[u].name);
        if (name != wanted && schema.field_names.nearest(name) == wanted) return name;
    }
    return {};
}

bool is_told_as_missing(const Schema::Compiled& schema, const annexkit_record& record, std::string_view name) {
    // No name, which a field may have, is also what misspelt() gives for nothing.
    if (name.empty()) return false;
    for (std::size_t i = 0; i < schema.fields.size(); ++i)
        if (schema.fields[i].required && record.values[i].kind == ANNEXKIT_ABSENT &&
            misspelt(schema, record, i) == name)
            return true;
    return false;
}

} // namespace annexkit
