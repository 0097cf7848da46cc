// SPDX-License-Identifier: Apache-2.0
// Writes JSON for people to read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace annexkit {

class JsonText {
  public:
    JsonText() { writer_.SetIndent(' ', 2); }

    template <class Members> void object(Members&& members) {
        writer_.StartObject();
        members();
        writer_.EndObject();
    }
    template <class Members> void object(std::string_view name, Members&& members) {
        key(name);
        object(members);
    }
    template <class Items> void array(std::string_view name, Items&& items) {
        key(name);
        writer_.StartArray();
        items();
        writer_.EndArray();
    }

    void text(std::string_view text) { writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
    /// A number as it is spelled.
    void number(std::string_view spelled) { writer_.RawValue(spelled.data(), spelled.size(), rapidjson::kNumberType); }
    void null() { writer_.Null(); }

    void put(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void put(std::string_view name, const char* value) { put(name, std::string_view(value)); }
    void put(std::string_view name, bool value) {
        key(name);
        writer_.Bool(value);
    }
    void put(std::string_view name, std::uint64_t value) {
        key(name);
        writer_.Uint64(value);
    }
    void put_number(std::string_view name, std::string_view spelled) {
        key(name);
        number(spelled);
    }
    void put_some(std::string_view name, std::string_view value) {
        if (!value.empty()) put(name, value);
    }

    [[nodiscard]] std::string str() const { return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n"; }

  private:
    void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }

    rapidjson::StringBuffer buffer_;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_{buffer_};
};

} // namespace annexkit
