// SPDX-License-Identifier: Apache-2.0
#include "odd_rows.hpp"

#include <algorithm>
#include <array>

namespace annexkit::csv {
namespace {

// In English and French, as people and spreadsheets write them below a table; in lower case but for a capital letter
// beyond ASCII, which lower() leaves.
constexpr auto total_words = std::to_array<std::string_view>(
    {"total", "totals", "totaux", "sous-total", "subtotal", "sum", "grand total", "somme", "nombre total",
     "total general", "total g\u00E9n\u00E9ral", "total g\u00C9n\u00C9ral", "total des initiatives", "total number",
     "nombre d'initiatives"});

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; }

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// "25" and "25 initiatives".
bool is_count(std::string_view text) {
    constexpr std::string_view unit = " initiatives";
    if (text.ends_with(unit)) text.remove_suffix(unit.size());
    constexpr std::string_view parts = "0123456789 .,+-%\xC2\xA0";
    return text.find_first_not_of(parts) == std::string_view::npos &&
           text.find_first_of("0123456789") != std::string_view::npos;
}

} // namespace

bool is_total_word(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    for (const std::string_view word : total_words) {
        if (text.size() < word.size()) continue;
        const bool begins = std::equal(word.begin(), word.end(), text.begin(),
                                       [](char one, char other) { return one == lower(other); });
        std::string_view rest = text.substr(word.size());
        if (rest.ends_with(" initiatives")) rest.remove_suffix(std::string_view(" initiatives").size());
        // "Total : 5 initiatives"
        if (begins && (is_blank(rest) || rest.find_first_not_of(" \t:=0123456789.,\xC2\xA0") == rest.npos)) return true;
    }
    return false;
}

std::optional<std::string_view> total_word(std::string_view text, const Row& row, std::span<const Column> columns) {
    std::string_view word;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        const std::string_view value = text.substr(cell.begin, cell.end - cell.begin);
        const bool is_head = i < columns.size() && columns[i].target == ANNEXKIT_NAME_HEAD;
        if (is_head || is_blank(value)) continue;
        if (word.empty()) {
            if (cell.quoted || !is_total_word(value)) return std::nullopt;
            word = value;
        } else if (!is_count(value)) {
            return std::nullopt;
        }
    }
    return word.empty() ? std::nullopt : std::optional(word);
}

std::optional<Runaway> runaway_quote(std::string_view text, const Row& row, const Dialect& dialect,
                                     std::size_t columns) {
    if (columns < 2) return std::nullopt;
    for (const Cell& cell : row.cells) {
        // A cell with a stray quote is spelled with its quotes.
        const bool is_literal = cell.begin < text.size() && text[cell.begin] == dialect.quote;
        if (!cell.quoted && !is_literal) continue;
        const std::size_t quote = is_literal && !cell.quoted ? cell.begin : cell.begin - 1;
        std::string_view rest = text.substr(cell.begin, cell.end - cell.begin);
        std::size_t rows = 0;
        for (std::size_t end = rest.find('\n'); end != rest.npos; end = rest.find('\n')) {
            rest.remove_prefix(end + 1);
            const std::string_view line = rest.substr(0, std::min(rest.find('\n'), rest.size()));
            const auto cells = static_cast<std::size_t>(std::count(line.begin(), line.end(), dialect.delimiter)) + 1;
            // The last line is cut by the quote that ends the cell.
            const bool is_last = line.size() == rest.size();
            if (is_last ? cells > 1 && cells <= columns : cells == columns) ++rows;
        }
        if (rows > 0) return Runaway{quote, rows};
    }
    return std::nullopt;
}

namespace {

/// Whether a line within a cell is a row of the table: it has as many cells as there are columns, and most of those
/// that have a code list or are numbers fit.
bool is_row(std::string_view line, const Table& table, const sdk::Sink& sink) {
    const auto count = std::count(line.begin(), line.end(), table.dialect.delimiter);
    if (static_cast<std::size_t>(count) + 1 != table.columns.size()) return false;
    std::size_t asked = 0;
    std::size_t fitting = 0;
    for (const Column& column : table.columns) {
        const std::string_view cell = line.substr(0, line.find(table.dialect.delimiter));
        line.remove_prefix(std::min(cell.size() + 1, line.size()));
        const std::int32_t fits = cell.empty() || column.target < 0 ? -1 : sink.fits(column.target, cell);
        asked += fits >= 0 ? 1 : 0;
        fitting += fits > 0 ? 1 : 0;
    }
    return fitting >= 2 && 2 * fitting >= asked;
}

} // namespace

std::optional<Runaway> swallowed_rows(std::string_view text, const Row& row, const Table& table,
                                      const sdk::Sink& sink) {
    if (!row.may_have_lines || table.columns.size() < 3) return std::nullopt;
    for (const Cell& cell : row.cells) {
        if (!cell.quoted) continue;
        std::string_view rest = text.substr(cell.begin, cell.end - cell.begin);
        std::size_t rows = 0;
        for (std::size_t end = rest.find('\n'); end != rest.npos; end = rest.find('\n')) {
            rest.remove_prefix(end + 1);
            // The last line is cut by the quote that ends the cell.
            if (rest.find('\n') == rest.npos) break;
            if (is_row(rest.substr(0, rest.find('\n')), table, sink)) ++rows;
        }
        if (rows > 0) return Runaway{cell.begin - 1, rows + 1};
    }
    return std::nullopt;
}

} // namespace annexkit::csv
