// SPDX-License-Identifier: Apache-2.0
// Reads a schema's JSON with a place for every complaint.
#pragma once

#include "messages/error.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <rapidjson/document.h>

namespace annexkit {

/// Thrown inside the schema compiler only, which makes one Error of it at its border.
struct SchemaFault {
    std::string pointer;
    Error reason;
};

/// A value of the schema and the JSON Pointer (RFC 6901) that leads to it.
class JsonView {
  public:
    JsonView(const rapidjson::Value& value, std::string pointer) : value_(&value), pointer_(std::move(pointer)) {}

    [[nodiscard]] const std::string& pointer() const { return pointer_; }
    [[noreturn]] void refuse(MessageId why, std::vector<Argument> arguments = {}) const;

    [[nodiscard]] bool has(const char* name) const { return value_->IsObject() && value_->HasMember(name); }
    [[nodiscard]] JsonView operator[](const char* name) const;
    /// Members in the order of the file; refuses anything but an object.
    [[nodiscard]] std::vector<std::pair<std::string, JsonView>> members() const;
    [[nodiscard]] std::vector<JsonView> items() const;
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::int64_t integer() const;
    /// A number as JSON spells it.
    [[nodiscard]] std::string number() const;
    [[nodiscard]] std::uint64_t size() const;
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] bool is_text() const { return value_->IsString(); }
    /// Refuses members of other names.
    void only(std::initializer_list<std::string_view> names) const;

  private:
    const rapidjson::Value* value_;
    std::string pointer_;
};

} // namespace annexkit
