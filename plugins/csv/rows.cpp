// SPDX-License-Identifier: Apache-2.0
#include "rows.hpp"

#include <cstring>

namespace annexkit::csv {
namespace {

struct Cursor {
    std::string_view text;
    std::size_t at;
    const Dialect& dialect;

    [[nodiscard]] bool at_cell_end() const {
        return at == text.size() || text[at] == dialect.delimiter || text[at] == '\n' || text[at] == '\r';
    }

    /// Steps behind the quote that closes the cell; false when there is none.
    bool skip_quoted(Cell& cell) {
        for (++at; at < text.size(); ++at) {
            const void* found = std::memchr(text.data() + at, dialect.quote, text.size() - at);
            if (found == nullptr) return false;
            at = static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) + 1;
            if (at == text.size() || text[at] != dialect.quote) return true;
            cell.doubled = true;
        }
        return false;
    }

    void skip_unquoted(Cell& cell) {
        for (; !at_cell_end(); ++at)
            if (text[at] == dialect.quote && cell.stray == nowhere) cell.stray = at;
        cell.end = at;
    }

    /// False when the text ends before the closing quote.
    bool read(Cell& cell) {
        cell.begin = at;
        if (at < text.size() && text[at] == dialect.quote) {
            if (!skip_quoted(cell)) return false;
            if (at_cell_end()) {
                cell.quoted = true;
                ++cell.begin;
                cell.end = at - 1;
                return true;
            }
            cell.stray = at;
            cell.doubled = false;
        }
        skip_unquoted(cell);
        return true;
    }
};

} // namespace

RowEnd read_row(const Source& source, std::size_t begin, Row& row) {
    const std::string_view text = source.text;
    row.begin = begin;
    row.stray = nowhere;
    row.count = 0;
    row.may_have_lines = true;
    row.cells.clear();
    Cursor cursor{text, begin, source.dialect};
    for (;; ++cursor.at) {
        Cell cell;
        if (!cursor.read(cell)) {
            row.open_quote = cell.begin;
            return RowEnd::open;
        }
        if (row.stray == nowhere) row.stray = cell.stray;
        if (row.count++ < source.most_cells) row.cells.push_back(cell);
        if (cursor.at == text.size() || text[cursor.at] != source.dialect.delimiter) break;
    }
    row.end = row.next = cursor.at;
    if (row.end == text.size()) return source.last ? RowEnd::whole : RowEnd::partial;
    ++row.next;
    if (text[row.end] == '\n') return RowEnd::whole;
    // A line feed may follow the carriage return, and belongs to it.
    if (row.next == text.size()) return source.last ? RowEnd::whole : RowEnd::partial;
    if (text[row.next] == '\n') ++row.next;
    return RowEnd::whole;
}

RowEnd read_first_row(const Source& source, std::size_t begin, Row& row, std::uint64_t& blank_rows) {
    blank_rows = 0;
    for (std::size_t at = begin; at < source.text.size(); at = row.next, ++blank_rows) {
        const RowEnd end = read_row(source, at, row);
        if (end != RowEnd::whole || !row.is_blank(source.text, source.dialect)) return end;
    }
    return RowEnd::partial;
}

} // namespace annexkit::csv
