// SPDX-License-Identifier: Apache-2.0
#include "arrow/batch.hpp"

#include "arrow/array.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace annexkit::arrow {
namespace {

constexpr std::int64_t batch_rows = 4096;

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Writer& writer, annexkit_text text) {
    writer.String(text.data == nullptr ? "" : text.data, static_cast<rapidjson::SizeType>(text.size));
}

void put(Writer& writer, const annexkit_value& value) {
    switch (value.kind) {
    // Spelled as they are in JSON already.
    case ANNEXKIT_NUMBER: writer.RawValue(value.text.data, value.text.size, rapidjson::kNumberType); return;
    case ANNEXKIT_BOOLEAN: writer.Bool(sdk::view(value.text) == "true"); return;
    case ANNEXKIT_JSON: writer.RawValue(value.text.data, value.text.size, rapidjson::kObjectType); return;
    case ANNEXKIT_LIST:
        writer.StartArray();
        for (const auto& item : std::span(value.items, value.count)) put(writer, item);
        writer.EndArray();
        return;
    default: put(writer, value.text);
    }
}

/// The JSON object of what has no column that can hold it.
class OtherFields {
  public:
    void add(annexkit_text name, const annexkit_value& value) {
        if (buffer_.GetSize() == 0) writer_.StartObject();
        writer_.Key(name.data, static_cast<rapidjson::SizeType>(name.size));
        put(writer_, value);
    }
    void end(Column& column) {
        if (buffer_.GetSize() == 0) return column.add_null();
        writer_.EndObject();
        column.add_text({buffer_.GetString(), buffer_.GetSize()});
    }

  private:
    rapidjson::StringBuffer buffer_;
    Writer writer_{buffer_};
};

ArrowSchema column_schema(const std::string& name, Type type) {
    SchemaParts parts;
    parts.format = format_of(type);
    parts.name = name;
    parts.flags = ARROW_FLAG_NULLABLE;
    parts.children.reserve(1);
    if (type == Type::list) parts.children.push_back(column_schema("item", Type::text));
    return exported_schema(std::move(parts));
}

} // namespace

ArrowSchema schema_of(const Schema& schema) {
    SchemaParts parts;
    parts.format = "+s";
    parts.children.reserve(schema.fields().size() + 1);
    for (const auto& field : schema.fields()) parts.children.push_back(column_schema(field.name, type_of(field.kind)));
    parts.children.push_back(column_schema(std::string(sdk::other_fields_column), Type::text));
    return exported_schema(std::move(parts));
}

Batch::Batch(const Schema& schema) {
    for (const auto& field : schema.fields()) columns_.push_back(std::make_unique<Column>(type_of(field.kind)));
    columns_.push_back(std::make_unique<Column>(Type::text));
}

void Batch::add(const RecordView& record) {
    OtherFields others;
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!columns_[i]->add(record.values[i]))
            others.add(sdk::text(record.schema->fields()[i].name), record.values[i]);
    for (const auto& unknown : record.unknown)
        if (unknown.value.kind != ANNEXKIT_ABSENT) others.add(unknown.name, unknown.value);
    others.end(*columns_.back());
    ++rows_;
}

bool Batch::is_full() const {
    return rows_ >= batch_rows ||
           std::any_of(columns_.begin(), columns_.end(), [](const auto& column) { return column->is_full(); });
}

bool Batch::is_beyond() const {
    return std::any_of(columns_.begin(), columns_.end(), [](const auto& column) { return column->is_beyond(); });
}

ArrowArray Batch::exported(Batch batch) {
    ArrayParts parts;
    parts.length = batch.rows_;
    parts.buffers.push_back(nullptr);
    parts.children.reserve(batch.columns_.size());
    for (auto& column : batch.columns_) parts.children.push_back(Column::exported(std::move(column)));
    return exported_array(std::move(parts));
}

} // namespace annexkit::arrow
