// SPDX-License-Identifier: Apache-2.0
#include "writer.hpp"

#include "characters.hpp"
#include "escape.hpp"
#include "namespaces.hpp"
#include "naming.hpp"
#include "options.hpp"

#include "shared/json_value.hpp"

#include <algorithm>

namespace annexkit::xml {
namespace {

constexpr Range indent_range{0, 16};

bool is_text(const annexkit_value& value) { return value.kind == ANNEXKIT_UNTYPED || value.kind == ANNEXKIT_TEXT; }

bool is_attribute(const annexkit_named_value& member) {
    const std::string_view name = sdk::view(member.name);
    return is_text(member.value) && is_plain_name(name) && !is_declaration_of_namespace(name);
}

// How many members are written as attributes. Elements stand behind all attributes, so the first member that cannot be
// one, or that would be a second of its name, makes elements of all that follow: members keep their order.
std::size_t leading_attributes(std::span<const annexkit_named_value> head) {
    const auto is_named_as = [](const annexkit_named_value& member) {
        return [name = sdk::view(member.name)](const auto& other) { return sdk::view(other.name) == name; };
    };
    for (std::size_t i = 0; i < head.size(); ++i) {
        const auto before = head.first(i);
        if (!is_attribute(head[i]) || std::any_of(before.begin(), before.end(), is_named_as(head[i]))) return i;
    }
    return head.size();
}

std::string replacement_of(const sdk::OpenRequest& request) {
    constexpr std::string_view option = "replace-unrepresentable";
    const std::string_view replacement = request.option(option);
    for (std::size_t at = 0; at < replacement.size(); ++at) {
        if (unholdable(replacement, at) == 0) continue;
        request.sink().report({.rule = "xml.options"},
                              {sdk::argument("name", option), sdk::argument("value", replacement),
                               sdk::argument("wanted", "text that XML can hold"),
                               sdk::argument("wanted_fr", "un texte que XML peut contenir")});
        throw sdk::Failure();
    }
    return std::string(replacement);
}

} // namespace

Writer::Writer(const sdk::OpenRequest& request)
    : indent_(integer_option(request, "indent", indent_range)), declaration_(request.enabled("declaration")),
      namespace_(request.enabled("namespace")), replacement_(replacement_of(request)),
      initiative_(tags_of(initiative_element, 1)), other_field_(tags_of(field_element, 2)) {
    initiative_.end.insert(0, line(1));
    for (const auto& field : request.fields()) {
        const std::string_view name = sdk::view(field.name);
        const bool named = !has_element(name);
        const Tags tags = tags_of(named ? field_element : name, 2);
        fields_.push_back({name, field.kind, static_cast<std::int32_t>(fields_.size()), named, tags,
                           tags_of(item_name(name), 3), line(2) + tags.end});
    }
}

std::string Writer::line(std::size_t level) const {
    return indent_ == 0 ? std::string() : "\n" + std::string(level * indent_, ' ');
}

Writer::Tags Writer::tags_of(std::string_view element, std::size_t level) const {
    return {line(level).append("<").append(element), std::string("</").append(element).append(">")};
}

annexkit_status Writer::begin(std::span<const annexkit_named_value> head, sdk::Output& output) {
    try {
        append_frame(head, output);
        return ANNEXKIT_OK;
    } catch (const Stop& stop) {
        return stop.status;
    }
}

annexkit_status Writer::write(const annexkit_record& record, sdk::Output& output) const {
    try {
        append_initiative(record, output);
        return ANNEXKIT_OK;
    } catch (const Stop& stop) {
        return stop.status;
    }
}

void Writer::append_frame(std::span<const annexkit_named_value> head, sdk::Output& output) const {
    if (declaration_) output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    output.append("<annex");
    if (namespace_) output.append(std::string(" xmlns=\"").append(own_namespace).append("\""));
    const std::size_t attributes = leading_attributes(head);
    for (const auto& member : head.first(attributes)) {
        const std::string_view name = sdk::view(member.name);
        output.append(std::string(" ").append(name).append("=\""));
        append_escaped(sdk::view(member.value.text), Where::attribute, unholdable_in({name}), output);
        output.append('"');
    }
    output.append('>');
    const Tags tags = tags_of(head_element, 1);
    for (const auto& member : head.subspan(attributes)) append_named(tags, member, output);
}

void Writer::append_initiative(const annexkit_record& record, sdk::Output& output) const {
    output.append(initiative_.start);
    output.append('>');
    for (std::size_t i = 0; i < record.value_count && i < fields_.size(); ++i)
        if (record.values[i].kind != ANNEXKIT_ABSENT) append_field(fields_[i], record.values[i], output);
    for (const auto& member : std::span(record.unknown, record.unknown_count))
        append_named(other_field_, member, output);
    output.append(initiative_.end);
}

void Writer::append_field(const Field& field, const annexkit_value& value, sdk::Output& output) const {
    const Owner owner{field.name, field.index};
    output.append(field.tags.start);
    if (field.named) append_name(owner, output);
    const bool fits = value.kind == field.kind || (value.kind == ANNEXKIT_UNTYPED && field.kind != ANNEXKIT_LIST);
    if (!fits) return append_json(field.tags, owner, value, output);
    if (value.kind != ANNEXKIT_LIST) return append_content(field.tags, owner, sdk::view(value.text), output);
    if (value.count == 0) return output.append("/>");
    output.append('>');
    for (const auto& item : std::span(value.items, value.count)) {
        output.append(field.item.start);
        append_content(field.item, owner, sdk::view(item), output);
    }
    output.append(field.end_of_list);
}

void Writer::append_named(const Tags& tags, const annexkit_named_value& member, sdk::Output& output) const {
    if (member.value.kind == ANNEXKIT_ABSENT) return;
    const Owner owner{sdk::view(member.name)};
    output.append(tags.start);
    append_name(owner, output);
    if (!is_text(member.value)) return append_json(tags, owner, member.value, output);
    append_content(tags, owner, sdk::view(member.value.text), output);
}

void Writer::append_name(const Owner& owner, sdk::Output& output) const {
    output.append(" name=\"");
    append_escaped(owner.name, Where::attribute, unholdable_in(owner), output);
    output.append('"');
}

void Writer::append_json(const Tags& tags, const Owner& owner, const annexkit_value& value, sdk::Output& output) const {
    output.append(" type=\"json\"");
    append_content(tags, owner, shared::json_of(value), output);
}

void Writer::append_content(const Tags& tags, const Owner& owner, std::string_view text, sdk::Output& output) const {
    if (text.empty()) return output.append("/>");
    output.append('>');
    append_escaped(text, Where::text, unholdable_in(owner), output);
    output.append(tags.end);
}

annexkit_status Writer::end(std::uint64_t, sdk::Output& output) {
    output.append(line(0) + "</annex>\n");
    return ANNEXKIT_OK;
}

} // namespace annexkit::xml
