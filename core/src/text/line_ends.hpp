// SPDX-License-Identifier: Apache-2.0
// Where lines end, told of long texts at the speed of memory: most have no end.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace annexkit {

[[nodiscard]] inline bool is_line_end(char byte) { return byte == '\n' || byte == '\r'; }

/// The offset of the first LF or CR; the size of the text where there is none.
[[nodiscard]] inline std::size_t first_line_end(std::string_view text) {
    const std::size_t feed = std::min(text.find('\n'), text.size());
    return std::min(text.substr(0, feed).find('\r'), feed);
}

} // namespace annexkit
