// SPDX-License-Identifier: Apache-2.0
// Reads JSON in every way that must not make a difference.
#pragma once

#include "drive.hpp"

#include "plugins/json/format.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace json_test {

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

/// Reads with small and large windows, with and without places, as either format; all must give the same. Returns it,
/// with places.
inline drive::Reading read(std::string_view input, const drive::Options& options = {}) {
    drive::ReadSettings settings;
    settings.options = options;
    settings.places = true;
    const drive::Reading expected = drive::read(annexkit_json_format, input, settings);
    CHECK(same(drive::read(annexkit_ndjson_format, input, settings), expected));
    for (const bool places : {false, true}) {
        for (const std::size_t window :
             {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}, std::size_t{64}, std::size_t{1} << 20}) {
            settings.places = places;
            settings.window_bytes = window;
            CAPTURE(window);
            CAPTURE(places);
            CHECK(same(drive::read(annexkit_json_format, input, settings), expected));
        }
    }
    return expected;
}

/// The part of the input that a span means.
inline std::string_view part(std::string_view input, annexkit_span span) {
    return input.substr(span.offset, span.size);
}

/// The rules of the findings, in order.
inline std::vector<std::string> rules(const drive::Reading& reading) {
    std::vector<std::string> result;
    for (const auto& finding : reading.findings) result.push_back(finding.rule);
    return result;
}

/// The ids of the records, "-" for an absent one.
inline std::vector<std::string> ids(const drive::Reading& reading) {
    std::vector<std::string> result;
    for (const auto& record : reading.records)
        result.push_back(record.values[0].kind == ANNEXKIT_ABSENT ? "-" : record.values[0].text);
    return result;
}

using Strings = std::vector<std::string>;

} // namespace json_test
