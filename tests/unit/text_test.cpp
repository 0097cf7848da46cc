// SPDX-License-Identifier: Apache-2.0
#include "text/difference.hpp"
#include "text/fold.hpp"
#include "text/nearest.hpp"

#include <doctest/doctest.h>

#include <array>

TEST_CASE("names compare without case, accents and surplus space") {
    CHECK(annexkit::fold("  Initiative\u00A0 PROPOS\u00C9E ") == "initiative proposee");
    CHECK(annexkit::fold("\u0395\u03BB\u03BB\u03AC\u03B4\u03B1") ==
          annexkit::fold("\u0395\u039B\u039B\u0391\u0394\u0391"));
    CHECK(annexkit::fold("") == "");
    CHECK(annexkit::fold(" \tProposed \r\n\v Initiative\f") == "proposed initiative");
}

TEST_CASE("no-break spaces alone are blank") {
    CHECK(annexkit::is_blank("\u00A0\u202F \t"));
    CHECK(annexkit::is_blank(""));
    CHECK_FALSE(annexkit::is_blank("\u00A0x"));
}

TEST_CASE("the nearest word is one that was meant") {
    const annexkit::Vocabulary codes(std::array<std::string, 4>{"DE", "ES", "UE", "UK"});
    CHECK(codes.nearest("EU") == "UE");
    CHECK(codes.nearest("uk") == "UK");
    CHECK(codes.nearest("XX") == "");
    const annexkit::Vocabulary names(std::array<std::string, 2>{"objective", "objective_text"});
    CHECK(names.nearest("objctive") == "objective");
    CHECK(names.nearest("budget") == "");
}

TEST_CASE("a difference is the words between the common ends, with their neighbours where words are missing") {
    const auto changed = annexkit::difference("Renforcer la  coop\u00E9ration", "Poursuivre la coop\u00E9ration");
    CHECK(changed.left == "Renforcer");
    CHECK(changed.right == "Poursuivre");
    const auto missing = annexkit::difference("a c", "a b c");
    CHECK(missing.left == "a c");
    CHECK(missing.right == "a b c");
    CHECK(annexkit::difference("a", "").left == "a");
    CHECK(annexkit::difference("a", "").right == "");
    CHECK(annexkit::difference("a\n b", "a b").none());
}
