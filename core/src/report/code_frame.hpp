// SPDX-License-Identifier: Apache-2.0
// A line of the input with carets under the stretch that a finding is about.
#pragma once

#include <annexkit/finding.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace annexkit {

/// The parts of a frame.
struct FrameLine {
    std::string_view before;
    std::string_view marked;
    std::string_view after;
    bool cut_before = false;
    bool cut_after = false;
};
[[nodiscard]] FrameLine line_of(const Frame& frame);

/// How many code points of its line a finding marks; 0 where that is not known, as it goes on behind the line.
[[nodiscard]] std::uint64_t marked_code_points(const Finding& finding);

/// The frame as two lines of at most `columns` columns, tabs expanded and made printable.
struct CodeFrame {
    std::string line;
    std::string carets;
};
void draw(const FrameLine& frame, std::size_t columns, CodeFrame& into);

} // namespace annexkit
