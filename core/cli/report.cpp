// SPDX-License-Identifier: Apache-2.0
#include "report.hpp"

#include "terminal.hpp"

#include <iterator>

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace annexkit::cli {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Writer& writer, const char* name, std::string_view value) {
    writer.Key(name);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void put_some(Writer& writer, const char* name, std::string_view value) {
    if (!value.empty()) put(writer, name, value);
}

void put_some(Writer& writer, const char* name, std::uint64_t value) {
    if (value == 0) return;
    writer.Key(name);
    writer.Uint64(value);
}

void put_place(Writer& writer, const Place& place) {
    writer.Key("place");
    writer.StartObject();
    put(writer, "source", place.source);
    put_some(writer, "line", place.line);
    put_some(writer, "column", place.column);
    if (place.line > 0) {
        writer.Key("offset");
        writer.Uint64(place.offset);
        writer.Key("size");
        writer.Uint64(place.size);
    }
    put_some(writer, "row", place.row);
    put_some(writer, "cell_column", place.cell_column);
    put_some(writer, "address", place.address);
    writer.EndObject();
}

struct Words {
    const char *error, *warning, *note, *initiative, *number, *field, *row, *column, *hint;
};
constexpr Words english = {"error", "warning", "note", "initiative", "no.", "field", "row", "column", "hint: "};
constexpr Words french = {"erreur", "avertissement", "note",    "initiative", "n°",
                          "champ",  "ligne",         "colonne", "conseil : "};

const Words& words(Language language) { return language == Language::french ? french : english; }

const char* word(const Words& words, Severity severity) {
    switch (severity) {
    case Severity::error: return words.error;
    case Severity::warning: return words.warning;
    case Severity::note: return words.note;
    }
    return words.error;
}

// "initiative ma-2013-p1-003, field objective, row 4, column 5 (E4)"
std::string whereabouts(const Finding& finding, const Words& words) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    if (!finding.initiative.empty()) {
        add(fmt::format("{} {}", words.initiative, printable(finding.initiative)));
    } else if (finding.ordinal > 0) {
        add(fmt::format("{} {} {}", words.initiative, words.number, finding.ordinal));
    }
    if (!finding.field.empty()) add(fmt::format("{} {}", words.field, printable(finding.field)));
    if (finding.place.row > 0) add(fmt::format("{} {}", words.row, finding.place.row));
    if (finding.place.cell_column > 0) add(fmt::format("{} {}", words.column, finding.place.cell_column));
    if (!finding.place.address.empty())
        text += fmt::format("{}({})", text.empty() ? "" : " ", printable(finding.place.address));
    return text;
}

} // namespace

Report::Report(const RuleCatalogue& rules, Language language, const std::string& form, std::FILE* stream)
    : rules_(rules), language_(language), text_(form == "text"), stream_(stream) {}

void Report::add(const Finding& finding) {
    ++by_rule_[finding.rule];
    return text_ ? add_text(finding) : add_ndjson(finding);
}

void Report::add_text(const Finding& finding) {
    const Words& said = words(language_);
    const Sentence sentence = rules_.render(finding, language_);
    std::string place = printable(finding.place.source);
    if (finding.place.line > 0) place += fmt::format(":{}:{}", finding.place.line, finding.place.column);
    std::string text =
        fmt::format("{}: {}: {}: {}\n", place, word(said, finding.severity), finding.rule, printable(sentence.message));
    if (const auto where = whereabouts(finding, said); !where.empty()) text += fmt::format("  {}\n", where);
    if (!sentence.hint.empty()) text += fmt::format("  {}{}\n", said.hint, printable(sentence.hint));
    print(stream_, text);
}

void Report::add_ndjson(const Finding& finding) {
    const Sentence sentence = rules_.render(finding, language_);
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.StartObject();
    put(writer, "type", "finding");
    put(writer, "rule", finding.rule);
    put(writer, "severity", to_string(finding.severity));
    put(writer, "message", sentence.message);
    put_some(writer, "hint", sentence.hint);
    writer.Key("arguments");
    writer.StartObject();
    for (const auto& argument : finding.arguments) put(writer, argument.name.c_str(), argument.value);
    writer.EndObject();
    put_some(writer, "initiative", finding.initiative);
    put_some(writer, "ordinal", finding.ordinal);
    put_some(writer, "field", finding.field);
    if (finding.item >= 0) {
        writer.Key("item");
        writer.Int(finding.item);
    }
    put_some(writer, "excerpt", finding.excerpt);
    put_place(writer, finding.place);
    put_some(writer, "schema_pointer", finding.schema_pointer);
    writer.EndObject();
    print(stream_, fmt::format("{}\n", buffer.GetString()));
}

void Report::finish(const std::string& source, const Summary& summary) {
    const std::string schema = summary.schema ? summary.schema->declaration().id : std::string();
    if (text_) {
        const bool french = language_ == Language::french;
        const auto counted = [&](std::uint64_t count, const char* noun) {
            return fmt::format("{} {}{}", count, noun, count == 1 || (french && count == 0) ? "" : "s");
        };
        std::string text = fmt::format(
            "{}{}: {}, {}, {}, {}", printable(source), french ? " " : "", counted(summary.read, "initiative"),
            counted(summary.errors, french ? "erreur" : "error"),
            counted(summary.warnings, french ? "avertissement" : "warning"), counted(summary.notes, "note"));
        if (summary.left_out > 0)
            text += fmt::format(", {} {}", summary.left_out, french ? "non écrites" : "not written");
        std::string how;
        for (const auto& part : {summary.format, summary.encoding, schema})
            if (!part.empty()) how += (how.empty() ? "" : ", ") + part;
        if (!how.empty()) text += fmt::format(" ({})", how);
        text += '\n';
        for (const auto& [rule, count] : by_rule_) text += fmt::format("{:>8}  {}\n", count, rule);
        print(stream_, text);
    } else {
        rapidjson::StringBuffer buffer;
        Writer writer(buffer);
        writer.StartObject();
        put(writer, "type", "summary");
        put(writer, "source", source);
        put_some(writer, "format", summary.format);
        put_some(writer, "encoding", summary.encoding);
        put_some(writer, "declaration", schema);
        for (const auto& [name, count] : {std::pair("read", summary.read), std::pair("written", summary.written),
                                          std::pair("invalid", summary.invalid), std::pair("errors", summary.errors),
                                          std::pair("warnings", summary.warnings), std::pair("notes", summary.notes),
                                          std::pair("losses", summary.losses)}) {
            writer.Key(name);
            writer.Uint64(count);
        }
        writer.Key("unreadable");
        writer.Bool(summary.unreadable);
        writer.EndObject();
        print(stream_, fmt::format("{}\n", buffer.GetString()));
    }
    by_rule_.clear();
}

void Report::fail(const std::string& source, const Error& error) {
    if (text_) {
        print_error(error.message, error.hint);
        return;
    }
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.StartObject();
    put(writer, "type", "error");
    put(writer, "source", source);
    put(writer, "message", error.message);
    put_some(writer, "hint", error.hint);
    writer.EndObject();
    print(stream_, fmt::format("{}\n", buffer.GetString()));
    by_rule_.clear();
}

} // namespace annexkit::cli
