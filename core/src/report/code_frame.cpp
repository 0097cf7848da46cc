// SPDX-License-Identifier: Apache-2.0
#include "report/code_frame.hpp"

#include "report/display.hpp"

#include <annexkit/report.hpp>

#include <algorithm>

namespace annexkit {
namespace {

constexpr std::string_view ellipsis = "…";

// find_first_of looks each character up in its set, by a call.
bool is_line_end(char c) { return c == '\n' || c == '\r'; }
std::size_t line_end_of(std::string_view text) {
    return static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_line_end) - text.begin());
}

// The bytes of one character and of the combining ones behind it, and the columns they take.
struct Cell {
    std::size_t size = 0;
    std::size_t columns = 0;
};

std::size_t code_point_size(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
    return size;
}

Cell first_cell(std::string_view text) {
    // Two characters are enough to see that none combines.
    const std::size_t first = text.empty() ? 0 : code_point_size(text);
    if (first > 0 && is_even(text.substr(0, first + 1))) return {first, 1};
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
        std::size_t from = text.size() - cell.size - 1;
        while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) --from;
        cell.columns += columns_of(text.substr(from, text.size() - cell.size - from));
        cell.size = text.size() - from;
    }
    return cell;
}

// Tabs become spaces up to the next stop; `column` is where the text begins and, afterwards, ends.
std::string shown(std::string_view text, std::size_t& column) {
    constexpr std::size_t tab = 4;
    std::string result;
    while (!text.empty()) {
        const auto end = std::min(text.find('\t'), text.size());
        const std::size_t from = result.size();
        append_printable(text.substr(0, end), result);
        column += columns_of(std::string_view(result).substr(from));
        if (end == text.size()) break;
        const std::size_t spaces = tab - column % tab;
        result.append(spaces, ' ');
        column += spaces;
        text.remove_prefix(end + 1);
    }
    return result;
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
std::string_view beginning(std::string_view text, std::size_t columns, std::size_t& used) {
    used = columns_of(text);
    if (used <= columns) return text;
    return text.substr(0, fitting(columns, used, [&](std::size_t size) { return first_cell(text.substr(size)); }));
}

std::string_view ending(std::string_view text, std::size_t columns, std::size_t& used) {
    used = columns_of(text);
    if (used <= columns) return text;
    const std::size_t kept =
        fitting(columns, used, [&](std::size_t size) { return last_cell(text.substr(0, text.size() - size)); });
    return text.substr(text.size() - kept);
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
    const auto last = std::find_if(line.before.rbegin(), line.before.rend(), is_line_end);
    if (last != line.before.rend()) {
        line.before.remove_prefix(static_cast<std::size_t>(line.before.rend() - last));
        line.cut_before = false;
    }
    if (const auto end = line_end_of(line.marked); end < line.marked.size()) {
        line.mark_goes_on =
            !std::all_of(line.marked.begin() + static_cast<std::ptrdiff_t>(end), line.marked.end(), is_line_end);
        line.marked = line.marked.substr(0, end);
        line.after = {};
        line.cut_after = line.mark_goes_on;
    }
    if (const auto end = line_end_of(line.after); end < line.after.size()) {
        line.after = line.after.substr(0, end);
        line.cut_after = false;
    }
    return line;
}

std::uint64_t marked_code_points(const Finding& finding) {
    const FrameLine line = line_of(finding.frame);
    if (line.mark_goes_on || line_end_of(finding.excerpt) < finding.excerpt.size()) return 0;
    return static_cast<std::uint64_t>(std::count_if(
        line.marked.begin(), line.marked.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void draw(const FrameLine& frame, std::size_t columns, CodeFrame& into) {
    std::size_t column = 0;
    const std::string before = shown(frame.before, column);
    const std::string marked = shown(frame.marked, column);
    const std::string after = shown(frame.after, column);
    bool cut_before = frame.cut_before;
    bool cut_after = frame.cut_after;

    // The marked stretch comes first; what is left of the room is shared, the beginning of the line being dearer.
    std::size_t room = columns - 2;
    std::size_t marked_columns = 0;
    const auto kept_marked = beginning(marked, room, marked_columns);
    if (kept_marked.size() < marked.size()) cut_after = true;
    room -= marked_columns;
    const std::size_t after_wanted = kept_marked.size() < marked.size() ? 0 : std::min(columns_of(after), room / 3);
    std::size_t before_columns = 0;
    const auto kept_before = ending(before, room - after_wanted, before_columns);
    if (kept_before.size() < before.size()) cut_before = true;
    room -= before_columns;
    std::size_t after_columns = 0;
    const auto kept_after =
        kept_marked.size() < marked.size() ? std::string_view() : beginning(after, room, after_columns);
    if (kept_after.size() < after.size()) cut_after = true;

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
