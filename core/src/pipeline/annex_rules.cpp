// SPDX-License-Identifier: Apache-2.0
// The rules on what stands outside the records: the headings of a table and the annex head.
#include "pipeline/reading.hpp"
#include "schema/compiled.hpp"
#include "text/date.hpp"
#include "text/fold.hpp"
#include "text/nearest.hpp"
#include "validate/hints.hpp"
#include "validate/number.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace annexkit {
std::int32_t resolve_name(const Schema& schema, std::string_view name) {
    if (name.starts_with(sdk::head_prefix)) return ANNEXKIT_NAME_HEAD;
    if (name == sdk::other_fields_column) return ANNEXKIT_NAME_OTHER_FIELDS;
    const auto field = schema.field_named(name);
    return field ? static_cast<std::int32_t>(*field) : ANNEXKIT_NAME_UNKNOWN;
}

std::int32_t fits_field(const Schema& schema, std::int32_t field, std::string_view text) {
    const auto index = static_cast<std::size_t>(field);
    if (field < 0 || index >= schema.fields().size()) return -1;
    const FieldKind kind = schema.fields()[index].kind;
    const CompiledField& compiled = schema.compiled().checks[index];
    const Checks& checks = kind == FieldKind::list ? compiled.items : compiled.own;
    if (checks.has_enum) return checks.codes.contains(text) || !checks.code_meant(text).empty() ? 1 : 0;
    if (kind == FieldKind::integer) return is_whole_number(text) ? 1 : 0;
    if (kind == FieldKind::number) return is_number(text) ? 1 : 0;
    return -1;
}

namespace {

/// What the columns may stand for whose headings no field knows.
struct UnknownColumns {
    /// The name or title of a field without a column that each heading comes near, or nothing.
    std::vector<std::string> nearest;
    /// The required field that each is told as.
    std::vector<std::optional<std::size_t>> meant;

    /// missing: the required fields without a column; keeps those that no column is told as.
    UnknownColumns(const Schema& schema, std::span<const annexkit_column> columns,
                   std::span<const std::int32_t> targets, const Vocabulary& known, std::set<std::size_t>& missing)
        : nearest(columns.size()), meant(columns.size()) {
        std::vector<std::size_t> foreign;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (targets[i] != ANNEXKIT_NAME_UNKNOWN) continue;
            if (!is_blank(sdk::view(columns[i].name))) nearest[i] = known.nearest(sdk::view(columns[i].name));
            const auto field = nearest[i].empty() ? std::nullopt : schema.field_named(nearest[i]);
            if (nearest[i].empty()) foreign.push_back(i);
            if (field && missing.erase(*field) > 0) meant[i] = field;
        }
        // One column that no field knows, and one field that has none, are one fault.
        if (foreign.size() != 1 || missing.size() != 1) return;
        meant[foreign.front()] = *missing.begin();
        missing.clear();
    }
};

std::vector<Argument> missing_column(const Field& field) {
    const auto french = field.titles.find("fr");
    const bool has_title = french != field.titles.end() && !french->second.empty();
    return {
        {"field", field.name}, {"title", field.name}, {"title_fr", has_title ? french->second.front() : field.name}};
}

} // namespace

void Reading::report_columns(std::span<const annexkit_column> columns, std::uint64_t row,
                             std::span<const std::int32_t> targets) {
    const Schema& schema = *context_.schema;
    const auto report = [&](PlacedFinding finding, std::size_t column) {
        finding.row = row;
        finding.column = static_cast<std::int32_t>(column);
        const Context::ToldByHeading told{finding.finding.severity, finding.column, finding.finding.field};
        // What makes a row invalid is not told by less than that.
        if (finding.finding.rule == "heading.missing" && told.severity >= severity_of(context_.rules, "field.missing"))
            context_.missing_columns.emplace(finding.finding.field, told);
        const bool tells_enough =
            schema.compiled().additional || told.severity >= severity_of(context_.rules, "field.not-allowed");
        if (tells_enough && column < columns.size() && targets[column] == ANNEXKIT_NAME_UNKNOWN)
            context_.unknown_headings.emplace(sdk::view(columns[column].name), told);
        pending_.push_back({std::move(finding), columns.empty() ? annexkit_span{0, 0} : columns[column].span});
    };
    // Where it is off, a heading is told for what it is.
    const bool tells_missing = severity_of(context_.rules, "heading.missing") != Severity::off;
    // What has a column already is not what another heading was meant to be.
    std::vector<std::string> names;
    std::vector<Field> without_column;
    std::set<std::size_t> missing;
    for (std::size_t i = 0; i < schema.fields().size(); ++i) {
        const Field& field = schema.fields()[i];
        if (context_.field_columns[i] >= 0) continue;
        if (field.required && tells_missing) missing.insert(i);
        without_column.push_back(field);
        names.push_back(field.name);
        for (const auto& [language, titles] : field.titles) names.insert(names.end(), titles.begin(), titles.end());
    }
    const UnknownColumns unknown(schema, columns, targets, Vocabulary(names), missing);
    const auto report_missing = [&](std::size_t field, std::size_t column, Argument told_as) {
        std::vector<Argument> arguments = missing_column(schema.fields()[field]);
        arguments.push_back(std::move(told_as));
        auto finding = unplaced(context_.rules, "heading.missing", std::move(arguments));
        finding.finding.field = schema.fields()[field].name;
        report(std::move(finding), column);
    };
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (targets[i] != ANNEXKIT_NAME_UNKNOWN) continue;
        const std::string heading(sdk::view(columns[i].name));
        const std::string& nearest = unknown.nearest[i];
        if (const auto meant = unknown.meant[i]) {
            report_missing(*meant, i,
                           is_blank(heading) ? Argument{"unheaded", schema.fields()[*meant].name}
                                             : Argument{nearest.empty() ? "foreign" : "nearest", heading});
        } else if (is_blank(heading) && schema.compiled().additional) {
            std::size_t end = i + 1;
            while (end < columns.size() && targets[end] == ANNEXKIT_NAME_UNKNOWN && columns[end].name.size == 0) ++end;
            report(unplaced(context_.rules, "heading.blank", {{"count", std::to_string(end - i)}}), i);
            i = end - 1;
        } else {
            const bool is_allowed = schema.compiled().additional;
            report(unplaced(context_.rules, is_allowed ? "heading.unknown" : "heading.not-allowed",
                            {{"heading", heading},
                             {"nearest", nearest},
                             {"known", fields_where(nearest.empty(), without_column)}}),
                   i);
        }
    }
    for (const std::size_t field : missing) report_missing(field, 0, {"nearest", ""});
}

void Reading::excuse_heading(PlacedFinding& finding) {
    if (!finding.finding.rule.starts_with("heading.")) return;
    excuse(context_, finding);
    if (!finding.is_known) return;
    for (auto* const all : {&context_.unknown_headings, &context_.missing_columns})
        for (auto& [name, told] : *all)
            if (told.column == finding.column && told.field == finding.finding.field) told.severity = Severity::off;
}

void Reading::check_head(std::span<const annexkit_named_value> members, const annexkit_place* places) {
    const auto report = [&](std::size_t i, std::string rule, std::vector<Argument> arguments) {
        auto finding = unplaced(context_.rules, std::move(rule), std::move(arguments));
        finding.finding.field = "annex." + std::string(sdk::view(members[i].name));
        if (places == nullptr) {
            placed_.push_back(std::move(finding));
        } else {
            pending_.push_back({std::move(finding), places[i].value});
        }
    };
    for (std::size_t i = 0; i < members.size(); ++i) {
        const std::string name(sdk::view(members[i].name));
        const std::string value(sdk::view(members[i].value.text));
        if (name == "declaration") {
            if (value != context_.schema->declaration().id)
                report(i, "annex.other-declaration",
                       {{"declaration", value}, {"expected", context_.schema->declaration().id}});
        } else if (name == "as_of") {
            if (!is_date(value)) report(i, "annex.malformed-date", {{"name", name}, {"value", value}});
        } else if (name != "language") {
            report(i, "annex.unknown-member", {{"name", name}});
        }
    }
}

} // namespace annexkit
