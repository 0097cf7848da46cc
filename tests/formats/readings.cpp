// SPDX-License-Identifier: Apache-2.0
#include "readings.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace readings {
namespace {

bool same_span(annexkit_span one, annexkit_span other) { return one.offset == other.offset && one.size == other.size; }

bool same_record(const drive::Record& one, const drive::Record& other) {
    return one.values == other.values && one.unknown == other.unknown && same_span(one.span, other.span) &&
           one.row == other.row;
}

bool same_finding(const drive::Finding& one, const drive::Finding& other) {
    return one.rule == other.rule && same_span(one.span, other.span) && one.row == other.row &&
           one.column == other.column && one.field == other.field && one.arguments == other.arguments;
}

} // namespace

bool same(const drive::Reading& one, const drive::Reading& other) {
    return one.status == other.status && one.columns == other.columns && one.has_head == other.has_head &&
           one.head == other.head && std::ranges::equal(one.records, other.records, same_record) &&
           std::ranges::equal(one.findings, other.findings, same_finding);
}

drive::Reading read(const annexkit_format& format, std::string_view input, drive::ReadSettings settings) {
    settings.places = true;
    const drive::Reading expected = drive::read(format, input, settings);
    for (const bool places : {false, true}) {
        for (const std::size_t window : std::initializer_list<std::size_t>{1, 2, 3, 7, 64, 1 << 20}) {
            settings.places = places;
            settings.window_bytes = window;
            CAPTURE(window);
            CAPTURE(places);
            CHECK(same(drive::read(format, input, settings), expected));
        }
    }
    return expected;
}

std::string_view part(std::string_view input, annexkit_span span) { return input.substr(span.offset, span.size); }

Strings rules(const drive::Reading& reading) {
    Strings result;
    for (const auto& finding : reading.findings) result.push_back(finding.rule);
    return result;
}

Strings ids(const drive::Reading& reading) {
    Strings result;
    for (const auto& record : reading.records)
        result.push_back(record.values[0].kind == ANNEXKIT_ABSENT ? "-" : record.values[0].text);
    return result;
}

} // namespace readings
