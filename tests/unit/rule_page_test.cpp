// SPDX-License-Identifier: Apache-2.0
#include <annexkit/report.hpp>

#include <doctest/doctest.h>

#include <string>

using annexkit::Language;
using annexkit::Rule;
using annexkit::rule_page;
using annexkit::Severity;

namespace {

Rule rule() {
    Rule made;
    made.id = "x.example";
    made.severity = Severity::warning;
    made.english = {{"{name} is {{}}", ""}, "An example.", "It is needed here."};
    made.french = {{"{name} est {{}}", ""}, "Un exemple.", "Il est utile : « un mot » ; un autre."};
    made.on_content = true;
    return made;
}

} // namespace

TEST_CASE("the page of a rule shows what there is to say of it") {
    CHECK(rule_page(rule(), Language::english, 80) == "x.example (warning)\n"
                                                      "An example.\n"
                                                      "\n"
                                                      "It is needed here.\n"
                                                      "\n"
                                                      "Message\n"
                                                      "  {name} is {}\n"
                                                      "\n"
                                                      "Not mended by annexkit fix.\n"
                                                      "Switched off by --ignore x.example\n");
}

TEST_CASE("the page of a rule of others needs neither reason nor French") {
    Rule made = rule();
    made.english.why = {};
    made.french.why = {};
    made.french.summary.clear();
    made.formats = {"x"};
    made.on_content = false;
    made.severity = Severity::error;
    CHECK(rule_page(made, Language::french, 80) ==
          "x.example (erreur)\n"
          "An example.\n"
          "\n"
          "Message\n"
          "  {name} est {}\n"
          "\n"
          "Non corrigée par annexkit fix.\n"
          "Signalée par le format x.\n"
          "Ne peut être ni désactivée ni adoucie\u00A0: elle dit ce qui n'a pas pu être lu ou\n"
          "écrit.\n");
}

TEST_CASE("a page ends no line before a French mark, and shows examples as they stand") {
    Rule made = rule();
    made.bad = "  {\"a\": 1, \"a long line that goes on\": \"behind the edge of the page\"},\n\x1b[1m";
    made.good = "{}";
    CHECK(rule_page(made, Language::french, 40) ==
          "x.example (avertissement)\n"
          "Un exemple.\n"
          "\n"
          "Il est utile\u00A0: «\u00A0un mot\u00A0»\u202F; un autre.\n"
          "\n"
          "Message\n"
          "  {name} est {}\n"
          "\n"
          "Mauvais exemple\n"
          "    {\"a\": 1, \"a long line that goes on\": \"behind the edge of the page\"},\n"
          "  \\u{1B}[1m\n"
          "\n"
          "Bon exemple\n"
          "  {}\n"
          "\n"
          "Non corrigée par annexkit fix.\n"
          "Se désactive avec --ignore x.example\n");
    made.french.why = "Un texte qui a trente-huit signes ainsi : non.";
    CHECK(rule_page(made, Language::french, 40).find("signes\nainsi\u00A0: non.\n") != std::string::npos);
}

TEST_CASE("a page says whether the rule is mended") {
    Rule made = rule();
    const auto says = [&](const char* id, const char* what) {
        made.id = id;
        return rule_page(made, Language::english, 80).find(what) != std::string::npos;
    };
    CHECK(says("text.outer-space", "\nMended by annexkit fix.\n"));
    CHECK(says("text.lost-zeros", "\nMended by annexkit fix --unsafe.\n"));
    CHECK(says("partner.unknown", "\nMended by annexkit fix where it is certain what is meant, else with --unsafe.\n"));
    CHECK(says("text.truncated", "\nNot mended by annexkit fix.\n"));
}
