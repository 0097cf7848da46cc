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

void Reading::report_columns(std::span<const annexkit_column> columns, std::uint64_t row,
                             std::span<const std::int32_t> targets) {
    const auto report = [&](PlacedFinding finding, std::size_t column) {
        finding.row = row;
        finding.column = static_cast<std::int32_t>(column);
        pending_.push_back({std::move(finding), columns.empty() ? annexkit_span{0, 0} : columns[column].span});
    };
    const Schema& schema = *context_.schema;
    // What has a column already is not what another heading was meant to be.
    std::vector<std::string> names;
    std::vector<Field> without_column;
    std::set<std::size_t> missing;
    for (std::size_t i = 0; i < schema.fields().size(); ++i) {
        const Field& field = schema.fields()[i];
        if (context_.field_columns[i] >= 0) continue;
        if (field.required) missing.insert(i);
        without_column.push_back(field);
        names.push_back(field.name);
        for (const auto& [language, titles] : field.titles) names.insert(names.end(), titles.begin(), titles.end());
    }
    const Vocabulary known(names);
    const auto report_missing = [&](std::size_t index, std::string nearest, std::size_t column) {
        const std::string& name = schema.fields()[index].name;
        const auto& titles = schema.fields()[index].titles;
        const auto french = titles.find("fr");
        auto finding =
            unplaced(context_.rules, "heading.missing",
                     {{"field", name},
                      {"nearest", std::move(nearest)},
                      {"title", name},
                      {"title_fr", french == titles.end() || french->second.empty() ? name : french->second.front()}});
        finding.finding.field = name;
        report(std::move(finding), column);
    };
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (targets[i] != ANNEXKIT_NAME_UNKNOWN) continue;
        const std::string heading(sdk::view(columns[i].name));
        context_.unknown_headings.insert(heading);
        if (is_blank(heading)) {
            std::size_t end = i + 1;
            while (end < columns.size() && targets[end] == ANNEXKIT_NAME_UNKNOWN && columns[end].name.size == 0) ++end;
            report(unplaced(context_.rules, "heading.blank", {{"count", std::to_string(end - i)}}), i);
            i = end - 1;
            continue;
        }
        const std::string nearest = known.nearest(heading);
        const auto meant = nearest.empty() ? std::nullopt : schema.field_named(nearest);
        if (meant && missing.erase(*meant) > 0) {
            report_missing(*meant, heading, i);
        } else {
            report(unplaced(context_.rules, "heading.unknown",
                            {{"heading", heading},
                             {"nearest", nearest},
                             {"known", fields_where(nearest.empty(), without_column)}}),
                   i);
        }
    }
    for (const std::size_t index : missing) report_missing(index, {}, 0);
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
