// SPDX-License-Identifier: Apache-2.0
#include "pipeline/text_map.hpp"

#include <doctest/doctest.h>

#include <string>

using annexkit::Encoding;
using annexkit::TextCursor;
using annexkit::TextMap;
using annexkit::TextPosition;

namespace {

std::string at(const TextMap& map, std::size_t offset) {
    const TextPosition position = map.at(offset);
    return std::to_string(position.line) + ":" + std::to_string(position.column) + "@" +
           std::to_string(position.offset);
}

std::string after(std::string_view first, std::string_view second, Encoding encoding) {
    TextCursor cursor;
    cursor.advance(extent_of(first, encoding));
    const auto stretch = extent_of(second, encoding);
    const TextPosition end = cursor.absolute(stretch.end, stretch);
    return std::to_string(end.line) + ":" + std::to_string(end.column) + "@" + std::to_string(end.offset);
}

} // namespace

TEST_CASE("a position counts lines by LF, CRLF and a CR alone") {
    const TextMap map("a\nb\r\nc\rd", Encoding::utf8);
    CHECK(at(map, 0) == "0:0@0");
    CHECK(at(map, 2) == "1:0@2");
    CHECK(at(map, 5) == "2:0@5");
    CHECK(at(map, 7) == "3:0@7");
}

TEST_CASE("a column counts code points, an offset counts bytes of the original") {
    const std::string_view text = "\u00E9\u4E2D\U0001F600x";
    CHECK(at(TextMap(text, Encoding::utf8), 9) == "0:3@9");
    CHECK(at(TextMap(text, Encoding::utf16le), 9) == "0:3@8");
    CHECK(at(TextMap("\u00E9x", Encoding::windows1252), 2) == "0:1@1");
}

TEST_CASE("a position far into a long line is exact") {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "\u00E9";
    CHECK(at(TextMap(text, Encoding::latin1), 9998) == "0:4999@4999");
    CHECK(at(TextMap(text, Encoding::utf8), 10000) == "0:5000@10000");
}

TEST_CASE("an offset beyond the text is its end") { CHECK(at(TextMap("ab", Encoding::utf8), 99) == "0:2@2"); }

TEST_CASE("stretches join to the same position as the whole") {
    CHECK(after("ab\ncd", "ef", Encoding::utf8) == "1:4@7");
    CHECK(after("ab\ncd", "e\nf", Encoding::utf8) == "2:1@8");
    SUBCASE("also when a line end is cut in two") {
        CHECK(after("ab\r", "\nc", Encoding::utf8) == "1:1@5");
        CHECK(after("ab\r", "c", Encoding::utf8) == "1:1@4");
    }
    SUBCASE("also in UTF-16") { CHECK(after("\U0001F600\n", "x", Encoding::utf16be) == "1:1@8"); }
}

TEST_CASE("an empty stretch moves nothing") {
    CHECK(after("ab\r", "", Encoding::utf8) == "1:0@3");
    CHECK(after("", "ab", Encoding::utf8) == "0:2@2");
}
