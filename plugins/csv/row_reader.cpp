// SPDX-License-Identifier: Apache-2.0
#include "row_reader.hpp"

namespace annexkit::csv {

RowReader::RowReader(std::string_view text, const Dialect& dialect, std::size_t most_cells)
    : source_{text, dialect, true, most_cells}, blocks_(text), marker_(dialect) {}

void RowReader::start(std::size_t row) {
    marker_ = Marker(source_.dialect);
    row_ = block_ = next_block_ = row;
    marks_ = {};
    last_doubled_ = behind_inner_ = 0;
}

/// Goes on to the next block; false at a fault and at the end of the text.
bool RowReader::look_further() {
    if (marks_.faults != 0 || next_block_ > source_.text.size()) return false;
    if (marks_.doubled != 0) last_doubled_ = block_ + shared::last_bit(marks_.doubled);
    block_ = next_block_;
    next_block_ += shared::block_bytes;
    marker_.next(blocks_(block_), marks_);
    if (const std::size_t rest = source_.text.size() - block_; rest < shared::block_bytes)
        marks_.ends &= shared::bits_through(rest);
    if (marks_.faults != 0) marks_.ends &= shared::bits_before_first(marks_.faults);
    if (marks_.inner != 0) behind_inner_ = block_ + shared::last_bit(marks_.inner) + 1;
    return true;
}

void RowReader::set_cell(std::size_t begin, std::size_t end, Cell& cell) const {
    cell.begin = begin;
    cell.end = block_ + end;
    if (begin == cell.end || source_.text[begin] != source_.dialect.quote) return;
    const std::uint64_t doubled = marks_.doubled & shared::bits_before(end);
    cell.doubled = (doubled != 0 ? block_ + shared::last_bit(doubled) : last_doubled_) > begin;
    cell.quoted = true;
    ++cell.begin;
    --cell.end;
}

RowEnd RowReader::next(Row& row) {
    row.begin = row_;
    row.stray = nowhere;
    row.count = 0;
    row.cells.clear();
    for (std::size_t begin = row_;;) {
        while (marks_.ends == 0)
            if (!look_further()) return read_exactly(row);
        const std::size_t end = shared::first_bit(marks_.ends);
        marks_.ends &= marks_.ends - 1;
        if (row.count++ < source_.most_cells) set_cell(begin, end, row.cells.emplace_back());
        if ((marks_.lines >> end & 1) != 0) {
            end_row(end, row);
            return RowEnd::whole;
        }
        begin = block_ + end + 1;
    }
}

void RowReader::end_row(std::size_t end, Row& row) {
    const std::string_view text = source_.text;
    row.end = row.next = block_ + end;
    row.may_have_lines = behind_inner_ > row.begin;
    if (row.next < text.size()) ++row.next;
    if (row.next < text.size() && text[row.end] == '\r' && text[row.next] == '\n') {
        // The line feed belongs to the carriage return, though it is marked as an end of its own.
        ++row.next;
        if (marks_.ends == 0) look_further();
        marks_.ends &= marks_.ends - 1;
    }
    row_ = row.next;
}

RowEnd RowReader::read_exactly(Row& row) {
    const RowEnd end = read_row(source_, row_, row);
    if (end == RowEnd::whole) start(row.next);
    return end;
}

} // namespace annexkit::csv
