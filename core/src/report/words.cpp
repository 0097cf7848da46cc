// SPDX-License-Identifier: Apache-2.0
#include "report/words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace annexkit {
namespace {

constexpr Words english = {
    .error = {"error", "errors"},
    .warning = {"warning", "warnings"},
    .note = {"note", "notes"},
    .initiative = {"initiative", "initiatives"},
    .finding = {"finding", "findings"},
    .files = {"file", "files"},
    .line = "line",
    .column = "column",
    .offset = "byte offset",
    .row = "row",
    .cell = "cell",
    .field = "field",
    .number = "no.",
    .hint = "hint",
    .not_checked = "not checked",
    .colon = ":",
    .file = "File",
    .severity = "Severity",
    .rule = "Rule",
    .message = "Message",
    .value = "Text found",
    .objective = "Objective",
    .part = "Part",
    .section = "Section",
    .total = "Total",
    .count = "Count",
    .passed = "passed",
    .failed = "failed",
    .all_parts = "all parts",
};

constexpr Words french = {
    .error = {"erreur", "erreurs"},
    .warning = {"avertissement", "avertissements"},
    .note = {"note", "notes"},
    .initiative = {"initiative", "initiatives"},
    .finding = {"constat", "constats"},
    .files = {"fichier", "fichiers"},
    .line = "ligne",
    .column = "colonne",
    .offset = "décalage en octets",
    .row = "rangée",
    .cell = "cellule",
    .field = "champ",
    .number = "n°",
    .hint = "conseil",
    .not_checked = "non vérifié",
    .colon = "\u00A0:",
    .file = "Fichier",
    .severity = "Gravité",
    .rule = "Règle",
    .message = "Message",
    .value = "Texte trouvé",
    .objective = "Objectif",
    .part = "Partie",
    .section = "Section",
    .total = "Total",
    .count = "Nombre",
    .passed = "conforme",
    .failed = "non conforme",
    .all_parts = "toutes les parties",
};

} // namespace

const Words& words(Language language) { return language == Language::french ? french : english; }

std::string_view word(const Words& words, Severity severity) {
    switch (severity) {
    case Severity::error: return words.error.one;
    case Severity::warning: return words.warning.one;
    case Severity::note: return words.note.one;
    case Severity::off: break;
    }
    return words.error.one;
}

std::string number_text(std::uint64_t number, Language language) {
    std::string text = fmt::format("{}", number);
    if (number < 10'000) return text;
    const std::string_view separator = language == Language::french ? "\u202F" : ",";
    for (auto at = text.size(); at > 3;) text.insert(at -= 3, separator);
    return text;
}

std::string counted(std::uint64_t count, const Noun& noun, Language language) {
    const bool one = count == 1 || (count == 0 && language == Language::french);
    return fmt::format("{} {}", number_text(count, language), one ? noun.one : noun.several);
}

std::string totals(const Counts& counts, Language language) {
    const Words& said = words(language);
    std::string text = fmt::format(
        "{}, {}, {}, {}", counted(counts.read, said.initiative, language), counted(counts.errors, said.error, language),
        counted(counts.warnings, said.warning, language), counted(counts.notes, said.note, language));
    if (counts.left_out > 0)
        text += fmt::format(", {} {}", counts.left_out,
                            language == Language::french ? (counts.left_out == 1 ? "non écrite" : "non écrites")
                                                         : "not written");
    if (counts.known > 0)
        text += language == Language::french ? fmt::format(", {} de la base de référence", counts.known)
                                             : fmt::format(", {} in the baseline", counts.known);
    return text;
}

std::string total_line(std::uint64_t files, const Counts& counts, Language language) {
    const Words& said = words(language);
    return fmt::format("{}{} {}", counted(files, said.files, language), said.colon, totals(counts, language));
}

void add(const Counts& counts, Counts& to) {
    to.read += counts.read;
    to.left_out += counts.left_out;
    to.errors += counts.errors;
    to.warnings += counts.warnings;
    to.notes += counts.notes;
    to.known += counts.known;
}

std::string general(std::string_view sentence, const std::function<std::string(std::string_view)>& shown) {
    std::string text;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const bool is_brace = sentence[at] == '{' || sentence[at] == '}';
        if (is_brace && !sentence.substr(at + 1).starts_with(sentence[at])) {
            const std::size_t end = std::min(sentence.find('}', at), sentence.size() - 1);
            text += shown(sentence.substr(at, end + 1 - at));
            at = end;
        } else {
            text += sentence[at];
            at += is_brace ? 1 : 0;
        }
    }
    return text;
}

std::string read_as(const Summary& summary) {
    std::string text;
    const std::string schema = summary.schema ? summary.schema->declaration().id : std::string();
    for (const auto& part : {summary.format, summary.encoding, schema})
        if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string summary_line(const std::string& source, const Summary& summary, Language language) {
    std::string text = fmt::format("{}{} {}", printable(source), words(language).colon, totals(summary, language));
    if (const auto how = read_as(summary); !how.empty()) text += fmt::format(" ({})", printable(how));
    return text;
}

std::string left_out(std::uint64_t listed, std::uint64_t all, Language language) {
    if (listed >= all) return {};
    return language == Language::french
               ? fmt::format("{} des {} constats sont listés, les erreurs d'abord\u202F; les totaux sont exacts",
                             number_text(listed, language), number_text(all, language))
               : fmt::format("{} of {} findings are listed, errors first; the totals are exact",
                             number_text(listed, language), number_text(all, language));
}

std::string first_listed(std::uint64_t listed, std::uint64_t all, Language language) {
    if (listed >= all) return {};
    return language == Language::french ? fmt::format("les {} premiers de {} constats sont listés",
                                                      number_text(listed, language), number_text(all, language))
                                        : fmt::format("the first {} of {} findings are listed",
                                                      number_text(listed, language), number_text(all, language));
}

namespace {

// Names of fields are English words.
std::string with_title(const std::string& field, Language language, const Schema* schema) {
    const auto index = schema != nullptr && language == Language::french ? schema->field_named(field) : std::nullopt;
    if (!index) return field;
    const auto titles = schema->fields()[*index].titles.find("fr");
    if (titles == schema->fields()[*index].titles.end() || titles->second.empty()) return field;
    return fmt::format("{} ({})", field, titles->second.front());
}

} // namespace

std::string whereabouts(const Finding& finding, Language language, const Schema* schema) {
    std::string text;
    append_whereabouts(finding, language, schema, text);
    return text;
}

void append_whereabouts(const Finding& finding, Language language, const Schema* schema, std::string& text) {
    const Words& said = words(language);
    const std::size_t start = text.size();
    const auto add = [&](std::string_view word, std::string_view value) {
        if (text.size() > start) text += ", ";
        text += word;
        text += ' ';
        text += value;
    };
    // In a part of an input of lines nobody counted the lines before it.
    if (finding.place.line == 0 && finding.place.offset > 0) add(said.offset, fmt::format("{}", finding.place.offset));
    if (!finding.initiative.empty()) {
        add(said.initiative.one, finding.initiative);
    } else if (finding.ordinal > 0) {
        add(said.initiative.one, fmt::format("{} {}", said.number, finding.ordinal));
    }
    if (!finding.field.empty()) add(said.field, with_title(finding.field, language, schema));
    if (finding.place.cell_column > 0) {
        add(said.cell, finding.place.address);
    } else if (finding.place.row > 0) {
        add(said.row, fmt::format("{}", finding.place.row));
    } else if (!finding.place.address.empty()) {
        text += text.size() > start ? " " : "";
        text += finding.place.address;
    }
}

namespace {

// "a, b and 30 others"
std::string some_of(const std::vector<std::string>& all, std::string_view others) {
    constexpr std::size_t most = 6;
    if (all.size() <= most) return fmt::format("{}", fmt::join(all, ", "));
    return fmt::format("{} {}", fmt::join(all.begin(), all.begin() + most - 1, ", "),
                       fmt::format(fmt::runtime(others), all.size() - (most - 1)));
}

} // namespace

std::vector<std::string> not_checked(const InputReport& input, Language language) {
    const bool french_wanted = language == Language::french;
    const Summary& summary = input.summary;
    std::vector<std::string> reasons;
    if (summary.unreadable)
        reasons.emplace_back(french_wanted ? "ce qui suit l'endroit où la lecture s'est arrêtée, et l'annexe dans son "
                                             "ensemble"
                                           : "what follows the place where reading ended, and the annex as a whole");
    if (const Shard& shard = summary.shard; shard.of > 1)
        reasons.push_back(
            french_wanted
                ? fmt::format("si une autre partie a les mêmes identifiants\u00A0: ceci est la partie {} de "
                              "{}",
                              shard.part, shard.of)
                : fmt::format("whether another part has the same ids: this is part {} of {}", shard.part, shard.of));
    if (summary.unjudged > 0)
        reasons.push_back(french_wanted ? fmt::format("le contenu de {} qui n'{}",
                                                      counted(summary.unjudged, words(language).initiative, language),
                                                      summary.unjudged == 1 ? "a pas pu être lue en entier"
                                                                            : "ont pas pu être lues en entier")
                                        : fmt::format("the content of {} that could not be read whole",
                                                      counted(summary.unjudged, words(language).initiative, language)));
    if (summary.plugin_failed)
        reasons.emplace_back(french_wanted ? "ce que le module en échec n'a pas livré"
                                           : "what the failed plugin did not deliver");
    if (const auto& off = summary.switched_off; !off.empty())
        reasons.push_back(french_wanted
                              ? fmt::format("les règles désactivées\u00A0: {}", some_of(off, "et {} autres"))
                              : fmt::format("the rules that are switched off: {}", some_of(off, "and {} others")));
    if (input.rules.contains("heading.missing"))
        reasons.emplace_back(french_wanted ? "les champs sans colonne" : "the fields that have no column");
    return reasons;
}

std::string not_asked_for(const InputReport& input, Language language) {
    if (input.extent == Extent::whole_annex) return {};
    return language == Language::french ? "l'annexe dans son ensemble (annexkit validate --whole-annex)"
                                        : "the annex as a whole (annexkit validate --whole-annex)";
}

std::vector<std::string> lines_of(std::string_view printable_text, std::size_t columns) {
    std::vector<std::string> lines(1);
    while (!printable_text.empty()) {
        const auto word = printable_text.substr(0, printable_text.find(' '));
        std::string& line = lines.back();
        if (!line.empty() && columns_of(line) + 1 + columns_of(word) > columns) {
            lines.emplace_back(word);
        } else {
            if (!line.empty()) line += ' ';
            line += word;
        }
        printable_text.remove_prefix(std::min(word.size() + 1, printable_text.size()));
    }
    return lines;
}

std::string_view in_language(const Translations& texts, Language language) {
    const auto found = texts.find(language == Language::french ? "fr" : "en");
    if (found != texts.end()) return found->second;
    return texts.empty() ? std::string_view() : std::string_view(texts.begin()->second);
}

} // namespace annexkit
