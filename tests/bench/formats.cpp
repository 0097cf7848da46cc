// SPDX-License-Identifier: Apache-2.0
#include "formats.hpp"

namespace annexkit::bench {
namespace {

/// A number or a text; empty for a list.
std::string scalar(const Value& value) {
    if (const auto* const number = std::get_if<int>(&value)) return std::to_string(*number);
    const auto* const text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string();
}

// ---- JSON ----

void append_json_text(std::string_view text, std::string& to) {
    to += '"';
    for (const char byte : text) {
        if (byte == '"') {
            to += "\\\"";
        } else if (byte == '\n') {
            to += "\\n";
        } else {
            to += byte;
        }
    }
    to += '"';
}

void append_json_texts(const Texts& texts, const std::string& line, std::string& to) {
    to += '[';
    for (const auto& text : texts) {
        if (&text != texts.data()) to += ',';
        if (!line.empty()) to += line + "  ";
        append_json_text(text, to);
    }
    if (!texts.empty()) to += line;
    to += ']';
}

/// line: what stands before each member, with the spaces of its level; empty for everything on one line.
void append_json(const Initiative& initiative, const std::string& line, std::string& to) {
    to += '{';
    for (const auto& field : initiative) {
        if (&field != initiative.data()) to += ',';
        to += line;
        append_json_text(field.name, to);
        to += line.empty() ? ":" : ": ";
        if (const auto* const texts = std::get_if<Texts>(&field.value)) {
            append_json_texts(*texts, line, to);
        } else if (std::holds_alternative<int>(field.value)) {
            to += scalar(field.value);
        } else {
            append_json_text(scalar(field.value), to);
        }
    }
}

void append_ndjson(const Initiative& initiative, const Head&, std::string& to) { to += json_line(initiative); }

std::string begin_json(const Head& head, const Initiative&) {
    std::string text = "{\n";
    for (const auto& member : head) {
        text += &member == head.data() ? "  \"annex\": {\n    " : ",\n    ";
        append_json_text(member.first, text);
        text += ": ";
        append_json_text(member.second, text);
    }
    if (!head.empty()) text += "\n  },\n";
    return text + "  \"initiatives\": [";
}

void append_document(const Initiative& initiative, const Head&, std::string& to) {
    to += "\n    ";
    append_json(initiative, "\n      ", to);
    to += "\n    }";
}

// ---- CSV ----

void append_cell(const std::string& text, std::string& to) {
    if (!text.empty() && text.find_first_of(",\"\n") == std::string::npos) {
        to += text;
        return;
    }
    to += '"';
    for (const char byte : text) {
        to += byte;
        if (byte == '"') to += byte;
    }
    to += '"';
}

std::string begin_csv(const Head& head, const Initiative& first) {
    std::string text;
    for (const auto& field : first) text.append(field.name) += ',';
    text += "other_fields";
    for (const auto& member : head) text += ",annex." + member.first;
    return text + "\n";
}

void append_row(const Initiative& initiative, const Head& head, std::string& to) {
    for (const auto& field : initiative) {
        std::string cell = scalar(field.value);
        if (const auto* const texts = std::get_if<Texts>(&field.value))
            for (const auto& text : *texts) cell += (&text == texts->data() ? "" : "|") + text;
        append_cell(cell, to);
        to += ',';
    }
    for (const auto& member : head) {
        to += ',';
        append_cell(member.second, to);
    }
    to += '\n';
}

// ---- XML ----

void append_element(const std::string& name, const std::string& text, std::string& to) {
    to += "<" + name;
    if (text.empty()) {
        to += "/>";
        return;
    }
    to += '>';
    for (const char byte : text) {
        switch (byte) {
        case '<': to += "&lt;"; break;
        case '>': to += "&gt;"; break;
        case '&': to += "&amp;"; break;
        default: to += byte;
        }
    }
    to += "</" + name + ">";
}

std::string begin_xml(const Head& head, const Initiative&) {
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<annex";
    for (const auto& member : head) text += " " + member.first + "=\"" + member.second + "\"";
    return text + ">";
}

void append_initiative(const Initiative& initiative, const Head&, std::string& to) {
    to += "\n  <initiative>";
    for (const auto& field : initiative) {
        const std::string name(field.name);
        const auto* const texts = std::get_if<Texts>(&field.value);
        to += "\n    ";
        if (texts == nullptr || texts->empty()) {
            append_element(name, scalar(field.value), to);
            continue;
        }
        to += "<" + name + ">";
        for (const auto& text : *texts) {
            to += "\n      ";
            append_element(name == "bodies" ? "body" : "partner", text, to);
        }
        to += "\n    </" + name + ">";
    }
    to += "\n  </initiative>";
}

} // namespace

std::string json_line(const Initiative& initiative) {
    std::string line;
    append_json(initiative, "", line);
    return line + "}";
}

const std::vector<Format>& formats() {
    static const std::vector<Format> all = {
        {"csv", begin_csv, "", append_row, ""},
        {"ndjson", [](const Head&, const Initiative&) { return std::string(); }, "\n", append_ndjson, "\n"},
        {"json", begin_json, ",", append_document, "\n  ]\n}\n"},
        {"xml", begin_xml, "", append_initiative, "\n</annex>\n"},
    };
    return all;
}

} // namespace annexkit::bench
