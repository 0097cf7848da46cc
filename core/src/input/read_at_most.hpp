// SPDX-License-Identifier: Apache-2.0
// Reads what has to be held in memory whole, so that what has no end, as a device, is refused.
#pragma once

#include "messages/error.hpp"

#include <annexkit/files.hpp>

#include <array>
#include <cstddef>
#include <string>

namespace annexkit {

/// All bytes of a source. Errors: those of the source; where there are more than `most`, one of this kind.
inline Result<std::string> read_at_most(ByteSource& source, std::size_t most, ErrorKind kind) {
    std::string bytes;
    std::array<char, 1 << 16> block{};
    for (;;) {
        const auto got = source.read(block);
        if (!got) return got.error();
        if (*got == 0) return bytes;
        bytes.append(block.data(), *got);
        if (bytes.size() > most) return make_error(kind, "input.too-long", {{"limit", std::to_string(most)}});
    }
}

} // namespace annexkit
