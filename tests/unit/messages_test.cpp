// SPDX-License-Identifier: Apache-2.0
#include "messages/error.hpp"

#include <doctest/doctest.h>

#include <cerrno>
#include <set>
#include <string>
#include <string_view>

using namespace annexkit;

TEST_CASE("an error is told in both languages") {
    const Error error = make_error(ErrorKind::usage, "rule.unknown-near", {{"name", "x"}, {"nearest", "y"}});
    CHECK(error.kind == ErrorKind::usage);
    CHECK(error.in(Language::english).message == "there is no rule \"x\"");
    CHECK(error.in(Language::english).hint == "the nearest is \"y\"; annexkit rules lists them all");
    CHECK(error.in(Language::french).message == "il n'y a pas de règle «\u00A0x\u00A0»");
    CHECK(error.in(Language::french).hint ==
          "la plus proche est «\u00A0y\u00A0»\u202F; annexkit rules les liste toutes");
}

TEST_CASE("a host's own error is told in English where it has no French") {
    const Error error{ErrorKind::input, "the line is dead", "call again"};
    CHECK(error.in(Language::french).message == "the line is dead");
    CHECK(error.in(Language::french).hint == "call again");
}

TEST_CASE("reasons of the system that people meet have French, others stay as they are") {
    const Error known = make_error(ErrorKind::input, "input.unreadable", {{"file", "a"}}, EACCES);
    CHECK(known.in(Language::french).message == "impossible de lire a\u00A0: permission refusée");
    const Error other = make_error(ErrorKind::input, "input.unreadable", {{"file", "a"}}, EDOM);
    CHECK(other.in(Language::french).message.starts_with("impossible de lire a\u00A0: "));
}

TEST_CASE("the message files have the same ids, each once, and French sets its spaces") {
    std::set<std::string_view> english;
    for (const auto& words : errors_en) CHECK(english.insert(words.id).second);
    std::set<std::string_view> french;
    for (const auto& words : errors_fr) {
        CAPTURE(std::string(words.id));
        CHECK(french.insert(words.id).second);
        for (const std::string_view text : {words.message, words.hint})
            for (std::size_t at = 0; at < text.size(); ++at) {
                const bool is_tall = text[at] == ':' || text[at] == ';';
                if (is_tall) CHECK((at > 0 && text[at - 1] == ' '));
            }
    }
    CHECK(english == french);
}
