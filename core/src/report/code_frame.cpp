// SPDX-License-Identifier: Apache-2.0
#include "report/code_frame.hpp"

#include "input/encoding.hpp"
#include "report/display.hpp"
#include "text/ascii.hpp"
#include "text/line_ends.hpp"

#include <annexkit/report.hpp>

#include <algorithm>
#include <optional>

namespace annexkit {
namespace {

constexpr std::string_view ellipsis = "…";

// The bytes of one character and of the combining ones behind it, and the columns they take.
struct Cell {
    std::size_t size = 0;
    std::size_t columns = 0;
};

std::size_t code_point_size(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && is_continuation(text[size])) ++size;
    return size;
}

// Where the last code point of a text that is not empty begins.
std::size_t last_code_point(std::string_view text) {
    std::size_t from = text.size() - 1;
    while (from > 0 && is_continuation(text[from])) --from;
    return from;
}

Cell first_cell(std::string_view text) {
    Cell cell;
    while (cell.size < text.size()) {
        const auto next = text.substr(cell.size, code_point_size(text.substr(cell.size)));
        const std::size_t columns = columns_of(next);
        if (cell.columns > 0 && columns > 0) break;
        cell.size += next.size();
        cell.columns += columns;
    }
    return cell;
}

Cell last_cell(std::string_view text) {
    Cell cell;
    while (cell.size < text.size() && cell.columns == 0) {
        const std::size_t from = last_code_point(text.substr(0, text.size() - cell.size));
        cell.columns += columns_of(text.substr(from, text.size() - cell.size - from));
        cell.size = text.size() - from;
    }
    return cell;
}

/// A stretch of a line as it is shown.
struct Stretch {
    std::string_view text;
    std::size_t columns = 0;
    /// Each character takes one column and combines with no other.
    bool is_even = false;
};

// Written into `made`. Tabs become spaces up to the next stop; `column` is where the text begins and, afterwards, ends.
Stretch shown(std::string_view text, std::size_t& column, std::string& made) {
    constexpr std::size_t tab = 4;
    const std::size_t start = column;
    while (!text.empty()) {
        const auto end = std::min(text.find('\t'), text.size());
        const std::size_t from = made.size();
        append_printable(text.substr(0, end), made);
        column += columns_of(std::string_view(made).substr(from));
        if (end == text.size()) break;
        const std::size_t spaces = tab - column % tab;
        made.append(spaces, ' ');
        column += spaces;
        text.remove_prefix(end + 1);
    }
    return {made, column - start, is_even(made)};
}

std::string_view first_bytes(std::string_view text, std::size_t most) {
    if (most >= text.size()) return text;
    while (most > 0 && is_continuation(text[most])) --most;
    return text.substr(0, most);
}

std::string_view last_bytes(std::string_view text, std::size_t most) {
    std::size_t start = text.size() - std::min(most, text.size());
    while (start < text.size() && is_continuation(text[start])) ++start;
    return text.substr(start);
}

/// A line as it is shown, or as much of it as there may be room for.
struct Shown {
    Stretch before;
    Stretch marked;
    Stretch after;
};

// Nearly all text is plain, with two bytes for a column at most: one look at no more than there may be room for. What
// is left out is seen to be, as these are more columns than there are.
std::optional<Shown> shown_if_plain(const FrameLine& frame, std::size_t columns) {
    const std::size_t enough = 2 * (columns + 1);
    const std::string_view before = last_bytes(frame.before, enough);
    const std::string_view marked = first_bytes(frame.marked, enough);
    const std::string_view after =
        marked.size() < frame.marked.size() ? std::string_view() : first_bytes(frame.after, enough);
    // The three stand in one text, one behind the other.
    if (!is_plain({before.data(), before.size() + marked.size() + after.size()})) return std::nullopt;
    const auto stretch = [](std::string_view text) { return Stretch{text, code_points_of(text), true}; };
    return Shown{stretch(before), stretch(marked), stretch(after)};
}

// How many bytes fit into `columns` columns, cell by cell; `next` gives the cell behind so many bytes.
template <class Next> std::size_t fitting(std::size_t columns, std::size_t& used, Next&& next) {
    std::size_t size = 0;
    used = 0;
    for (;;) {
        const Cell cell = next(size);
        if (cell.size == 0 || used + cell.columns > columns) return size;
        size += cell.size;
        used += cell.columns;
    }
}

// The longest beginning of at most `columns` columns.
std::string_view beginning(const Stretch& stretch, std::size_t columns, std::size_t& used) {
    const std::string_view text = stretch.text;
    used = std::min(stretch.columns, columns);
    if (stretch.columns <= columns) return text;
    std::size_t size = 0;
    if (stretch.is_even) {
        // Behind the characters that there is room for the next one begins.
        for (std::size_t begun = 0;; ++size)
            if (!is_continuation(text[size]) && ++begun > columns) break;
    } else {
        size = fitting(columns, used, [&](std::size_t behind) { return first_cell(text.substr(behind)); });
    }
    return text.substr(0, size);
}

std::string_view ending(const Stretch& stretch, std::size_t columns, std::size_t& used) {
    const std::string_view text = stretch.text;
    used = std::min(stretch.columns, columns);
    if (stretch.columns <= columns) return text;
    std::size_t start = text.size();
    if (stretch.is_even) {
        for (std::size_t begun = 0; begun < columns;)
            if (!is_continuation(text[--start])) ++begun;
    } else {
        start -=
            fitting(columns, used, [&](std::size_t size) { return last_cell(text.substr(0, text.size() - size)); });
    }
    return text.substr(start);
}

} // namespace

FrameLine line_of(const Frame& frame) {
    const std::string_view text = frame.text;
    const std::size_t from = std::min(frame.offset, text.size());
    const std::size_t to = from + std::min(frame.size, text.size() - from);
    FrameLine line;
    line.before = text.substr(0, from);
    line.marked = text.substr(from, to - from);
    line.after = text.substr(to);
    line.cut_before = frame.cut_before;
    line.cut_after = frame.cut_after;
    return line;
}

std::uint64_t marked_code_points(const Finding& finding) {
    if (first_line_end(finding.excerpt) < finding.excerpt.size()) return 0;
    return code_points_of(line_of(finding.frame).marked);
}

void draw(const FrameLine& frame, std::size_t columns, CodeFrame& into) {
    std::size_t column = 0;
    std::string made_before;
    std::string made_marked;
    std::string made_after;
    const auto plain = shown_if_plain(frame, columns);
    const Stretch before = plain ? plain->before : shown(frame.before, column, made_before);
    const Stretch marked = plain ? plain->marked : shown(frame.marked, column, made_marked);
    const Stretch after = plain ? plain->after : shown(frame.after, column, made_after);
    bool cut_before = frame.cut_before;
    bool cut_after = frame.cut_after;

    // The marked stretch comes first; what is left of the room is shared, the beginning of the line being dearer.
    std::size_t room = columns - 2;
    std::size_t marked_columns = 0;
    const auto kept_marked = beginning(marked, room, marked_columns);
    if (kept_marked.size() < marked.text.size()) cut_after = true;
    room -= marked_columns;
    const std::size_t after_wanted = kept_marked.size() < marked.text.size() ? 0 : std::min(after.columns, room / 3);
    std::size_t before_columns = 0;
    const auto kept_before = ending(before, room - after_wanted, before_columns);
    if (kept_before.size() < before.text.size()) cut_before = true;
    room -= before_columns;
    std::size_t after_columns = 0;
    const auto kept_after =
        kept_marked.size() < marked.text.size() ? std::string_view() : beginning(after, room, after_columns);
    if (kept_after.size() < after.text.size()) cut_after = true;

    into.line.clear();
    if (cut_before) into.line += ellipsis;
    into.line += kept_before;
    into.line += kept_marked;
    into.line += kept_after;
    if (cut_after) into.line += ellipsis;
    into.carets.assign((cut_before ? 1 : 0) + before_columns, ' ');
    into.carets.append(std::max<std::size_t>(marked_columns, 1), '^');
}

} // namespace annexkit
