// SPDX-License-Identifier: Apache-2.0
// Reads XML in every way that must not make a difference.
#pragma once

#include "drive.hpp"

#include "plugins/xml/format.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace xml_test {

using Strings = std::vector<std::string>;

inline bool same(const drive::Finding& a, const drive::Finding& b) {
    return a.rule == b.rule && a.span.offset == b.span.offset && a.span.size == b.span.size && a.field == b.field &&
           a.arguments == b.arguments;
}

inline bool same(const drive::Record& a, const drive::Record& b) {
    return a.values == b.values && a.unknown == b.unknown && a.span.offset == b.span.offset &&
           a.span.size == b.span.size;
}

inline bool same(const drive::Reading& a, const drive::Reading& b) {
    const auto alike = [](const auto& x, const auto& y) { return same(x, y); };
    return a.status == b.status && a.has_head == b.has_head && a.head == b.head &&
           std::equal(a.records.begin(), a.records.end(), b.records.begin(), b.records.end(), alike) &&
           std::equal(a.findings.begin(), a.findings.end(), b.findings.begin(), b.findings.end(), alike);
}

/// Reads with small and large windows, with and without places; all must give the same. Returns it, with places.
inline drive::Reading read(std::string_view input, drive::ReadSettings settings = {}) {
    settings.places = true;
    const drive::Reading expected = drive::read(annexkit_xml_format, input, settings);
    for (const bool places : {false, true}) {
        for (const std::size_t window :
             {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}, std::size_t{64}, std::size_t{1} << 20}) {
            settings.places = places;
            settings.window_bytes = window;
            CAPTURE(window);
            CAPTURE(places);
            CHECK(same(drive::read(annexkit_xml_format, input, settings), expected));
        }
    }
    return expected;
}

/// An annex of one initiative with these fields.
inline std::string one(std::string_view fields) {
    return "<annex><initiative>" + std::string(fields) + "</initiative></annex>";
}

/// The part of the input that a span means.
inline std::string_view part(std::string_view input, annexkit_span span) {
    return input.substr(span.offset, span.size);
}

/// The rules of the findings, in order.
inline Strings rules(const drive::Reading& reading) {
    Strings result;
    for (const auto& finding : reading.findings) result.push_back(finding.rule);
    return result;
}

/// The ids of the records, "-" for an absent one.
inline Strings ids(const drive::Reading& reading) {
    Strings result;
    for (const auto& record : reading.records)
        result.push_back(record.values[0].kind == ANNEXKIT_ABSENT ? "-" : record.values[0].text);
    return result;
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
