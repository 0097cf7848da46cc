// SPDX-License-Identifier: Apache-2.0
// What the tests of format xml share.
#pragma once

#include "readings.hpp"

#include "plugins/xml/format.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace xml_test {

using readings::ids;
using readings::part;
using readings::rules;
using readings::same;
using readings::Strings;

/// Reads in every way.
inline drive::Reading read(std::string_view input, const drive::ReadSettings& settings = {}) {
    return readings::read(annexkit_xml_format, input, settings);
}

/// An annex of one initiative with these fields.
inline std::string one(std::string_view fields) {
    return "<annex><initiative>" + std::string(fields) + "</initiative></annex>";
}

/// A document that is read without a finding.
inline void check_right(std::string_view input, const Strings& wanted) {
    CAPTURE(input);
    const auto reading = read(input);
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(rules(reading) == Strings{});
    CHECK(ids(reading) == wanted);
}

/// A document whose first fault is where `from` begins, after the initiatives with these ids.
inline void check_wrong(const std::string& before, const std::string& from, const std::string& rule = "xml.syntax",
                        const Strings& read_before = {}) {
    const std::string input = before + from;
    CAPTURE(input);
    const auto reading = read(input);
    CHECK(reading.status == ANNEXKIT_FAILED);
    CHECK(ids(reading) == read_before);
    REQUIRE(rules(reading) == Strings{rule});
    CHECK(reading.findings[0].span.offset == before.size());
}

/// One character in UTF-8.
inline std::string utf8(char32_t code) {
    const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
    if (code < 0x80) return {byte(code)};
    if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
    if (code < 0x10000) return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
    return {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 0x3F)), byte(0x80 | (code >> 6 & 0x3F)),
            byte(0x80 | (code & 0x3F))};
}

} // namespace xml_test
