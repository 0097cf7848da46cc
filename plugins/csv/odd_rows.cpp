// SPDX-License-Identifier: Apache-2.0
#include "odd_rows.hpp"

#include <algorithm>
#include <array>

namespace annexkit::csv {
namespace {

// In English and French, as people and spreadsheets write them below a table; in lower case but for a capital letter
// beyond ASCII, which lower() leaves.
constexpr auto total_words =
    std::to_array<std::string_view>({"total", "totals", "totaux", "sous-total", "subtotal", "sum", "grand total",
                                     "somme", "nombre total", "nombre d'initiatives", "nombre de projets"});

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; }

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool is_letter(char byte) { return lower(byte) >= 'a' && lower(byte) <= 'z'; }
bool is_letter_or_digit(char byte) { return is_letter(byte) || (byte >= '0' && byte <= '9'); }

/// Whether a byte stands behind a word: no letter, digit or part of a letter beyond ASCII but for those of marks.
bool ends_word(char byte) { return !is_letter_or_digit(byte) && static_cast<unsigned char>(byte) <= 0xC2; }

// "25" and "25 initiatives".
bool is_count(std::string_view text) {
    constexpr std::string_view unit = " initiatives";
    if (text.ends_with(unit)) text.remove_suffix(unit.size());
    constexpr std::string_view parts = "0123456789 .,+-%\xC2\xA0";
    return text.find_first_not_of(parts) == std::string_view::npos &&
           text.find_first_of("0123456789") != std::string_view::npos;
}

bool is_of_name(char byte) {
    return is_letter(byte) || byte == '.' || byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}

// "=NB(E2:E106)", and "+D2+D3" as those write it who learnt it long ago: signs, then a function or the name of a cell.
bool is_sum(std::string_view text) {
    if (!text.starts_with('=') && !text.starts_with('+')) return false;
    // A plus may begin a sentence.
    const auto is_of_formula = [](char byte) {
        return is_letter_or_digit(byte) || std::string_view("$+-*/():;,._!").find(byte) != std::string_view::npos;
    };
    if (text.front() == '+' && !std::all_of(text.begin(), text.end(), is_of_formula)) return false;
    text.remove_prefix(std::min(text.find_first_not_of("=+-($"), text.size()));
    const auto name = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_of_name) - text.begin());
    text.remove_prefix(name);
    if (name > 0 && text.starts_with('(')) return true;
    if (text.starts_with('$')) text.remove_prefix(1);
    constexpr std::size_t longest_column = 3;
    const std::size_t row = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(row);
    const bool is_cell = name > 0 && name <= longest_column && row > 0;
    return is_cell && (text.empty() || std::string_view("+-*/:;,)").find(text.front()) != std::string_view::npos);
}

/// What stands behind a word for a sum, if the text begins with one.
std::optional<std::string_view> behind_total_word(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    for (const std::string_view word : total_words) {
        if (text.size() < word.size()) continue;
        const bool begins = std::equal(word.begin(), word.end(), text.begin(),
                                       [](char one, char other) { return one == lower(other); });
        if (begins && (text.size() == word.size() || ends_word(text[word.size()]))) return text.substr(word.size());
    }
    return std::nullopt;
}

// "Total général" and "Total : 5 initiatives" need no number beside them. A text such as "Total renouvellement des
// guichets" has more words.
bool is_total_of_itself(std::string_view text) {
    const auto rest = behind_total_word(text);
    if (!rest) return is_sum(text);
    const bool has_number = rest->find_first_of("0123456789") != std::string_view::npos;
    return std::count(rest->begin(), rest->end(), ' ') <= (has_number ? 6 : 2);
}

bool begins_total(std::string_view text) { return is_total_word(text) || is_sum(text); }

bool is_spaces(std::string_view text) {
    return !text.empty() && text.find_first_not_of(" \t") == std::string_view::npos;
}

} // namespace

bool is_misread(std::string_view text) {
    return text.starts_with(byte_order_mark) || is_spaces(text) || (begins_like_total(text) && begins_total(text));
}

bool is_total_word(std::string_view text) { return behind_total_word(text).has_value(); }

std::optional<std::string_view> beginning_of_total(std::string_view text, const Row& row, const Table& table) {
    const auto& columns = table.columns;
    std::string_view word;
    bool has_sum = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        const std::string_view value = text.substr(cell.begin, cell.end - cell.begin);
        const bool is_head = i < columns.size() && columns[i].target == ANNEXKIT_NAME_HEAD;
        if (is_head || is_blank(value)) continue;
        if (word.empty()) {
            if ((cell.quoted && !table.dialect.quotes_all) || !begins_total(value)) return std::nullopt;
            word = value;
            has_sum = is_total_of_itself(value);
        } else if (is_count(value) || value.starts_with('=') || is_sum(value)) {
            has_sum = true;
        } else {
            return std::nullopt;
        }
    }
    return has_sum ? std::optional(word) : std::nullopt;
}

namespace {

/// How many cells of a line hold what fits their columns, of those of which the schema can tell.
struct Fitting {
    std::size_t asked = 0;
    std::size_t fitting = 0;

    [[nodiscard]] bool is_most() const { return 2 * fitting >= asked; }
};

Fitting fitting_of(std::string_view line, const Table& table, const sdk::Sink& sink) {
    Fitting result;
    for (const Column& column : table.columns) {
        const std::string_view cell = line.substr(0, line.find(table.dialect.delimiter));
        line.remove_prefix(std::min(cell.size() + 1, line.size()));
        const std::int32_t fits = cell.empty() || column.target < 0 ? -1 : sink.fits(column.target, cell);
        result.asked += fits >= 0 ? 1 : 0;
        result.fitting += fits > 0 ? 1 : 0;
    }
    return result;
}

std::size_t cells_of(std::string_view line, char delimiter) {
    return static_cast<std::size_t>(std::count(line.begin(), line.end(), delimiter)) + 1;
}

/// Whether a line within a cell is a row of the table: it has as many cells as there are columns, and most of those
/// that have a code list or are numbers fit.
bool is_row(std::string_view line, const Table& table, const sdk::Sink& sink) {
    if (cells_of(line, table.dialect.delimiter) != table.columns.size()) return false;
    const Fitting fitting = fitting_of(line, table, sink);
    return fitting.fitting >= 2 && fitting.is_most();
}

/// Whether a line may be the beginning of a row, which a quote cuts, rather than of a text that has delimiters.
bool begins_row(std::string_view line, const Table& table, const sdk::Sink& sink) {
    const std::size_t cells = cells_of(line, table.dialect.delimiter);
    if (cells < 2 || cells > table.columns.size()) return false;
    const Fitting fitting = fitting_of(line, table, sink);
    return fitting.asked == 0 || (fitting.fitting > 0 && fitting.is_most());
}

} // namespace

std::optional<Runaway> runaway_quote(std::string_view text, const Row& row, const Table& table, const sdk::Sink& sink) {
    const Dialect& dialect = table.dialect;
    const std::size_t columns = table.columns.size();
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
            // The last line is cut by the quote that ends the cell.
            const bool is_last = line.size() == rest.size();
            if (is_last ? begins_row(line, table, sink) : cells_of(line, dialect.delimiter) == columns) ++rows;
        }
        if (rows > 0) return Runaway{quote, rows};
    }
    return std::nullopt;
}

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

namespace {

/// The cells of a row, and how well they would fit other columns.
class ShiftedCells {
  public:
    ShiftedCells(std::string_view text, const Row& row, const Table& table, const sdk::Sink& sink)
        : text_(text), row_(row), table_(table), sink_(sink) {}

    /// The shift by so many columns, if most cells fit once they are moved back, and at least two only then.
    [[nodiscard]] std::optional<Shift> by(int columns) const {
        const auto count = static_cast<int>(row_.cells.size());
        // Up to the last cell that fits, ahead of the first that does not, all may stay where it is.
        int from = 0;
        int misfit = 0;
        for (; misfit < count && fits(misfit, misfit) != 0; ++misfit)
            if (fits(misfit, misfit) == 1) from = misfit + 1;
        Shift shift{static_cast<std::size_t>(from), columns, 0, 0};
        int gained = 0;
        int fitting = 0;
        int asked = 0;
        for (int cell = from; cell < count; ++cell) {
            const int home = cell - columns;
            if (home < 0 || home >= count || fits(cell, home) < 0) continue;
            ++asked;
            if (fits(cell, home) == 0) continue;
            ++fitting;
            if (fits(home, home) == 1) continue;
            if (gained++ > 0) continue;
            shift.shown = static_cast<std::size_t>(cell);
            shift.home = static_cast<std::size_t>(home);
        }
        return gained >= 2 && 2 * fitting > asked ? std::optional(shift) : std::nullopt;
    }

  private:
    /// As fits_column; no column can tell of an empty cell.
    [[nodiscard]] int fits(int cell, int column) const {
        const Cell& from = row_.cells[static_cast<std::size_t>(cell)];
        if (from.begin == from.end) return -1;
        return fits_column(text_, from, table_.columns[static_cast<std::size_t>(column)], table_, sink_);
    }

    std::string_view text_;
    const Row& row_;
    const Table& table_;
    const sdk::Sink& sink_;
};

} // namespace

int fits_column(std::string_view text, const Cell& cell, const Column& column, const Table& table,
                const sdk::Sink& sink) {
    const std::string_view value = text.substr(cell.begin, cell.end - cell.begin);
    if (column.target == ANNEXKIT_NAME_HEAD && column.expected) return value == *column.expected ? 1 : 0;
    if (value.empty() || column.target < 0) return -1;
    const bool is_list = table.fields[static_cast<std::size_t>(column.target)].kind == ANNEXKIT_LIST;
    return sink.fits(column.target, is_list ? value.substr(0, value.find(table.dialect.lists())) : value);
}

std::optional<Shift> shift_of(std::string_view text, const Row& row, const Table& table, const sdk::Sink& sink) {
    const ShiftedCells cells(text, row, table, sink);
    for (const int columns : {1, -1, 2, -2})
        if (const auto shift = cells.by(columns)) return shift;
    return std::nullopt;
}

} // namespace annexkit::csv
