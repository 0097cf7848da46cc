// SPDX-License-Identifier: Apache-2.0
#include "csv_test.hpp"

#include "plugins/csv/format.hpp"

#include <doctest/doctest.h>

namespace csv_test {
namespace {

void check_same(const drive::Reading& one, const drive::Reading& other) {
    CHECK(other.status == one.status);
    CHECK(other.columns == one.columns);
    CHECK(other.head == one.head);
    REQUIRE(other.records.size() == one.records.size());
    for (std::size_t i = 0; i < other.records.size(); ++i) {
        CHECK(other.records[i].values == one.records[i].values);
        CHECK(other.records[i].unknown == one.records[i].unknown);
        CHECK(other.records[i].span.offset == one.records[i].span.offset);
        CHECK(other.records[i].span.size == one.records[i].span.size);
        CHECK(other.records[i].row == one.records[i].row);
    }
    REQUIRE(other.findings.size() == one.findings.size());
    for (std::size_t i = 0; i < other.findings.size(); ++i) {
        CHECK(other.findings[i].rule == one.findings[i].rule);
        CHECK(other.findings[i].span.offset == one.findings[i].span.offset);
        CHECK(other.findings[i].row == one.findings[i].row);
        CHECK(other.findings[i].arguments == one.findings[i].arguments);
    }
}

} // namespace

drive::Reading read(std::string_view input, const drive::Options& options, const std::vector<drive::Field>& fields) {
    drive::ReadSettings settings;
    settings.options = options;
    settings.fields = fields;
    settings.places = true;
    const auto expected = drive::read(annexkit_csv_format, input, settings);
    for (const std::size_t window : std::initializer_list<std::size_t>{1, 2, 3, 7, 64, 1 << 20}) {
        CAPTURE(window);
        settings.window_bytes = window;
        settings.places = window != 7;
        check_same(expected, drive::read(annexkit_csv_format, input, settings));
    }
    return expected;
}

drive::Finding only(const drive::Reading& reading) {
    REQUIRE(reading.findings.size() == 1);
    return reading.findings[0];
}

void check_span(annexkit_span span, std::uint64_t offset, std::uint64_t size) {
    CHECK(span.offset == offset);
    CHECK(span.size == size);
}

drive::Record record(std::vector<drive::Value> values, std::vector<std::pair<std::string, drive::Value>> unknown) {
    return {std::move(values), std::move(unknown), {}, {}, {}, 0};
}

} // namespace csv_test
