// SPDX-License-Identifier: Apache-2.0
#include "cut.hpp"

#include "marks.hpp"

#include <algorithm>

namespace annexkit::csv {
namespace {

struct Stretch {
    std::size_t cut; ///< behind the last line end
    bool faulty;     ///< the row there has a fault
};

/// Goes by marks from the row at `begin` to the first fault, or to the end of the text.
Stretch follow_marks(const Source& source, std::size_t begin) {
    const std::string_view text = source.text;
    // A line feed may follow the carriage return that ends a window, and belongs to it.
    const std::size_t known = text.size() - (!source.last && text.ends_with('\r') ? 1 : 0);
    Blocks blocks(text);
    Marker marker(source.dialect);
    Marks marks;
    // All but the last bytes, where it matters that the text may go on.
    const std::size_t most = text.size() - begin;
    const Marker::Skimmed skimmed = marker.skim(text.substr(begin, most - std::min(most, shared::block_bytes)));
    std::size_t cut = begin + skimmed.behind_line;
    for (std::size_t at = begin + skimmed.end; at < text.size(); at += shared::block_bytes) {
        marker.next(blocks(at), marks);
        std::uint64_t lines = marks.lines;
        if (known - at < shared::block_bytes) lines &= shared::bits_before(known - at);
        if (marks.faults != 0) lines &= shared::bits_before_first(marks.faults);
        if (lines != 0) cut = at + shared::last_bit(lines) + 1;
        if (marks.faults != 0) return {cut, true};
    }
    return {cut, false};
}

} // namespace

Cut find_cut(const Source& source) {
    Row row;
    for (std::size_t sound = 0;;) {
        const Stretch stretch = follow_marks(source, sound);
        const bool ends_without_line_end = source.last && stretch.cut < source.text.size();
        if (!stretch.faulty && !ends_without_line_end) return {stretch.cut, sound};
        if (read_row(source, stretch.cut, row) != RowEnd::whole) return {stretch.cut, sound};
        sound = row.next;
    }
}

} // namespace annexkit::csv
