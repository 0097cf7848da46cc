// SPDX-License-Identifier: Apache-2.0
// Findings, summaries and errors as JSON objects: written, and read back.
#pragma once

#include <annexkit/report.hpp>

#include <cstdint>
#include <string_view>
#include <utility>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace annexkit {

using JsonBuffer = rapidjson::StringBuffer;
using JsonWriter = rapidjson::Writer<JsonBuffer>;

template <class Writer> void put_text(Writer& writer, std::string_view text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}
template <class Writer> void put_key(Writer& writer, std::string_view name) {
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}
template <class Writer> void put(Writer& writer, std::string_view name, std::string_view text) {
    put_key(writer, name);
    put_text(writer, text);
}
template <class Writer> void put(Writer& writer, std::string_view name, const char* text) {
    put(writer, name, std::string_view(text));
}
template <class Writer> void put(Writer& writer, std::string_view name, std::uint64_t number) {
    put_key(writer, name);
    writer.Uint64(number);
}
template <class Writer> void put(Writer& writer, std::string_view name, bool truth) {
    put_key(writer, name);
    writer.Bool(truth);
}
template <class Writer> void put_some(Writer& writer, std::string_view name, std::string_view text) {
    if (!text.empty()) put(writer, name, text);
}
template <class Writer> void put_some(Writer& writer, std::string_view name, std::uint64_t number) {
    if (number != 0) put(writer, name, number);
}

/// The members of a finding but for its sentence.
void put_finding(JsonWriter& writer, const Finding& finding);
/// The counts of a summary and how reading ended.
void put_summary(JsonWriter& writer, const Summary& summary);
/// message and hint of an error, in both languages where it has them.
void put_error(JsonWriter& writer, const Error& error);
/// The error with its sentence in this language alone, for forms that have one.
[[nodiscard]] inline Error in_one(const Error& error, Language language) {
    Sentence told = error.in(language);
    return {error.kind, std::move(told.message), std::move(told.hint)};
}
/// A whole initiative, or null.
void put_initiative(JsonWriter& writer, const Initiative& initiative);
/// What cells() gave, as [part, objective, partner, count], null standing for a total.
void put_cells(JsonWriter& writer, const std::vector<Coverage::Cell>& cells);

/// What put_... wrote. Members that are missing or of another kind are taken as absent.
[[nodiscard]] Finding finding_of(const rapidjson::Value& object);
[[nodiscard]] Summary summary_of(const rapidjson::Value& object);
[[nodiscard]] Error error_of(const rapidjson::Value& object);
[[nodiscard]] Initiative initiative_of(const rapidjson::Value& object);
[[nodiscard]] std::vector<Coverage::Cell> cells_of(const rapidjson::Value& array);

/// A member, or null; `value` need not be an object.
[[nodiscard]] const rapidjson::Value& member(const rapidjson::Value& value, const char* name);
[[nodiscard]] std::string_view text_of(const rapidjson::Value& value);
[[nodiscard]] std::uint64_t number_of(const rapidjson::Value& value);

} // namespace annexkit
