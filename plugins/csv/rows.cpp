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
    bool skip_quoted() {
        for (++at; at < text.size(); ++at) {
            const void* found = std::memchr(text.data() + at, dialect.quote, text.size() - at);
            if (found == nullptr) return false;
            at = static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) + 1;
            if (at == text.size() || text[at] != dialect.quote) return true;
        }
        return false;
    }

    void skip_unquoted(Cell& cell) {
        for (; !at_cell_end(); ++at)
            if (text[at] == dialect.quote && cell.stray == no_stray) cell.stray = at;
        cell.end = at;
    }

    /// False when the text ends before the closing quote.
    bool read(Cell& cell) {
        cell.begin = at;
        if (at < text.size() && text[at] == dialect.quote) {
            if (!skip_quoted()) return false;
            if (at_cell_end()) {
                cell.quoted = true;
                ++cell.begin;
                cell.end = at - 1;
                return true;
            }
            cell.stray = at;
        }
        skip_unquoted(cell);
        return true;
    }
};

} // namespace

RowEnd read_row(std::string_view text, std::size_t begin, bool last, const Dialect& dialect, Row& row) {
    row.begin = begin;
    row.stray = false;
    row.cells.clear();
    Cursor cursor{text, begin, dialect};
    for (;; ++cursor.at) {
        Cell cell;
        if (!cursor.read(cell)) {
            row.open_quote = cell.begin;
            return last ? RowEnd::unclosed : RowEnd::partial;
        }
        row.stray = row.stray || cell.stray != no_stray;
        row.cells.push_back(cell);
        if (cursor.at == text.size() || text[cursor.at] != dialect.delimiter) break;
    }
    row.end = row.next = cursor.at;
    if (row.end == text.size()) return last ? RowEnd::whole : RowEnd::partial;
    ++row.next;
    if (text[row.end] == '\n') return RowEnd::whole;
    // A line feed may follow the carriage return, and belongs to it.
    if (row.next == text.size()) return last ? RowEnd::whole : RowEnd::partial;
    if (text[row.next] == '\n') ++row.next;
    return RowEnd::whole;
}

std::size_t spell_out(std::string_view text, const Cell& cell, char quote, char* to) {
    std::size_t size = 0;
    for (std::size_t at = cell.begin; at < cell.end; ++at) {
        to[size++] = text[at];
        if (cell.quoted && text[at] == quote) ++at;
    }
    return size;
}

std::string spelled_out(std::string_view text, const Cell& cell, char quote) {
    std::string result(cell.end - cell.begin, '\0');
    result.resize(spell_out(text, cell, quote, result.data()));
    return result;
}

} // namespace annexkit::csv
