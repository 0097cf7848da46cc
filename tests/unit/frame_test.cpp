// SPDX-License-Identifier: Apache-2.0
#include "pipeline/findings.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

using annexkit::Encoding;
using annexkit::Frame;
using annexkit::PlacedFinding;
using annexkit::Severity;
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

TEST_CASE("a line end is shown at the end of its line") {
    for (const auto& [text, at] : {std::pair("ab\ncd", 2), {"ab\r\ncd", 2}, {"ab\r\ncd", 3}, {"ab\rcd", 2}}) {
        const Frame frame = frame_of(text, {static_cast<std::uint64_t>(at), 1});
        CHECK(frame.text == "ab");
        CHECK(frame.offset == 2);
        CHECK(frame.size == 0);
        CHECK_FALSE(frame.cut_after);
    }
}

TEST_CASE("of a record that begins with a line end nothing is shown") {
    CHECK(frame_of("ab\r\ncd", {3, 2}, {3, 2}).text.empty());
}

TEST_CASE("a place at the very end has the last line for its frame") {
    CHECK(frame_of("a\nb", {3, 0}).text == "b");
    CHECK(frame_of("a\n", {2, 0}).text.empty());
}

TEST_CASE("a finding in the memory of another keeps nothing of it") {
    PlacedFinding spent;
    spent.finding = {"old.rule",
                     Severity::error,
                     {{"name", "value"}},
                     "old-id",
                     7,
                     "old_field",
                     3,
                     "old text",
                     true,
                     {"old frame", 1, 2, true, true},
                     {"old.csv", 1, 2, 3, 4, 5, 6, "F5"},
                     "/old"};
    spent.position = {8, 9, 10};
    spent.record = spent.row = 11;
    spent.column = spent.field = 12;
    spent.from_scan = spent.has_place = spent.is_known = spent.hinders_reading = true;
    annexkit::LocalFinding local;
    local.rule = "new.rule";

    renew(spent, Severity::warning, local);
    place(spent, TextMap("new", Encoding::utf8), "new", {1, 1}, {0, 3});

    const annexkit::Finding& finding = spent.finding;
    CHECK(finding.rule == "new.rule");
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.arguments.empty());
    CHECK(finding.ordinal == 0);
    CHECK(finding.field.empty());
    CHECK(finding.item == -1);
    CHECK(finding.excerpt == "e");
    CHECK_FALSE(finding.excerpt_is_cut);
    CHECK(finding.frame.text == "new");
    CHECK_FALSE(finding.frame.cut_before);
    CHECK_FALSE(finding.frame.cut_after);
    CHECK(finding.place.size == 1);
    CHECK(finding.place.row == 0);
    CHECK(finding.place.cell_column == 0);
    CHECK(finding.place.address.empty());
    CHECK(finding.schema_pointer.empty());
    CHECK(spent.position.offset == 1);
    CHECK(spent.record == ANNEXKIT_NONE);
    CHECK(spent.row == ANNEXKIT_NONE);
    CHECK(spent.column == -1);
    CHECK(spent.field == -1);
    CHECK_FALSE(spent.from_scan);
    CHECK_FALSE(spent.is_known);
    CHECK_FALSE(spent.hinders_reading);
}
