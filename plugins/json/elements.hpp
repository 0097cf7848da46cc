// SPDX-License-Identifier: Apache-2.0
// Finds where a stretch of an array can be cut between two elements.
#pragma once

#include <cstddef>
#include <limits>
#include <string_view>

namespace annexkit::json {

struct Cut {
    static constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

    /// Offset behind the last comma between two elements; 0 when there is none.
    std::size_t end = 0;
    /// Offset of the bracket that closes more than the text opened, in a right text the end of the array.
    std::size_t stop = nowhere;
};

/// Looks at text that starts within an array, before or between elements.
///
/// Only strings, brackets and commas are looked at. Where the text is no JSON, the cut may be at a wrong place, but
/// never before the fault.
[[nodiscard]] Cut find_cut(std::string_view text);

} // namespace annexkit::json
