// SPDX-License-Identifier: Apache-2.0
// The coverage matrix as a picture.
#pragma once

#include <annexkit/coverage.hpp>

#include <string>

namespace annexkit {

[[nodiscard]] std::string coverage_svg(const Coverage& coverage, const CoverageSettings& settings);

} // namespace annexkit
