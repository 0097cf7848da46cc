// SPDX-License-Identifier: Apache-2.0
// Gives untyped values the kind of their field.
#include "validate/number.hpp"
#include "validate/validator.hpp"

namespace annexkit {

void type_values(const Schema& schema, const annexkit_record& record, std::span<annexkit_value> values) {
    const auto fields = schema.fields();
    for (std::size_t i = 0; i < values.size(); ++i) {
        annexkit_value& value = values[i] = record.values[i];
        if (value.kind != ANNEXKIT_UNTYPED) continue;
        const std::string_view text(value.text.data, value.text.size);
        switch (fields[i].kind) {
        case FieldKind::text: value.kind = ANNEXKIT_TEXT; break;
        // A number that is not whole is of the wrong kind for an integer field, and yet comes back as a number.
        case FieldKind::integer:
        case FieldKind::number:
            if (is_number(text)) value.kind = ANNEXKIT_NUMBER;
            break;
        case FieldKind::boolean:
            if (text == "true" || text == "false") value.kind = ANNEXKIT_BOOLEAN;
            break;
        case FieldKind::list: break;
        }
    }
}

} // namespace annexkit
