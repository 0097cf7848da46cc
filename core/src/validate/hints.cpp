// SPDX-License-Identifier: Apache-2.0
#include "validate/hints.hpp"

#include "text/fold.hpp"
#include "text/nearest.hpp"
#include "validate/number_meant.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace annexkit {

std::string code_near(const Checks& checks, std::string_view text) {
    std::string meant = checks.code_meant(text);
    return meant.empty() ? checks.words.nearest(text) : meant;
}

std::string codes_where(bool none_is_near, const Checks& checks) {
    constexpr std::size_t most = 16;
    const auto& all = checks.codes.all();
    if (!none_is_near) return {};
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), most));
    return fmt::format("{}{}", fmt::join(all.begin(), end, ", "), all.size() > most ? ", \u2026" : "");
}

std::string with_form(std::string_view text, const Checks& checks) {
    std::string form = fold(text);
    std::replace_if(
        form.begin(), form.end(), [](char c) { return c == ' ' || c == '_'; }, '-');
    return checks.has_pattern(form) ? form : std::string();
}

std::string number_for(const Schema::Compiled& schema, std::size_t field, const annexkit_record& record) {
    const annexkit_value& value = record.values[field];
    const bool is_number = schema.fields[field].kind == FieldKind::integer && value.kind != ANNEXKIT_LIST;
    return is_number ? number_meant(schema, field, sdk::view(value.text), objective_text_of(schema, record))
                     : std::string();
}

std::string doubt_of(const Schema::Compiled& schema, std::size_t field, const annexkit_record& record) {
    const annexkit_value& value = record.values[field];
    if (value.kind == ANNEXKIT_LIST) return {};
    return number_in_doubt(schema, field, sdk::view(value.text), objective_text_of(schema, record));
}

std::string example_for(const Schema::Compiled& schema, std::size_t field, const KindWords& words) {
    const Checks& checks = schema.checks[field].own;
    return checks.codes.all().empty() ? std::string(words.example) : checks.codes.all().front();
}

} // namespace annexkit
