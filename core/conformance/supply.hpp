// SPDX-License-Identifier: Apache-2.0
// A format of the suite's own that is read only, so that a job can be run on a format that is written only.
#pragma once

#include <annexkit/plugin.h>

#include <string>

namespace conformance {

/// Reads initiatives of the mixed annex, one for each line, whatever the line says.
extern const annexkit_format supply_format;

/// An input of it, with so many initiatives.
std::string supply(std::size_t records);

} // namespace conformance
