// SPDX-License-Identifier: Apache-2.0
#include "writer.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace annexkit::xml {
namespace {

bool is_text(const annexkit_value& value) { return value.kind == ANNEXKIT_UNTYPED || value.kind == ANNEXKIT_TEXT; }

/// How many bytes at `at` XML cannot hold; 0 where it can.
std::size_t unholdable(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 && !is_blank(text[at])) return 1;
    const std::string_view rest = text.substr(at, 3);
    return rest == "\xEF\xBF\xBE" || rest == "\xEF\xBF\xBF" ? 3 : 0;
}

std::string code_point(std::string_view text, std::size_t at) {
    if (text[at] == '\xEF') return text[at + 2] == '\xBE' ? "U+FFFE" : "U+FFFF";
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(text[at]);
    return std::string("U+00") + digits[byte / 16u] + digits[byte % 16u];
}

std::string_view reference(char byte, bool in_attribute) {
    switch (byte) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '\r': return "&#13;";
    case '"': return in_attribute ? "&quot;" : "";
    case '\t': return in_attribute ? "&#9;" : "";
    case '\n': return in_attribute ? "&#10;" : "";
    default: return "";
    }
}

std::string json_of(const annexkit_value& value) {
    if (!is_text(value) && value.kind != ANNEXKIT_LIST) return std::string(sdk::view(value.text));
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    const auto append = [&](annexkit_text text) {
        json.String(text.size == 0 ? "" : text.data, static_cast<rapidjson::SizeType>(text.size));
    };
    if (value.kind == ANNEXKIT_LIST) {
        json.StartArray();
        for (std::uint32_t i = 0; i < value.count; ++i) append(value.items[i]);
        json.EndArray();
    } else {
        append(value.text);
    }
    return {buffer.GetString(), buffer.GetSize()};
}

} // namespace

Writer::Writer(const sdk::OpenRequest& request)
    : fields_(request.fields()), indent_(integer_option(request, "indent", 0, 16)),
      declaration_(request.enabled("declaration")), namespace_(request.enabled("namespace")),
      replacement_(request.option("replace-unrepresentable")) {
    for (std::size_t at = 0; at < replacement_.size(); ++at) {
        if (unholdable(replacement_, at) == 0) continue;
        request.sink().report({.rule = "xml.options"},
                              {sdk::argument("name", "replace-unrepresentable"), sdk::argument("value", replacement_),
                               sdk::argument("wanted", "text that XML can hold"),
                               sdk::argument("wanted_fr", "un texte que XML peut contenir")});
        throw sdk::Failure();
    }
}

std::string Writer::line(std::size_t level) const {
    return indent_ == 0 ? std::string() : "\n" + std::string(level * indent_, ' ');
}

void Writer::append_text(std::string_view name, std::string_view text, bool in_attribute, sdk::Output& output) const {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view escape = reference(text[at], in_attribute);
        const std::size_t wrong = escape.empty() ? unholdable(text, at) : 0;
        if (escape.empty() && wrong == 0) continue;
        output.append(text.substr(from, at - from));
        from = at + (wrong > 0 ? wrong : 1);
        if (wrong == 0) {
            output.append(escape);
            continue;
        }
        const std::string character = code_point(text, at);
        const bool replaced = !replacement_.empty();
        output.report({.rule = replaced ? "loss.replaced" : "loss.character"},
                      {sdk::argument("name", name), sdk::argument("character", character)});
        if (!replaced) throw sdk::Failure();
        append_text(name, replacement_, in_attribute, output);
        at = from - 1;
    }
    output.append(text.substr(from));
}

annexkit_status Writer::begin(std::span<const annexkit_named_value> head, sdk::Output& output) {
    if (declaration_) output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    output.append("<annex");
    if (namespace_) output.append(" xmlns=\"" + std::string(own_namespace) + "\"");
    const auto is_attribute = [](const annexkit_named_value& member) {
        return is_text(member.value) && is_name(sdk::view(member.name)) && sdk::view(member.name) != "xmlns";
    };
    for (const auto& member : head) {
        if (!is_attribute(member)) continue;
        const std::string_view name = sdk::view(member.name);
        output.append(' ');
        output.append(name);
        output.append("=\"");
        append_text(name, sdk::view(member.value.text), true, output);
        output.append('"');
    }
    output.append('>');
    for (const auto& member : head)
        if (!is_attribute(member) && member.value.kind != ANNEXKIT_ABSENT) append_named("head", member, 1, output);
    return ANNEXKIT_OK;
}

annexkit_status Writer::write(const annexkit_record& record, sdk::Output& output) const {
    output.append(line(1) + "<initiative>");
    for (std::size_t i = 0; i < record.value_count && i < fields_.size(); ++i)
        if (record.values[i].kind != ANNEXKIT_ABSENT) append_field(fields_[i], record.values[i], output);
    for (const auto& member : std::span(record.unknown, record.unknown_count))
        if (member.value.kind != ANNEXKIT_ABSENT) append_named("field", member, 2, output);
    output.append(line(1) + "</initiative>");
    return ANNEXKIT_OK;
}

void Writer::append_field(const annexkit_field& field, const annexkit_value& value, sdk::Output& output) const {
    const std::string name(sdk::view(field.name));
    const bool fits = value.kind == field.kind || (value.kind == ANNEXKIT_UNTYPED && field.kind != ANNEXKIT_LIST);
    output.append(line(2) + "<" + name);
    if (!fits || value.kind != ANNEXKIT_LIST) return append_content(name, name, value, !fits, output);
    if (value.count == 0) return output.append("/>");
    output.append('>');
    const std::string item = item_name(name);
    for (std::uint32_t i = 0; i < value.count; ++i) {
        output.append(line(3) + "<" + item);
        append_content(item, name, {ANNEXKIT_TEXT, 0, value.items[i], nullptr}, false, output);
    }
    output.append(line(2) + "</" + name + ">");
}

void Writer::append_named(std::string_view element, const annexkit_named_value& member, std::size_t level,
                          sdk::Output& output) const {
    const std::string_view name = sdk::view(member.name);
    output.append(line(level) + "<" + std::string(element) + " name=\"");
    append_text(name, name, true, output);
    output.append('"');
    append_content(element, name, member.value, !is_text(member.value), output);
}

void Writer::append_content(std::string_view element, std::string_view name, const annexkit_value& value, bool is_json,
                            sdk::Output& output) const {
    const std::string json = is_json ? json_of(value) : std::string();
    const std::string_view text = is_json ? std::string_view(json) : sdk::view(value.text);
    if (is_json) output.append(" type=\"json\"");
    if (text.empty()) return output.append("/>");
    output.append('>');
    append_text(name, text, false, output);
    output.append("</");
    output.append(element);
    output.append('>');
}

annexkit_status Writer::end(std::uint64_t, sdk::Output& output) {
    output.append(line(0) + "</annex>\n");
    return ANNEXKIT_OK;
}

} // namespace annexkit::xml
