// SPDX-License-Identifier: Apache-2.0
#include <annexkit/publish.hpp>

#include "publish/forms.hpp"
#include "text/pattern_spelling.hpp"
#include "validate/number.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace annexkit {
namespace {

// The texts of some languages, the preferred one first, each once.
std::string joined(const Translations& texts, std::string_view preferred) {
    std::vector<std::string_view> order;
    const auto add = [&](std::string_view text) {
        if (std::find(order.begin(), order.end(), text) == order.end()) order.push_back(text);
    };
    if (const auto own = texts.find(preferred); own != texts.end()) add(own->second);
    for (const auto& [language, text] : texts) add(text);
    return fmt::format("{}", fmt::join(order, " / "));
}

} // namespace

std::span<const SchemaFormName> schema_forms() {
    static constexpr std::array forms = {
        SchemaFormName{SchemaForm::json_schema, "json-schema", "annex.json-schema.json"},
        SchemaFormName{SchemaForm::json_schema_draft_04, "json-schema-draft-04", "annex.json-schema-draft-04.json"},
        SchemaFormName{SchemaForm::xsd, "xsd", "annex.xsd"},
        SchemaFormName{SchemaForm::xsd_namespace, "xsd-namespace", "annex-namespace.xsd"},
        SchemaFormName{SchemaForm::table_schema, "table-schema", "annex.table-schema.json"},
        // The name by which readers of CSV on the Web look for what belongs to annex.csv.
        SchemaFormName{SchemaForm::csvw, "csvw", "annex.csv-metadata.json"},
    };
    return forms;
}

std::string publish(const Schema& schema, SchemaForm form) {
    switch (form) {
    case SchemaForm::json_schema: return json_schema(schema, Draft::draft_2020_12);
    case SchemaForm::json_schema_draft_04: return json_schema(schema, Draft::draft_04);
    case SchemaForm::xsd: return xsd(schema, XmlNamespace::none);
    case SchemaForm::xsd_namespace: return xsd(schema, XmlNamespace::own);
    case SchemaForm::table_schema: return table_schema(schema);
    case SchemaForm::csvw: return csvw(schema);
    }
    return {};
}

std::string title_of(const Schema& schema, const Field& field) {
    Translations titles;
    for (const auto& [language, names] : field.titles)
        if (!names.empty()) titles.emplace(language, names.front());
    return joined(titles, schema.declaration().language);
}

std::string title_of(const Declaration& declaration) { return joined(declaration.title, declaration.language); }

bool may_not_be_blank(const Field& field, const Checks& checks) {
    return field.required || checks.min_length.value_or(0) > 0;
}

bool has_sections(const Schema& schema) {
    const auto section = schema.field_of(Role::section);
    return section && schema.field_of(Role::objective) && schema.compiled().checks[*section].own.has_enum;
}

std::optional<NumberRange> range_of(const Checks& checks) {
    if (!checks.has_enum) return NumberRange{checks.minimum, checks.maximum};
    std::vector<std::int64_t> codes;
    for (const auto& code : checks.codes.all())
        if (const auto value = to_integer(code)) codes.push_back(*value);
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    const bool whole = !codes.empty() && codes.size() == checks.codes.all().size() && !checks.minimum &&
                       !checks.maximum && codes.back() - codes.front() == static_cast<std::int64_t>(codes.size()) - 1;
    if (!whole) return std::nullopt;
    return NumberRange{std::to_string(codes.front()), std::to_string(codes.back())};
}

std::vector<OtherColumn> other_columns(const Schema& schema) {
    const std::string head(sdk::head_prefix);
    std::vector<OtherColumn> columns(4);
    columns[0] = {std::string(sdk::other_fields_column),
                  "Fields that the schema does not know, as the members of a JSON object.", std::nullopt};
    if (!schema.compiled().additional) columns[0].only = "";
    columns[1] = {head + "declaration", "The declaration that the annex belongs to, the same on every row.",
                  schema.declaration().id};
    columns[2] = {head + "as_of", "The date of the annex, the same on every row.", std::nullopt};
    columns[3] = {head + "language", "The language of the annex, the same on every row.", std::nullopt};
    return columns;
}

std::optional<std::string> text_pattern(const Field& field, const Checks& checks) {
    constexpr auto language = PatternLanguage::ecma_script;
    if (checks.has_enum) {
        std::vector<std::string> codes;
        for (const auto& code : checks.codes.all()) codes.push_back(literal_pattern(code, language));
        return fmt::format("^({})$", fmt::join(codes, "|"));
    }
    const auto own = checks.pattern ? whole_pattern(checks.pattern_text, language) : std::nullopt;
    if (own) return "^" + *own + "$";
    if (may_not_be_blank(field, checks)) return "^[\\s\\S]*\\S[\\s\\S]*$";
    return std::nullopt;
}

Gaps::Gaps(const Schema& schema) : schema_(schema) {
    const bool heading = schema.field_of(Role::section_heading).has_value();
    const bool text = schema.field_of(Role::objective_text).has_value();
    if (heading && text)
        add("whether headings of sections and texts of objectives are quoted as the declaration has them");
    else if (heading || text)
        add(heading ? "whether headings of sections are quoted as the declaration has them"
                    : "whether texts of objectives are quoted as the declaration has them");
    add("what makes a text suspicious (text.*)");
    add("whether the date of the annex is one");
    add("whether initiatives repeat each other, and what the annex as a whole lacks");
}

void Gaps::add_sections() {
    if (has_sections(schema_)) add("which section an objective belongs to");
}

void Gaps::add_pattern(const Checks& checks, PatternLanguage language, std::string_view what) {
    if (checks.pattern && !whole_pattern(checks.pattern_text, language)) add(fmt::format("the pattern of {}", what));
}

std::string Gaps::description(std::string_view form) const {
    const std::string what = fmt::format(
        "The annex of declaration {}, {}. Made by annexkit from the declaration's schema; change that instead.",
        schema_.declaration().id, form);
    if (gaps_.empty()) return what;
    return fmt::format("{} Not expressed here, and checked by annexkit: {}.", what, fmt::join(gaps_, "; "));
}

} // namespace annexkit
