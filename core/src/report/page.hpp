// SPDX-License-Identifier: Apache-2.0
// The page that the form "html" fills, as it is embedded at build time.
#pragma once

#include <string_view>

namespace annexkit::page {

/// What stands before and after the data, which is JSON.
extern const std::string_view before_data;
extern const std::string_view after_data;

} // namespace annexkit::page
