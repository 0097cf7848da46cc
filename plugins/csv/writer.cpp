// SPDX-License-Identifier: Apache-2.0
#include "writer.hpp"

#include "formula.hpp"
#include "lists.hpp"
#include "odd_rows.hpp"
#include "options.hpp"
#include "shared/json_value.hpp"

#include <algorithm>

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

// What is rare is not compiled into the way of every value.
[[gnu::noinline]] annexkit_status report_kind(std::string_view name, const annexkit_value& value, std::int32_t field,
                                              sdk::Output& output) {
    return output.report({.rule = "loss.kind", .field = field},
                         {sdk::argument("name", name), sdk::argument("kind", kind_name(value.kind))});
}

[[gnu::noinline]] annexkit_status refuse_nul(std::string_view name, std::int32_t field, sdk::Output& output) {
    const auto status = output.report({.rule = "loss.character", .field = field},
                                      {sdk::argument("name", name), sdk::argument("character", "U+0000")});
    return status == ANNEXKIT_OK ? annexkit_status{ANNEXKIT_FAILED} : status;
}

annexkit_status report_formula(annexkit_text text, std::string_view name, std::int32_t field, sdk::Output& output) {
    return output.report({.rule = "loss.formula", .field = field},
                         {sdk::argument("value", sdk::view(text)), sdk::argument("name", name)});
}

// What the cell of a value begins with, where it is a text of people.
annexkit_text beginning_of(const annexkit_value& value, bool as_list) {
    if (value.kind == ANNEXKIT_LIST) return as_list && value.count > 0 ? value.items[0] : annexkit_text{nullptr, 0};
    return value.kind == ANNEXKIT_UNTYPED || value.kind == ANNEXKIT_TEXT ? value.text : annexkit_text{nullptr, 0};
}

std::string neutralised(annexkit_text formula) { return "'" + std::string(sdk::view(formula)); }

bool holds_nul(std::string_view text) { return text.find('\0') != std::string_view::npos; }

bool is_absent(const annexkit_value& value) { return value.kind == ANNEXKIT_ABSENT; }
bool is_absent(const annexkit_named_value& member) { return is_absent(member.value); }

/// The JSON object of the fields that are not absent, or an empty text when there is none.
std::string other_fields_json(std::span<const annexkit_named_value> fields) {
    std::string json;
    for (const auto& field : fields) {
        if (is_absent(field)) continue;
        json += json.empty() ? '{' : ',';
        json += shared::json_of({ANNEXKIT_TEXT, 0, field.name, nullptr}) + ':' + shared::json_of(field.value);
    }
    return json.empty() ? json : json + '}';
}

/// Appends the text with a prefix, or an empty one, in front of each byte that is in the set.
template <class Set, class Prefix, class To>
void append_prefixed(std::string_view text, const Set& set, Prefix&& prefix, To& to) {
    for (std::size_t found; (found = set.find(text)) < text.size();) {
        to.append(text.substr(0, found));
        to.append(prefix(text[found]));
        to.append(text.substr(found, 1));
        text.remove_prefix(found + 1);
    }
    to.append(text);
}

} // namespace

Writer::Writer(const sdk::OpenRequest& request)
    : fields_(request.fields()), dialect_(dialect_of(request, Empty::refuse)),
      line_end_(request.option("line-end") == "crlf" ? "\r\n" : "\n"),
      special_({dialect_.delimiter, dialect_.quote, '\r', '\n', '\0'}),
      special_in_list_({dialect_.delimiter, dialect_.quote, '\r', '\n', '\0', dialect_.lists(), '\\'}),
      doubled_({dialect_.quote, '\0'}), escaped_({dialect_.quote, '\0', dialect_.lists(), '\\'}),
      has_headings_(request.enabled("header")), has_mark_(request.enabled("bom")),
      has_others_(request.option("other-fields") == "column"),
      neutralises_(request.option("formulas") == "neutralise") {}

template <class Special> bool Writer::is_plain(std::string_view text, const Special& special) {
    return special.find(text) == text.size() && !is_misread(text);
}

template <class To> bool Writer::append_cell(std::string_view text, To& to) const {
    // Unquoted, an empty text would be absent.
    if (text.empty() || !is_plain(text, special_)) return append_quoted(text, to);
    to.append(text);
    return true;
}

template <class To> bool Writer::append_quoted(std::string_view text, To& to) const {
    const std::string_view quote(&dialect_.quote, 1);
    bool is_readable = true;
    to.append(quote);
    append_prefixed(
        text, doubled_,
        [&](char byte) {
            is_readable = is_readable && byte != '\0';
            return byte == '\0' ? std::string_view() : quote;
        },
        to);
    to.append(quote);
    return is_readable;
}

bool Writer::append_list(std::span<const annexkit_text> items, sdk::Output& output) const {
    const auto is_spelled_as_it_is = [&](annexkit_text item) { return is_plain(sdk::view(item), special_in_list_); };
    if (items.empty() || items[0].size == 0 || !std::all_of(items.begin(), items.end(), is_spelled_as_it_is))
        return append_spelled_list(items, output);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) output.append(dialect_.lists());
        output.append(sdk::view(items[i]));
    }
    return true;
}

bool Writer::append_spelled_list(std::span<const annexkit_text> items, sdk::Output& output) const {
    if (items.size() == 1 && items[0].size == 0) return append_cell(one_empty_item, output);
    const bool is_quoted = items.empty() || !std::all_of(items.begin(), items.end(), [&](annexkit_text item) {
                               return is_plain(sdk::view(item), special_);
                           });
    const std::string_view quote(&dialect_.quote, is_quoted ? 1 : 0);
    bool is_readable = true;
    output.append(quote);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) output.append(dialect_.lists());
        append_prefixed(
            sdk::view(items[i]), escaped_,
            [&](char byte) {
                is_readable = is_readable && byte != '\0';
                if (byte == '\0') return std::string_view();
                return byte == dialect_.quote ? quote : std::string_view("\\");
            },
            output);
    }
    output.append(quote);
    return is_readable;
}

annexkit_status Writer::begin(std::span<const annexkit_named_value> head, sdk::Output& output) {
    if (has_mark_) output.append(byte_order_mark);
    for (const auto& member : head) {
        if (is_absent(member)) continue;
        if (const auto status = add_head(member, output); status != ANNEXKIT_OK) return status;
    }
    row_end_ += line_end_;
    if (has_headings_) write_headings(output);
    return ANNEXKIT_OK;
}

annexkit_status Writer::add_head(const annexkit_named_value& member, sdk::Output& output) {
    const std::string_view name = sdk::view(member.name);
    if (!has_headings_) return output.report({.rule = "loss.head"}, {sdk::argument("name", name)});
    if (holds_nul(name)) return refuse_nul(name, -1, output);
    head_names_.emplace_back(name);
    row_end_ += dialect_.delimiter;
    const bool is_list = member.value.kind == ANNEXKIT_LIST;
    const annexkit_text beginning = beginning_of(member.value, false);
    const bool is_changed = neutralises_ && is_formula(sdk::view(beginning));
    const std::string text = is_changed ? neutralised(beginning)
                             : is_list  ? shared::json_of(member.value)
                                        : std::string(sdk::view(member.value.text));
    if (!append_cell(text, row_end_)) return refuse_nul(name, -1, output);
    if (is_changed) return report_formula(beginning, name, -1, output);
    return member.value.kind > ANNEXKIT_TEXT ? report_kind(name, member.value, -1, output)
                                             : annexkit_status{ANNEXKIT_OK};
}

void Writer::write_headings(sdk::Output& output) const {
    bool first = true;
    const auto append = [&](std::string_view name) {
        if (!first) output.append(dialect_.delimiter);
        first = false;
        append_cell(name, output);
    };
    for (const auto& field : fields_) append(sdk::view(field.name));
    if (has_others_) append(sdk::other_fields_column);
    for (const auto& name : head_names_) append(std::string(sdk::head_prefix) + name);
    output.append(line_end_);
}

annexkit_status Writer::write(const annexkit_record& record, sdk::Output& output) const {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (i > 0) output.append(dialect_.delimiter);
        if (i >= record.value_count || is_absent(record.values[i])) continue;
        const auto status =
            neutralises_ ? write_neutralised(i, record.values[i], output) : write_value(i, record.values[i], output);
        if (status != ANNEXKIT_OK) return status;
    }
    if (const auto status = write_others(record, output); status != ANNEXKIT_OK) return status;
    output.append(row_end_);
    if (!head_names_.empty()) return ANNEXKIT_OK;
    const std::span values(record.values, std::min(record.value_count, fields_.size()));
    const std::span unknown(record.unknown, has_others_ ? record.unknown_count : 0);
    const bool is_blank =
        std::all_of(values.begin(), values.end(), [](const auto& value) { return is_absent(value); }) &&
        std::all_of(unknown.begin(), unknown.end(), [](const auto& field) { return is_absent(field); });
    return is_blank ? output.report({.rule = "loss.blank-row"}, {}) : annexkit_status{ANNEXKIT_OK};
}

annexkit_status Writer::write_neutralised(std::size_t index, const annexkit_value& value, sdk::Output& output) const {
    const annexkit_text beginning = beginning_of(value, fields_[index].kind == ANNEXKIT_LIST);
    if (!is_formula(sdk::view(beginning))) return write_value(index, value, output);
    const std::string safe = neutralised(beginning);
    std::vector<annexkit_text> items(value.items, value.items + value.count);
    if (!items.empty()) items[0] = sdk::text(safe);
    annexkit_value changed = value;
    changed.text = items.empty() ? sdk::text(safe) : value.text;
    changed.items = items.data();
    const auto status = write_value(index, changed, output);
    return status == ANNEXKIT_OK
               ? report_formula(beginning, sdk::view(fields_[index].name), static_cast<std::int32_t>(index), output)
               : status;
}

annexkit_status Writer::write_value(std::size_t index, const annexkit_value& value, sdk::Output& output) const {
    const annexkit_field& field = fields_[index];
    const bool is_list = field.kind == ANNEXKIT_LIST;
    const bool fits = value.kind == field.kind || (value.kind == ANNEXKIT_UNTYPED && !is_list);
    const auto index_of_field = static_cast<std::int32_t>(index);
    if (!append_value(is_list, value, output)) return refuse_nul(sdk::view(field.name), index_of_field, output);
    if (fits) return ANNEXKIT_OK;
    return report_kind(sdk::view(field.name), value, index_of_field, output);
}

bool Writer::append_value(bool as_list, const annexkit_value& value, sdk::Output& output) const {
    const bool many = value.kind == ANNEXKIT_LIST;
    if (as_list) return append_list(many ? std::span(value.items, value.count) : std::span(&value.text, 1), output);
    return many ? append_json(value, output) : append_cell(sdk::view(value.text), output);
}

bool Writer::append_json(const annexkit_value& value, sdk::Output& output) const {
    return append_cell(shared::json_of(value), output);
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
        if (is_absent(field)) continue;
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
