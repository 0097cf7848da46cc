// SPDX-License-Identifier: Apache-2.0
#include "other_fields.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace annexkit::csv {
namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;
using Size = rapidjson::SizeType;

constexpr std::size_t max_depth = 1000;

/// Takes the members of the outermost object; arrays and objects in them are spelled again, without white space.
class Members {
  public:
    explicit Members(std::vector<OtherField>& fields) : fields_(fields) {}

    // Null is absent, as everywhere; within a list or an object it is part of the value.
    bool Null() { return depth_ == 1 ? take(ANNEXKIT_ABSENT, {}) : raw(ANNEXKIT_JSON, "null", rapidjson::kNullType); }
    bool Bool(bool value) { return raw(ANNEXKIT_BOOLEAN, value ? "true" : "false", rapidjson::kTrueType); }
    bool RawNumber(const char* data, Size size, bool) {
        return raw(ANNEXKIT_NUMBER, {data, size}, rapidjson::kNumberType);
    }
    bool String(const char* data, Size size, bool) {
        if (depth_ == 1) return take(ANNEXKIT_TEXT, {data, size});
        if (depth_ == 2 && texts_only_) fields_.back().items.emplace_back(data, size);
        return depth_ > 0 && json_.String(data, size);
    }
    bool Key(const char* data, Size size, bool) {
        if (depth_ > 1) return json_.Key(data, size);
        fields_.push_back({std::string(data, size), ANNEXKIT_ABSENT, {}, {}});
        return true;
    }
    bool StartObject() {
        if (depth_ > 0 && !open(false)) return false;
        return ++depth_ <= max_depth;
    }
    bool EndObject(Size) { return --depth_ == 0 || (json_.EndObject() && close()); }
    bool StartArray() { return depth_ > 0 && open(true) && ++depth_ <= max_depth; }
    bool EndArray(Size) {
        --depth_;
        return json_.EndArray() && close();
    }

    // The reader gives every number as it is spelled; these are never called.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }

  private:
    bool take(std::uint32_t kind, std::string_view text) {
        fields_.back().kind = kind;
        fields_.back().text = text;
        return true;
    }
    bool raw(std::uint32_t kind, std::string_view text, rapidjson::Type type) {
        if (depth_ == 1) return take(kind, text);
        texts_only_ = false;
        return depth_ > 0 && json_.RawValue(text.data(), text.size(), type);
    }
    bool open(bool array) {
        if (depth_ == 1) {
            buffer_.Clear();
            json_.Reset(buffer_);
        }
        texts_only_ = array && depth_ == 1;
        return array ? json_.StartArray() : json_.StartObject();
    }
    /// After the end of an array or object: when it was a member's value, the member is whole.
    bool close() {
        if (depth_ > 1) return true;
        if (texts_only_) return take(ANNEXKIT_LIST, {});
        fields_.back().items.clear();
        return take(ANNEXKIT_JSON, {buffer_.GetString(), buffer_.GetSize()});
    }

    std::vector<OtherField>& fields_;
    std::size_t depth_ = 0;
    bool texts_only_ = false;
    rapidjson::StringBuffer buffer_;
    Json json_{buffer_};
};

void append_string(Json& json, annexkit_text text) {
    json.String(text.size == 0 ? "" : text.data, static_cast<Size>(text.size));
}

void append_list(Json& json, const annexkit_value& list) {
    json.StartArray();
    for (std::uint32_t i = 0; i < list.count; ++i) append_string(json, list.items[i]);
    json.EndArray();
}

void append_value(Json& json, const annexkit_value& value) {
    if (value.kind == ANNEXKIT_LIST) return append_list(json, value);
    if (value.kind == ANNEXKIT_UNTYPED || value.kind == ANNEXKIT_TEXT) return append_string(json, value.text);
    json.RawValue(value.text.data, value.text.size, rapidjson::kObjectType);
}

} // namespace

bool read_other_fields(std::string_view json, std::vector<OtherField>& fields) {
    constexpr unsigned flags =
        rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
    rapidjson::MemoryStream stream(json.data(), json.size());
    rapidjson::Reader reader;
    Members members(fields);
    // The reader takes a NUL byte for the end.
    return !reader.Parse<flags>(stream, members).IsError() && stream.Tell() == json.size();
}

std::string other_fields_json(std::span<const annexkit_named_value> fields) {
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    bool any = false;
    for (const auto& field : fields) {
        if (field.value.kind == ANNEXKIT_ABSENT) continue;
        if (!any) json.StartObject();
        any = true;
        append_string(json, field.name);
        append_value(json, field.value);
    }
    if (any) json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::string list_json(const annexkit_value& list) {
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    append_list(json, list);
    return {buffer.GetString(), buffer.GetSize()};
}

} // namespace annexkit::csv
