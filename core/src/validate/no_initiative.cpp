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
        ++filled;
        const auto named = text.size() > schema.longest_name ? schema.names.end() : schema.names.find(fold(text));
        headings += named != schema.names.end() && named->second == i ? 1 : 0;
    }
    if (headings >= telling) return of_record("record.headings", {});
    if (required < telling || filled > 1 || record.unknown_count > 0) return std::nullopt;
    return of_record("record.fragment", {{"count", fmt::format("{}", required)}});
}

} // namespace annexkit
