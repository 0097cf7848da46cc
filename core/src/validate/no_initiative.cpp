// SPDX-License-Identifier: Apache-2.0
#include "validate/no_initiative.hpp"

#include "text/fold.hpp"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace annexkit {
namespace {

LocalFinding of_record(const char* rule, std::vector<Argument> arguments) {
    LocalFinding finding;
    finding.rule = rule;
    finding.schema_pointer = "/required";
    finding.arguments = std::move(arguments);
    return finding;
}

bool is_name_of(const Schema::Compiled& schema, std::size_t i, std::string_view text) {
    // An id that has its form is none, and tells so at once.
    const Checks& checks = schema.checks[i].own;
    if (text.size() > schema.longest_name || (checks.pattern && checks.has_pattern(text))) return false;
    const auto named = schema.names.find(fold(text));
    return named != schema.names.end() && named->second == i;
}

} // namespace

std::optional<LocalFinding> no_initiative(const Schema::Compiled& schema, const annexkit_record& record) {
    constexpr std::size_t telling = 3;
    std::size_t required = 0;
    std::size_t filled = 0;
    std::size_t headings = 0;
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        const annexkit_value& value = record.values[i];
        required += schema.fields[i].required ? 1 : 0;
        const bool is_list = value.kind == ANNEXKIT_LIST && value.count > 0;
        const std::string_view text = sdk::view(is_list ? value.items[0] : value.text);
        if (value.kind == ANNEXKIT_ABSENT || is_blank(text)) continue;
        // What stands under a heading is that heading in each column or in none: one other cell tells enough.
        if (headings == filled && is_name_of(schema, i, text)) ++headings;
        if (++filled > 1 && headings == 0) return std::nullopt;
    }
    if (headings >= telling) return of_record("record.headings", {});
    if (required < telling || filled > 1 || record.unknown_count > 0) return std::nullopt;
    return of_record("record.fragment", {{"count", fmt::format("{}", required)}});
}

} // namespace annexkit
