// SPDX-License-Identifier: Apache-2.0
// The sentences of all rules, those of the plugins included, follow one style.
#include "program.hpp"

#include <doctest/doctest.h>

#include <rapidjson/document.h>

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

using namespace cli;

namespace {

/// Starts in lower case and ends without a full stop, so that it can stand behind "error: " and "hint: ".
bool is_clause(const std::string& text) {
    const bool is_capital = text[0] >= 'A' && text[0] <= 'Z';
    return !is_capital && (!text.ends_with(".") || text.ends_with("...")) && text.find(".  ") == std::string::npos;
}

/// Starts as a sentence does and ends with a full stop.
bool is_sentence(const std::string& text) {
    const bool is_lower = text[0] >= 'a' && text[0] <= 'z';
    return text.size() > 1 && !is_lower && text.ends_with(".") && text.find("  ") == std::string::npos;
}

/// Arguments come with their quotation marks.
bool quotes_twice(const std::string& text) {
    return text.find("\"{") != std::string::npos || text.find("\u00AB {") != std::string::npos;
}

/// Of UTF-8: bytes but for those that go on with a character.
std::ptrdiff_t characters_of(const std::string& text) {
    return std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
}

} // namespace

TEST_CASE("every rule is explained in both languages, and its message and hint are clauses") {
    const Folder folder;
    rapidjson::Document rules;
    rules.Parse(run(folder, {"rules", "--format", "json"}).out.c_str());
    REQUIRE(rules.IsArray());
    CHECK(rules.Size() > 60);
    for (const auto& rule : rules.GetArray()) {
        CAPTURE(rule["id"].GetString());
        for (const char* name : {"summary", "summary_fr", "why", "why_fr"}) {
            const std::string text = rule[name].GetString();
            CAPTURE(text);
            CHECK(is_sentence(text));
        }
        for (const char* name : {"message", "message_fr", "hint", "hint_fr"}) {
            const std::string text = rule[name].GetString();
            CAPTURE(text);
            CHECK(is_clause(text));
            CHECK_FALSE(quotes_twice(text));
        }
        CHECK(rule["message"].GetStringLength() > 0);
        CHECK(rule["message_fr"].GetStringLength() > 0);
        CHECK((rule["hint"].GetStringLength() > 0) == (rule["hint_fr"].GetStringLength() > 0));
    }
}

TEST_CASE("the page of every rule begins with its id, also where that is the beginning of another") {
    const Folder folder;
    std::istringstream ids(run(folder, {"rules", "--format", "ids"}).out);
    for (std::string id; std::getline(ids, id);) {
        CAPTURE(id);
        for (const char* language : {"en", "fr"})
            CHECK(run(folder, {"rules", id, "--lang", language}).out.starts_with(id + " ("));
    }
}

TEST_CASE("no line of the lists of rules is wider than 80 columns") {
    const Folder folder;
    for (const char* language : {"en", "fr"})
        for (const std::vector<std::string>& command : {std::vector<std::string>{"rules"}, {"rules", "annex"}}) {
            auto arguments = command;
            arguments.insert(arguments.end(), {"--lang", language});
            std::istringstream list(run(folder, arguments).out);
            for (std::string line; std::getline(list, line);) {
                CAPTURE(line);
                CHECK(characters_of(line) <= 80);
            }
        }
}
