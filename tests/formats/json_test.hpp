// SPDX-License-Identifier: Apache-2.0
// What the tests of formats json and ndjson share.
#pragma once

#include "readings.hpp"

#include "plugins/json/format.hpp"

#include <doctest/doctest.h>

namespace json_test {

using readings::ids;
using readings::part;
using readings::rules;
using readings::Strings;

/// Reads format json in every way.
inline drive::Reading read(std::string_view input, const drive::Options& options = {}) {
    return readings::read(annexkit_json_format, input, {.options = options});
}

/// Reads initiatives a line as format ndjson, in every way; format json must take them for the same.
inline drive::Reading read_lines(std::string_view input) {
    const drive::Reading reading = readings::read(annexkit_ndjson_format, input);
    CHECK(readings::same(read(input), reading));
    return reading;
}

} // namespace json_test
