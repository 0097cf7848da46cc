// SPDX-License-Identifier: Apache-2.0
// What the tests of format csv share.
#pragma once

#include "drive.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace csv_test {

inline const drive::Value none = drive::absent();

/// Reads in every way.
drive::Reading read(std::string_view input, const drive::Options& options = {},
                    const std::vector<drive::Field>& fields = drive::sample_fields());

/// The one finding that there is.
drive::Finding only(const drive::Reading& reading);

void check_span(annexkit_span span, std::uint64_t offset, std::uint64_t size);

drive::Record record(std::vector<drive::Value> values, std::vector<std::pair<std::string, drive::Value>> unknown = {});

} // namespace csv_test
