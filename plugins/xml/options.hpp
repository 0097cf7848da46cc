// SPDX-License-Identifier: Apache-2.0
// The options that reader and writer share.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <string_view>

namespace annexkit::xml {

struct Range {
    std::size_t least;
    std::size_t most;
};

/// Throws: sdk::Failure, after a finding, when the option is no whole number of the range.
std::size_t integer_option(const sdk::OpenRequest& request, std::string_view name, Range range);

} // namespace annexkit::xml
