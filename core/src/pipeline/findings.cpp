// SPDX-License-Identifier: Apache-2.0
#include "pipeline/findings.hpp"

#include "text/ascii.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>

namespace annexkit {
namespace {

// Enough to recognise a place by; the report shows about a line.
constexpr std::size_t excerpt_bytes = 120;

// What is shown of a line on either side of the marked stretch.
constexpr std::size_t frame_bytes = 200;

bool is_inside_code_point(std::string_view text, std::size_t at) {
    return at < text.size() && is_continuation(text[at]);
}

std::string_view excerpt_of(std::string_view text) {
    if (text.size() <= excerpt_bytes) return text;
    std::size_t size = excerpt_bytes;
    while (size > 0 && is_inside_code_point(text, size)) --size;
    return text.substr(0, size);
}

// Frames [from, to) by what [begin, end) and the line on which it begins have in common.
void frame_line(std::string_view text, std::size_t from, std::size_t to, std::size_t begin, std::size_t end,
                annexkit_span line, Frame& frame) {
    end = std::min<std::size_t>(end, line.offset + line.size);
    begin = std::clamp<std::size_t>(begin, line.offset, end);
    // A line end itself is shown as the end of its line.
    from = std::min(from, end);
    to = std::clamp(to, from, end);
    std::size_t start = from - std::min(frame_bytes, from - begin);
    while (start < from && is_inside_code_point(text, start)) ++start;
    std::size_t stop = std::min({end, to + frame_bytes, from + 2 * frame_bytes});
    while (stop > from && is_inside_code_point(text, stop)) --stop;
    frame.text = text.substr(start, stop - start);
    frame.offset = from - start;
    frame.size = std::min(to, stop) - from;
    frame.cut_before = start > begin;
    frame.cut_after = stop < end;
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

void renew(PlacedFinding& spent, Severity severity, LocalFinding& local) {
    Finding& finding = spent.finding;
    finding.rule = local.rule;
    finding.severity = severity;
    finding.arguments.swap(local.arguments);
    finding.schema_pointer.swap(local.schema_pointer);
    finding.ordinal = 0;
    finding.field.clear();
    finding.item = -1;
    finding.place.row = finding.place.cell_column = 0;
    finding.place.address.clear();
    spent.record = spent.row = ANNEXKIT_NONE;
    spent.column = spent.field = -1;
    spent.from_scan = spent.has_place = spent.is_known = spent.hinders_reading = false;
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

void place(PlacedFinding& finding, const TextMap& map, std::string_view text, annexkit_span span,
           annexkit_span around) {
    const auto from = std::min<std::uint64_t>(span.offset, text.size());
    const auto to = from + std::min<std::uint64_t>(span.size, text.size() - from);
    finding.position = map.at(from);
    finding.finding.place.size = map.offset_of(to) - finding.position.offset;
    finding.finding.excerpt = excerpt_of(text.substr(from, to - from));
    finding.finding.excerpt_is_cut = finding.finding.excerpt.size() < to - from;
    const auto begin = std::min<std::uint64_t>(around.offset, from);
    const auto end = std::clamp<std::uint64_t>(around.offset + around.size, to, text.size());
    frame_line(text, from, to, begin, end, map.line(finding.position.line), finding.finding.frame);
    finding.has_place = true;
}

} // namespace annexkit
