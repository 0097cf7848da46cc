// SPDX-License-Identifier: Apache-2.0
#include "validate/hints.hpp"

#include "text/fold.hpp"
#include "text/nearest.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace annexkit {

std::string code_near(const Checks& checks, std::string_view text) {
    std::string meant = checks.code_meant(text);
    return meant.empty() ? checks.code_meant(checks.words.nearest(fold_code(text))) : meant;
}

namespace {

std::string some_of(std::span<const std::string> all) {
    constexpr std::size_t most = 16;
    return fmt::format("{}{}", fmt::join(all.first(std::min(all.size(), most)), ", "),
                       all.size() > most ? ", \u2026" : "");
}

} // namespace

std::string codes_where(bool none_is_near, const Checks& checks) {
    return none_is_near ? some_of(checks.codes.all()) : std::string();
}

std::string fields_where(bool none_is_near, std::span<const Field> fields) {
    if (!none_is_near) return {};
    std::vector<std::string> names;
    for (const auto& field : fields) names.push_back(field.name);
    return some_of(names);
}

std::string with_form(std::string_view text, const Checks& checks) {
    std::string form = fold(text);
    std::replace_if(
        form.begin(), form.end(), [](char c) { return c == ' ' || c == '_'; }, '-');
    return checks.has_pattern(form) ? form : std::string();
}

NumberMeant number_for(const Schema::Compiled& schema, std::size_t field, const annexkit_record& record) {
    const annexkit_value& value = record.values[field];
    const bool is_number = schema.fields[field].kind == FieldKind::integer && value.kind != ANNEXKIT_LIST;
    return is_number ? number_meant(schema, field, sdk::view(value.text), objective_text_of(schema, record))
                     : NumberMeant();
}

std::string example_for(const Schema::Compiled& schema, std::size_t field, const KindWords& words) {
    const Checks& checks = schema.checks[field].own;
    return checks.codes.all().empty() ? std::string(words.example) : checks.codes.all().front();
}

} // namespace annexkit
