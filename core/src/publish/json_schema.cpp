// SPDX-License-Identifier: Apache-2.0
// The forms "json-schema" and "json-schema-draft-04".
#include "publish/forms.hpp"
#include "publish/json_text.hpp"
#include "text/pattern_spelling.hpp"

#include <fmt/format.h>

namespace annexkit {
namespace {

/// Whether null may stand for a field that is not there.
enum class Null { refused, taken };

class JsonSchema {
  public:
    JsonSchema(const Schema& schema, Draft draft) : schema_(schema), draft_(draft), gaps_(schema) {
        if (schema.field_of(Role::id)) gaps_.add("whether an id is unique in the annex");
        gaps_.add("whether a name is given twice in an object");
        gaps_.add("whether a whole number is written as one (1, not 1.0)");
        for (std::size_t i = 0; i < schema.fields().size(); ++i) find_gaps(i);
    }

    std::string run() {
        const bool old = draft_ == Draft::draft_04;
        const std::string_view definitions = old ? "definitions" : "$defs";
        reference_ = fmt::format("#/{}/initiative", definitions);
        json_.object([&] {
            json_.put("$schema",
                      old ? "http://json-schema.org/draft-04/schema#" : "https://json-schema.org/draft/2020-12/schema");
            json_.put("title", title_of(schema_.declaration()));
            json_.put("description", gaps_.description(fmt::format(
                                         "as JSON: a document or an array of initiatives; a line of NDJSON is "
                                         "what {} describes. Fields go by their names, not their titles",
                                         reference_)));
            // Keywords for objects say nothing of arrays, and the other way round.
            json_.array("type", [&] {
                json_.text("object");
                json_.text("array");
            });
            json_.object("properties", [&] { document_members(); });
            json_.array("required", [&] { json_.text("initiatives"); });
            list_of_initiatives();
            json_.object(definitions, [&] { json_.object("initiative", [&] { initiative(); }); });
        });
        return json_.str();
    }

  private:
    void find_gaps(std::size_t i) {
        const CompiledField& checks = schema_.compiled().checks[i];
        const std::string& name = schema_.fields()[i].name;
        gaps_.add_pattern(checks.own, PatternLanguage::ecma_script, name);
        gaps_.add_pattern(checks.items, PatternLanguage::ecma_script, "the items of " + name);
    }

    static std::optional<std::string> pattern_of(const Checks& checks) {
        if (!checks.pattern) return std::nullopt;
        const auto whole = whole_pattern(checks.pattern_text, PatternLanguage::ecma_script);
        if (!whole) return std::nullopt;
        return "^" + *whole + "$";
    }

    void list_of_initiatives() {
        json_.object("items", [&] { json_.put("$ref", reference_); });
        json_.put("minItems", std::uint64_t{1});
    }

    void type(std::string_view name, Null null) {
        if (null == Null::refused) return json_.put("type", name);
        json_.array("type", [&] {
            json_.text(name);
            json_.text("null");
        });
    }

    void document_members() {
        json_.object("annex", [&] {
            json_.put("description", "The annex head. Other members are carried through.");
            type("object", Null::taken);
            json_.object("properties", [&] {
                json_.object("declaration", [&] {
                    json_.array("enum", [&] {
                        json_.text(schema_.declaration().id);
                        json_.null();
                    });
                });
                json_.object("as_of", [&] { json_.put("description", "A date, such as 2013-03-25."); });
                json_.object("language", [&] { json_.put("description", "A language code, such as fr."); });
            });
        });
        json_.object("initiatives", [&] {
            json_.put("type", "array");
            list_of_initiatives();
        });
    }

    void initiative() {
        json_.put("type", "object");
        json_.object("properties", [&] {
            for (std::size_t i = 0; i < schema_.fields().size(); ++i)
                json_.object(schema_.fields()[i].name, [&] { field(i); });
        });
        json_.array("required", [&] {
            for (const auto& field : schema_.fields())
                if (field.required) json_.text(field.name);
        });
        json_.put("additionalProperties", schema_.compiled().additional);
        if (has_sections(schema_)) json_.array("anyOf", [&] { sections(); });
    }

    void field(std::size_t i) {
        const Field& field = schema_.fields()[i];
        const CompiledField& checks = schema_.compiled().checks[i];
        const Null null = field.required ? Null::refused : Null::taken;
        json_.put_some("title", title_of(schema_, field));
        json_.put_some("description", checks.description);
        switch (field.kind) {
        case FieldKind::text:
            type("string", null);
            text_checks(checks.own, null);
            if (may_not_be_blank(field, checks.own)) not_blank(checks.own);
            break;
        case FieldKind::integer:
        case FieldKind::number:
            type(field.kind == FieldKind::integer ? "integer" : "number", null);
            codes(checks.own, null, [&](const auto& code) { json_.number(code); });
            if (checks.own.minimum) json_.put_number("minimum", *checks.own.minimum);
            if (checks.own.maximum) json_.put_number("maximum", *checks.own.maximum);
            break;
        case FieldKind::boolean: type("boolean", null); break;
        case FieldKind::list:
            type("array", null);
            list(checks);
            break;
        }
    }

    void list(const CompiledField& checks) {
        json_.object("items", [&] {
            type("string", Null::refused);
            text_checks(checks.items, Null::refused);
            not_blank(checks.items);
        });
        if (checks.own.min_items) json_.put("minItems", *checks.own.min_items);
        if (checks.own.max_items) json_.put("maxItems", *checks.own.max_items);
        if (checks.own.unique_items) json_.put("uniqueItems", true);
    }

    void text_checks(const Checks& checks, Null null) {
        codes(checks, null, [&](const auto& code) { json_.text(code); });
        if (const auto pattern = pattern_of(checks)) json_.put("pattern", *pattern);
        if (checks.min_length) json_.put("minLength", *checks.min_length);
        if (checks.max_length) json_.put("maxLength", *checks.max_length);
    }

    template <class Put> void codes(const Checks& checks, Null null, Put&& put) {
        if (!checks.has_enum) return;
        json_.array("enum", [&] {
            for (const auto& code : checks.codes.all()) put(code);
            if (null == Null::taken) json_.null();
        });
    }

    // Beside a pattern of its own, which may match blanks.
    void not_blank(const Checks& checks) {
        if (checks.has_enum) return;
        if (!pattern_of(checks)) return json_.put("pattern", "\\S");
        json_.array("allOf", [&] { json_.object([&] { json_.put("pattern", "\\S"); }); });
    }

    // An alternative for each section, and one for the objectives that stand in none.
    void sections() {
        for (const auto& section : schema_.declaration().sections)
            alternative([&] { json_.text(section.code); }, section.objectives);
        std::vector<std::int64_t> others;
        for (const auto& objective : schema_.declaration().objectives)
            if (!schema_.compiled().objective(objective.number)->section) others.push_back(objective.number);
        if (others.empty()) return;
        alternative(
            [&] {
                for (const auto& section : schema_.declaration().sections) json_.text(section.code);
            },
            others);
    }

    template <class Codes> void alternative(Codes&& codes, const std::vector<std::int64_t>& objectives) {
        const Field& section = schema_.fields()[*schema_.field_of(Role::section)];
        const Field& objective = schema_.fields()[*schema_.field_of(Role::objective)];
        const auto listed = [&](const Field& field, auto&& values) {
            json_.object(field.name, [&] {
                json_.array("enum", [&] {
                    values();
                    if (!field.required) json_.null();
                });
            });
        };
        json_.object([&] {
            json_.object("properties", [&] {
                listed(section, codes);
                listed(objective, [&] {
                    for (const auto number : objectives) json_.number(std::to_string(number));
                });
            });
        });
    }

    const Schema& schema_;
    Draft draft_;
    Gaps gaps_;
    std::string reference_;
    JsonText json_;
};

} // namespace

std::string json_schema(const Schema& schema, Draft draft) { return JsonSchema(schema, draft).run(); }

} // namespace annexkit
