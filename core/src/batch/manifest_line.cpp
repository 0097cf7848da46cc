// SPDX-License-Identifier: Apache-2.0
// One line of a manifest as JSON, both ways.
#include "batch/manifest.hpp"
#include "input/encoding.hpp"
#include "messages/json_faults.hpp"

#include <annexkit/report.hpp>

#include <cmath>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace annexkit {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

/// Which member of a line stands under which name; empty texts and null are the same.
struct TextMember {
    const char* name;
    std::string ManifestLine::*member;
};
struct NumberMember {
    const char* name;
    std::uint64_t Counts::*member;
};
constexpr TextMember about_result[] = {
    {"finished", &ManifestLine::finished},
    {"status", &ManifestLine::status},
    {"message", &ManifestLine::message},
    {"settings", &ManifestLine::settings},
};
constexpr TextMember about_reading[] = {
    {"format", &ManifestLine::format},
    {"encoding", &ManifestLine::encoding},
    {"declaration", &ManifestLine::declaration},
};
constexpr NumberMember counts[] = {
    {"read", &Counts::read},     {"written", &Counts::written},   {"invalid", &Counts::invalid},
    {"errors", &Counts::errors}, {"warnings", &Counts::warnings}, {"notes", &Counts::notes},
    {"losses", &Counts::losses},
};

void put_name(Writer& writer, std::string_view name) {
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

void put(Writer& writer, std::string_view name, std::string_view text) {
    put_name(writer, name);
    if (text.empty()) {
        writer.Null();
    } else {
        writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    }
}

void put(Writer& writer, std::string_view name, std::uint64_t number) {
    put_name(writer, name);
    writer.Uint64(number);
}

void put_assumed(Writer& writer, const ManifestLine& line) {
    writer.Key("assumed");
    writer.StartObject();
    for (const auto& [rule, arguments] : line.assumed) {
        put_name(writer, rule);
        writer.StartObject();
        for (const auto& argument : arguments) put(writer, argument.name, argument.value);
        writer.EndObject();
    }
    writer.EndObject();
}

// A NUL may be in it.
std::string whole_text(const rapidjson::Value& text) { return {text.GetString(), text.GetStringLength()}; }

/// Reads the members of one line, and knows whether all were there.
class Members {
  public:
    explicit Members(const rapidjson::Value& object) : object_(object) {}

    void get(const char* name, std::string& text) {
        const auto* value = find(name);
        if (value == nullptr || value->IsNull()) return;
        if (value->IsString()) {
            text = whole_text(*value);
        } else {
            complete_ = false;
        }
    }
    void get(const char* name, std::uint64_t& number) {
        const auto* value = find(name);
        if (value != nullptr && value->IsUint64()) {
            number = value->GetUint64();
        } else {
            complete_ = false;
        }
    }
    void get(const char* name, double& number) {
        const auto* value = find(name);
        if (value != nullptr && value->IsNumber()) {
            number = value->GetDouble();
        } else {
            complete_ = false;
        }
    }
    void get_assumed(ManifestLine& line) {
        const auto* value = find("assumed");
        if (value == nullptr || !value->IsObject()) return;
        for (const auto& rule : value->GetObject()) {
            auto& arguments = line.assumed.emplace_back(whole_text(rule.name), std::vector<Argument>()).second;
            if (!rule.value.IsObject()) continue;
            for (const auto& argument : rule.value.GetObject())
                arguments.push_back({whole_text(argument.name),
                                     argument.value.IsString() ? whole_text(argument.value) : std::string()});
        }
    }
    [[nodiscard]] bool complete() const { return complete_; }

  private:
    const rapidjson::Value* find(const char* name) {
        const auto found = object_.FindMember(name);
        if (found != object_.MemberEnd()) return &found->value;
        complete_ = false;
        return nullptr;
    }

    const rapidjson::Value& object_;
    bool complete_ = true;
};

} // namespace

std::string json_text(const std::filesystem::path& path) {
    const std::string& text = path.native();
    return valid_utf8(text).size == text.size() ? text : printable(text);
}

std::string to_json(const ManifestLine& line) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.StartObject();
    put(writer, "input", line.input);
    put(writer, "sha256", line.sha256);
    put(writer, "bytes", line.bytes);
    put(writer, "output", line.output);
    put(writer, "output_sha256", line.output_sha256);
    put(writer, "output_bytes", line.output_bytes);
    put(writer, "old_output", line.old_output);
    for (const auto& [name, member] : about_reading) put(writer, name, line.*member);
    put_assumed(writer, line);
    for (const auto& [name, member] : counts) put(writer, name, line.*member);
    writer.Key("seconds");
    writer.Double(std::round(line.seconds * 1e6) / 1e6);
    for (const auto& [name, member] : about_result) put(writer, name, line.*member);
    writer.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

std::optional<ManifestLine> from_json(std::string_view text) {
    rapidjson::Document document;
    if (read_document(text, document).IsError() || !document.IsObject()) return std::nullopt;
    ManifestLine line;
    Members members(document);
    members.get("input", line.input);
    members.get("sha256", line.sha256);
    members.get("bytes", line.bytes);
    members.get("output", line.output);
    members.get("output_sha256", line.output_sha256);
    members.get("output_bytes", line.output_bytes);
    // Lines of older versions have none.
    if (document.HasMember("old_output")) members.get("old_output", line.old_output);
    for (const auto& [name, member] : about_reading) members.get(name, line.*member);
    members.get_assumed(line);
    for (const auto& [name, member] : counts) members.get(name, line.*member);
    members.get("seconds", line.seconds);
    for (const auto& [name, member] : about_result) members.get(name, line.*member);
    return members.complete() ? std::optional(line) : std::nullopt;
}

} // namespace annexkit
