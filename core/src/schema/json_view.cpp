// SPDX-License-Identifier: Apache-2.0
#include "schema/json_view.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace annexkit {
namespace {

std::string step(std::string_view name) {
    std::string result = "/";
    for (const char c : name) result += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return result;
}

} // namespace

void JsonView::refuse(MessageId why, std::vector<Argument> arguments) const {
    throw SchemaFault{pointer_, make_error(ErrorKind::schema, why, std::move(arguments))};
}

JsonView JsonView::operator[](const char* name) const {
    if (!has(name)) refuse("schema.lacks", {{"name", name}});
    return {(*value_)[name], pointer_ + step(name)};
}

std::vector<std::pair<std::string, JsonView>> JsonView::members() const {
    if (!value_->IsObject()) refuse("schema.no-object");
    std::vector<std::pair<std::string, JsonView>> result;
    std::set<std::string> known;
    for (const auto& member : value_->GetObject()) {
        std::string name(member.name.GetString(), member.name.GetStringLength());
        if (!known.insert(name).second) refuse("schema.twice", {{"name", name}});
        result.emplace_back(name, JsonView(member.value, pointer_ + step(name)));
    }
    return result;
}

std::vector<JsonView> JsonView::items() const {
    if (!value_->IsArray()) refuse("schema.no-list");
    std::vector<JsonView> result;
    for (const auto& item : value_->GetArray())
        result.emplace_back(item, fmt::format("{}/{}", pointer_, result.size()));
    return result;
}

std::string JsonView::text() const {
    if (!value_->IsString()) refuse("schema.no-text");
    return {value_->GetString(), value_->GetStringLength()};
}

std::int64_t JsonView::integer() const {
    if (!value_->IsInt64()) refuse("schema.no-integer");
    return value_->GetInt64();
}

std::string JsonView::number() const {
    if (!value_->IsNumber()) refuse("schema.no-number");
    // The shortest spelling that gives the same double is the one in the file, unless that is longer than a double.
    return value_->IsDouble()  ? fmt::format("{}", value_->GetDouble())
           : value_->IsInt64() ? fmt::format("{}", value_->GetInt64())
                               : fmt::format("{}", value_->GetUint64());
}

std::uint64_t JsonView::size() const {
    if (!value_->IsUint64()) refuse("schema.no-size");
    return value_->GetUint64();
}

bool JsonView::boolean() const {
    if (!value_->IsBool()) refuse("schema.no-boolean");
    return value_->GetBool();
}

void JsonView::only(std::initializer_list<std::string_view> names) const {
    for (const auto& [name, value] : members()) {
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        value.refuse("schema.keyword", {{"name", name}, {"known", fmt::format("{}", fmt::join(names, ", "))}});
    }
}

} // namespace annexkit
