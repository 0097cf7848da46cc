// SPDX-License-Identifier: Apache-2.0
#include "findings/argument.hpp"
#include "findings/declaration_rules.hpp"
#include "findings/field_rules.hpp"
#include "findings/heading_rules.hpp"
#include "findings/input_rules.hpp"
#include "findings/output_rules.hpp"
#include "findings/rule_of.hpp"
#include "findings/text_rules.hpp"
#include "findings/whole_annex_rules.hpp"
#include "messages/error.hpp"
#include "messages/rules_en.hpp"
#include "messages/rules_fr.hpp"
#include "text/ascii.hpp"
#include "text/french.hpp"

#include <annexkit/rule.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace annexkit {
namespace {

constexpr auto fields = sdk::rule_tables(field_rules, rules_en, rules_fr);
constexpr auto headings = sdk::rule_tables(heading_rules, rules_en, rules_fr);
constexpr auto on_declaration = sdk::rule_tables(declaration_rules, rules_en, rules_fr);
constexpr auto texts = sdk::rule_tables(text_rules, rules_en, rules_fr);
constexpr auto whole_annex = sdk::rule_tables(whole_annex_rules, rules_en, rules_fr);
constexpr auto inputs = sdk::rule_tables(input_rules, rules_en, rules_fr);
constexpr auto outputs = sdk::rule_tables(output_rules, rules_en, rules_fr);

// Appends a value as a sentence shows it: quoted, and cut where it would drown the sentence.
void append_shown(std::string_view value, Language language, std::string& into) {
    constexpr std::size_t longest = 60;
    std::size_t count = 0;
    // No text has more characters than bytes.
    std::size_t end = value.size() <= longest ? value.size() : 0;
    while (end < value.size() && count < longest) {
        ++end;
        while (end < value.size() && is_continuation(value[end])) ++end;
        ++count;
    }
    into += language == Language::french ? "«\u00A0" : "\"";
    into += value.substr(0, end);
    if (end < value.size()) into += "\u2026";
    into += language == Language::french ? "\u00A0»" : "\"";
}

// Arguments that hold submitted text, or a code to be typed as it stands. Numbers and words of ours are not quoted.
bool is_quoted_argument(std::string_view name) {
    static const std::set<std::string, std::less<>> quoted = {
        "annex",   "character", "dated", "declaration", "delimiter", "expected",         "first_delimiter",
        "foreign", "heading",   "id",    "name",        "nearest",   "second_delimiter", "section",
        "value"};
    return quoted.contains(name);
}

// The nearest code, those that are known, a plugin that is absent, a number that is in doubt or a date, cells that may
// be merged, a column that may be the missing one.
bool is_argument_that_may_be_none(std::string_view name) {
    constexpr std::array may_be_none = {"nearest", "known",       "absent",    "absent_fr", "doubted", "alike",
                                        "dated",   "longer_than", "more_than", "merged",    "foreign", "unheaded"};
    return std::find(may_be_none.begin(), may_be_none.end(), name) != may_be_none.end();
}

template <class Pieces> bool says_nothing(const Finding& finding, const Pieces& clause) {
    return std::any_of(clause.begin(), clause.end(), [&](const auto& piece) {
        return piece.may_be_none && argument_or_empty(finding.arguments, piece.text).empty();
    });
}

constexpr std::string_view semicolon = "; ";
constexpr std::string_view narrow_space = "\u202F";
constexpr std::string_view french_semicolon = "\u202F; ";

} // namespace

bool is_number_argument(std::string_view name) {
    static const std::set<std::string, std::less<>> numbers = {
        "bytes", "cells", "columns", "count", "first", "known", "limit", "length", "total", "objective", "percent"};
    return numbers.contains(name);
}

std::string_view to_string(Severity severity) {
    switch (severity) {
    case Severity::off: return "off";
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
    }
    return "error";
}

RuleCatalogue::RuleCatalogue() {
    const auto add_family = [this](const auto& tables, bool on_content, bool of_whole_annex = false) {
        for (std::size_t i = 0; i < std::size(tables.rules); ++i) {
            Rule rule = rule_of(tables.rules[i], &tables.pages[i]);
            rule.on_content = on_content;
            rule.of_whole_annex = of_whole_annex;
            [[maybe_unused]] const auto added = add(std::move(rule));
            assert(added && "a rule of the core has an id of its own");
        }
    };
    add_family(fields, true);
    add_family(headings, true);
    add_family(on_declaration, true);
    add_family(texts, true);
    add_family(whole_annex, true, true);
    add_family(inputs, false);
    add_family(outputs, false);
}

RuleCatalogue RuleCatalogue::empty() { return RuleCatalogue(Nothing()); }

// Cuts a sentence at its braces; false when they do not match.
bool RuleCatalogue::compile(std::string_view sentence, Pieces& pieces) {
    std::string text;
    const auto end_text = [&] {
        if (!text.empty()) pieces.push_back({.text = std::exchange(text, {})});
    };
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const char c = sentence[at];
        if (c != '{' && c != '}') {
            text += c;
            continue;
        }
        if (at + 1 < sentence.size() && sentence[at + 1] == c) {
            text += c;
            ++at;
            continue;
        }
        const auto end = sentence.find('}', at);
        if (c == '}' || end == std::string_view::npos || end == at + 1) return false;
        end_text();
        const std::string_view name = sentence.substr(at + 1, end - at - 1);
        pieces.push_back({std::string(name), true, is_quoted_argument(name), is_argument_that_may_be_none(name)});
        at = end;
    }
    end_text();
    return true;
}

bool RuleCatalogue::compile(const Sentence& sentence, Compiled& compiled) {
    if (!compile(sentence.message, compiled.message)) return false;
    std::string_view rest = sentence.hint;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(semicolon), rest.size());
        std::string_view clause = rest.substr(0, end);
        if (clause.ends_with(narrow_space)) clause.remove_suffix(narrow_space.size());
        if (!compile(clause, compiled.hint.emplace_back())) return false;
        rest.remove_prefix(std::min(end + semicolon.size(), rest.size()));
    }
    return true;
}

void RuleCatalogue::fill(const Pieces& pieces, const Finding& finding, Language language, std::string& into) {
    for (const auto& piece : pieces) {
        if (!piece.is_argument) {
            into += piece.text;
            continue;
        }
        const std::string* value = argument(finding.arguments, piece.text);
        const std::string_view text = value == nullptr ? std::string_view("?") : std::string_view(*value);
        if (piece.is_quoted) {
            append_shown(text, language, into);
        } else {
            into += text;
        }
    }
}

Result<void> RuleCatalogue::add(Rule rule) {
    const auto refuse = [&](MessageId why, std::vector<Argument> arguments = {}) {
        arguments.push_back({"rule", rule.id});
        return make_error(ErrorKind::plugin, why, std::move(arguments));
    };
    if (rule.id.empty()) return refuse("plugin.rule-without-id");
    Entry entry;
    rule.french.summary = with_french_spaces(rule.french.summary);
    rule.french.message = with_french_spaces(rule.french.message);
    rule.french.hint = with_french_spaces(rule.french.hint);
    for (const auto& [text, compiled] :
         {std::pair(&rule.english, &entry.english), std::pair(&rule.french, &entry.french)})
        if (!compile(*text, *compiled))
            return refuse("plugin.rule-braces", {{"sentence", fmt::format("{}; {}", text->message, text->hint)}});
    if (rules_.contains(rule.id)) return refuse("plugin.rule-taken");
    std::string id = rule.id;
    entries_.emplace(id, std::move(entry));
    rules_.emplace(std::move(id), std::move(rule));
    return {};
}

void RuleCatalogue::share(std::string_view id, std::string format) {
    const auto found = rules_.find(id);
    assert(found != rules_.end() && "the rule is there");
    found->second.formats.push_back(std::move(format));
}

const Rule* RuleCatalogue::find(std::string_view id) const {
    const auto found = rules_.find(id);
    return found == rules_.end() ? nullptr : &found->second;
}

Sentence RuleCatalogue::render(const Finding& finding, Language language) const {
    Sentence sentence;
    render(finding, language, sentence);
    return sentence;
}

void RuleCatalogue::render(const Finding& finding, Language language, Sentence& into) const {
    into.message.clear();
    into.hint.clear();
    const auto found = entries_.find(finding.rule);
    if (found == entries_.end()) {
        into.message = finding.rule;
        for (const auto& [name, value] : finding.arguments) {
            into.message += ' ';
            into.message += name;
            into.message += '=';
            append_shown(value, language, into.message);
        }
        return;
    }
    const Compiled& compiled = language == Language::french ? found->second.french : found->second.english;
    fill(compiled.message, finding, language, into.message);
    for (const auto& clause : compiled.hint) {
        if (says_nothing(finding, clause)) continue;
        if (!into.hint.empty()) into.hint += language == Language::french ? french_semicolon : semicolon;
        fill(clause, finding, language, into.hint);
    }
    const bool is_french = language == Language::french;
    const auto unmended = argument_or_empty(finding.arguments, is_french ? "unmended_fr" : "unmended");
    if (unmended.empty()) return;
    if (!into.hint.empty()) into.hint += is_french ? french_semicolon : semicolon;
    into.hint += is_french ? "non corrigé\u00A0: " : "not mended: ";
    into.hint += unmended;
}

} // namespace annexkit
