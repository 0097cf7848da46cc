// SPDX-License-Identifier: Apache-2.0
#include "report/code_frame.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace annexkit;

namespace {

struct Drawn {
    std::string line;
    std::string carets;
    bool operator==(const Drawn&) const = default;
};

std::ostream& operator<<(std::ostream& stream, const Drawn& drawn) {
    return stream << "\n" << drawn.line << "\n" << drawn.carets;
}

// The frame of `before` + `marked` + `after`, drawn in so many columns.
Drawn drawn(const std::string& before, const std::string& marked, const std::string& after, std::size_t columns = 72) {
    Frame frame{before + marked + after, before.size(), marked.size(), false, false};
    CodeFrame result;
    draw(line_of(frame), columns, result);
    return {result.line, result.carets};
}

} // namespace

TEST_CASE("carets stand under the marked stretch") { CHECK(drawn("a,", "bcd", ",e") == Drawn{"a,bcd,e", "  ^^^"}); }

TEST_CASE("tabs are expanded, so that the caret is right in any terminal") {
    CHECK(drawn("a\t", "b\tc", "d") == Drawn{"a   b   cd", "    ^^^^^"});
}

TEST_CASE("wide characters take two columns") {
    CHECK(drawn("日本,", "摩洛哥", ",x") == Drawn{"日本,摩洛哥,x", "     ^^^^^^"});
}

TEST_CASE("combining characters take none") {
    // "é" as e and U+0301.
    CHECK(drawn("e\u0301e\u0301,", "e\u0301", ",x") == Drawn{"e\u0301e\u0301,e\u0301,x", "   ^"});
}

TEST_CASE("zero-width characters take none, and soft hyphens one") {
    CHECK(drawn("a\u200Db\u00AD,", "x", "") == Drawn{"a\u200Db\u00AD,x", "    ^"});
}

TEST_CASE("control characters are shown by their number") {
    CHECK(drawn("a\x1b,", "b", "") == Drawn{"a\\u{1B},b", "        ^"});
}

TEST_CASE("an empty stretch is one caret") { CHECK(drawn("a,", "", ",c") == Drawn{"a,,c", "  ^"}); }

TEST_CASE("a long line is cut on both sides of the stretch") {
    CHECK(drawn(std::string(100, 'a'), "XY", std::string(100, 'b'), 20) ==
          Drawn{"…aaaaaaaaaaaXYbbbbb…", "            ^^"});
}

TEST_CASE("a long stretch is cut at its end") {
    CHECK(drawn("ab,", std::string(100, 'X'), ",c", 20) == Drawn{"…XXXXXXXXXXXXXXXXXX…", " ^^^^^^^^^^^^^^^^^^"});
}

TEST_CASE("a cut falls between whole characters") {
    CHECK(drawn("日本日本日本日本", "X", "", 9) == Drawn{"…本日本X", "       ^"});
}

TEST_CASE("a line end, which no frame should have, breaks no line") {
    CHECK(drawn("first\nb,", "c\nd", ",e") == Drawn{"first\\nb,c\\nd,e", "         ^^^^"});
}
