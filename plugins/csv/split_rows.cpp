// SPDX-License-Identifier: Apache-2.0
#include "split_rows.hpp"

#include "odd_rows.hpp"

#include <algorithm>

namespace annexkit::csv {
namespace {

constexpr std::size_t most_lines = 16;

/// Whether most cells [from, to) of a row that the schema can judge fit the columns from `column` on, and at least so
/// many.
class FittingCells {
  public:
    FittingCells(std::string_view text, const Row& row, const Table& table, const sdk::Sink& sink)
        : text_(text), row_(row), table_(table), sink_(sink) {}

    [[nodiscard]] bool are_most(std::size_t from, std::size_t to, std::size_t column, std::size_t least) const {
        std::size_t asked = 0;
        std::size_t fitting = 0;
        for (std::size_t i = from; i < to; ++i, ++column) {
            const int fits = fits_column(text_, row_.cells[i], table_.columns[column], table_, sink_);
            asked += fits >= 0 ? 1 : 0;
            fitting += fits > 0 ? 1 : 0;
        }
        return fitting >= least && 2 * fitting >= asked;
    }

  private:
    std::string_view text_;
    const Row& row_;
    const Table& table_;
    const sdk::Sink& sink_;
};

bool is_short(std::string_view text, const Row& row, const Table& table) {
    return row.stray == nowhere && row.count < table.columns.size() && !row.is_blank(text, table.dialect);
}

/// Whether a short row may be the first line of a split one. Its last cell is cut, so that it tells nothing.
bool begins_split(std::string_view text, const Row& row, const Table& table, const sdk::Sink& sink) {
    return is_short(text, row, table) && !row.cells.back().quoted &&
           FittingCells(text, row, table, sink).are_most(0, row.cells.size() - 1, 0, 2);
}

bool goes_on_split(std::string_view text, const Row& row, const Table& table, const sdk::Sink& sink) {
    return is_short(text, row, table) && !row.cells.front().quoted && !begins_split(text, row, table, sink) &&
           !beginning_of_total(text, row, table);
}

/// Where the row begins that ends, line end and all, at `end`. Quotes up to there are in pairs.
std::size_t begin_of_row(std::string_view text, std::size_t sound, std::size_t end, char quote) {
    std::size_t at = end - 1;
    if (text[at] == '\n' && at > sound && text[at - 1] == '\r') --at;
    bool is_inside = false;
    for (; at > sound; --at) {
        const char byte = text[at - 1];
        if (byte == quote) is_inside = !is_inside;
        if (!is_inside && (byte == '\n' || byte == '\r')) break;
    }
    return at;
}

} // namespace

std::optional<SplitRow> split_row(std::string_view text, const Row& row, const Table& table, const sdk::Sink& sink) {
    if (!begins_split(text, row, table, sink)) return std::nullopt;
    const std::size_t columns = table.columns.size();
    std::size_t cells = row.count;
    Row line;
    for (std::size_t lines = 2, at = row.next; lines <= most_lines && at < text.size(); ++lines, at = line.next) {
        if (read_row({text, table.dialect, true, columns}, at, line) != RowEnd::whole) return std::nullopt;
        if (!goes_on_split(text, line, table, sink)) return std::nullopt;
        cells += line.count - 1;
        if (cells < columns) continue;
        // Its first cell is the rest of one.
        const bool is_rest = cells == columns &&
                             FittingCells(text, line, table, sink).are_most(1, line.count, columns - line.count + 1, 0);
        return is_rest ? std::optional(SplitRow{lines, line.end}) : std::nullopt;
    }
    return std::nullopt;
}

std::size_t cut_beside_split_row(std::string_view text, std::size_t sound, std::size_t cut, const Table& table,
                                 const sdk::Sink& sink) {
    const std::size_t columns = table.columns.size();
    std::size_t more_cells = 0;
    std::size_t end = cut;
    Row line;
    for (std::size_t lines = 1; lines <= most_lines && end > sound; ++lines) {
        const std::size_t begin = begin_of_row(text, sound, end, table.dialect.quote);
        if (read_row({text.substr(0, end), table.dialect, true, columns}, begin, line) != RowEnd::whole) return cut;
        if (begins_split(text, line, table, sink)) return line.count + more_cells < columns ? begin : cut;
        if (!goes_on_split(text, line, table, sink)) return cut;
        more_cells += line.count - 1;
        end = begin;
    }
    return cut;
}

std::optional<char> other_delimiter(std::string_view text, const Row& row, const Table& table, const sdk::Sink& sink) {
    const std::size_t columns = table.columns.size();
    Dialect dialect = table.dialect;
    Row other;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        if (delimiter == table.dialect.delimiter || delimiter == table.dialect.quote) continue;
        dialect.delimiter = delimiter;
        const RowEnd end = read_row({text.substr(0, row.end), dialect, true, columns}, row.begin, other);
        const bool is_whole = end == RowEnd::whole && other.next == row.end && other.count == columns;
        if (is_whole && other.stray == nowhere && FittingCells(text, other, table, sink).are_most(0, columns, 0, 2))
            return delimiter;
    }
    return std::nullopt;
}

} // namespace annexkit::csv
