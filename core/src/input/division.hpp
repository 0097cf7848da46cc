// SPDX-License-Identifier: Apache-2.0
// Where an input is cut into parts.
#pragma once

#include <annexkit/job.hpp>

#include <cstdint>

namespace annexkit {

/// Follows the reading of an input from part to part, up to the one that is wanted. Without a shard there is one part.
class Division {
  public:
    Division() = default;
    /// `size` is that of the input, in bytes.
    Division(Shard shard, std::uint64_t size) : shard_(shard), size_(size) {}

    /// How much of the input may be looked at as long as its part lasts; the last one has no limit.
    [[nodiscard]] std::uint64_t limit() const { return limit_of(current_); }
    /// What `limit` was when the part before the wanted one ended.
    [[nodiscard]] std::uint64_t limit_before_wanted() const { return limit_of(shard_.part - 1); }

    [[nodiscard]] bool before_wanted() const { return current_ < shard_.part; }
    [[nodiscard]] bool behind_wanted() const { return current_ > shard_.part; }
    [[nodiscard]] bool first_wanted() const { return shard_.part == 1; }

    void next() { ++current_; }
    void leap_to_wanted() { current_ = shard_.part; }

  private:
    [[nodiscard]] std::uint64_t limit_of(std::uint32_t part) const;

    Shard shard_;
    std::uint64_t size_ = 0;
    std::uint32_t current_ = 1;
};

/// The start of the line that the byte before `limit` belongs to, or that begins at `limit`; not before `from`, which
/// is the start of a line itself. Leaves the source there.
Result<std::uint64_t> seek_line(ByteSource& source, std::uint64_t from, std::uint64_t limit);

} // namespace annexkit
