// SPDX-License-Identifier: Apache-2.0
// Finds where cells end, 64 bytes at a time, in tables whose quotes stand where RFC 4180 has them.
#pragma once

#include "dialect.hpp"
#include "shared/blocks.hpp"

namespace annexkit::csv {

/// One bit for each byte of a block.
struct Marks {
    std::uint64_t ends = 0;    ///< delimiters and line ends that are not in quotes
    std::uint64_t lines = 0;   ///< the line ends among them
    std::uint64_t inner = 0;   ///< the line ends that are in quotes
    std::uint64_t doubled = 0; ///< the second quote of each two that stand for one
    std::uint64_t faults = 0;  ///< quotes, or bytes after a closing quote, that should not be there
};

/// Follows quotes from block to block. The first block begins with a row; what is marked behind a fault means nothing.
class Marker {
  public:
    /// How much of a block is looked at at once: with SSE2, AVX2 or AVX-512.
    enum class Width { quarter, half, block };

    /// With the widest looks that the processor has.
    explicit Marker(const Dialect& dialect);
    /// With no wider ones.
    Marker(const Dialect& dialect, Width width);

    /// The marks are filled in where they stay.
    void next(const char* block, Marks& marks) {
        switch (width_) {
        case Width::block: return next_block(block, marks);
        case Width::half: return next_halves(block, marks);
        case Width::quarter: return next_quarters(block, marks);
        }
    }

  private:
    void next_block(const char* block, Marks& marks);
    void next_halves(const char* block, Marks& marks);
    void next_quarters(const char* block, Marks& marks);
    void follow(std::uint64_t stops, std::uint64_t lines, std::uint64_t quotes, std::uint64_t parity, Marks& marks);

    Width width_;
    char delimiter_;
    char quote_;
    std::uint64_t inside_ = 0;
    std::uint64_t after_end_ = 1;
    std::uint64_t after_closing_ = 0;
};

/// The blocks of a text; the last one is filled up with line feeds, so that the end of the text ends a cell.
class Blocks {
  public:
    explicit Blocks(std::string_view text) : text_(text) {}

    /// The 64 bytes at `at`, which is at most the size of the text.
    const char* operator()(std::size_t at) {
        if (text_.size() - at >= shared::block_bytes) return text_.data() + at;
        filled_.fill('\n');
        text_.copy(filled_.data(), shared::block_bytes, at);
        return filled_.data();
    }

  private:
    std::string_view text_;
    std::array<char, shared::block_bytes> filled_{};
};

} // namespace annexkit::csv
