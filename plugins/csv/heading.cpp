// SPDX-License-Identifier: Apache-2.0
#include "heading.hpp"

#include "row_reader.hpp"
#include "texts.hpp"

#include <algorithm>
#include <utility>

namespace annexkit::csv {
namespace {

constexpr std::uint64_t searched_rows = 16;
constexpr std::size_t searched_bytes = std::size_t{1} << 20;

std::vector<Dialect> candidates(const Dialect& dialect) {
    if (dialect.delimiter != '\0') return {dialect};
    std::vector<Dialect> result;
    for (const char candidate : {',', ';', '\t'})
        if (candidate != dialect.quote && candidate != dialect.list_separator)
            result.push_back({candidate, dialect.quote, dialect.list_separator});
    return result;
}

std::size_t count_known(const Source& source, const Row& row, const sdk::Sink& sink) {
    const auto names = texts_of(source.text, row, source.dialect);
    return static_cast<std::size_t>(std::count_if(names.begin(), names.end(), [&](const std::string& name) {
        return !name.empty() && sink.resolve(name) != ANNEXKIT_NAME_UNKNOWN;
    }));
}

/// The row with most known names among those searched, and how the search ended: `open` inside a quoted cell of the
/// last row, `partial` when more of the input may tell.
struct BestRow {
    Heading heading;
    RowEnd end = RowEnd::whole;
    Row row;
    std::uint64_t index = 0; ///< of the last row

    /// source: at most as many bytes as are searched. more: the input has some that belong to them. known_before: how
    /// many names another delimiter has found; rows of fewer cells are out of the running.
    BestRow(const Source& source, bool more, std::size_t known_before, const sdk::Sink& sink)
        : rows_(source.text, source.dialect, nowhere) {
        heading.delimiter = source.dialect.delimiter;
        std::size_t at = 0;
        for (; index < searched_rows; ++index, at = row.next) {
            end = at < source.text.size() ? read(source, at) : RowEnd::partial;
            if (end != RowEnd::whole) break;
            // Folding names is dear, and most rows below the headings have no more cells than these have known names.
            if (row.count <= heading.known || row.count < known_before) continue;
            if (const std::size_t known = count_known(source, row, sink); known > heading.known)
                heading = {source.dialect.delimiter, known, index, row};
        }
        if (end == RowEnd::partial && !more) end = RowEnd::whole;
    }

  private:
    RowReader rows_;

    RowEnd read(const Source& source, std::size_t at) {
        const RowEnd by_marks = rows_.next(row);
        // Marks take the end of the text for the end of the input.
        return by_marks == RowEnd::whole && row.next < source.text.size() ? by_marks : read_row(source, at, row);
    }
};

/// Whether a quoted cell that the search left open is closed by anything that follows.
Search closed_later(const annexkit_window& window, const Dialect& dialect, Heading& open) {
    const bool last = window.last == 1;
    const std::size_t begin = open.row.begin;
    if (read_row({{window.data, window.size}, dialect, last, 0}, begin, open.row) != RowEnd::open) return Search::none;
    return last ? Search::unclosed : Search::more;
}

/// Whether a text has delimiters enough for a row of so many cells.
bool may_have_row(std::string_view text, char delimiter, std::size_t cells) {
    for (std::size_t at = 0; cells > 1; --cells, ++at) {
        at = text.find(delimiter, at);
        if (at == std::string_view::npos) return false;
    }
    return true;
}

bool is_same(const Heading& one, const Heading& other) {
    return one.index == other.index && one.row.count == 1 && other.row.count == 1;
}

} // namespace

std::vector<std::string> texts_of(std::string_view table, const Row& row, const Dialect& dialect) {
    CellTexts texts(dialect);
    texts.begin(row);
    std::vector<std::string> result;
    for (const Cell& cell : row.cells) result.emplace_back(sdk::view(texts.text_of(table, cell)));
    return result;
}

SearchResult find_heading(const annexkit_window& window, const Dialect& dialect, const sdk::Sink& sink) {
    const std::string_view searched(window.data, std::min(window.size, searched_bytes));
    const bool last = window.last == 1 && searched.size() == window.size;
    const bool more = !last && searched.size() < searched_bytes;
    SearchResult result;
    std::optional<Dialect> opened;
    for (const Dialect& candidate : candidates(dialect)) {
        if (!more && !may_have_row(searched, candidate.delimiter, result.best.known)) continue;
        BestRow best({searched, candidate, last}, more, result.best.known, sink);
        if (more && best.end != RowEnd::whole) return {Search::more, {}, '\0'};
        if (best.heading.known == 0) {
            if (best.end != RowEnd::open || opened || result.outcome != Search::none) continue;
            opened = candidate;
            result.best = {candidate.delimiter, 0, best.index, std::move(best.row)};
        } else if (best.heading.known > result.best.known) {
            result = {Search::found, std::move(best.heading), '\0'};
        } else if (best.heading.known == result.best.known && !is_same(best.heading, result.best)) {
            result.outcome = Search::ambiguous;
            result.rival = candidate.delimiter;
        }
    }
    if (result.outcome == Search::none && opened) result.outcome = closed_later(window, *opened, result.best);
    return result;
}

SearchResult find_width(const annexkit_window& window, const Dialect& dialect, std::size_t fields) {
    const std::string_view text(window.data, window.size);
    SearchResult result;
    for (const Dialect& candidate : candidates(dialect)) {
        Heading heading{candidate.delimiter, 0, 0, {}};
        const RowEnd end = read_first_row({text, candidate, window.last == 1, 0}, 0, heading.row, heading.index);
        if (end != RowEnd::whole && window.last == 0) return {Search::more, {}, '\0'};
        heading.known = heading.row.count;
        const bool fits = end == RowEnd::whole && (heading.known == fields || heading.known == fields + 1);
        if (result.best.delimiter == '\0' || (fits && result.outcome == Search::none))
            result = {fits ? Search::found : Search::none, std::move(heading), '\0'};
    }
    return result;
}

} // namespace annexkit::csv
