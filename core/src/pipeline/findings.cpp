// SPDX-License-Identifier: Apache-2.0
#include "pipeline/findings.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>

namespace annexkit {
namespace {

// Enough to recognise a place by; the report shows about a line.
constexpr std::size_t excerpt_bytes = 120;

std::string excerpt_of(std::string_view text) {
    if (text.size() <= excerpt_bytes) return std::string(text);
    std::size_t size = excerpt_bytes;
    // Never cut inside a code point.
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    return std::string(text.substr(0, size));
}

} // namespace

Severity severity_of(const RuleCatalogue& rules, std::string_view rule) {
    const Rule* known = rules.find(rule);
    return known == nullptr ? Severity::error : known->severity;
}

PlacedFinding unplaced(const RuleCatalogue& rules, std::string rule, std::vector<Argument> arguments) {
    PlacedFinding result;
    result.finding.severity = severity_of(rules, rule);
    result.finding.rule = std::move(rule);
    result.finding.arguments = std::move(arguments);
    return result;
}

PlacedFinding from_plugin(const RuleCatalogue& rules, const annexkit_finding& finding) {
    const std::string rule(sdk::view(finding.rule));
    if (rules.find(rule) == nullptr)
        return unplaced(rules, "plugin.failed", {{"reason", "it reported a rule that it does not declare: " + rule}});
    std::vector<Argument> arguments;
    for (std::size_t i = 0; i < finding.argument_count; ++i)
        arguments.push_back(
            {std::string(sdk::view(finding.arguments[i].name)), std::string(sdk::view(finding.arguments[i].value))});
    PlacedFinding result = unplaced(rules, rule, std::move(arguments));
    result.record = finding.record;
    result.row = finding.row;
    result.column = finding.column;
    result.field = finding.field;
    return result;
}

void place(PlacedFinding& finding, const TextMap& map, std::string_view text, annexkit_span span) {
    const auto from = std::min<std::uint64_t>(span.offset, text.size());
    const auto to = from + std::min<std::uint64_t>(span.size, text.size() - from);
    finding.position = map.at(from);
    finding.finding.place.size = map.at(to).offset - finding.position.offset;
    finding.finding.excerpt = excerpt_of(text.substr(from, to - from));
    finding.has_place = true;
}

} // namespace annexkit
