// SPDX-License-Identifier: Apache-2.0
// The form "table-schema": Table Schema 1.0 of what the format csv writes.
#include "publish/forms.hpp"
#include "publish/json_text.hpp"
#include "text/pattern_spelling.hpp"

#include <fmt/format.h>

namespace annexkit {
namespace {

constexpr const char* what_table_schema_lacks =
    "as CSV: fields go by their names, not their titles, in the order in which annexkit "
    "writes them; items of a list stand in one cell, separated by |";

class TableSchema {
  public:
    explicit TableSchema(const Schema& schema) : schema_(schema), gaps_(schema) {
        gaps_.add_sections();
        gaps_.add("whether the table has a row at all");
        find_gaps();
    }

    std::string run() {
        json_.object([&] {
            json_.put("title", title_of(schema_.declaration()));
            json_.put("description", gaps_.description(what_table_schema_lacks));
            json_.array("fields", [&] {
                for (std::size_t i = 0; i < schema_.fields().size(); ++i) field(i);
                for (const auto& column : other_columns(schema_)) other(column);
            });
            if (const auto id = schema_.field_of(Role::id)) json_.put("primaryKey", schema_.fields()[*id].name);
            json_.array("missingValues", [&] { json_.text(""); });
        });
        return json_.str();
    }

  private:
    void find_gaps() {
        for (std::size_t i = 0; i < schema_.fields().size(); ++i) {
            const Field& field = schema_.fields()[i];
            const CompiledField& checks = schema_.compiled().checks[i];
            gaps_.add_pattern(checks.own, PatternLanguage::ecma_script, field.name);
            if (checks.own.unique_items) gaps_.add("whether an item of " + field.name + " is repeated");
            if (field.kind == FieldKind::list && !checks.items.has_enum)
                gaps_.add("what is asked of the items of " + field.name + " and of their number");
        }
    }

    void field(std::size_t i) {
        const Field& field = schema_.fields()[i];
        const CompiledField& checks = schema_.compiled().checks[i];
        json_.object([&] {
            json_.put("name", field.name);
            json_.put_some("title", title_of(schema_, field));
            json_.put_some("description", checks.description);
            const bool is_text = field.kind == FieldKind::text || field.kind == FieldKind::list;
            json_.put("type", is_text                            ? "string"
                              : field.kind == FieldKind::integer ? "integer"
                              : field.kind == FieldKind::number  ? "number"
                                                                 : "boolean");
            if (field.kind == FieldKind::boolean) {
                json_.array("trueValues", [&] { json_.text("true"); });
                json_.array("falseValues", [&] { json_.text("false"); });
            }
            json_.object("constraints", [&] { constraints(field, checks); });
        });
    }

    void constraints(const Field& field, const CompiledField& checks) {
        // The cell of a list without items is empty, which is no missing value.
        const bool is_list = field.kind == FieldKind::list;
        json_.put("required", field.required && (!is_list || checks.own.min_items.value_or(0) > 0));
        if (is_list) return list(checks);
        if (field.kind == FieldKind::text) {
            texts(field, checks.own);
            if (checks.own.min_length) json_.put("minLength", *checks.own.min_length);
            if (checks.own.max_length) json_.put("maxLength", *checks.own.max_length);
            return;
        }
        if (checks.own.has_enum)
            json_.array("enum", [&] {
                for (const auto& code : checks.own.codes.all()) json_.number(code);
            });
        if (checks.own.minimum) json_.put_number("minimum", *checks.own.minimum);
        if (checks.own.maximum) json_.put_number("maximum", *checks.own.maximum);
    }

    void texts(const Field& field, const Checks& checks) {
        if (checks.has_enum)
            return json_.array("enum", [&] {
                for (const auto& code : checks.codes.all()) json_.text(code);
            });
        if (const auto pattern = text_pattern(field, checks)) json_.put("pattern", *pattern);
    }

    // Only lists of codes can be told from their cell: other items may hold a separator that is escaped.
    void list(const CompiledField& checks) {
        if (!checks.items.has_enum) return;
        std::vector<std::string> codes;
        for (const auto& code : checks.items.codes.all())
            codes.push_back(literal_pattern(in_cell(code), PatternLanguage::ecma_script));
        const std::string item = fmt::format("({})", fmt::join(codes, "|"));
        const auto least = checks.own.min_items.value_or(0);
        const auto most = checks.own.max_items;
        json_.put("pattern", fmt::format("^{}(\\|{}){{{},{}}}$", item, item, least > 0 ? least - 1 : 0,
                                         most && *most > 0 ? std::to_string(*most - 1) : ""));
    }

    static std::string in_cell(std::string_view item) {
        std::string result;
        for (const char byte : item) {
            if (byte == '|' || byte == '\\') result += '\\';
            result += byte;
        }
        return result;
    }

    void other(const OtherColumn& column) {
        json_.object([&] {
            json_.put("name", column.name);
            json_.put("description", column.description);
            json_.put("type", "string");
            if (!column.only) return;
            json_.object("constraints", [&] {
                // An empty cell is a missing value, which is held against no constraint.
                if (column.only->empty()) return json_.put("maxLength", std::uint64_t{0});
                json_.array("enum", [&] { json_.text(*column.only); });
            });
        });
    }

    const Schema& schema_;
    Gaps gaps_;
    JsonText json_;
};

} // namespace

std::string table_schema(const Schema& schema) { return TableSchema(schema).run(); }

} // namespace annexkit
