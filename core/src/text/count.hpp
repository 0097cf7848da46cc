// SPDX-License-Identifier: Apache-2.0
// Counts bytes at the speed of memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace annexkit {

/// How many bytes of the text `counts` is true of.
template <class Counts> [[nodiscard]] std::uint64_t count_bytes(std::string_view text, Counts&& counts) {
    // As many as a byte can count, so that compilers count 16 or 32 bytes at a time.
    constexpr std::size_t block = 240;
    std::uint64_t total = 0;
    while (!text.empty()) {
        const std::size_t size = std::min(block, text.size());
        std::uint8_t count = 0;
        for (std::size_t i = 0; i < size; ++i) count = static_cast<std::uint8_t>(count + (counts(text[i]) ? 1 : 0));
        total += count;
        text.remove_prefix(size);
    }
    return total;
}

} // namespace annexkit
