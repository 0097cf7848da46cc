// SPDX-License-Identifier: Apache-2.0
#include "wrapping.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace annexkit::cli {

void append_wrapped(std::string_view text, Indent indent, std::size_t width, std::string& into) {
    for (std::size_t before = indent.first; !text.empty(); before = indent.others) {
        std::size_t size = text.size();
        if (before + size > width) {
            size = text.rfind(' ', width - std::min(before, width));
            if (size == std::string_view::npos || size == 0) size = std::min(text.find(' ', 1), text.size());
        }
        into += fmt::format("{:{}}{}\n", "", before, text.substr(0, size));
        text.remove_prefix(size);
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    }
}

} // namespace annexkit::cli
