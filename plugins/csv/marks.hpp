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

    struct Skimmed {
        std::size_t end = 0;         ///< of the last block
        std::size_t behind_line = 0; ///< behind the last line end that is not in quotes; 0 where there is none
    };
    /// Goes over the whole blocks of a text, for their line ends alone, and stays in front of one with a fault.
    Skimmed skim(std::string_view text) {
        switch (width_) {
        case Width::block: return skim_blocks(text);
        case Width::half: return skim_halves(text);
        case Width::quarter: break;
        }
        return skim_quarters(text);
    }

  private:
    /// What the bytes before a block leave to it.
    struct Before {
        std::uint64_t inside = 0;
        std::uint64_t after_end = 1;
        std::uint64_t after_closing = 0;
    };

    void next_block(const char* block, Marks& marks);
    void next_halves(const char* block, Marks& marks);
    void next_quarters(const char* block, Marks& marks);
    Skimmed skim_blocks(std::string_view text);
    Skimmed skim_halves(std::string_view text);
    Skimmed skim_quarters(std::string_view text);
    void look_at_block(const char* block, Marks& marks);
    void look_at_halves(const char* block, Marks& marks);
    void look_at_quarters(const char* block, Marks& marks);
    void follow(std::uint64_t stops, std::uint64_t lines, std::uint64_t quotes, std::uint64_t parity, Marks& marks);
    bool note(const Marks& marks, const Before& before, Skimmed& skimmed);

    Width width_;
    char delimiter_;
    char quote_;
    Before before_;
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
