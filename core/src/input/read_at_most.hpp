// SPDX-License-Identifier: Apache-2.0
// Reads what has to be held in memory whole, so that what has no end, as a device, is refused.
#pragma once

#include <annexkit/files.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace annexkit {

/// All bytes of a source; nothing where they are more than `most`.
inline Result<std::optional<std::string>> read_at_most(ByteSource& source, std::size_t most) {
    std::string bytes;
    std::array<char, 1 << 16> block{};
    for (;;) {
        const auto got = source.read(block);
        if (!got) return got.error();
        if (*got == 0) return std::optional(std::move(bytes));
        bytes.append(block.data(), *got);
        if (bytes.size() > most) return std::optional<std::string>();
    }
}

} // namespace annexkit
