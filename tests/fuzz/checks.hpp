// SPDX-License-Identifier: Apache-2.0
// What holds of every input of a format, whatever it is. What does not is a defect.
#pragma once

#include "pipeline.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fuzz {

/// Pieces of any size and any number of threads give the same as `expected`, which is the whole at once.
void check_pieces(const Answer& expected, std::string_view input, std::string_view format, std::size_t chunk_bytes,
                  unsigned threads);

/// What is right in its format and goes through another one without a loss comes back as the same bytes.
void check_walk(const Answer& expected, std::string_view input, std::string_view format, std::string_view by);

/// What is mended has as many initiatives, no more errors, and nothing more to mend; without a fault, the same bytes.
void check_mending(std::string_view input, std::string_view format, annexkit::Fixes fixes);

/// There is a diff where something is mended, and none where nothing is.
void check_diff(std::string_view input, std::string_view format, annexkit::Fixes fixes);

/// One of the two formats that are not `format`.
[[nodiscard]] std::string_view other_format(std::string_view format, std::uint32_t which);

} // namespace fuzz
