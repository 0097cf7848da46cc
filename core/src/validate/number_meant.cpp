// SPDX-License-Identifier: Apache-2.0
#include "validate/number_meant.hpp"

#include "text/fold.hpp"
#include "text_rules/text_rules.hpp"
#include "validate/number.hpp"

#include <algorithm>
#include <array>

namespace annexkit {
namespace {

constexpr std::string_view digits = "0123456789";

/// Whether this may stand before the number: nothing, "n°", or a name of the field.
bool is_label(const Schema::Compiled& schema, std::size_t field, std::string_view text) {
    std::string folded = fold(text);
    while (!folded.empty() && std::string_view(" .:").find(folded.back()) != std::string_view::npos) folded.pop_back();
    if (folded.empty()) return true;
    constexpr std::array<std::string_view, 5> words = {"n\u00B0", "no", "n", "nr", "numero"};
    if (std::find(words.begin(), words.end(), folded) != words.end()) return true;
    const auto known = schema.names.find(folded);
    return known != schema.names.end() && known->second == field;
}

/// Whether this may stand behind the number of an objective: nothing, or its text, if only the beginning.
bool is_text_of(const Schema::Compiled& schema, std::int64_t number, std::string_view text) {
    const std::string rest = fold(text);
    if (rest.empty()) return true;
    const Numbered* objective = schema.objective(number);
    if (objective == nullptr) return false;
    const std::string said = fold(schema.declaration.objectives[objective->index].text);
    // A text that says something else may have the right number or the right words; nobody but its author knows.
    constexpr std::size_t enough = 12;
    return said == rest || (rest.size() >= enough && said.starts_with(rest)) ||
           (said.size() >= enough && rest.starts_with(said));
}

/// One that is none of the field's would only be wrong in another way.
bool is_known(const Schema::Compiled& schema, std::size_t field, std::string_view number, std::int64_t value) {
    if (schema.fields[field].role == Role::objective && schema.objective(value) == nullptr) return false;
    return !schema.checks[field].own.has_enum || schema.checks[field].own.codes.contains(number);
}

} // namespace

std::string number_meant(const Schema::Compiled& schema, std::size_t field, std::string_view text) {
    const Field& known = schema.fields[field];
    const std::string_view inner = trimmed(text);
    const bool is_whole = known.kind == FieldKind::integer;
    if (is_whole ? is_whole_number(inner) : is_number(inner)) return std::string(inner);
    if (!is_whole) return {};
    const std::size_t begin = inner.find_first_of(digits);
    if (begin == std::string_view::npos || !is_label(schema, field, inner.substr(0, begin))) return {};
    const std::size_t end = std::min(inner.find_first_not_of(digits, begin), inner.size());
    std::string_view number = inner.substr(begin, end - begin);
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size() - 1));
    const auto value = to_integer(number);
    if (!value || !is_known(schema, field, number, *value)) return {};
    std::string_view rest = inner.substr(end);
    // "12,0" and "12.0", as spreadsheets show whole numbers.
    if ((rest.starts_with(',') || rest.starts_with('.')) && rest.size() > 1 &&
        rest.find_first_not_of('0', 1) == std::string_view::npos)
        return std::string(number);
    rest.remove_prefix(std::min(rest.find_first_not_of(".):-\xC2\xA0 \t"), rest.size()));
    const bool fits = rest.empty() || (known.role == Role::objective && is_text_of(schema, *value, rest));
    return fits ? std::string(number) : std::string();
}

} // namespace annexkit
