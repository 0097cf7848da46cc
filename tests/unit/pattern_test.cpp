// SPDX-License-Identifier: Apache-2.0
#include "publish/pattern.hpp"

#include <doctest/doctest.h>

using annexkit::literal_pattern;
using annexkit::whole_pattern;
using enum annexkit::PatternLanguage;

TEST_CASE("anchors at the ends are left out, and what they do not hold is filled up") {
    CHECK(whole_pattern("^ma-[0-9]{3,}$", xml_schema) == "ma-[0-9]{3,}");
    CHECK(whole_pattern("^ma", xml_schema) == "ma[\\s\\S]*");
    CHECK(whole_pattern("ma$", ecma_script) == "[\\s\\S]*ma");
    CHECK(whole_pattern("a|b", ecma_script) == "[\\s\\S]*(a|b)[\\s\\S]*");
    CHECK(whole_pattern("^(a|b)$", xml_schema) == "(a|b)");
    CHECK(whole_pattern("", xml_schema) == "[\\s\\S]*[\\s\\S]*");
}

TEST_CASE("classes that the languages define differently are written out") {
    CHECK(whole_pattern("^\\d\\W.$", xml_schema) == "[0-9][^A-Za-z0-9_][^\\n]");
    CHECK(whole_pattern("^\\s$", xml_schema) == "[ \\t\\n\\r]");
    CHECK(whole_pattern("^\\s$", ecma_script) == "[ \\t\\n\\f\\r]");
    CHECK(whole_pattern("^[^\\d@]$", xml_schema) == "[^0-9@]");
}

TEST_CASE("marks within a class keep their meaning") {
    CHECK(whole_pattern("^[]a-c-[^-]$", xml_schema) == "[\\]a-c\\-\\[\\^\\-]");
    CHECK(whole_pattern("^[+--]$", xml_schema) == "[+-\\-]");
    CHECK(whole_pattern("^[^@ ]+@[^@ ]+$", ecma_script) == "[^@ ]+@[^@ ]+");
}

TEST_CASE("escapes that a language lacks are left out") {
    CHECK(whole_pattern("^a\\/\\@\\-\\.$", ecma_script) == "a/@-\\.");
    CHECK(whole_pattern("^\\$$", xml_schema) == "$");
    CHECK(whole_pattern("^\\$$", ecma_script) == "\\$");
    CHECK(whole_pattern("^a{,2}$", ecma_script) == "a\\{,2\\}");
}

TEST_CASE("how much is taken first does not matter") {
    CHECK(whole_pattern("^(?:ab)*?c+?$", xml_schema) == "(ab)*c+");
    CHECK(whole_pattern("^a{2}?$", xml_schema) == "a{2}");
}

TEST_CASE("what the languages do not share has no pattern") {
    for (const auto* pattern : {"^a|b$", "a^b", "a$b", "(^a)", "(a$)", "(?i)a", "\\bword", "\\Aa", "[[:alpha:]]",
                                "\\p{Greek}", "\\x41", "[\\D]", "\\Qa\\E", "a$*"}) {
        CAPTURE(pattern);
        CHECK(whole_pattern(pattern, ecma_script) == std::nullopt);
        CHECK(whole_pattern(pattern, xml_schema) == std::nullopt);
    }
}

TEST_CASE("a text stands for itself") {
    CHECK(literal_pattern("a|b (1.0)?", xml_schema) == "a\\|b \\(1\\.0\\)\\?");
    CHECK(literal_pattern("5 $ é", xml_schema) == "5 $ é");
    CHECK(literal_pattern("5 $ é", ecma_script) == "5 \\$ é");
}
