// SPDX-License-Identifier: Apache-2.0
// Gives untyped values the kind of their field.
#include "validate/typing.hpp"

#include "validate/validator.hpp"

#include <algorithm>
#include <charconv>

namespace annexkit {

std::optional<std::int64_t> to_integer(std::string_view spelled) {
    std::string_view digits = spelled;
    if (digits.starts_with('-')) digits.remove_prefix(1);
    // RFC 8259, section 6: no leading zeros, no sign but minus. -0 is no whole number that a person would write.
    if (digits.empty() || (digits.front() == '0' && (digits.size() > 1 || spelled.size() > 1))) return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(spelled.data(), spelled.data() + spelled.size(), number);
    if (error != std::errc() || end != spelled.data() + spelled.size()) return std::nullopt;
    return number;
}

void type_values(const Schema& schema, const annexkit_record& record, std::span<annexkit_value> values) {
    const auto fields = schema.fields();
    for (std::size_t i = 0; i < values.size(); ++i) {
        annexkit_value& value = values[i] = record.values[i];
        if (value.kind != ANNEXKIT_UNTYPED) continue;
        const std::string_view text(value.text.data, value.text.size);
        switch (fields[i].kind) {
        case FieldKind::text: value.kind = ANNEXKIT_TEXT; break;
        case FieldKind::integer:
        case FieldKind::number:
            if (to_integer(text)) value.kind = ANNEXKIT_NUMBER;
            break;
        case FieldKind::boolean:
            if (text == "true" || text == "false") value.kind = ANNEXKIT_BOOLEAN;
            break;
        case FieldKind::list: break;
        }
    }
}

} // namespace annexkit
