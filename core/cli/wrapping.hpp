// SPDX-License-Identifier: Apache-2.0
// Text in lines of a width, for terminals.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace annexkit::cli {

/// How far the first line and the others are indented.
struct Indent {
    std::size_t first = 0;
    std::size_t others = 0;
};

/// Appends a text in lines that end with a line feed, broken at spaces where they are too long. A word that is longer,
/// such as a path, stays whole, so that it can be copied.
void append_wrapped(std::string_view text, Indent indent, std::size_t width, std::string& into);

} // namespace annexkit::cli
