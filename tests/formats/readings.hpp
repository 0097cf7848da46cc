// SPDX-License-Identifier: Apache-2.0
// Reads a format in every way that must not make a difference, and what the tests of the formats ask of a reading.
#pragma once

#include "drive.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace readings {

using Strings = std::vector<std::string>;

/// Whether both delivered and reported the same, places of values aside.
bool same(const drive::Reading& one, const drive::Reading& other);

/// Reads with small and large windows, with and without places; all must give the same. Returns it, with places.
drive::Reading read(const annexkit_format& format, std::string_view input, drive::ReadSettings settings = {});

/// The part of the input that a span means.
std::string_view part(std::string_view input, annexkit_span span);

/// The rules of the findings, in order.
Strings rules(const drive::Reading& reading);

/// The ids of the records, "-" for an absent one.
Strings ids(const drive::Reading& reading);

} // namespace readings
