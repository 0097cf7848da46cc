// SPDX-License-Identifier: Apache-2.0
// Compiles the standard keywords and ties them to the declaration.
#include "schema/compiler.hpp"

#include "messages/json_faults.hpp"
#include "schema/declaration.hpp"
#include "schema/json_view.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"
#include "text/pattern_spelling.hpp"
#include "text_rules/text_rules.hpp"
#include "validate/number.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <variant>

#include <fmt/format.h>
#include <rapidjson/document.h>

namespace annexkit {
namespace {

// A keyword that is not known is told rather than a type that lacks beside it, as in {"$ref": ...}.
JsonView type_in(const JsonView& view) {
    if (!view.has("type"))
        view.only({"title", "description", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "items",
                   "minItems", "maxItems", "uniqueItems"});
    return view["type"];
}

FieldKind kind_of(const JsonView& type) {
    const std::string name = type.text();
    if (name == "string") return FieldKind::text;
    if (name == "integer") return FieldKind::integer;
    if (name == "number") return FieldKind::number;
    if (name == "boolean") return FieldKind::boolean;
    if (name == "array") return FieldKind::list;
    type.refuse("schema.type", {{"name", name}, {"known", "string, integer, number, boolean, array"}});
}

Role role_of(const JsonView& view) {
    static const std::map<std::string, Role> roles = {
        {"id", Role::id},
        {"part", Role::part},
        {"section", Role::section},
        {"section-heading", Role::section_heading},
        {"objective", Role::objective},
        {"objective-text", Role::objective_text},
        {"partners", Role::partners},
        {"text", Role::text},
        {"bodies", Role::bodies},
    };
    const auto found = roles.find(view.text());
    if (found == roles.end()) view.refuse("schema.no-role", {{"name", view.text()}});
    return found->second;
}

FieldKind kind_for(Role role) {
    switch (role) {
    case Role::part:
    case Role::objective: return FieldKind::integer;
    case Role::partners:
    case Role::bodies: return FieldKind::list;
    default: return FieldKind::text;
    }
}

// What says nothing of the data is a text all the same (draft-04, metadata keywords).
void check_words(const JsonView& view) {
    for (const auto* name : {"id", "title", "description"})
        if (view.has(name)) (void)view[name].text();
}

// What another draft means by the same keywords may be something else.
void check_draft(const JsonView& view) {
    const std::string draft = "http://json-schema.org/draft-04/schema#";
    const std::string named = view.text();
    if (named != draft && named + '#' != draft) view.refuse("schema.draft", {{"name", named}, {"known", draft}});
}

// Lists that draft-04 wants to hold something, and nothing twice (validation, 5.4.3 and 5.5.1).
std::vector<std::string> distinct(const JsonView& list, std::string (JsonView::*value)() const) {
    std::vector<std::string> values;
    std::set<std::string> known;
    for (const auto& item : list.items()) {
        values.push_back((item.*value)());
        if (!known.insert(values.back()).second) item.refuse("schema.twice", {{"name", values.back()}});
    }
    if (values.empty()) list.refuse("schema.no-items");
    return values;
}

std::shared_ptr<const re2::RE2> compiled_pattern(const JsonView& view, std::string_view text) {
    const auto read = read_pattern(text);
    if (const auto* fault = std::get_if<PatternFault>(&read))
        view.refuse(fault->is_slow ? MessageId("schema.pattern-slow") : MessageId("schema.pattern-part"),
                    {{"name", fault->part}, {"offset", fmt::format("{}", fault->character)}});
    re2::RE2::Options options;
    options.set_log_errors(false);
    auto pattern = std::make_shared<re2::RE2>(re2_pattern(std::get<std::vector<PatternToken>>(read)), options);
    if (!pattern->ok()) view.refuse("schema.pattern", {{"reason", pattern->error()}});
    return pattern;
}

Checks text_checks(const JsonView& view) {
    Checks checks;
    if (view.has("pattern")) {
        checks.pattern_text = view["pattern"].text();
        checks.pattern = compiled_pattern(view["pattern"], checks.pattern_text);
        checks.form = Form::of(checks.pattern_text);
    }
    if (view.has("minLength")) checks.min_length = view["minLength"].size();
    if (view.has("maxLength")) checks.max_length = view["maxLength"].size();
    if (view.has("enum")) {
        checks.has_enum = true;
        for (const auto& code : distinct(view["enum"], &JsonView::text)) checks.codes.push_back(code);
    }
    return checks;
}

Checks number_checks(const JsonView& view) {
    Checks checks;
    if (view.has("minimum")) checks.minimum = view["minimum"].number();
    if (view.has("maximum")) checks.maximum = view["maximum"].number();
    if (checks.minimum) checks.short_minimum = short_number(*checks.minimum);
    if (checks.maximum) checks.short_maximum = short_number(*checks.maximum);
    if (view.has("enum")) {
        checks.has_enum = true;
        for (const auto& code : distinct(view["enum"], &JsonView::number)) checks.codes.push_back(code);
    }
    return checks;
}

CompiledField compile_field(const JsonView& view, FieldKind kind) {
    CompiledField result;
    result.pointer = view.pointer();
    check_words(view);
    if (view.has("description")) result.description = view["description"].text();
    switch (kind) {
    case FieldKind::text:
        view.only({"type", "title", "description", "enum", "pattern", "minLength", "maxLength"});
        result.own = text_checks(view);
        break;
    case FieldKind::integer:
    case FieldKind::number:
        view.only({"type", "title", "description", "enum", "minimum", "maximum"});
        result.own = number_checks(view);
        break;
    case FieldKind::boolean: view.only({"type", "title", "description"}); break;
    case FieldKind::list:
        view.only({"type", "title", "description", "items", "minItems", "maxItems", "uniqueItems"});
        if (view.has("minItems")) result.own.min_items = view["minItems"].size();
        if (view.has("maxItems")) result.own.max_items = view["maxItems"].size();
        if (view.has("uniqueItems")) result.own.unique_items = view["uniqueItems"].boolean();
        view["items"].only({"type", "title", "description", "enum", "pattern", "minLength", "maxLength"});
        check_words(view["items"]);
        if (kind_of(type_in(view["items"])) != FieldKind::text) view["items"]["type"].refuse("schema.list-of-others");
        result.items = text_checks(view["items"]);
        break;
    }
    return result;
}

void compile_fields(const JsonView& top, Schema::Compiled& schema) {
    for (const auto& [name, view] : top["properties"].members()) {
        if (name == "other_fields" || name.starts_with("annex.")) view.refuse("schema.reserved");
        Field field;
        field.name = name;
        field.kind = kind_of(type_in(view));
        schema.checks.push_back(compile_field(view, field.kind));
        schema.fields.push_back(std::move(field));
    }
    std::vector<std::string> names;
    std::map<std::string_view, Field*> known;
    for (auto& field : schema.fields) {
        names.push_back(field.name);
        known.emplace(field.name, &field);
    }
    schema.field_names = Vocabulary(names);
    if (!top.has("required")) return;
    (void)distinct(top["required"], &JsonView::text);
    for (const auto& item : top["required"].items()) {
        const auto found = known.find(item.text());
        if (found == known.end()) item.refuse("schema.no-property");
        found->second->required = true;
    }
}

void add_name(Schema::Compiled& schema, const std::string& name, std::size_t field, const JsonView& view) {
    const auto [known, added] = schema.names.emplace(fold(name), field);
    schema.longest_name = std::max(schema.longest_name, known->first.size());
    if (!added && known->second != field)
        view.refuse("schema.name-taken", {{"name", name}, {"field", schema.fields[known->second].name}});
}

void describe_fields(const JsonView& view, Schema::Compiled& schema) {
    for (std::size_t i = 0; i < schema.fields.size(); ++i) add_name(schema, schema.fields[i].name, i, view);
    for (const auto& [name, described] : view.members()) {
        described.only({"titles", "role"});
        const auto found = schema.names.find(fold(name));
        if (found == schema.names.end() || schema.fields[found->second].name != name)
            described.refuse("schema.no-property");
        const std::size_t index = found->second;
        if (described.has("titles"))
            for (const auto& [language, titles] : described["titles"].members())
                for (const auto& title : titles.items()) {
                    add_name(schema, title.text(), index, title);
                    schema.fields[index].titles[language].push_back(title.text());
                }
        if (!described.has("role")) continue;
        const Role role = role_of(described["role"]);
        if (schema.fields[index].kind != kind_for(role)) described["role"].refuse("schema.role-kind");
        auto& taken = schema.roles[static_cast<std::size_t>(role)];
        if (taken) described["role"].refuse("schema.role-taken");
        taken = index;
        schema.fields[index].role = role;
    }
}

void index_declaration(Schema::Compiled& schema) {
    const Declaration& declaration = schema.declaration;
    std::map<std::int64_t, std::size_t> section_of;
    for (std::size_t i = 0; i < declaration.sections.size(); ++i) {
        schema.sections.push_back(declaration.sections[i].code);
        for (const auto number : declaration.sections[i].objectives) section_of.emplace(number, i);
    }
    for (std::size_t i = 0; i < declaration.objectives.size(); ++i) {
        const std::int64_t number = declaration.objectives[i].number;
        const auto home = section_of.find(number);
        schema.objectives.push_back({number, i, home == section_of.end() ? std::nullopt : std::optional(home->second)});
    }
    std::sort(schema.objectives.begin(), schema.objectives.end(),
              [](const Numbered& one, const Numbered& other) { return one.number < other.number; });
}

// Code lists of fields with a role must be those of the declaration, so that one rule can speak for both.
void check_codes(const JsonView& top, const Schema::Compiled& schema) {
    const auto same = [&](Role role, std::vector<std::string> wanted, bool of_items) {
        const auto field = schema.field_of(role);
        if (!field) return;
        const auto& checks = schema.checks[*field];
        const Checks& listed = of_items ? checks.items : checks.own;
        std::vector<std::string> codes = listed.codes.all();
        std::sort(codes.begin(), codes.end());
        std::sort(wanted.begin(), wanted.end());
        if (listed.has_enum && codes != wanted) top.refuse("schema.code-list", {{"field", schema.fields[*field].name}});
    };
    std::vector<std::string> codes;
    for (const auto& section : schema.declaration.sections) codes.push_back(section.code);
    same(Role::section, std::exchange(codes, {}), false);
    for (const auto& part : schema.declaration.parts) codes.push_back(std::to_string(part.number));
    same(Role::part, std::exchange(codes, {}), false);
    for (const auto& signatory : schema.declaration.signatories) codes.push_back(signatory.code);
    same(Role::partners, std::exchange(codes, {}), true);
}

// Aliases, names and headings stand for codes, and codes whatever their case.
void index_meanings(Schema::Compiled& schema) {
    const auto add = [](Checks& checks, std::string_view word, const std::string& code) {
        const auto [known, is_new] = checks.meanings.emplace(fold_code(word), code);
        if (!is_new && known->second != code) known->second.clear();
    };
    for (auto& field : schema.checks)
        for (auto* checks : {&field.own, &field.items})
            for (const auto& code : checks->codes.all()) add(*checks, code, code);
    if (const auto partners = schema.field_of(Role::partners))
        for (const auto& signatory : schema.declaration.signatories) {
            Checks& checks = schema.checks[*partners].items;
            for (const auto& alias : signatory.aliases) add(checks, alias, signatory.code);
            for (const auto& [language, name] : signatory.name) add(checks, name, signatory.code);
        }
    if (const auto section = schema.field_of(Role::section))
        for (const auto& each : schema.declaration.sections) add(schema.checks[*section].own, each.heading, each.code);
    for (auto& field : schema.checks)
        for (auto* checks : {&field.own, &field.items}) {
            std::vector<std::string> words = checks->codes.all();
            for (const auto& [word, code] : checks->meanings)
                if (!code.empty()) words.push_back(word);
            checks->words = Vocabulary(words);
        }
}

/// What the alternatives of the top-level anyOf allow. The table of sections stands for them in the validator, so the
/// two must give the same verdict on every pair of a section and an objective. In the time that reading them takes.
class Alternatives {
  public:
    Alternatives(const JsonView& view, const Schema::Compiled& schema) : view_(view), sections_(schema.sections) {
        for (const auto& known : schema.objectives)
            if (known.section) known_.push_back(known);
        at_home_until_.resize(known_.size());
        for (std::size_t i = known_.size(); i-- > 0;) {
            const bool is_last = i + 1 == known_.size() || *known_[i + 1].section != *known_[i].section;
            at_home_until_[i] = is_last ? i + 1 : at_home_until_[i + 1];
        }
        changes_.resize(known_.size() + 1);
    }

    void add(const Checks& sections, const Checks& objectives) {
        std::vector<std::size_t> allowed;
        for (const auto& code : sections.has_enum ? sections.codes.all() : sections_.all())
            if (const auto found = sections_.find(code); found && (allowed.empty() || *found != allowed.front())) {
                allowed.push_back(*found);
                // No objective is at home in two.
                if (allowed.size() == 2) break;
            }
        const auto compared = [](const Numbered& one, const std::string& bound) {
            return compare_numbers(std::to_string(one.number), bound);
        };
        const auto from = std::partition_point(known_.begin(), known_.end(), [&](const Numbered& one) {
            return objectives.minimum && compared(one, *objectives.minimum) < 0;
        });
        const auto to = std::partition_point(from, known_.end(), [&](const Numbered& one) {
            return !objectives.maximum || compared(one, *objectives.maximum) <= 0;
        });
        if (!objectives.has_enum) return allow(allowed, from, to);
        for (const auto& code : objectives.codes.all()) {
            const auto number = to_integer(code);
            if (!number || std::to_string(*number) != code) continue;
            const auto found =
                std::partition_point(from, to, [&](const Numbered& one) { return one.number < *number; });
            if (found != to && found->number == *number) allow(allowed, found, found + 1);
        }
    }

    /// Once all are added: none is forgotten.
    void check() const {
        std::int64_t allowing = 0;
        for (std::size_t i = 0; i < known_.size(); ++i) {
            allowing += changes_[i];
            if (allowing == 0) refuse(*known_[i].section, known_[i]);
        }
    }

  private:
    using Place = std::vector<Numbered>::const_iterator;

    void allow(const std::vector<std::size_t>& sections, Place from, Place to) {
        if (from == to) return;
        const auto begin = static_cast<std::size_t>(from - known_.begin());
        const auto end = static_cast<std::size_t>(to - known_.begin());
        for (const std::size_t section : sections) {
            if (section != *from->section) refuse(section, *from);
            if (at_home_until_[begin] < end) refuse(section, known_[at_home_until_[begin]]);
            ++changes_[begin];
            --changes_[end];
        }
    }

    [[noreturn]] void refuse(std::size_t section, const Numbered& objective) const {
        view_.refuse("schema.any-of-differs",
                     {{"code", sections_.all()[section]}, {"number", fmt::format("{}", objective.number)}});
    }

    const JsonView& view_;
    const Codes& sections_;
    /// The objectives that belong to a section, by number.
    std::vector<Numbered> known_;
    /// Up to where the objectives belong to the section that this one does.
    std::vector<std::size_t> at_home_until_;
    /// By how many more alternatives each is allowed than the one before it.
    std::vector<std::int64_t> changes_;
};

void check_alternatives(const JsonView& view, const Schema::Compiled& schema) {
    const auto section = schema.field_of(Role::section);
    const auto objective = schema.field_of(Role::objective);
    if (!section || !objective) view.refuse("schema.any-of-roles");
    const char* section_name = schema.fields[*section].name.c_str();
    const char* objective_name = schema.fields[*objective].name.c_str();
    Alternatives alternatives(view, schema);
    for (const auto& item : view.items()) {
        item.only({"properties"});
        const JsonView properties = item["properties"];
        properties.only({section_name, objective_name});
        properties[section_name].only({"enum"});
        properties[objective_name].only({"enum", "minimum", "maximum"});
        alternatives.add(text_checks(properties[section_name]), number_checks(properties[objective_name]));
    }
    alternatives.check();
}

void compile(const JsonView& top, Schema::Compiled& schema) {
    top.only({"$schema", "id", "title", "description", "type", "properties", "required", "additionalProperties",
              "anyOf", "x-declaration"});
    if (top.has("$schema")) check_draft(top["$schema"]);
    check_words(top);
    if (top["type"].text() != "object") top["type"].refuse("schema.no-object-type");
    if (top.has("additionalProperties")) schema.additional = top["additionalProperties"].boolean();
    compile_fields(top, schema);
    const JsonView declared = top["x-declaration"];
    schema.declaration = read_declaration(declared);
    if (declared.has("fields")) describe_fields(declared["fields"], schema);
    index_declaration(schema);
    check_codes(top, schema);
    index_meanings(schema);
    if (top.has("anyOf")) check_alternatives(top["anyOf"], schema);
}

} // namespace

std::string Checks::code_meant(std::string_view text) const {
    auto found = meanings.find(fold_code(text));
    if (found == meanings.end())
        if (const auto read = unmisread(text)) found = meanings.find(fold_code(*read));
    return found == meanings.end() ? std::string() : found->second;
}

Result<std::unique_ptr<Schema::Compiled>> compile_schema(std::string_view json, const std::string& name) {
    rapidjson::Document document;
    if (const auto parsed = read_document(json, document); parsed.IsError())
        return make_error(ErrorKind::schema, "schema.no-json",
                          {{"file", name}, {"place", line_and_column(json, parsed.Offset())}},
                          json_fault(parsed.Code()));
    auto schema = std::make_unique<Schema::Compiled>();
    schema->name = name;
    schema->text = json;
    try {
        compile(JsonView(document, ""), *schema);
    } catch (const SchemaFault& fault) {
        if (fault.pointer.empty())
            return make_error(ErrorKind::schema, "schema.unusable", {{"file", name}}, fault.reason);
        return make_error(ErrorKind::schema, "schema.unusable-at", {{"file", name}, {"place", fault.pointer}},
                          fault.reason);
    }
    return schema;
}

} // namespace annexkit
