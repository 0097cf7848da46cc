// SPDX-License-Identifier: Apache-2.0
#include "csv_test.hpp"

#include "readings.hpp"

#include "plugins/csv/format.hpp"

#include <doctest/doctest.h>

namespace csv_test {
drive::Reading read(std::string_view input, const drive::Options& options, const std::vector<drive::Field>& fields) {
    return readings::read(annexkit_csv_format, input, {.options = options, .fields = fields});
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
