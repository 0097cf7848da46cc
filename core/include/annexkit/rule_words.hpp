// SPDX-License-Identifier: Apache-2.0
// The rules of a format, and what is said of them in each language, joined to the contract's tables.
//
//     constexpr sdk::RuleKind rules[] = {{.id = "csv.no-heading", .severity = ANNEXKIT_ERROR}};
//     constexpr sdk::RuleWords english[] = {{.id = "csv.no-heading", .message = "there is no heading"}};
//     constexpr sdk::RuleWords french[] = {{.id = "csv.no-heading", .message = "il n'y a pas d'en-tête"}};
//     constexpr auto tables = sdk::rule_tables(rules, english, french);
//
// Words that are missing, malformed or of no rule do not compile; the compiler's message names the function below that
// says so, and shows the id.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace annexkit::sdk {

/// A rule, and for its page a bad and a good stretch of an input.
struct RuleKind {
    std::string_view id;
    std::int32_t severity = ANNEXKIT_ERROR;
    std::string_view bad = {};
    std::string_view good = {};
};

/// What is said of a rule in one language; see annexkit_rule and annexkit_rule_page. Summary, hint and why are there in
/// both languages or in neither.
struct RuleWords {
    std::string_view id;
    std::string_view summary = {};
    std::string_view message;
    std::string_view hint = {};
    std::string_view why = {};
};

template <std::size_t count> struct RuleTables {
    annexkit_rule rules[count];
    annexkit_rule_page pages[count];
};

namespace detail {

inline void no_words_in_this_language() {}
inline void words_of_no_rule() {}
inline void missing_message() {}
inline void braces_do_not_match() {}
inline void languages_speak_of_other_arguments() {}
inline void one_language_alone_has_a_summary() {}
inline void one_language_alone_has_a_hint() {}
inline void one_language_alone_has_a_why() {}
inline void bad_example_without_a_good_one() {}

template <std::size_t count>
constexpr const RuleWords& words_of(std::string_view id, const RuleWords (&language)[count]) {
    for (const auto& words : language)
        if (words.id == id) return words;
    no_words_in_this_language();
    return language[0];
}

/// The next {name} of a sentence from `at` on, or nothing; "name_fr" is the French "name".
constexpr std::string_view next_argument(std::string_view sentence, std::size_t& at) {
    for (; at < sentence.size(); ++at) {
        if (sentence[at] != '{' && sentence[at] != '}') continue;
        if (at + 1 < sentence.size() && sentence[at + 1] == sentence[at]) {
            ++at;
            continue;
        }
        const std::size_t end = sentence.find('}', at);
        if (sentence[at] == '}' || end == std::string_view::npos || end == at + 1) braces_do_not_match();
        std::string_view name = sentence.substr(at + 1, end - at - 1);
        at = end + 1;
        if (name.ends_with("_fr")) name.remove_suffix(3);
        return name;
    }
    return {};
}

constexpr bool speaks_of(std::string_view sentence, std::string_view name) {
    std::size_t at = 0;
    for (auto found = next_argument(sentence, at); !found.empty(); found = next_argument(sentence, at))
        if (found == name) return true;
    return false;
}

constexpr void check_arguments(std::string_view sentence, std::string_view other) {
    std::size_t at = 0;
    for (auto name = next_argument(sentence, at); !name.empty(); name = next_argument(sentence, at))
        if (!speaks_of(other, name)) languages_speak_of_other_arguments();
}

constexpr void check_words(const RuleWords& english, const RuleWords& french) {
    if (english.message.empty() || french.message.empty()) missing_message();
    if (english.summary.empty() != french.summary.empty()) one_language_alone_has_a_summary();
    if (english.hint.empty() != french.hint.empty()) one_language_alone_has_a_hint();
    if (english.why.empty() != french.why.empty()) one_language_alone_has_a_why();
    check_arguments(english.message, french.message);
    check_arguments(french.message, english.message);
    check_arguments(english.hint, french.hint);
    check_arguments(french.hint, english.hint);
}

} // namespace detail

/// The tables of these rules, in their order. The words may be those of more rules.
template <std::size_t count, std::size_t english_count, std::size_t french_count>
consteval RuleTables<count> rule_tables(const RuleKind (&rules)[count], const RuleWords (&english)[english_count],
                                        const RuleWords (&french)[french_count]) {
    RuleTables<count> tables{};
    for (std::size_t i = 0; i < count; ++i) {
        const RuleWords& en = detail::words_of(rules[i].id, english);
        const RuleWords& fr = detail::words_of(rules[i].id, french);
        detail::check_words(en, fr);
        if (rules[i].bad.empty() != rules[i].good.empty()) detail::bad_example_without_a_good_one();
        tables.rules[i] = {text(rules[i].id), rules[i].severity, text(en.summary), text(en.message),
                           text(en.hint),     text(fr.message),  text(fr.hint)};
        tables.pages[i] = {text(fr.summary), text(en.why), text(fr.why), text(rules[i].bad), text(rules[i].good)};
    }
    return tables;
}

} // namespace annexkit::sdk
