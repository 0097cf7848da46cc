// SPDX-License-Identifier: Apache-2.0
// Checks option values against what a format declares.
#pragma once

#include <annexkit/job.hpp>
#include <annexkit/plugin.h>
#include <annexkit/result.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace annexkit {

/// One value for each declared option: the user's, or the fallback.
/// Lifetime: the values point into `chosen` and `declared`.
/// Errors:   ErrorKind::usage for an unknown option, with the known ones, and for a value of the wrong kind.
Result<std::vector<annexkit_option_value>>
check_options(std::string_view format, std::span<const annexkit_option> declared, const OptionMap& chosen);

/// The value of a checked option, or an empty text.
[[nodiscard]] std::string_view option_value(std::span<const annexkit_option_value> options, std::string_view name);

} // namespace annexkit
