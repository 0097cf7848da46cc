// SPDX-License-Identifier: Apache-2.0
#include "pipeline/text_map.hpp"

#include "text/count.hpp"

#include <algorithm>
#include <cstring>

namespace annexkit {
namespace {

// As many as count_bytes takes at once.
constexpr std::size_t step_bytes = 240;
// Shorter stretches of a line are counted each time.
constexpr std::size_t short_bytes = 4 * step_bytes;

// The length, as far as the encoding makes use of it.
TextLength useful_length(std::string_view text, Encoding encoding) {
    const bool is_utf16 = encoding == Encoding::utf16le || encoding == Encoding::utf16be;
    return is_utf16 ? length_of(text) : TextLength{code_points_of(text), 0};
}

// Calls `found` with the offset behind each line end: LF, CRLF, or a CR alone.
template <class Found> void for_each_line_end(std::string_view text, Found&& found) {
    std::size_t feed = text.find('\n');
    std::size_t carriage = text.find('\r');
    while (feed != carriage) { // until there is neither
        const bool pair = carriage != std::string_view::npos && carriage + 1 == feed;
        const std::size_t behind = (pair ? feed : std::min(feed, carriage)) + 1;
        found(behind);
        if (feed < behind) feed = text.find('\n', behind);
        if (carriage < behind) carriage = text.find('\r', behind);
    }
}

// How many line ends there are.
std::uint64_t line_ends(std::string_view text) {
    const auto feeds = count_bytes(text, [](char byte) { return byte == '\n'; });
    if (std::memchr(text.data(), '\r', text.size()) == nullptr) return feeds;
    std::uint64_t ends = feeds;
    for (auto at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1))
        if (at + 1 == text.size() || text[at + 1] != '\n') ++ends;
    return ends;
}

} // namespace

TextExtent extent_of(std::string_view text, Encoding encoding) {
    TextExtent extent;
    if (text.empty()) return extent;
    extent.begins_with_line_feed = text.front() == '\n';
    extent.ends_with_carriage_return = text.back() == '\r';
    extent.end.line = line_ends(text);
    const auto last = text.find_last_of("\r\n");
    const std::size_t last_line = last == std::string_view::npos ? 0 : last + 1;
    extent.end.column = code_points_of(text.substr(last_line));
    extent.end.offset =
        encoding == Encoding::utf8 ? text.size() : original_size(encoding, text.size(), length_of(text));
    return extent;
}

TextPosition TextCursor::absolute(TextPosition relative, const TextExtent& stretch) const {
    TextPosition result = relative;
    result.offset += at_.offset;
    if (relative.line == 0) {
        result.line = at_.line;
        result.column += at_.column;
    } else {
        result.line += at_.line - joined_lines(stretch);
    }
    return result;
}

void TextCursor::advance(const TextExtent& stretch) {
    if (stretch.end.offset == 0) return;
    at_ = absolute(stretch.end, stretch);
    after_carriage_return_ = stretch.ends_with_carriage_return;
}

void TextMap::read(std::string_view text, Encoding encoding) {
    text_ = text;
    encoding_ = encoding;
    line_starts_.assign(1, 0);
    steps_.clear();
    for_each_line_end(text, [&](std::size_t behind) { line_starts_.push_back(behind); });
}

void TextMap::take_steps() const {
    TextLength length;
    for (std::size_t at = 0;; at += step_bytes) {
        steps_.push_back(length);
        if (at >= text_.size()) break;
        const TextLength more = useful_length(text_.substr(at, step_bytes), encoding_);
        length.code_points += more.code_points;
        length.code_units += more.code_units;
    }
}

TextLength TextMap::length_before(std::size_t offset) const {
    if (steps_.empty()) take_steps();
    const std::size_t step = offset / step_bytes;
    TextLength length = steps_[step];
    const TextLength rest = useful_length(text_.substr(step * step_bytes, offset - step * step_bytes), encoding_);
    length.code_points += rest.code_points;
    length.code_units += rest.code_units;
    return length;
}

TextPosition TextMap::at(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const auto line = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset) - line_starts_.begin() - 1;
    const std::size_t line_start = line_starts_[static_cast<std::size_t>(line)];
    TextPosition position;
    position.line = static_cast<std::uint64_t>(line);
    position.column = offset - line_start <= short_bytes
                          ? code_points_of(text_.substr(line_start, offset - line_start))
                          : length_before(offset).code_points - length_before(line_start).code_points;
    position.offset = offset_of(offset);
    return position;
}

annexkit_span TextMap::line(std::uint64_t number) const {
    const std::size_t begin = line_starts_[number];
    std::size_t end = text_.size();
    if (number + 1 < line_starts_.size()) {
        end = line_starts_[number + 1] - 1;
        if (end > begin && text_[end] == '\n' && text_[end - 1] == '\r') --end;
    }
    return {begin, end - begin};
}

std::uint64_t TextMap::offset_of(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    return encoding_ == Encoding::utf8 ? offset : original_size(encoding_, offset, length_before(offset));
}

} // namespace annexkit
