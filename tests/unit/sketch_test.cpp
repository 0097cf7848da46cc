// SPDX-License-Identifier: Apache-2.0
// How alike texts are: by sketch, and counted.
#include "text/fold.hpp"
#include "text/sketch.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <rapidjson/document.h>

using annexkit::fold;
using annexkit::Sketch;

namespace {

/// The texts of the real annex.
std::vector<std::string> real_texts() {
    std::ifstream file(ANNEXKIT_SOURCE_DIR "/samples/eu-morocco-2013/annex.json");
    std::stringstream text;
    text << file.rdbuf();
    rapidjson::Document annex;
    annex.Parse(text.str().c_str());
    std::vector<std::string> texts;
    for (const auto& initiative : annex["initiatives"].GetArray())
        texts.emplace_back(initiative["initiative"].GetString());
    return texts;
}

/// What a sketch estimates, counted: stretches of five bytes of both, in percent of those of either.
unsigned counted(const std::string& left, const std::string& right) {
    const auto stretches = [](const std::string& text) {
        std::set<std::string> all;
        for (std::size_t i = 0; i + 5 <= text.size(); ++i) all.insert(text.substr(i, 5));
        return all;
    };
    const auto a = stretches(left);
    const auto b = stretches(right);
    const auto both = static_cast<std::size_t>(
        std::count_if(a.begin(), a.end(), [&](const std::string& stretch) { return b.contains(stretch); }));
    return static_cast<unsigned>(100 * both / (a.size() + b.size() - both));
}

std::string with_word_replaced(const std::string& text, std::mt19937& random) {
    std::vector<std::size_t> spaces = {0};
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == ' ') spaces.push_back(i + 1);
    const std::size_t from = spaces[random() % spaces.size()];
    const std::size_t to = std::min(text.find(' ', from), text.size());
    return text.substr(0, from) + "parcours" + text.substr(to);
}

} // namespace

TEST_CASE("texts without five bytes are like no other") {
    CHECK(Sketch("").is_empty());
    CHECK(Sketch("abcd").is_empty());
    CHECK(Sketch("abcd").likeness(Sketch("abcd")) == 0);
    CHECK(Sketch("abcde").likeness(Sketch("abcde")) == 100);
    CHECK(Sketch("abcde").likeness(Sketch("vwxyz")) == 0);
}

TEST_CASE("a sketch tells how alike texts are") {
    std::mt19937 random(2013);
    double error = 0;
    int pairs = 0;
    for (const auto& text : real_texts()) {
        std::string other = fold(text);
        const std::string folded = other;
        for (int edits = 0; edits < 12; ++edits) {
            CAPTURE(other);
            const double difference = static_cast<double>(Sketch(folded).likeness(Sketch(other))) -
                                      static_cast<double>(counted(folded, other));
            CHECK(std::abs(difference) < 26);
            error += difference;
            ++pairs;
            other = with_word_replaced(other, random);
        }
    }
    CHECK(std::abs(error / pairs) < 1);
}

TEST_CASE("texts that differ in a word share a key nearly always, and others hardly ever") {
    std::mt19937 random(2013);
    const auto share = [](const Sketch& left, const Sketch& right) {
        for (std::size_t band = 0; band < Sketch::bands; ++band)
            if (left.key(band) == right.key(band)) return true;
        return false;
    };
    const auto texts = real_texts();
    int found = 0;
    int wanted = 0;
    int false_alarms = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string folded = fold(texts[i]);
        for (std::size_t j = 0; j < i; ++j) {
            const std::string before = fold(texts[j]);
            if (share(Sketch(folded), Sketch(before)) && counted(folded, before) < 50) ++false_alarms;
        }
        for (int n = 0; n < 20; ++n) {
            const std::string other = with_word_replaced(folded, random);
            if (counted(folded, other) < 90) continue;
            ++wanted;
            if (share(Sketch(folded), Sketch(other))) ++found;
        }
    }
    MESSAGE("shared by " << found << " of " << wanted << " pairs that are alike, and by " << false_alarms << " others");
    CHECK(wanted > 1000);
    CHECK(found >= wanted * 98 / 100);
    CHECK(false_alarms < 20);
}
