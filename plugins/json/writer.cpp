// SPDX-License-Identifier: Apache-2.0
#include "writer.hpp"

#include "options.hpp"
#include "strings.hpp"

namespace annexkit::json {
namespace {

constexpr Range indent_range{0, 16};

Layout layout_named(std::string_view name) {
    if (name == "array") return Layout::array;
    return name == "ndjson" ? Layout::lines : Layout::document;
}

Style style_of(const sdk::OpenRequest& request) {
    const Layout layout = layout_named(request.option("layout"));
    const std::size_t indent = integer_option(request, "indent", indent_range);
    // A line of NDJSON is one line.
    return {layout, layout == Layout::lines ? 0 : indent};
}

std::size_t level_of_initiatives(Layout layout) {
    switch (layout) {
    case Layout::document: return 2;
    case Layout::array: return 1;
    case Layout::lines: break;
    }
    return 0;
}

std::string_view without_comma(std::string_view line) { return line.substr(1); }

} // namespace

JsonWriter::JsonWriter(const sdk::OpenRequest& request) : Writer(request, style_of(request)) {}

Writer::Writer(const sdk::OpenRequest& request, Style style)
    : fields_(request.fields()), style_(style), level_(level_of_initiatives(style.layout)) {
    constexpr std::size_t levels_within = 2;
    for (std::size_t level = 0; level <= level_ + levels_within; ++level) lines_.push_back(next_line(level));
    for (const auto& field : fields_) members_.push_back(next_member(level_ + 1, sdk::view(field.name)));
}

std::string Writer::next_line(std::size_t level) const {
    return style_.indent == 0 ? "," : ",\n" + std::string(level * style_.indent, ' ');
}

std::string Writer::next_member(std::size_t level, std::string_view name) const {
    std::string text = lines_[level];
    append_string(name, text);
    return text + (style_.indent == 0 ? ":" : ": ");
}

// ---- The frame ----

annexkit_status Writer::begin(std::span<const annexkit_named_value> head, sdk::Output& output) {
    if (style_.layout != Layout::document) {
        for (const auto& member : head) {
            const auto status = output.report({.rule = "loss.head"}, {{sdk::text("name"), member.name}});
            if (status != ANNEXKIT_OK) return status;
        }
        if (style_.layout == Layout::array) output.append("[");
        return ANNEXKIT_OK;
    }
    output.append("{");
    if (!head.empty()) {
        output.append(without_comma(next_member(1, "annex")));
        output.append("{");
        for (const auto& member : head) {
            const std::string text = next_member(2, sdk::view(member.name));
            output.append(&member == head.data() ? without_comma(text) : std::string_view(text));
            append_value(member.value, 2, output);
        }
        output.append(without_comma(lines_[1]));
        output.append("}");
    }
    const std::string text = next_member(1, "initiatives");
    output.append(head.empty() ? without_comma(text) : std::string_view(text));
    output.append("[");
    return ANNEXKIT_OK;
}

annexkit_status Writer::end(std::uint64_t records, sdk::Output& output) {
    const bool is_empty = records == 0;
    switch (style_.layout) {
    case Layout::document:
        if (!is_empty) output.append(without_comma(lines_[1]));
        output.append("]");
        output.append(without_comma(lines_[0]));
        output.append("}\n");
        break;
    case Layout::array:
        if (!is_empty) output.append(without_comma(lines_[0]));
        output.append("]\n");
        break;
    case Layout::lines:
        if (!is_empty) output.append("\n");
        break;
    }
    return ANNEXKIT_OK;
}

// ---- Initiatives ----

annexkit_status Writer::write(const annexkit_record& record, sdk::Output& output) const {
    if (style_.layout != Layout::lines) output.append(without_comma(lines_[level_]));
    output.append("{");
    bool is_empty = true;
    const auto append_member = [&](std::string_view start, const annexkit_value& value) {
        output.append(is_empty ? without_comma(start) : start);
        append_value(value, level_ + 1, output);
        is_empty = false;
    };
    for (std::size_t i = 0; i < record.value_count; ++i)
        if (record.values[i].kind != ANNEXKIT_ABSENT) append_member(members_[i], record.values[i]);
    for (const auto& member : std::span(record.unknown, record.unknown_count))
        if (member.value.kind != ANNEXKIT_ABSENT)
            append_member(next_member(level_ + 1, sdk::view(member.name)), member.value);
    if (!is_empty) output.append(without_comma(lines_[level_]));
    output.append("}");
    return ANNEXKIT_OK;
}

void Writer::append_value(const annexkit_value& value, std::size_t level, sdk::Output& output) const {
    switch (value.kind) {
    case ANNEXKIT_UNTYPED:
    case ANNEXKIT_TEXT: return append_string(sdk::view(value.text), output);
    case ANNEXKIT_LIST: return append_list(value, level, output);
    default: output.append(sdk::view(value.text));
    }
}

void Writer::append_list(const annexkit_value& value, std::size_t level, sdk::Output& output) const {
    output.append("[");
    for (std::uint32_t i = 0; i < value.count; ++i) {
        output.append(i == 0 ? without_comma(lines_[level + 1]) : std::string_view(lines_[level + 1]));
        append_string(sdk::view(value.items[i]), output);
    }
    if (value.count > 0) output.append(without_comma(lines_[level]));
    output.append("]");
}

} // namespace annexkit::json
