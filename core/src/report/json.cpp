// SPDX-License-Identifier: Apache-2.0
#include "report/json.hpp"

#include <annexkit/rule.hpp>

#include <algorithm>
#include <limits>

namespace annexkit {
namespace {

void put_place(JsonWriter& writer, const Place& place) {
    writer.Key("place");
    writer.StartObject();
    put(writer, "source", place.source);
    put_some(writer, "line", place.line);
    put_some(writer, "column", place.column);
    if (place.line > 0 || place.offset > 0) {
        put(writer, "offset", place.offset);
        put(writer, "size", place.size);
    }
    put_some(writer, "row", place.row);
    put_some(writer, "cell_column", place.cell_column);
    put_some(writer, "address", place.address);
    writer.EndObject();
}

void put_frame(JsonWriter& writer, const Frame& frame) {
    if (frame.text.empty()) return;
    writer.Key("frame");
    writer.StartObject();
    put(writer, "text", frame.text);
    put(writer, "offset", std::uint64_t{frame.offset});
    put(writer, "size", std::uint64_t{frame.size});
    if (frame.cut_before) put(writer, "cut_before", true);
    if (frame.cut_after) put(writer, "cut_after", true);
    writer.EndObject();
}

Frame frame_of(const rapidjson::Value& object) {
    Frame frame;
    frame.text = text_of(member(object, "text"));
    frame.offset = std::min<std::uint64_t>(number_of(member(object, "offset")), frame.text.size());
    frame.size = std::min<std::uint64_t>(number_of(member(object, "size")), frame.text.size() - frame.offset);
    frame.cut_before = member(object, "cut_before").IsTrue();
    frame.cut_after = member(object, "cut_after").IsTrue();
    return frame;
}

Place place_of(const rapidjson::Value& object) {
    Place place;
    place.source = text_of(member(object, "source"));
    place.line = number_of(member(object, "line"));
    place.column = number_of(member(object, "column"));
    place.offset = number_of(member(object, "offset"));
    place.size = number_of(member(object, "size"));
    place.row = number_of(member(object, "row"));
    place.cell_column = number_of(member(object, "cell_column"));
    place.address = text_of(member(object, "address"));
    return place;
}

// As few digits as any number has that JSON readers keep whole; with them the value is its own only spelling.
bool is_short_number(std::string_view text) {
    constexpr std::size_t most_digits = 15;
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && !text.empty() && text.size() <= most_digits && (text.front() != '0' || text.size() == 1);
}

void put_argument(JsonWriter& writer, const Argument& argument) {
    put_key(writer, argument.name);
    if (is_number_argument(argument.name) && is_short_number(argument.value)) {
        writer.RawValue(argument.value.data(), argument.value.size(), rapidjson::kNumberType);
    } else {
        put_text(writer, argument.value);
    }
}

std::string argument_of(const rapidjson::Value& value) {
    return value.IsUint64() ? std::to_string(value.GetUint64()) : std::string(text_of(value));
}

Severity severity_of(std::string_view word) {
    for (const Severity severity : {Severity::off, Severity::note, Severity::warning})
        if (word == to_string(severity)) return severity;
    return Severity::error;
}

} // namespace

void put_finding(JsonWriter& writer, const Finding& finding) {
    writer.Key("arguments");
    writer.StartObject();
    for (const auto& argument : finding.arguments) put_argument(writer, argument);
    writer.EndObject();
    put_some(writer, "initiative", finding.initiative);
    put_some(writer, "ordinal", finding.ordinal);
    put_some(writer, "field", finding.field);
    if (finding.item >= 0) put(writer, "item", static_cast<std::uint64_t>(finding.item));
    put_some(writer, "excerpt", finding.excerpt);
    if (finding.excerpt_is_cut) put(writer, "excerpt_is_cut", true);
    put_place(writer, finding.place);
    put_frame(writer, finding.frame);
    put_some(writer, "schema_pointer", finding.schema_pointer);
}

Finding finding_of(const rapidjson::Value& object) {
    Finding finding;
    finding.rule = text_of(member(object, "rule"));
    finding.severity = severity_of(text_of(member(object, "severity")));
    if (const auto& arguments = member(object, "arguments"); arguments.IsObject())
        for (const auto& argument : arguments.GetObject())
            finding.arguments.push_back({std::string(text_of(argument.name)), argument_of(argument.value)});
    finding.initiative = text_of(member(object, "initiative"));
    finding.ordinal = number_of(member(object, "ordinal"));
    finding.field = text_of(member(object, "field"));
    if (const auto& item = member(object, "item"); item.IsInt() && item.GetInt() >= 0) finding.item = item.GetInt();
    finding.excerpt = text_of(member(object, "excerpt"));
    finding.excerpt_is_cut = member(object, "excerpt_is_cut").IsTrue();
    finding.place = place_of(member(object, "place"));
    finding.frame = frame_of(member(object, "frame"));
    finding.schema_pointer = text_of(member(object, "schema_pointer"));
    return finding;
}

void put_summary(JsonWriter& writer, const Summary& summary) {
    put(writer, "read", summary.read);
    put(writer, "written", summary.written);
    put(writer, "invalid", summary.invalid);
    put(writer, "unjudged", summary.unjudged);
    put(writer, "errors", summary.errors);
    put(writer, "warnings", summary.warnings);
    put(writer, "notes", summary.notes);
    put(writer, "losses", summary.losses);
    put(writer, "known", summary.known);
    put(writer, "unreadable", summary.unreadable);
    if (!summary.switched_off.empty()) {
        writer.Key("switched_off");
        writer.StartArray();
        for (const auto& rule : summary.switched_off) put_text(writer, rule);
        writer.EndArray();
    }
    if (summary.misused) put(writer, "misused", true);
    if (summary.plugin_failed) put(writer, "plugin_failed", true);
    if (summary.unwritable) put(writer, "unwritable", true);
    if (summary.shard.of > 1) {
        put(writer, "part", std::uint64_t{summary.shard.part});
        put(writer, "parts", std::uint64_t{summary.shard.of});
    }
}

Summary summary_of(const rapidjson::Value& object) {
    Summary summary;
    summary.read = number_of(member(object, "read"));
    summary.written = number_of(member(object, "written"));
    summary.invalid = number_of(member(object, "invalid"));
    summary.unjudged = number_of(member(object, "unjudged"));
    summary.errors = number_of(member(object, "errors"));
    summary.warnings = number_of(member(object, "warnings"));
    summary.notes = number_of(member(object, "notes"));
    summary.losses = number_of(member(object, "losses"));
    summary.known = number_of(member(object, "known"));
    if (const auto& rules = member(object, "switched_off"); rules.IsArray())
        for (const auto& rule : rules.GetArray()) summary.switched_off.emplace_back(text_of(rule));
    summary.unreadable = member(object, "unreadable").IsTrue();
    summary.misused = member(object, "misused").IsTrue();
    summary.plugin_failed = member(object, "plugin_failed").IsTrue();
    summary.unwritable = member(object, "unwritable").IsTrue();
    summary.shard.part = static_cast<std::uint32_t>(std::max<std::uint64_t>(1, number_of(member(object, "part"))));
    summary.shard.of = static_cast<std::uint32_t>(std::max<std::uint64_t>(1, number_of(member(object, "parts"))));
    return summary;
}

void put_error(JsonWriter& writer, const Error& error) {
    put(writer, "message", error.message);
    put_some(writer, "hint", error.hint);
    put_some(writer, "message_fr", error.french.message);
    put_some(writer, "hint_fr", error.french.hint);
}

Error error_of(const rapidjson::Value& object) {
    return {ErrorKind::input,
            std::string(text_of(member(object, "message"))),
            std::string(text_of(member(object, "hint"))),
            {std::string(text_of(member(object, "message_fr"))), std::string(text_of(member(object, "hint_fr")))}};
}

void put_initiative(JsonWriter& writer, const Initiative& initiative) {
    writer.StartArray();
    for (const auto& value : initiative.values) {
        if (!value.is_there) {
            writer.Null();
        } else if (value.is_list) {
            writer.StartArray();
            for (const auto& item : value.items) put_text(writer, item);
            writer.EndArray();
        } else {
            put_text(writer, value.text);
        }
    }
    writer.EndArray();
}

Initiative initiative_of(const rapidjson::Value& array) {
    Initiative initiative;
    if (!array.IsArray()) return initiative;
    for (const auto& value : array.GetArray()) {
        auto& copy = initiative.values.emplace_back();
        copy.is_there = !value.IsNull();
        copy.is_list = value.IsArray();
        copy.text = text_of(value);
        if (!value.IsArray()) continue;
        for (const auto& item : value.GetArray()) copy.items.emplace_back(text_of(item));
    }
    return initiative;
}

void put_cells(JsonWriter& writer, const std::vector<Coverage::Cell>& cells) {
    const auto put_index = [&](std::optional<std::size_t> index) {
        if (index) {
            writer.Uint64(*index);
        } else {
            writer.Null();
        }
    };
    writer.StartArray();
    for (const auto& cell : cells) {
        writer.StartArray();
        put_index(cell.at.part);
        put_index(cell.at.objective);
        put_index(cell.at.partner);
        writer.Uint64(cell.count);
        writer.EndArray();
    }
    writer.EndArray();
}

std::vector<Coverage::Cell> cells_of(const rapidjson::Value& array) {
    std::vector<Coverage::Cell> cells;
    if (!array.IsArray()) return cells;
    const auto index = [](const rapidjson::Value& value) {
        return value.IsUint64() ? std::optional<std::size_t>(value.GetUint64()) : std::nullopt;
    };
    for (const auto& cell : array.GetArray())
        if (cell.IsArray() && cell.Size() == 4)
            cells.push_back({{index(cell[0]), index(cell[1]), index(cell[2])}, number_of(cell[3])});
    return cells;
}

const rapidjson::Value& member(const rapidjson::Value& value, const char* name) {
    static const rapidjson::Value null;
    if (!value.IsObject()) return null;
    const auto found = value.FindMember(name);
    return found == value.MemberEnd() ? null : found->value;
}

std::string_view text_of(const rapidjson::Value& value) {
    return value.IsString() ? std::string_view(value.GetString(), value.GetStringLength()) : std::string_view();
}

std::uint64_t number_of(const rapidjson::Value& value) { return value.IsUint64() ? value.GetUint64() : 0; }

} // namespace annexkit
