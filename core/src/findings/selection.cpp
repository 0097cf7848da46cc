// SPDX-License-Identifier: Apache-2.0
// Which rules are asked, and how grave they are.
#include "messages/error.hpp"
#include "text/nearest.hpp"

#include <annexkit/rule.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace annexkit {
namespace {

// A name ends where a word of the id does.
bool fits(std::string_view name, std::string_view id) {
    if (!id.starts_with(name)) return false;
    const bool is_whole = id.size() == name.size();
    return is_whole || name.ends_with('.') || id[name.size()] == '.' || id[name.size()] == '-';
}

// The length of the longest name that fits, if any does.
std::optional<std::size_t> best_fit(const std::vector<std::string>& names, std::string_view id) {
    std::optional<std::size_t> best;
    for (const auto& name : names)
        if (fits(name, id) && (!best || name.size() > *best)) best = name.size();
    return best;
}

Severity severity_of(const Rule& rule, const RuleSelection& selection) {
    Severity severity = rule.severity;
    std::size_t best = 0;
    for (const auto& [name, wanted] : selection.severities) {
        if (!fits(name, rule.id) || name.size() < best) continue;
        best = name.size();
        severity = wanted;
    }
    const auto selected = best_fit(selection.select, rule.id);
    const auto ignored = best_fit(selection.ignore, rule.id);
    const bool is_asked = selection.select.empty() || selected;
    if (!is_asked || (ignored && *ignored >= selected.value_or(0))) severity = Severity::off;
    return rule.tells_loss() && severity < rule.severity ? rule.severity : severity;
}

std::vector<std::string> words_of(std::string_view id) {
    std::vector<std::string> words(1);
    for (const char c : id) {
        if (c == '.' || c == '-') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    return words;
}

// The rule with the fewest words that has all of these, as they are most likely spelled: "unknown-partner".
std::string rule_of_words(const RuleCatalogue& rules, std::string_view name) {
    std::vector<std::string> known;
    for (const auto& [id, rule] : rules.all())
        for (auto& word : words_of(id)) known.push_back(std::move(word));
    const Vocabulary vocabulary(known);
    std::vector<std::string> meant;
    for (const auto& word : words_of(name)) meant.push_back(vocabulary.nearest(word));
    std::string best;
    std::size_t fewest = 0;
    for (const auto& [id, rule] : rules.all()) {
        const auto words = words_of(id);
        const bool has_all = std::all_of(meant.begin(), meant.end(), [&](const std::string& word) {
            return std::find(words.begin(), words.end(), word) != words.end();
        });
        if (!has_all || (!best.empty() && words.size() >= fewest)) continue;
        best = id;
        fewest = words.size();
    }
    return best;
}

// A whole id or family goes first; then some words of an id, "mojibake"; then all of it but its family, "lostzeros";
// then the family alone, "text.nope".
std::string nearest_rule(const RuleCatalogue& rules, std::string_view name) {
    std::vector<std::string> wholes;
    std::vector<std::string> ends;
    std::string family;
    for (const auto& [id, rule] : rules.all()) {
        const std::size_t dot = id.find('.');
        if (const auto own = id.substr(0, dot); own != family) wholes.push_back(family = own);
        wholes.push_back(id);
        if (dot != std::string::npos) ends.push_back(id.substr(dot));
    }
    if (auto whole = Vocabulary(wholes).nearest(name); !whole.empty()) return whole;
    if (auto rule = rule_of_words(rules, name); !rule.empty()) return rule;
    const std::string end = Vocabulary(ends).nearest(fmt::format(".{}", name));
    for (const auto& [id, rule] : rules.all())
        if (!end.empty() && id.ends_with(end)) return id;
    const std::string_view own = name.substr(0, name.find('.'));
    return std::find(wholes.begin(), wholes.end(), own) == wholes.end() ? std::string() : std::string(own);
}

class Names {
  public:
    explicit Names(const RuleCatalogue& rules) : rules_(rules) {}

    [[nodiscard]] std::optional<Error> fault_of(const std::string& name, bool makes_milder) const {
        bool is_known = false;
        for (const auto& [id, rule] : rules_.all()) {
            is_known = is_known || (!name.empty() && fits(name, id));
            if (id == name && makes_milder && rule.tells_loss())
                return make_error(ErrorKind::usage, "rule.fixed", {{"rule", name}});
        }
        if (is_known) return std::nullopt;
        return unknown_rule(rules_, name);
    }

  private:
    const RuleCatalogue& rules_;
};

} // namespace

bool Rule::tells_loss() const {
    return id.starts_with("loss.") || id.starts_with("plugin.") || (!on_content && severity == Severity::error);
}

Error unknown_rule(const RuleCatalogue& rules, std::string_view name) {
    const std::string nearest = nearest_rule(rules, name);
    std::vector<Argument> arguments = {{"name", std::string(name)}, {"nearest", nearest}};
    return nearest.empty() ? make_error(ErrorKind::usage, "rule.unknown", std::move(arguments))
                           : make_error(ErrorKind::usage, "rule.unknown-near", std::move(arguments));
}

Result<void> RuleCatalogue::select(const RuleSelection& selection) {
    const Names names(*this);
    std::optional<Error> fault;
    const auto check = [&](const std::string& name, bool makes_milder) {
        if (!fault) fault = names.fault_of(name, makes_milder);
    };
    for (const auto& name : selection.select) check(name, false);
    for (const auto& name : selection.ignore) check(name, true);
    for (const auto& [name, severity] : selection.severities) {
        const Rule* rule = find(name);
        check(name, rule != nullptr && severity < rule->severity);
    }
    if (fault) return std::move(*fault);
    for (auto& [id, rule] : rules_) rule.severity = severity_of(rule, selection);
    return {};
}

} // namespace annexkit
