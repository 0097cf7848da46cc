// SPDX-License-Identifier: Apache-2.0
#include "pipeline/findings.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using annexkit::Encoding;
using annexkit::Frame;
using annexkit::PlacedFinding;
using annexkit::TextMap;

namespace {

Frame frame_of(std::string_view text, annexkit_span span, annexkit_span around) {
    PlacedFinding placed;
    place(placed, TextMap(text, Encoding::utf8), text, span, around);
    return placed.finding.frame;
}

Frame frame_of(std::string_view text, annexkit_span span) { return frame_of(text, span, {0, text.size()}); }

} // namespace

TEST_CASE("a finding is framed by its line") {
    const Frame frame = frame_of("a,b\r\n1,two,3\r\nx", {7, 3});
    CHECK(frame.text == "1,two,3");
    CHECK(frame.offset == 2);
    CHECK(frame.size == 3);
    CHECK_FALSE(frame.cut_before);
    CHECK_FALSE(frame.cut_after);
}

TEST_CASE("a stretch of several lines is marked to the end of its first one") {
    const Frame frame = frame_of("1,\"two\nlines\",3", {3, 9});
    CHECK(frame.text == "1,\"two");
    CHECK(frame.size == 3);
}

TEST_CASE("a frame shows nothing of other records on the line") {
    const Frame frame = frame_of("[{1},{2},{3}]", {6, 1}, {5, 3});
    CHECK(frame.text == "{2}");
    CHECK(frame.offset == 1);
    CHECK_FALSE(frame.cut_before);
    CHECK_FALSE(frame.cut_after);
}

TEST_CASE("a long line is cut between characters") {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "\u00e9";
    const Frame frame = frame_of(text, {301, 1});
    CHECK(frame.cut_before);
    CHECK(frame.cut_after);
    CHECK(frame.text.substr(0, 2) == "\u00e9");
    CHECK(frame.text.size() % 2 == 0);
}

TEST_CASE("a place at the very end has the last line for its frame") {
    CHECK(frame_of("a\nb", {3, 0}).text == "b");
    CHECK(frame_of("a\n", {2, 0}).text.empty());
}
