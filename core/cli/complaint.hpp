// SPDX-License-Identifier: Apache-2.0
// What the library of the command line complains of, in our words.
#pragma once

#include <annexkit/result.hpp>

#include <string>

namespace annexkit::cli {

/// What the library said, in English alone, as an error of this command in both languages.
[[nodiscard]] Error complaint_of(const std::string& said, const std::string& command);

} // namespace annexkit::cli
