// SPDX-License-Identifier: Apache-2.0
#include "text/pattern_spelling.hpp"

#include <doctest/doctest.h>

using annexkit::literal_pattern;
using annexkit::whole_pattern;
using annexkit::PatternLanguage::ecma_script;
using annexkit::PatternLanguage::xml_schema;

TEST_CASE("anchors at the ends are left out, and what they do not hold is filled up") {
    CHECK(whole_pattern("^ma-[0-9]{3,}$", xml_schema) == "ma-[0-9]{3,}");
    CHECK(whole_pattern("^ma", xml_schema) == "ma[\\s\\S]*");
    CHECK(whole_pattern("ma$", ecma_script) == "[\\s\\S]*ma");
    CHECK(whole_pattern("a|b", ecma_script) == "[\\s\\S]*(a|b)[\\s\\S]*");
    CHECK(whole_pattern("^(a|b)$", xml_schema) == "(a|b)");
    CHECK(whole_pattern("", xml_schema) == "[\\s\\S]*[\\s\\S]*");
}

TEST_CASE("classes that the languages define differently are written out") {
    CHECK(whole_pattern("^\\d\\W.$", xml_schema) == "[0-9][^0-9A-Z_a-z][^\\n\\r\u2028\u2029]");
    CHECK(whole_pattern("^\\s$", xml_schema) ==
          "[\\t\\n\\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]");
    CHECK(whole_pattern("^\\s$", ecma_script) ==
          "[\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]");
    CHECK(whole_pattern("^.$", ecma_script) == "[^\\n\\r\\u2028\\u2029]");
    CHECK(whole_pattern("^[\\D]\\p{Lu}$", xml_schema) ==
          "[\\t\\n\\r -/:-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF][\\p{Lu}]");
    CHECK(whole_pattern("^[^\\d@]$", xml_schema) == "[^0-9@]");
}

TEST_CASE("marks within a class keep their meaning") {
    CHECK(whole_pattern("^[\\]a-c\\-[^-]$", xml_schema) == "[\\]a-c\\-\\[\\^\\-]");
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
                                "\\p{Greek}", "\\Qa\\E", "a$*"}) {
        CAPTURE(pattern);
        CHECK(whole_pattern(pattern, ecma_script) == std::nullopt);
        CHECK(whole_pattern(pattern, xml_schema) == std::nullopt);
    }
}

TEST_CASE("what counts in halves of characters is left out without the flag u") {
    for (const auto* pattern : {"[\\D]", "\U0001F600+", "[\U0001F600a]", "\\p{L}"}) {
        CAPTURE(pattern);
        CHECK(whole_pattern(pattern, ecma_script) == std::nullopt);
        CHECK(whole_pattern(pattern, xml_schema));
    }
    CHECK(whole_pattern("^\\u{1F600}$", ecma_script) == "\U0001F600");
}

TEST_CASE("a text stands for itself") {
    CHECK(literal_pattern("a|b (1.0)?", xml_schema) == "a\\|b \\(1\\.0\\)\\?");
    CHECK(literal_pattern("5 $ é", xml_schema) == "5 $ é");
    CHECK(literal_pattern("5 $ é", ecma_script) == "5 \\$ é");
}
