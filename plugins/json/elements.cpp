// SPDX-License-Identifier: Apache-2.0
#include "elements.hpp"

#include "shared/blocks.hpp"

#include <bit>
#include <cstdint>
#include <cstring>

namespace annexkit::json {
namespace {

using shared::block_bytes;
using shared::mask_of;

/// Follows strings from block to block.
class Strings {
  public:
    /// One bit for each byte of the block that is inside a string; the opening quotation mark is, the closing one not.
    std::uint64_t inside(const char* block) {
        std::uint64_t mask = mask_of(block, '"') & ~escaped(mask_of(block, '\\'));
        // Each bit becomes the parity of the quotation marks up to it.
        for (unsigned shift = 1; shift < block_bytes; shift *= 2) mask ^= mask << shift;
        mask ^= open_;
        open_ = (mask >> (block_bytes - 1)) != 0 ? ~std::uint64_t{0} : 0;
        return mask;
    }

  private:
    // One bit for each byte that a backslash stands for.
    std::uint64_t escaped(std::uint64_t backslashes) {
        std::uint64_t result = first_escaped_;
        first_escaped_ = 0;
        backslashes &= ~result;
        while (backslashes != 0) {
            const std::uint64_t backslash = backslashes & (~backslashes + 1);
            const std::uint64_t next = backslash << 1;
            if (next == 0) first_escaped_ = 1;
            result |= next;
            backslashes &= ~(backslash | next);
        }
        return result;
    }

    std::uint64_t open_ = 0;
    std::uint64_t first_escaped_ = 0;
};

class Cutter {
  public:
    /// Returns false at the bracket that ends the array.
    bool take(const char* block, std::size_t offset) {
        const std::uint64_t outside = ~strings_.inside(block);
        const std::uint64_t opens = mask_of(block, '{', '[') & outside;
        const std::uint64_t closes = mask_of(block, '}', ']') & outside;
        const auto closed = static_cast<std::size_t>(std::popcount(closes));
        if (depth_ > closed) {
            // However they are mixed, the block stays within one element.
            depth_ += static_cast<std::size_t>(std::popcount(opens)) - closed;
            return true;
        }
        return walk(opens, closes, mask_of(block, ',') & outside, offset);
    }
    [[nodiscard]] const Cut& cut() const { return cut_; }

  private:
    bool walk(std::uint64_t opens, std::uint64_t closes, std::uint64_t commas, std::size_t offset) {
        for (std::uint64_t rest = opens | closes | commas; rest != 0; rest &= rest - 1) {
            const std::uint64_t bit = rest & (~rest + 1);
            const std::size_t at = offset + static_cast<std::size_t>(std::countr_zero(rest));
            if ((commas & bit) != 0) {
                if (depth_ == 0) cut_.end = at + 1;
            } else if ((opens & bit) != 0) {
                ++depth_;
            } else if (depth_ > 0) {
                --depth_;
            } else {
                cut_.stop = at;
                return false;
            }
        }
        return true;
    }

    Strings strings_;
    std::size_t depth_ = 0;
    Cut cut_;
};

} // namespace

Cut find_cut(std::string_view text) {
    Cutter cutter;
    std::size_t at = 0;
    for (; text.size() - at >= block_bytes; at += block_bytes)
        if (!cutter.take(text.data() + at, at)) return cutter.cut();
    char last[block_bytes];
    std::memset(last, ' ', block_bytes);
    if (at < text.size()) std::memcpy(last, text.data() + at, text.size() - at);
    cutter.take(last, at);
    return cutter.cut();
}

} // namespace annexkit::json
