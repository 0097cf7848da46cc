// SPDX-License-Identifier: Apache-2.0
#include "pipeline/record_limits.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <span>

#include <fmt/format.h>

namespace annexkit {
namespace {

// All items of a list together.
std::uint64_t bytes_of(const annexkit_value& value) {
    if (value.kind != ANNEXKIT_LIST) return value.kind == ANNEXKIT_ABSENT ? 0 : value.text.size;
    std::uint64_t bytes = 0;
    for (const auto& item : std::span(value.items, value.count)) bytes += item.size;
    return bytes;
}

LocalFinding too_long(std::string_view field, std::uint64_t limit) {
    LocalFinding finding;
    finding.rule = "limit.field-bytes";
    finding.arguments = {{"field", std::string(field)}, {"limit", fmt::format("{}", limit)}};
    return finding;
}

LocalFinding too_many(std::size_t count, std::uint64_t limit) {
    LocalFinding finding;
    finding.rule = "limit.fields";
    finding.arguments = {{"count", fmt::format("{}", count)}, {"limit", fmt::format("{}", limit)}};
    return finding;
}

} // namespace

bool is_within(const Limits& limits, const annexkit_record& record) {
    if (record.unknown_count > limits.fields) return false;
    // No value is longer than its spelling.
    if (record.span.size <= limits.field_bytes) return true;
    const auto fits = [&](const annexkit_value& value) { return bytes_of(value) <= limits.field_bytes; };
    const std::span values(record.values, record.value_count);
    const std::span unknown(record.unknown, record.unknown_count);
    return std::all_of(values.begin(), values.end(), fits) &&
           std::all_of(unknown.begin(), unknown.end(), [&](const auto& named) { return fits(named.value); });
}

std::vector<LocalFinding> beyond(const Limits& limits, const annexkit_record& record, const Schema& schema) {
    if (record.unknown_count > limits.fields) return {too_many(record.unknown_count, limits.fields)};
    std::vector<LocalFinding> findings;
    for (std::size_t i = 0; i < record.value_count; ++i) {
        if (bytes_of(record.values[i]) <= limits.field_bytes) continue;
        findings.push_back(too_long(schema.fields()[i].name, limits.field_bytes));
        findings.back().field = static_cast<std::int32_t>(i);
    }
    for (std::size_t i = 0; i < record.unknown_count; ++i) {
        if (bytes_of(record.unknown[i].value) <= limits.field_bytes) continue;
        findings.push_back(too_long(sdk::view(record.unknown[i].name), limits.field_bytes));
        findings.back().unknown = static_cast<std::int32_t>(i);
    }
    return findings;
}

} // namespace annexkit
