// SPDX-License-Identifier: Apache-2.0
#include "text/difference.hpp"
#include "text/fold.hpp"
#include "text/nearest.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <vector>

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

TEST_CASE("a code of letters with dots or spaces between them is the letters") {
    CHECK(annexkit::fold_code("D.E.") == "de");
    CHECK(annexkit::fold_code(" U. K") == "uk");
    CHECK(annexkit::fold_code("Pays Bas") == "pays bas");
    CHECK(annexkit::fold_code("a.bc") == "a.bc");
    CHECK(annexkit::fold_code(".") == ".");
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

namespace {

// The definition, word by word.
annexkit::Difference by_words(const std::string& left, const std::string& right) {
    const auto words_of = [](const std::string& text) {
        std::istringstream stream(text);
        return std::vector<std::string>(std::istream_iterator<std::string>(stream), {});
    };
    const auto a = words_of(left);
    const auto b = words_of(right);
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t head = 0;
    while (head < shorter && a[head] == b[head]) ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    const bool one_is_empty = (head + tail == a.size()) != (head + tail == b.size());
    if (one_is_empty && head > 0) --head;
    if (one_is_empty && tail > 0) --tail;
    const auto joined = [&](const std::vector<std::string>& words) {
        std::string text;
        for (std::size_t i = head; i < words.size() - tail; ++i) text += (i == head ? "" : " ") + words[i];
        return text;
    };
    return {joined(a), joined(b)};
}

} // namespace

TEST_CASE("a difference is what its definition says, where words repeat and white space varies") {
    std::mt19937 random(2013);
    const std::array<const char*, 7> parts = {"a", "b", "union", " ", " ", "  ", "\n"};
    const auto text = [&] {
        std::string made;
        for (auto size = random() % 24; size > 0; --size) made += parts.at(random() % parts.size());
        return made;
    };
    for (int i = 0; i < 20'000; ++i) {
        const std::string beginning = text();
        const std::string end = text();
        const std::string left = beginning + text() + end;
        const std::string right = beginning + text() + end;
        const auto found = annexkit::difference(left, right);
        const auto expected = by_words(left, right);
        REQUIRE(found.left == expected.left);
        REQUIRE(found.right == expected.right);
        const auto marked = annexkit::difference(left.substr(found.offset, found.size), "");
        REQUIRE(marked.left == expected.left);
    }
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
    CHECK(annexkit::difference("a", "\u00A0").left == "a");
}

TEST_CASE("French typography makes no difference, and hides none") {
    const auto differing = [](std::string_view left, std::string_view right) {
        const auto found = annexkit::difference(left, right);
        return found.left + "/" + found.right;
    };
    CHECK(differing("l\u2019accord d\u2019Europe", "l'accord d'Europe") == "/");
    CHECK(differing("Lancer\u00A0la\u202Fc\u0153ur", "Lancer la coeur") == "/");
    CHECK(differing("«\u00A0oui\u00A0»\u202F; 5\u202F%", "«oui»; 5 %") == "/");
    CHECK(differing("« oui » ;", "«oui»;") == "/");
    CHECK(differing("oui \u00A0;", "oui;") == "/");
    CHECK(differing("« oui  » \u202F;", "«oui»;") == "/");
    CHECK(differing("co\u0153ur", "coeoeur") == "co\u0153ur/coeoeur");
    CHECK(differing("l\u2019accord de Rabat d\u2019Europe", "l'accord du Maroc d'Europe") == "de Rabat/du Maroc");
    CHECK(differing("l\u2019accord", "laccord") == "l\u2019accord/laccord");
    CHECK(differing("oui, non", "oui,non") == "oui, non/oui,non");
}
