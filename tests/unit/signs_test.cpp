// SPDX-License-Identifier: Apache-2.0
// Signs are found wherever they stand, whatever the way of looking takes at once.
#include "text_rules/signs.hpp"

#include <doctest/doctest.h>

#include <string>

using annexkit::Signs;
using annexkit::signs_of;

namespace {

bool is_one_of(char byte, std::string_view set) { return set.find(byte) != std::string_view::npos; }

/// What has to be told of a byte between letters.
void check_told(const Signs& signs, char byte) {
    const auto code = static_cast<unsigned char>(byte);
    CHECK((signs.control || (code >= ' ' && code != 0x7F) || is_one_of(byte, "\t\n\r")));
    CHECK(signs.line_end == is_one_of(byte, "\n\r"));
    CHECK((signs.bracket || !is_one_of(byte, "()[]{}")));
    CHECK((signs.quote || !is_one_of(byte, "\"&")));
    CHECK(signs.angle == is_one_of(byte, "<>?"));
    CHECK((signs.foreign || (code <= 0xC5 && code != 0xC2 && code != 0x83)));
    CHECK_FALSE(signs.twice);
    CHECK_FALSE(signs.address);
    CHECK_FALSE(signs.space_at_end);
}

} // namespace

TEST_CASE("a byte is told wherever it stands") {
    for (unsigned code = 0; code < 256; ++code)
        for (const std::size_t size : {3U, 31U, 32U, 33U, 34U, 64U, 65U, 66U, 97U, 130U})
            for (std::size_t at = 1; at + 1 < size; ++at) {
                const auto byte = static_cast<char>(code);
                std::string text(size, 'a');
                text[at] = byte;
                CAPTURE(code);
                CAPTURE(size);
                CAPTURE(at);
                check_told(signs_of(text), byte);
            }
}

TEST_CASE("a byte is told at both ends, too") {
    for (const std::size_t size : {1U, 2U, 32U, 33U, 34U, 65U})
        for (const std::size_t at : {std::size_t{0}, size - 1}) {
            std::string text(size, 'a');
            text[at] = '<';
            CHECK(signs_of(text).angle);
            text[at] = ' ';
            CHECK(signs_of(text).space_at_end);
        }
}

TEST_CASE("neighbours are told wherever they stand") {
    for (const std::size_t size : {2U, 31U, 32U, 33U, 34U, 64U, 65U, 66U, 130U})
        for (std::size_t at = 0; at + 1 < size; ++at) {
            CAPTURE(size);
            CAPTURE(at);
            for (const std::string_view pair : {"  ", "..", "ww", "''"}) {
                std::string text(size, 'a');
                text.replace(at, 2, pair);
                CHECK(signs_of(text).twice);
            }
            std::string text(size, 'a');
            text.replace(at, 2, ":/");
            CHECK(signs_of(text).address);
            text.replace(at, 2, "- ");
            CHECK(signs_of(text).hyphen);
            text.replace(at, 2, "00");
            CHECK_FALSE(signs_of(text).twice);
            CHECK_FALSE(signs_of(text).hyphen);
        }
}

TEST_CASE("French letters and marks are no signs") {
    const Signs signs = signs_of("Ministère de l'Intérieur, Œuvres et hautes écoles : 2 à 3 ans, dès 2013.");
    CHECK_FALSE(signs.any());
}
