// SPDX-License-Identifier: Apache-2.0
// The form "csvw": a table description by the Metadata Vocabulary for Tabular Data, of what the format csv writes.
#include "publish/forms.hpp"
#include "publish/json_text.hpp"

#include <fmt/format.h>

namespace annexkit {
namespace {

constexpr const char* what_csvw_lacks = "as CSV: columns stand in the order in which annexkit writes them; a separator "
                                        "within an item of a list is escaped by "
                                        "a backslash, which other readers do not know";

class Csvw {
  public:
    explicit Csvw(const Schema& schema) : schema_(schema), gaps_(schema) {
        gaps_.add_sections();
        gaps_.add("whether the table has a row at all");
        find_gaps();
    }

    std::string run() {
        const Declaration& declaration = schema_.declaration();
        json_.object([&] {
            json_.put("@context", "http://www.w3.org/ns/csvw");
            json_.put("url", "annex.csv");
            json_.array("dc:title", [&] {
                for (const auto& title : declaration.title)
                    json_.object([&] {
                        json_.put("@value", title.second);
                        json_.put("@language", title.first);
                    });
            });
            json_.put("dc:description", gaps_.description(what_csvw_lacks));
            json_.object("tableSchema", [&] {
                json_.array("columns", [&] {
                    for (std::size_t i = 0; i < schema_.fields().size(); ++i) column(i);
                    for (const auto& column : other_columns(schema_)) other(column);
                });
                if (const auto id = schema_.field_of(Role::id))
                    json_.put("primaryKey", variable_name(schema_.fields()[*id].name));
            });
        });
        return json_.str();
    }

  private:
    void find_gaps() {
        for (std::size_t i = 0; i < schema_.fields().size(); ++i) {
            const Field& field = schema_.fields()[i];
            const CompiledField& checks = schema_.compiled().checks[i];
            gaps_.add_pattern(checks.own, PatternLanguage::ecma_script, field.name);
            gaps_.add_pattern(checks.items, PatternLanguage::ecma_script, "the items of " + field.name);
            if (field.kind == FieldKind::list) {
                gaps_.add("how many items " + field.name + " has" +
                          (checks.own.unique_items ? ", and whether one is repeated" : ""));
            }
            if (!range_of(checks.own) && field.kind != FieldKind::text) gaps_.add("the code list of " + field.name);
        }
    }

    // A name is a variable of URI templates (RFC 6570), and may not start with "_".
    static std::string variable_name(std::string_view name) {
        std::string result;
        for (const char byte : name) {
            const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                               (byte >= '0' && byte <= '9') || (!result.empty() && (byte == '_' || byte == '.'));
            if (plain)
                result += byte;
            else
                result += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        }
        return result;
    }

    void column(std::size_t i) {
        const Field& field = schema_.fields()[i];
        const CompiledField& checks = schema_.compiled().checks[i];
        const bool is_list = field.kind == FieldKind::list;
        json_.object([&] {
            json_.put("name", variable_name(field.name));
            json_.object("titles", [&] {
                json_.put("und", field.name);
                for (const auto& titles : field.titles)
                    json_.array(titles.first, [&] {
                        for (const auto& title : titles.second) json_.text(title);
                    });
            });
            json_.put_some("dc:description", checks.description);
            if (is_list) json_.put("separator", "|");
            json_.put("required", field.required && (!is_list || checks.own.min_items.value_or(0) > 0));
            json_.object("datatype", [&] { datatype(field, checks); });
        });
    }

    void datatype(const Field& field, const CompiledField& checks) {
        switch (field.kind) {
        case FieldKind::text: return text(field, checks.own);
        case FieldKind::list: return text(field, checks.items);
        case FieldKind::boolean: json_.put("base", "boolean"); return json_.put("format", "true|false");
        case FieldKind::integer:
        case FieldKind::number: break;
        }
        json_.put("base", field.kind == FieldKind::integer ? "integer" : "number");
        const auto range = range_of(checks.own);
        if (range && range->minimum) json_.put_number("minimum", *range->minimum);
        if (range && range->maximum) json_.put_number("maximum", *range->maximum);
    }

    void text(const Field& field, const Checks& checks) {
        json_.put("base", "string");
        if (const auto pattern = text_pattern(field, checks)) json_.put("format", *pattern);
        if (checks.min_length) json_.put("minLength", *checks.min_length);
        if (checks.max_length) json_.put("maxLength", *checks.max_length);
    }

    void other(const OtherColumn& column) {
        json_.object([&] {
            json_.put("name", variable_name(column.name));
            json_.put("titles", column.name);
            json_.put("dc:description", column.description);
            if (!column.only) return;
            json_.object("datatype", [&] {
                json_.put("base", "string");
                if (column.only->empty()) return json_.put("maxLength", std::uint64_t{0});
                json_.put("format", "^" + literal_pattern(*column.only, PatternLanguage::ecma_script) + "$");
            });
        });
    }

    const Schema& schema_;
    Gaps gaps_;
    JsonText json_;
};

} // namespace

std::string csvw(const Schema& schema) { return Csvw(schema).run(); }

} // namespace annexkit
