// SPDX-License-Identifier: Apache-2.0
#include "writer.hpp"

#include "lists.hpp"
#include "options.hpp"
#include "other_fields.hpp"

namespace annexkit::csv {
namespace {

std::string_view kind_name(std::uint32_t kind) {
    switch (kind) {
    case ANNEXKIT_NUMBER: return "number";
    case ANNEXKIT_BOOLEAN: return "boolean";
    case ANNEXKIT_LIST: return "list";
    case ANNEXKIT_JSON: return "json";
    default: return "text";
    }
}

annexkit_status report_kind(std::string_view name, const annexkit_value& value, std::int32_t field,
                            sdk::Output& output) {
    return output.report({.rule = "loss.kind", .field = field},
                         {sdk::argument("name", name), sdk::argument("kind", kind_name(value.kind))});
}

std::string text_of(const annexkit_value& value) {
    return value.kind == ANNEXKIT_LIST ? list_json(value) : std::string(sdk::view(value.text));
}

} // namespace

Writer::Writer(const sdk::OpenRequest& request)
    : fields_(request.fields()), dialect_(dialect_of(request, EmptyDelimiter::refuse)),
      line_end_(request.option("line-end") == "crlf" ? "\r\n" : "\n"), special_{dialect_.delimiter, dialect_.quote,
                                                                                '\r', '\n'},
      has_headings_(request.enabled("header")), has_mark_(request.enabled("bom")),
      has_others_(request.option("other-fields") == "column") {}

template <class To> void Writer::append_cell(std::string_view text, To& to) const {
    // Unquoted, an empty text would be absent, and a mark at the start of the output would not be part of the cell.
    const bool plain =
        !text.empty() && text.find_first_of(special_) == std::string_view::npos && !text.starts_with(byte_order_mark);
    if (plain) {
        to.append(text);
        return;
    }
    const std::string_view quote(&dialect_.quote, 1);
    to.append(quote);
    for (std::size_t found; (found = text.find(dialect_.quote)) != std::string_view::npos;) {
        to.append(text.substr(0, found + 1));
        to.append(quote);
        text.remove_prefix(found + 1);
    }
    to.append(text);
    to.append(quote);
}

annexkit_status Writer::begin(std::span<const annexkit_named_value> head, sdk::Output& output) {
    if (has_mark_) output.append(byte_order_mark);
    for (const auto& member : head) {
        const std::string_view name = sdk::view(member.name);
        annexkit_status status = ANNEXKIT_OK;
        if (!has_headings_) {
            status = output.report({.rule = "loss.head"}, {sdk::argument("name", name)});
        } else {
            head_names_.emplace_back(name);
            row_end_ += dialect_.delimiter;
            if (member.value.kind != ANNEXKIT_ABSENT) append_cell(text_of(member.value), row_end_);
            if (member.value.kind > ANNEXKIT_TEXT) status = report_kind(name, member.value, -1, output);
        }
        if (status != ANNEXKIT_OK) return status;
    }
    row_end_ += line_end_;
    if (has_headings_) write_headings(head, output);
    return ANNEXKIT_OK;
}

void Writer::write_headings(std::span<const annexkit_named_value> head, sdk::Output& output) const {
    bool first = true;
    const auto append = [&](std::string_view name) {
        if (!first) output.append(dialect_.delimiter);
        first = false;
        append_cell(name, output);
    };
    for (const auto& field : fields_) append(sdk::view(field.name));
    if (has_others_) append(sdk::other_fields_column);
    for (const auto& member : head) append(std::string(sdk::head_prefix) + std::string(sdk::view(member.name)));
    output.append(line_end_);
}

annexkit_status Writer::write(const annexkit_record& record, sdk::Output& output) const {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (i > 0) output.append(dialect_.delimiter);
        if (i >= record.value_count || record.values[i].kind == ANNEXKIT_ABSENT) continue;
        const auto status = write_field(i, record.values[i], output);
        if (status != ANNEXKIT_OK) return status;
    }
    auto status = write_others(record, output);
    output.append(row_end_);
    // The only cell of a row, left empty, is a blank row, which nobody reads as a record.
    const bool blank = fields_.size() == 1 && !has_others_ && row_end_ == line_end_ &&
                       (record.value_count == 0 || record.values[0].kind == ANNEXKIT_ABSENT);
    if (status == ANNEXKIT_OK && blank)
        status = output.report({.rule = "loss.field", .field = 0}, {sdk::argument("name", sdk::view(fields_[0].name))});
    return status;
}

annexkit_status Writer::write_field(std::size_t index, const annexkit_value& value, sdk::Output& output) const {
    const annexkit_field& field = fields_[index];
    const bool is_list = field.kind == ANNEXKIT_LIST;
    const bool fits = value.kind == field.kind || (value.kind == ANNEXKIT_UNTYPED && !is_list);
    if (is_list) {
        const annexkit_text single = value.text;
        const bool many = value.kind == ANNEXKIT_LIST;
        std::string joined;
        join_list(many ? std::span(value.items, value.count) : std::span(&single, 1), dialect_.list_separator, joined);
        append_cell(joined, output);
    } else if (value.kind == ANNEXKIT_LIST) {
        append_cell(list_json(value), output);
    } else {
        append_cell(sdk::view(value.text), output);
    }
    if (fits) return ANNEXKIT_OK;
    return report_kind(sdk::view(field.name), value, static_cast<std::int32_t>(index), output);
}

annexkit_status Writer::write_others(const annexkit_record& record, sdk::Output& output) const {
    const std::span unknown(record.unknown, record.unknown_count);
    if (has_others_) {
        output.append(dialect_.delimiter);
        if (unknown.empty()) return ANNEXKIT_OK;
        const std::string json = other_fields_json(unknown);
        if (!json.empty()) append_cell(json, output);
        return ANNEXKIT_OK;
    }
    for (const auto& field : unknown) {
        if (field.value.kind == ANNEXKIT_ABSENT) continue;
        const auto status = output.report({.rule = "loss.field"}, {sdk::argument("name", sdk::view(field.name))});
        if (status != ANNEXKIT_OK) return status;
    }
    return ANNEXKIT_OK;
}

annexkit_status Writer::end(std::uint64_t records, sdk::Output& output) {
    if (records > 0) return ANNEXKIT_OK;
    for (const auto& name : head_names_) {
        const auto status = output.report({.rule = "loss.head"}, {sdk::argument("name", name)});
        if (status != ANNEXKIT_OK) return status;
    }
    return ANNEXKIT_OK;
}

} // namespace annexkit::csv
