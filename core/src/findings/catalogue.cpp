// SPDX-License-Identifier: Apache-2.0
#include "findings/core_rules.hpp"

#include <annexkit/rule.hpp>

#include <algorithm>
#include <cassert>
#include <exception>
#include <set>

#include <fmt/args.h>
#include <fmt/format.h>

namespace annexkit {
namespace {

// The names in a sentence's braces; nothing when the braces do not match.
bool names_of(std::string_view sentence, std::set<std::string>& names) {
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        if (sentence[at] != '{' && sentence[at] != '}') continue;
        if (at + 1 < sentence.size() && sentence[at + 1] == sentence[at]) {
            ++at;
            continue;
        }
        const auto end = sentence.find('}', at);
        if (sentence[at] == '}' || end == std::string_view::npos || end == at + 1) return false;
        names.emplace(sentence.substr(at + 1, end - at - 1));
        at = end;
    }
    return true;
}

// A value as a sentence shows it: quoted, and cut where it would drown the sentence.
std::string shown(std::string_view value, Language language) {
    const auto quoted = [&](std::string_view text, const char* cut) {
        return language == Language::french ? fmt::format("« {}{} »", text, cut) : fmt::format("\"{}{}\"", text, cut);
    };
    constexpr std::size_t longest = 60;
    std::size_t count = 0;
    std::size_t end = 0;
    while (end < value.size() && count <= longest) {
        ++end;
        while (end < value.size() && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) ++end;
        ++count;
    }
    if (count <= longest) return quoted(value, "");
    while (end > 0 && (static_cast<unsigned char>(value[--end]) & 0xC0) == 0x80) {
    }
    return quoted(value.substr(0, end), "\u2026");
}

// Arguments that hold submitted text, or a code to be typed as it stands. Numbers and words of ours are not quoted.
bool is_quoted(std::string_view name) {
    static const std::set<std::string, std::less<>> quoted = {
        "annex", "character", "declaration",      "delimiter", "expected", "first_delimiter", "heading", "id",
        "name",  "nearest",   "second_delimiter", "section",   "value"};
    return quoted.contains(name);
}

std::string filled(const std::string& sentence, const std::vector<Argument>& arguments, Language language) {
    std::set<std::string> names;
    if (sentence.empty() || !names_of(sentence, names)) return sentence;
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const auto& name : names) {
        const auto found = std::find_if(arguments.begin(), arguments.end(),
                                        [&](const Argument& argument) { return argument.name == name; });
        const std::string value = found == arguments.end() ? "?" : found->value;
        store.push_back(fmt::arg(name.c_str(), is_quoted(name) ? shown(value, language) : value));
    }
    return fmt::vformat(sentence, store);
}

// A hint that names the nearest code says nothing when there is none.
bool lacks_nearest(const Finding& finding, const std::string& hint) {
    if (hint.find("{nearest}") == std::string::npos) return false;
    return std::none_of(finding.arguments.begin(), finding.arguments.end(),
                        [](const Argument& argument) { return argument.name == "nearest" && !argument.value.empty(); });
}

} // namespace

std::string_view to_string(Severity severity) {
    switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
    }
    return "error";
}

RuleCatalogue::RuleCatalogue() {
    for (const auto family : {field_rules(), declaration_rules(), input_rules(), output_rules()})
        for (const auto& rule : family) {
            [[maybe_unused]] const auto added = add(rule);
            assert(added && "a rule of the core has matching braces and an id of its own");
        }
}

Result<void> RuleCatalogue::add(Rule rule) {
    const auto refuse = [&](const std::string& why) {
        return tl::unexpected(Error{ErrorKind::plugin, fmt::format("rule {} {}", rule.id, why), {}});
    };
    if (rule.id.empty()) return refuse("has no id");
    for (const auto* text : {&rule.english.message, &rule.english.hint, &rule.french.message, &rule.french.hint}) {
        std::set<std::string> names;
        if (!names_of(*text, names)) return refuse("has a sentence whose braces do not match: " + *text);
    }
    if (rules_.contains(rule.id)) return refuse("is there already");
    std::string id = rule.id;
    rules_.emplace(std::move(id), std::move(rule));
    return {};
}

const Rule* RuleCatalogue::find(std::string_view id) const {
    const auto found = rules_.find(id);
    return found == rules_.end() ? nullptr : &found->second;
}

Sentence RuleCatalogue::render(const Finding& finding, Language language) const {
    const Rule* rule = find(finding.rule);
    if (rule == nullptr) {
        std::string text = finding.rule;
        for (const auto& argument : finding.arguments)
            text += fmt::format(" {}={}", argument.name, shown(argument.value, language));
        return {text, {}};
    }
    const Sentence& sentence = language == Language::french ? rule->french : rule->english;
    const std::string hint = lacks_nearest(finding, sentence.hint) ? std::string() : sentence.hint;
    return {filled(sentence.message, finding.arguments, language), filled(hint, finding.arguments, language)};
}

} // namespace annexkit
