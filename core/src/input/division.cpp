// SPDX-License-Identifier: Apache-2.0
#include "input/division.hpp"
#include "messages/error.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

namespace annexkit {
namespace {

constexpr std::uint64_t block_bytes = std::uint64_t{64} << 10;

Result<void> read_exactly(ByteSource& source, std::span<char> into) {
    while (!into.empty()) {
        const auto got = source.read(into);
        if (!got) return got.error();
        if (*got == 0) return make_error(ErrorKind::input, "input.shorter");
        into = into.subspan(*got);
    }
    return {};
}

} // namespace

std::uint64_t Division::limit_of(std::uint32_t part) const {
    if (part >= shard_.of) return std::numeric_limits<std::uint64_t>::max();
    // floor(size * part / of), where the product may be too large.
    return size_ / shard_.of * part + size_ % shard_.of * part / shard_.of;
}

Result<std::uint64_t> seek_line(ByteSource& source, std::uint64_t from, std::uint64_t limit) {
    std::string block;
    std::uint64_t start = std::max(from, limit);
    while (start > from) {
        const std::uint64_t end = start;
        start -= std::min(block_bytes, end - from);
        block.resize(static_cast<std::size_t>(end - start));
        if (auto sought = source.seek(start); !sought) return sought.error();
        if (auto read = read_exactly(source, block); !read) return read.error();
        const std::size_t feed = block.rfind('\n');
        if (feed == std::string::npos) continue;
        start += feed + 1;
        break;
    }
    if (auto sought = source.seek(start); !sought) return sought.error();
    return start;
}

} // namespace annexkit
