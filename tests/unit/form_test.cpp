// SPDX-License-Identifier: Apache-2.0
// RE2 is what a form is held to.
#include "text/form.hpp"

#include <doctest/doctest.h>
#include <random>
#include <re2/re2.h>
#include <string>

using annexkit::Form;

TEST_CASE("a form matches what RE2 does") {
    // Texts near the patterns: each of their characters, and some beside them.
    constexpr std::string_view letters = "ma-2013p19_Z .\n\xC3\xA9";
    std::mt19937 random(7);
    for (const char* pattern : {"^ma-2013-p[12]-[0-9]{3,}$", "^[a-z]{2}$", "^[a-z]+-?[0-9]*$", "^a{0,2}[0-9]{1,3}_$",
                                "^\\d{2}\\.\\d+$", "^$", "^[-a]+$", "^[a-]*$", "^m?a?-*2$", "^[A-Za-z0-9_]{1,4}$"}) {
        const auto form = Form::of(pattern);
        REQUIRE_MESSAGE(form, pattern);
        const re2::RE2 expected(pattern);
        REQUIRE(expected.ok());
        for (int i = 0; i < 20'000; ++i) {
            std::string text;
            for (auto size = random() % 8; size > 0; --size) text += letters[random() % letters.size()];
            if (i % 2 == 0) text = "ma-2013-p1-" + text;
            CAPTURE(pattern);
            CAPTURE(text);
            REQUIRE(form->matches(text) == re2::RE2::PartialMatch(text, expected));
        }
    }
}

TEST_CASE("what is no form is left to RE2") {
    for (const char* pattern : {"ma-[0-9]+",  "^ma",          "ma$",          "^a|b$",           "^(ab)+$", "^.*$",
                                "^[^a]$",     "^a+ab$",       "^a?a$",        "^[a-z]*-?[a-z]$", "^\\w+$",  "^\\bma$",
                                "^\xC3\xA9$", "^[\xC3\xA9]$", "^a{1001}$",    "^a{2,1}$",        "^a{,2}$", "^a+?$",
                                "^a**$",      "^[$",          "^[]$",         "^[z-a]$",         "^a\\$",   "^a{2}{3}$",
                                "^$$",        "^^$",          "^[[:alpha:]]$"})
        CHECK_MESSAGE(!Form::of(pattern), pattern);
}
