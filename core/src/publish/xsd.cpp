// SPDX-License-Identifier: Apache-2.0
// The forms "xsd" and "xsd-namespace": XML Schema 1.0 of what the format xml writes.
#include "publish/forms.hpp"
#include "text/pattern_spelling.hpp"
#include "text/xml_tree.hpp"

#include <cstdint>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace annexkit {
namespace {

constexpr const char* own_namespace = "urn:annexkit:annex:1";

using xml_tree::child;
using xml_tree::set;

// ---- Names, as the format xml has them ----

bool is_name(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const bool first = at == 0;
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        const bool starts = c == '_' || (c >= 0 && u_isalpha(c));
        if (!starts && (first || !(c == '-' || c == '.' || (c >= '0' && c <= '9')))) return false;
    }
    return size > 0;
}

bool has_element(std::string_view field) { return field != "field" && is_name(field); }

std::string item_name(std::string_view list) {
    if (list.size() > 3 && list.ends_with("ies")) return std::string(list.substr(0, list.size() - 3)) + "y";
    if (list.size() > 1 && list.ends_with('s')) return std::string(list.substr(0, list.size() - 1));
    return "item";
}

class Xsd {
  public:
    Xsd(const Schema& schema, XmlNamespace xml_namespace)
        : schema_(schema), gaps_(schema), has_namespace_(xml_namespace == XmlNamespace::own) {}

    std::string run();

  private:
    void put_annex(pugi::xml_node parent);
    void put_attributes(pugi::xml_node type);
    void put_initiative(pugi::xml_node sequence);
    void put_field(pugi::xml_node sequence, std::size_t index);
    void put_list(pugi::xml_node element, std::size_t index);
    void put_named(pugi::xml_node sequence, const char* element, std::string_view description);
    void put_unique(pugi::xml_node element, std::string_view name, std::string_view selector, std::string_view field);
    void put_text_type(pugi::xml_node parent, const Field& field, const Checks& checks, bool not_blank);
    void put_number_type(pugi::xml_node parent, FieldKind kind, const Checks& checks);

    [[nodiscard]] std::string path(std::string_view element) const {
        return (has_namespace_ ? "annex:" : "") + std::string(element);
    }

    const Schema& schema_;
    Gaps gaps_;
    bool has_namespace_;
};

pugi::xml_node put_restriction(pugi::xml_node parent, const char* base) {
    const auto restriction = child(child(parent, "xs:simpleType"), "xs:restriction");
    if (base != nullptr) set(restriction, "base", base);
    return restriction;
}

void put_facet(pugi::xml_node restriction, const char* facet, std::string_view value) {
    set(child(restriction, facet), "value", value);
}

void put_documentation(pugi::xml_node annotation, std::string_view language, std::string_view text) {
    if (text.empty()) return;
    auto documentation = child(annotation, "xs:documentation");
    if (!language.empty()) set(documentation, "xml:lang", language);
    xml_tree::set_text(documentation, text);
}

std::string Xsd::run() {
    gaps_.add_sections();
    gaps_.add("whether numbers stand without space around them");
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    auto top = child(document, "xs:schema");
    set(top, "xmlns:xs", "http://www.w3.org/2001/XMLSchema");
    if (has_namespace_) {
        set(top, "targetNamespace", own_namespace);
        set(top, "xmlns:annex", own_namespace);
    }
    set(top, "elementFormDefault", "qualified");
    const auto annotation = child(top, "xs:annotation");
    for (const auto& [language, title] : schema_.declaration().title) put_documentation(annotation, language, title);
    put_annex(top);
    put_documentation(
        annotation, "en",
        gaps_.description(
            fmt::format("as XML {}: fields go by their names, not their titles, in the order in which annexkit writes "
                        "them",
                        has_namespace_ ? std::string("in the namespace ") + own_namespace : "without a namespace")));
    return xml_tree::spelled(document, "  ");
}

void Xsd::put_annex(pugi::xml_node parent) {
    const auto annex = child(parent, "xs:element");
    set(annex, "name", "annex");
    const auto type = child(annex, "xs:complexType");
    const auto sequence = child(type, "xs:sequence");
    put_named(sequence, "head", "A member of the annex head that cannot be an attribute.");
    put_initiative(sequence);
    put_attributes(type);
    if (const auto id = schema_.field_of(Role::id); id && has_element(schema_.fields()[*id].name))
        put_unique(annex, "initiative-id", path("initiative"), path(schema_.fields()[*id].name));
}

void Xsd::put_attributes(pugi::xml_node type) {
    const auto attribute = child(type, "xs:attribute");
    set(attribute, "name", "declaration");
    put_facet(put_restriction(attribute, "xs:string"), "xs:enumeration", schema_.declaration().id);
    const auto others = child(type, "xs:anyAttribute");
    set(others, "processContents", "skip");
    put_documentation(child(others, "xs:annotation"), "en",
                      "The annex head: as_of, a date such as 2013-03-25; language; other members are carried through.");
}

void Xsd::put_initiative(pugi::xml_node sequence) {
    const auto initiative = child(sequence, "xs:element");
    set(initiative, "name", "initiative");
    set(initiative, "maxOccurs", "unbounded");
    const auto type = child(initiative, "xs:complexType");
    bool takes_others = schema_.compiled().additional;
    bool in_order = true;
    for (const auto& field : schema_.fields()) {
        if (has_element(field.name)) continue;
        gaps_.add(fmt::format("the field \"{}\", whose name no element can have", field.name));
        takes_others = true;
        in_order = false;
    }
    // Elements named "field" among optional ones would make a sequence ambiguous (XML Schema, part 1, section 3.8.6).
    auto fields = child(type, in_order ? "xs:sequence" : "xs:choice");
    if (!in_order) {
        set(fields, "minOccurs", "0");
        set(fields, "maxOccurs", "unbounded");
        gaps_.add("whether a field is missing or is given twice");
    }
    for (std::size_t i = 0; i < schema_.fields().size(); ++i)
        if (has_element(schema_.fields()[i].name)) put_field(fields, i);
    if (takes_others)
        put_named(fields, "field", "A field whose name no element can have, or that the schema does not know.");
}

// An element that stands any number of times and says in an attribute what it is.
void Xsd::put_named(pugi::xml_node sequence, const char* element, std::string_view description) {
    const auto node = child(sequence, "xs:element");
    set(node, "name", element);
    set(node, "minOccurs", "0");
    set(node, "maxOccurs", "unbounded");
    put_documentation(child(node, "xs:annotation"), "en", description);
    const auto extension = child(child(child(node, "xs:complexType"), "xs:simpleContent"), "xs:extension");
    set(extension, "base", "xs:string");
    const auto name = child(extension, "xs:attribute");
    set(name, "name", "name");
    set(name, "type", "xs:string");
    set(name, "use", "required");
    const auto type = child(extension, "xs:attribute");
    set(type, "name", "type");
    put_facet(put_restriction(type, "xs:string"), "xs:enumeration", "json");
}

void Xsd::put_unique(pugi::xml_node element, std::string_view name, std::string_view selector, std::string_view field) {
    const auto unique = child(element, "xs:unique");
    set(unique, "name", name);
    set(child(unique, "xs:selector"), "xpath", selector);
    set(child(unique, "xs:field"), "xpath", field);
}

void Xsd::put_field(pugi::xml_node sequence, std::size_t index) {
    const Field& field = schema_.fields()[index];
    const CompiledField& checks = schema_.compiled().checks[index];
    auto element = child(sequence, "xs:element");
    set(element, "name", field.name);
    if (!field.required) set(element, "minOccurs", "0");
    const auto annotation = child(element, "xs:annotation");
    for (const auto& [language, titles] : field.titles)
        if (!titles.empty()) put_documentation(annotation, language, titles.front());
    put_documentation(annotation, "", checks.description);
    if (!annotation.first_child()) element.remove_child(annotation);
    switch (field.kind) {
    case FieldKind::text: return put_text_type(element, field, checks.own, may_not_be_blank(field, checks.own));
    case FieldKind::integer:
    case FieldKind::number: return put_number_type(element, field.kind, checks.own);
    case FieldKind::boolean: return put_facet(put_restriction(element, "xs:boolean"), "xs:pattern", "true|false");
    case FieldKind::list: return put_list(element, index);
    }
}

void Xsd::put_list(pugi::xml_node element, std::size_t index) {
    const Field& field = schema_.fields()[index];
    const CompiledField& checks = schema_.compiled().checks[index];
    const std::string name = item_name(field.name);
    const auto item = child(child(child(element, "xs:complexType"), "xs:sequence"), "xs:element");
    set(item, "name", name);
    set(item, "minOccurs", std::to_string(checks.own.min_items.value_or(0)));
    set(item, "maxOccurs", checks.own.max_items ? std::to_string(*checks.own.max_items) : "unbounded");
    put_text_type(item, field, checks.items, true);
    if (checks.own.unique_items) put_unique(element, field.name + "-items", path(name), ".");
}

// Patterns of one restriction are alternatives, so one that holds as well takes a restriction of its own.
void Xsd::put_text_type(pugi::xml_node parent, const Field& field, const Checks& checks, bool not_blank) {
    const auto pattern =
        checks.pattern ? whole_pattern(checks.pattern_text, PatternLanguage::xml_schema) : std::nullopt;
    gaps_.add_pattern(checks, PatternLanguage::xml_schema, field.name);
    // \S would take a no-break space for text.
    constexpr std::string_view some_text = "[\\s\\S]*[^\\s\\p{Z}][\\s\\S]*";
    const bool both = pattern && not_blank && !checks.has_enum;
    auto restriction = put_restriction(parent, both ? nullptr : "xs:string");
    if (both) put_facet(put_restriction(restriction, "xs:string"), "xs:pattern", some_text);
    if (pattern)
        put_facet(restriction, "xs:pattern", *pattern);
    else if (not_blank && !checks.has_enum)
        put_facet(restriction, "xs:pattern", some_text);
    for (const auto& code : checks.codes.all()) put_facet(restriction, "xs:enumeration", code);
    if (checks.min_length) put_facet(restriction, "xs:minLength", std::to_string(*checks.min_length));
    if (checks.max_length) put_facet(restriction, "xs:maxLength", std::to_string(*checks.max_length));
}

void Xsd::put_number_type(pugi::xml_node parent, FieldKind kind, const Checks& checks) {
    const bool whole = kind == FieldKind::integer;
    const auto restriction = put_restriction(parent, whole ? "xs:integer" : "xs:double");
    put_facet(restriction, "xs:pattern",
              whole ? "0|-?[1-9][0-9]*" : "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+\\-]?[0-9]+)?");
    for (const auto& code : checks.codes.all()) put_facet(restriction, "xs:enumeration", code);
    if (checks.minimum) put_facet(restriction, "xs:minInclusive", *checks.minimum);
    if (checks.maximum) put_facet(restriction, "xs:maxInclusive", *checks.maximum);
}

} // namespace

std::string xsd(const Schema& schema, XmlNamespace xml_namespace) { return Xsd(schema, xml_namespace).run(); }

} // namespace annexkit
