// SPDX-License-Identifier: Apache-2.0
// What looks at many bytes at once finds what a look at each byte finds, whatever the length.
#include "plugins/csv/marks.hpp"
#include "plugins/shared/json_bytes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <random>
#include <string>
#include <vector>

namespace {

namespace csv = annexkit::csv;

constexpr std::size_t most_bytes = 50;

bool is_special(char byte) { return byte == '"' || byte == '\\' || static_cast<unsigned char>(byte) < 0x20; }

// Texts of each length with the byte at each place, and with none. Copies of their own, so that a sanitizer sees what
// is read beyond.
std::vector<std::vector<char>> texts_with(char byte) {
    std::vector<std::vector<char>> texts;
    for (std::size_t size = 0; size < most_bytes; ++size)
        for (std::size_t at = 0; at <= size; ++at) {
            texts.emplace_back(size, 'a').shrink_to_fit();
            if (at < size) texts.back()[at] = byte;
        }
    return texts;
}

} // namespace

TEST_CASE("the plain beginning of a JSON string ends at the first byte that must be escaped") {
    for (const char byte : {'"', '\\', '\n', '\x1F', '\x7F', '\xC3'})
        for (const auto& text : texts_with(byte)) {
            const auto expected = std::find_if(text.begin(), text.end(), is_special) - text.begin();
            REQUIRE(annexkit::json::plain_end(text.data(), text.data() + text.size()) == text.data() + expected);
        }
}

TEST_CASE("a set of bytes finds the first of them") {
    const annexkit::shared::ByteSet<3> set({'"', '|', '\xE9'});
    for (const char byte : {'"', '|', '\xE9', 'b'})
        for (const auto& text : texts_with(byte)) {
            const auto expected =
                std::find_if(text.begin(), text.end(), [&](char each) { return set.holds(each); }) - text.begin();
            REQUIRE(set.find({text.data(), text.size()}) == static_cast<std::size_t>(expected));
        }
}

TEST_CASE("skimming comes to what the marks of each block come to") {
    constexpr std::size_t blocks = 8;
    std::mt19937 random(2013);
    const std::string letters = "aaaaaaaaaaaaaaaaa,\n";
    for (int i = 0; i < 20'000; ++i) {
        std::string text(blocks * annexkit::shared::block_bytes + random() % 3, 'a');
        for (char& byte : text) byte = letters[random() % letters.size()];
        // A quoted cell with line ends; the second one may stand where no quote should.
        for (const char* const cell : {",\"a\n\"\",\n\",", "b\"\n\","})
            if (random() % 4 > 0) text.replace(random() % (text.size() - 16), std::strlen(cell), cell);
        csv::Marker::Skimmed expected;
        csv::Marker by_marks(csv::Dialect{});
        for (csv::Marks marks; expected.end < blocks * annexkit::shared::block_bytes;) {
            by_marks.next(text.data() + expected.end, marks);
            if (marks.faults != 0) break;
            if (marks.lines != 0) expected.behind_line = expected.end + annexkit::shared::last_bit(marks.lines) + 1;
            expected.end += annexkit::shared::block_bytes;
        }
        for (const auto width : {csv::Marker::Width::quarter, csv::Marker::Width::half, csv::Marker::Width::block}) {
            const auto skimmed = csv::Marker(csv::Dialect{}, width).skim(text);
            REQUIRE(skimmed.end == expected.end);
            REQUIRE(skimmed.behind_line == expected.behind_line);
        }
    }
}

TEST_CASE("marks are the same whatever the processor looks at at once") {
    std::mt19937 random(2013);
    const std::string letters = "aaaaaaa\",\n\r;";
    csv::Marker marker(csv::Dialect{});
    csv::Marker half(csv::Dialect{}, csv::Marker::Width::half);
    csv::Marker quarter(csv::Dialect{}, csv::Marker::Width::quarter);
    for (int i = 0; i < 20'000; ++i) {
        std::array<char, annexkit::shared::block_bytes> block{};
        for (char& byte : block) byte = letters[random() % letters.size()];
        csv::Marks expected;
        quarter.next(block.data(), expected);
        for (csv::Marker* const wide : {&half, &marker}) {
            csv::Marks marks;
            wide->next(block.data(), marks);
            REQUIRE(marks.ends == expected.ends);
            REQUIRE(marks.lines == expected.lines);
            REQUIRE(marks.inner == expected.inner);
            REQUIRE(marks.doubled == expected.doubled);
            REQUIRE(marks.faults == expected.faults);
        }
    }
}
