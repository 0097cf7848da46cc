// SPDX-License-Identifier: Apache-2.0
// Lines, columns and original offsets of places in a stretch of decoded text.
#pragma once

#include "input/encoding.hpp"

#include <annexkit/plugin.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace annexkit {

/// A position relative to the start of a stretch of text; all three count from 0. offset counts original bytes.
struct TextPosition {
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::uint64_t offset = 0;
};

/// How far a stretch of text reaches: the position after it, and what its ends need to be joined.
struct TextExtent {
    TextPosition end;
    bool begins_with_line_feed = false;
    bool ends_with_carriage_return = false;
};

/// The extent alone, which is cheaper than a TextMap.
[[nodiscard]] TextExtent extent_of(std::string_view text, Encoding encoding);

/// Where a stretch of text starts in the whole input.
class TextCursor {
  public:
    explicit TextCursor(std::uint64_t offset = 0) { at_.offset = offset; }
    /// The absolute position of a position in the stretch that starts here.
    [[nodiscard]] TextPosition absolute(TextPosition relative, const TextExtent& stretch) const;
    /// Moves behind the stretch.
    void advance(const TextExtent& stretch);

  private:
    // A line feed at the start of a stretch ends no line when the carriage return before it did.
    [[nodiscard]] std::uint64_t joined_lines(const TextExtent& stretch) const {
        return after_carriage_return_ && stretch.begins_with_line_feed ? 1 : 0;
    }

    TextPosition at_;
    bool after_carriage_return_ = false;
};

/// Finds positions in one stretch of text in constant time, after one pass over it.
///
/// Lifetime: the text must outlive the map. One thread at a time: it counts when it is first asked for what is far from
/// the start of its line.
class TextMap {
  public:
    TextMap() = default;
    TextMap(std::string_view text, Encoding encoding) { read(text, encoding); }

    /// Becomes the map of this text, in the room that it has.
    void read(std::string_view text, Encoding encoding);

    /// Position of the byte at `offset` of the decoded text; the end for offsets beyond it.
    [[nodiscard]] TextPosition at(std::size_t offset) const;
    /// Its offset in the input alone.
    [[nodiscard]] std::uint64_t offset_of(std::size_t offset) const;
    /// Where a line begins, and where its line end does. Lines count from 0.
    [[nodiscard]] annexkit_span line(std::uint64_t number) const;

  private:
    [[nodiscard]] TextLength length_before(std::size_t offset) const;
    void take_steps() const;

    std::string_view text_;
    Encoding encoding_ = Encoding::utf8;
    std::vector<std::size_t> line_starts_ = {0};
    // Length of the text before each step of step_bytes, once it was asked for.
    mutable std::vector<TextLength> steps_;
};

} // namespace annexkit
