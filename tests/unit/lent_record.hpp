// SPDX-License-Identifier: Apache-2.0
// JSON objects as an importer would deliver them.
#pragma once

#include <annexkit/plugin.h>
#include <annexkit/schema.hpp>

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

inline std::string spelled(const rapidjson::Value& value) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    value.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

/// Owns what its record lends.
class LentRecord {
  public:
    LentRecord(const annexkit::Schema& schema, const rapidjson::Value& object) {
        for (const auto& field : schema.fields())
            values_.push_back(object.HasMember(field.name.c_str()) ? convert(object[field.name.c_str()])
                                                                   : annexkit_value{});
        for (const auto& member : object.GetObject()) {
            const bool known = std::any_of(schema.fields().begin(), schema.fields().end(),
                                           [&](const auto& field) { return field.name == member.name.GetString(); });
            if (!known) unknown_.push_back({keep(member.name.GetString()), convert(member.value)});
        }
        record_.struct_size = sizeof record_;
        record_.values = values_.data();
        record_.value_count = values_.size();
        record_.unknown = unknown_.data();
        record_.unknown_count = unknown_.size();
    }
    [[nodiscard]] const annexkit_record& record() const { return record_; }

  private:
    annexkit_text keep(std::string text) {
        texts_.push_back(std::move(text));
        return {texts_.back().data(), texts_.back().size()};
    }
    annexkit_value convert(const rapidjson::Value& value) {
        annexkit_value result{};
        if (value.IsNull()) return result;
        const bool texts = value.IsArray() && std::all_of(value.Begin(), value.End(),
                                                          [](const rapidjson::Value& item) { return item.IsString(); });
        if (texts) {
            auto& items = lists_.emplace_back();
            for (const auto& item : value.GetArray()) items.push_back(keep(item.GetString()));
            return {ANNEXKIT_LIST, static_cast<std::uint32_t>(items.size()), {}, items.data()};
        }
        result.kind = value.IsString()   ? ANNEXKIT_TEXT
                      : value.IsNumber() ? ANNEXKIT_NUMBER
                      : value.IsBool()   ? ANNEXKIT_BOOLEAN
                                         : ANNEXKIT_JSON;
        result.text = keep(value.IsString() ? value.GetString() : spelled(value));
        return result;
    }

    std::deque<std::string> texts_;
    std::deque<std::vector<annexkit_text>> lists_;
    std::vector<annexkit_value> values_;
    std::vector<annexkit_named_value> unknown_;
    annexkit_record record_{};
};
