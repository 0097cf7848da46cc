// SPDX-License-Identifier: Apache-2.0
#include "compare.hpp"

#include "contract.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace conformance {
namespace {

using drive::Finding;
using drive::Named;
using drive::Reading;
using drive::Record;
using drive::Value;

// Writes numbers as they are spelled.
struct Respeller : rapidjson::Writer<rapidjson::StringBuffer> {
    using rapidjson::Writer<rapidjson::StringBuffer>::Writer;
    bool RawNumber(const char* data, rapidjson::SizeType size, bool) {
        return RawValue(data, size, rapidjson::kNumberType);
    }
};

// JSON without white space and with the shortest escapes; the text itself where RapidJSON cannot read it.
std::string respelled(const std::string& json) {
    rapidjson::MemoryStream stream(json.data(), json.size());
    rapidjson::StringBuffer buffer;
    Respeller writer(buffer);
    const auto result = annexkit::parse_json<rapidjson::kParseNumbersAsStringsFlag>(stream, writer);
    return result.IsError() ? json : std::string(buffer.GetString(), buffer.GetSize());
}

// What the host makes of a value: in a field of this kind, untyped text that spells such a value is one.
Value typed(Value value, std::uint32_t kind) {
    if (value.kind == ANNEXKIT_JSON) value.text = respelled(value.text);
    if (value.kind != ANNEXKIT_UNTYPED) return value;
    value.kind = ANNEXKIT_TEXT;
    if (kind == ANNEXKIT_NUMBER && drive::is_number(value.text)) value.kind = ANNEXKIT_NUMBER;
    if (kind == ANNEXKIT_BOOLEAN && (value.text == "true" || value.text == "false")) value.kind = ANNEXKIT_BOOLEAN;
    return value;
}

std::string value_shown(const Value& value) {
    constexpr const char* kinds[] = {"absent", "untyped", "text", "number", "boolean", "list", "json"};
    std::string text = kinds[value.kind];
    if (value.kind == ANNEXKIT_LIST) {
        for (const auto& item : value.items) text += " " + conformance::shown(item);
    } else if (value.kind != ANNEXKIT_ABSENT) {
        text += " " + conformance::shown(value.text);
    }
    return text;
}

std::vector<Named> present(const std::vector<Named>& members) {
    std::vector<Named> result;
    for (const auto& [name, value] : members)
        if (value.kind != ANNEXKIT_ABSENT) result.emplace_back(name, typed(value, ANNEXKIT_TEXT));
    return result;
}

std::string members_difference(std::string_view what, const std::vector<Named>& one, const std::vector<Named>& other) {
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
        if (one[i] != other[i])
            return fmt::format("{} {} is {} and {} is {}", what, conformance::shown(one[i].first),
                               value_shown(one[i].second), conformance::shown(other[i].first),
                               value_shown(other[i].second));
    if (one.size() != other.size()) return fmt::format("{}: {} and {} of them", what, one.size(), other.size());
    return {};
}

bool same(annexkit_span one, annexkit_span other) { return one.offset == other.offset && one.size == other.size; }

std::string finding_difference(const Finding& one, const Finding& other) {
    if (one.rule != other.rule) return one.rule + " and " + other.rule;
    if (!same(one.span, other.span) || one.row != other.row || one.column != other.column || one.field != other.field)
        return fmt::format("{} stands at byte {} and at byte {}, or in another cell or field", one.rule,
                           one.span.offset, other.span.offset);
    return one.arguments == other.arguments ? "" : one.rule + " has other arguments";
}

} // namespace

std::string shown(std::string_view text) {
    std::string result = "\"";
    for (const char byte : text.substr(0, 60)) {
        const bool plain = static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7F;
        result += plain ? std::string(1, byte) : fmt::format("\\x{:02X}", static_cast<unsigned char>(byte));
    }
    return result + (text.size() > 60 ? "\"..." : "\"");
}

const Finding* first_error(const annexkit_format& format, const Reading& reading) {
    const std::span rules(format.rules, format.rule_count);
    const auto is_error = [&](const Finding& finding) {
        return std::none_of(rules.begin(), rules.end(), [&](const annexkit_rule& rule) {
            return annexkit::sdk::view(rule.id) == finding.rule && rule.severity != ANNEXKIT_ERROR;
        });
    };
    const auto found = std::find_if(reading.findings.begin(), reading.findings.end(), is_error);
    return found == reading.findings.end() ? nullptr : &*found;
}

std::string difference(const Record& one, const Record& other) {
    for (std::size_t i = 0; i < std::min(one.values.size(), other.values.size()); ++i)
        if (one.values[i] != other.values[i])
            return fmt::format("field {} is {} and {}", i, value_shown(one.values[i]), value_shown(other.values[i]));
    if (auto unknown = members_difference("unknown field", one.unknown, other.unknown); !unknown.empty())
        return unknown;
    if (!same(one.span, other.span))
        return fmt::format("it stands at bytes {}+{} and {}+{}", one.span.offset, one.span.size, other.span.offset,
                           other.span.size);
    if (one.row != other.row) return fmt::format("it is row {} and {}", one.row, other.row);
    return {};
}

std::string difference(const Reading& one, const Reading& other) {
    for (std::size_t i = 0; i < std::min(one.findings.size(), other.findings.size()); ++i)
        if (auto found = finding_difference(one.findings[i], other.findings[i]); !found.empty())
            return "findings: " + found;
    if (one.findings.size() != other.findings.size())
        return fmt::format("{} and {} findings, the last being {}", one.findings.size(), other.findings.size(),
                           (one.findings.size() > other.findings.size() ? one : other).findings.back().rule);
    if (one.status != other.status) return fmt::format("status {} and {}", one.status, other.status);
    if (one.columns != other.columns) return "the columns differ";
    if (one.has_head != other.has_head) return "one has an annex head";
    if (auto head = members_difference("head", one.head, other.head); !head.empty()) return head;
    for (std::size_t i = 0; i < std::min(one.records.size(), other.records.size()); ++i)
        if (auto record = difference(one.records[i], other.records[i]); !record.empty())
            return fmt::format("record {}: {}", i, record);
    if (one.records.size() != other.records.size())
        return fmt::format("{} and {} records", one.records.size(), other.records.size());
    // What was counted of an input that cannot be read further is of no use to anybody.
    if (one.status == ANNEXKIT_OK && one.rows != other.rows) return fmt::format("{} and {} rows", one.rows, other.rows);
    return {};
}

std::string difference(const std::vector<drive::Field>& fields, const std::vector<Named>& head,
                       const std::vector<Record>& records, const Reading& back) {
    if (auto members = members_difference("head", present(head), present(back.head)); !members.empty()) return members;
    if (records.size() != back.records.size())
        return fmt::format("{} records were written, {} were read", records.size(), back.records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        for (std::size_t f = 0; f < fields.size(); ++f) {
            const Value wrote = typed(records[i].values[f], fields[f].kind);
            const Value read = typed(back.records[i].values[f], fields[f].kind);
            if (wrote != read)
                return fmt::format("record {}: field {} was {} and came back as {}", i, shown(fields[f].name),
                                   value_shown(wrote), value_shown(read));
        }
        const auto unknown =
            members_difference("unknown field", present(records[i].unknown), present(back.records[i].unknown));
        if (!unknown.empty()) return fmt::format("record {}: {}", i, unknown);
    }
    return {};
}

} // namespace conformance
