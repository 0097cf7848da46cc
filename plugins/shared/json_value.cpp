// SPDX-License-Identifier: Apache-2.0
#include "json_value.hpp"

#include "json_number.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace annexkit::shared {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;
using Size = rapidjson::SizeType;

constexpr std::size_t max_depth = 1000;

/// RapidJSON refuses numbers beyond the range of a double even where it hands them on as text. So it reads zeros in
/// their place, and they are told from the original, in order. What is no number is left for it to refuse.
class Numbers {
  public:
    explicit Numbers(std::string_view json) {
        std::size_t copied = 0;
        for (json::NumberPlace number = json::find_number(json, 0); number.begin < json.size();
             number = json::find_number(json, number.end)) {
            spellings_.push_back(json.substr(number.begin, number.end - number.begin));
            text_.append(json, copied, number.begin - copied).append(1, '0');
            copied = number.end;
        }
        text_.append(json, copied);
    }

    /// The JSON text with zeros.
    [[nodiscard]] std::string_view text() const { return text_; }
    /// The next number in order; empty for one that the reader takes for a number, and stops right behind.
    std::string_view next() { return next_ < spellings_.size() ? spellings_[next_++] : std::string_view(); }

  private:
    std::string text_;
    std::vector<std::string_view> spellings_;
    std::size_t next_ = 0;
};

/// Takes the members of the outermost object, or one value as the value of a member without a name.
class Members {
  public:
    enum class Of { object, value };

    Members(Of whole, Numbers& numbers, std::vector<JsonMember>& members) : numbers_(numbers), members_(members) {
        if (whole == Of::object) return;
        members_.emplace_back();
        depth_ = 1;
    }

    bool Null() { return depth_ == 1 ? take(ANNEXKIT_ABSENT, {}) : raw(ANNEXKIT_JSON, "null", rapidjson::kNullType); }
    bool Bool(bool value) { return raw(ANNEXKIT_BOOLEAN, value ? "true" : "false", rapidjson::kTrueType); }
    bool RawNumber(const char*, Size, bool) {
        const std::string_view spelling = numbers_.next();
        return !spelling.empty() && raw(ANNEXKIT_NUMBER, spelling, rapidjson::kNumberType);
    }
    bool String(const char* data, Size size, bool) {
        if (depth_ == 1) return take(ANNEXKIT_TEXT, {data, size});
        if (depth_ == 2 && texts_only_) members_.back().value.items.emplace_back(data, size);
        return depth_ > 0 && json_.String(data, size);
    }
    bool Key(const char* data, Size size, bool) {
        if (depth_ > 1) return json_.Key(data, size);
        members_.push_back({std::string(data, size), {}});
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
        members_.back().value.kind = kind;
        members_.back().value.text = text;
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
        members_.back().value.items.clear();
        return take(ANNEXKIT_JSON, {buffer_.GetString(), buffer_.GetSize()});
    }

    Numbers& numbers_;
    std::vector<JsonMember>& members_;
    std::size_t depth_ = 0;
    bool texts_only_ = false;
    rapidjson::StringBuffer buffer_;
    Writer json_{buffer_};
};

bool read(std::string_view json, Members::Of whole, std::vector<JsonMember>& members) {
    Numbers numbers(json);
    Members handler(whole, numbers, members);
    rapidjson::MemoryStream stream(numbers.text().data(), numbers.text().size());
    return !parse_json<rapidjson::kParseNumbersAsStringsFlag>(stream, handler).IsError();
}

void append_string(Writer& writer, annexkit_text text) {
    writer.String(text.size == 0 ? "" : text.data, static_cast<Size>(text.size));
}

} // namespace

bool read_json(std::string_view json, JsonValue& value) {
    std::vector<JsonMember> members;
    if (!read(json, Members::Of::value, members)) return false;
    value = std::move(members.front().value);
    return true;
}

bool read_json_members(std::string_view json, std::vector<JsonMember>& members) {
    return read(json, Members::Of::object, members);
}

std::string json_of(const annexkit_value& value) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    switch (value.kind) {
    case ANNEXKIT_ABSENT: return "null";
    case ANNEXKIT_UNTYPED:
    case ANNEXKIT_TEXT: append_string(writer, value.text); break;
    case ANNEXKIT_LIST:
        writer.StartArray();
        for (std::uint32_t i = 0; i < value.count; ++i) append_string(writer, value.items[i]);
        writer.EndArray();
        break;
    default: return {value.text.data, value.text.size};
    }
    return {buffer.GetString(), buffer.GetSize()};
}

} // namespace annexkit::shared
