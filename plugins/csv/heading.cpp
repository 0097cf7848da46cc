// SPDX-License-Identifier: Apache-2.0
#include "heading.hpp"

#include <algorithm>
#include <utility>

namespace annexkit::csv {
namespace {

constexpr std::uint64_t searched_rows = 16;
constexpr std::size_t searched_bytes = std::size_t{1} << 20;

std::string candidates(const Dialect& dialect) {
    if (dialect.delimiter != '\0') return {dialect.delimiter};
    std::string result;
    for (const char candidate : {',', ';', '\t'})
        if (candidate != dialect.quote && candidate != dialect.list_separator) result += candidate;
    return result;
}

std::size_t count_known(std::string_view text, const Row& row, char quote, const sdk::Sink& sink) {
    return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
        return cell.begin < cell.end && sink.resolve(spelled_out(text, cell, quote)) != ANNEXKIT_NAME_UNKNOWN;
    }));
}

/// The part of the window that is searched; last says that more bytes would not be looked at.
struct Extent {
    std::string_view text;
    bool ends_input;
    bool last;

    explicit Extent(const annexkit_window& window)
        : text(window.data, std::min(window.size, searched_bytes)),
          ends_input(window.last == 1 && text.size() == window.size),
          last(ends_input || text.size() == searched_bytes) {}
};

/// Makes `best` the row with most known names. Answers more, unclosed, found or none.
Search best_row(const Extent& extent, const Dialect& dialect, const sdk::Sink& sink, Heading& best) {
    Row row;
    std::size_t at = 0;
    for (std::uint64_t index = 0; index < searched_rows && at < extent.text.size(); ++index, at = row.next) {
        const RowEnd end = read_row(extent.text, at, extent.ends_input, dialect, row);
        if (end == RowEnd::partial && !extent.last) return Search::more;
        if (end == RowEnd::unclosed && best.known == 0) {
            best.row = row;
            return Search::unclosed;
        }
        if (end != RowEnd::whole) return best.known > 0 ? Search::found : Search::none;
        if (const std::size_t known = count_known(extent.text, row, dialect.quote, sink); known > best.known)
            best = {dialect.delimiter, known, index, row};
        if (index + 1 == searched_rows) return best.known > 0 ? Search::found : Search::none;
    }
    if (!extent.last) return Search::more;
    return best.known > 0 ? Search::found : Search::none;
}

} // namespace

SearchResult find_heading(const annexkit_window& window, const Dialect& dialect, const sdk::Sink& sink) {
    const Extent extent(window);
    SearchResult result;
    for (const char candidate : candidates(dialect)) {
        Dialect tried = dialect;
        tried.delimiter = candidate;
        Heading heading;
        const Search outcome = best_row(extent, tried, sink, heading);
        if (outcome == Search::more) return {Search::more, {}, '\0'};
        if (outcome == Search::unclosed && result.outcome == Search::none) result = {outcome, heading, '\0'};
        if (outcome != Search::found) continue;
        if (heading.known > result.best.known) {
            result = {outcome, std::move(heading), '\0'};
        } else if (heading.known == result.best.known && heading.known > 1) {
            result.outcome = Search::ambiguous;
            result.rival = candidate;
        }
    }
    return result;
}

SearchResult find_width(const annexkit_window& window, const Dialect& dialect, std::size_t fields) {
    const std::string_view text(window.data, window.size);
    SearchResult result;
    for (const char candidate : candidates(dialect)) {
        Dialect tried = dialect;
        tried.delimiter = candidate;
        Heading heading{candidate, 0, 0, {}};
        RowEnd end = RowEnd::partial;
        std::size_t at = 0;
        for (; at < text.size(); at = heading.row.next, ++heading.index) {
            end = read_row(text, at, window.last == 1, tried, heading.row);
            if (end != RowEnd::whole || !heading.row.is_blank()) break;
        }
        if (window.last == 0 && (end == RowEnd::partial || at == text.size())) return {Search::more, {}, '\0'};
        heading.known = heading.row.cells.size();
        const bool fits = end == RowEnd::whole && (heading.known == fields || heading.known == fields + 1);
        if (result.best.delimiter == '\0' || (fits && result.outcome == Search::none))
            result = {fits ? Search::found : Search::none, std::move(heading), '\0'};
    }
    return result;
}

} // namespace annexkit::csv
