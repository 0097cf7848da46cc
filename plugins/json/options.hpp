// SPDX-License-Identifier: Apache-2.0
// Options that the host cannot check by their kind alone.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <string_view>

namespace annexkit::json {

struct Range {
    std::size_t least;
    std::size_t most;
};

/// Throws: sdk::Failure, after reporting json.options, for a value that is no whole number of the range.
[[nodiscard]] std::size_t integer_option(const sdk::OpenRequest& request, std::string_view name, Range range);

} // namespace annexkit::json
