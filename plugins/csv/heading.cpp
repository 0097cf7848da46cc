// SPDX-License-Identifier: Apache-2.0
#include "heading.hpp"

#include "lists.hpp"
#include "row_reader.hpp"
#include "texts.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <optional>
#include <utility>

namespace annexkit::csv {
namespace {

constexpr std::uint64_t searched_rows = 16;
constexpr std::size_t searched_bytes = std::size_t{1} << 20;
constexpr char usual_quote = '"';
constexpr char other_quote = '\'';

std::vector<Dialect> with_delimiters(Dialect dialect) {
    if (dialect.quote == '\0') dialect.quote = usual_quote;
    if (dialect.delimiter != '\0') return {dialect};
    std::vector<Dialect> result;
    for (const char candidate : {',', ';', '\t', '|'})
        if (candidate != dialect.quote && candidate != dialect.list_separator)
            result.push_back({candidate, dialect.quote, dialect.list_separator});
    return result;
}

/// Nothing where the quote is named, or is something else already.
std::optional<Dialect> with_other_quote(Dialect dialect) {
    if (dialect.quote != '\0' || dialect.delimiter == other_quote || dialect.list_separator == other_quote)
        return std::nullopt;
    dialect.quote = other_quote;
    return dialect;
}

std::string_view searched_part(const annexkit_window& window) {
    return {window.data, std::min(window.size, searched_bytes)};
}

Dialect dialect_with(const Question& question, const Heading& heading) {
    return {heading.delimiter, heading.quote, question.dialect.list_separator};
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
        heading.quote = source.dialect.quote;
        std::size_t at = 0;
        for (; index < searched_rows; ++index, at = row.next) {
            end = at < source.text.size() ? read(source, at) : RowEnd::partial;
            if (end != RowEnd::whole) break;
            // Folding names is dear, and most rows below the headings have no more cells than these have known names.
            if (row.count <= heading.known || row.count < known_before) continue;
            if (const std::size_t known = count_known(source, row, sink); known > heading.known)
                heading = {source.dialect.delimiter, source.dialect.quote, known, index, row};
        }
        heading.searched = end == RowEnd::open ? source.text.size() : at;
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

/// Counts what the rows from an offset on say for a dialect, in which they should have so many cells. text: whole rows,
/// the same however much of the input the window has. targets: the field of each column.
Evidence weigh(const Question& question, const Dialect& dialect, std::string_view text, std::size_t begin,
               std::size_t width, std::span<const std::int32_t> targets) {
    Evidence evidence;
    const Source source{text, dialect, true, targets.size()};
    CellTexts texts(dialect);
    ListReader list(dialect.lists());
    Row row;
    for (std::uint64_t i = 0; i < searched_rows && begin < text.size(); ++i, begin = row.next) {
        if (read_row(source, begin, row) != RowEnd::whole) break;
        if (row.is_blank(text, dialect)) continue;
        ++evidence.rows;
        evidence.steady += row.count == width ? 1 : 0;
        evidence.unsound += row.stray == nowhere ? 0 : 1;
        texts.begin(row);
        for (std::size_t cell = 0; cell < std::min(row.cells.size(), targets.size()); ++cell) {
            const std::int32_t field = targets[cell];
            if (field < 0 || row.cells[cell].is_absent(dialect)) continue;
            const std::string_view value = sdk::view(texts.text_of(text, row.cells[cell]));
            const auto count = [&](std::string_view item) {
                const std::int32_t fits = question.sink.fits(field, item);
                evidence.cells += fits >= 0 ? 1 : 0;
                evidence.codes += fits > 0 ? 1 : 0;
            };
            if (question.fields[static_cast<std::size_t>(field)].kind != ANNEXKIT_LIST) {
                count(value);
            } else {
                for (const auto& item : list.split(value)) count(sdk::view(item));
            }
        }
    }
    return evidence;
}

Evidence weigh(const Question& question, const Heading& heading) {
    const Dialect dialect = dialect_with(question, heading);
    std::vector<std::int32_t> targets;
    for (const auto& name : texts_of(searched_part(question.window), heading.row, dialect)) {
        const std::int32_t target = name.empty() ? -1 : question.sink.resolve(name);
        targets.push_back(target < static_cast<std::int32_t>(question.fields.size()) ? target : -1);
    }
    const std::string_view searched = searched_part(question.window).substr(0, heading.searched);
    return weigh(question, dialect, searched, heading.row.next, heading.row.count, targets);
}

// As shares, for one dialect may have more rows than the other. Nothing of nothing is no share.
std::strong_ordering compare_shares(std::uint64_t one, std::uint64_t of_one, std::uint64_t other,
                                    std::uint64_t of_other) {
    return one * std::max<std::uint64_t>(of_other, 1) <=> other * std::max<std::uint64_t>(of_one, 1);
}

std::strong_ordering operator<=>(const Evidence& one, const Evidence& other) {
    const auto unsound = compare_shares(one.unsound, one.rows, other.unsound, other.rows);
    if (unsound != 0) return 0 <=> unsound;
    if (const auto steady = compare_shares(one.steady, one.rows, other.steady, other.rows); steady != 0) return steady;
    return compare_shares(one.codes, one.cells, other.codes, other.cells);
}

/// Where the first rows from an offset on end. Nothing where more of the input may tell.
std::optional<std::size_t> end_of_rows(const Question& question, const Dialect& dialect, std::size_t at) {
    const std::string_view text = searched_part(question.window);
    const bool last = question.window.last == 1 && text.size() == question.window.size;
    const bool more = !last && text.size() < searched_bytes;
    Row row;
    for (std::uint64_t i = 0; i < searched_rows; ++i, at = row.next) {
        const RowEnd end = at < text.size() ? read_row({text, dialect, last, 0}, at, row) : RowEnd::partial;
        if (end == RowEnd::whole) continue;
        if (more) return std::nullopt;
        break;
    }
    return at;
}

/// A candidate for each delimiter, where the fields are the columns. Nothing where more of the input may tell.
std::optional<std::vector<Candidate>> widths(const Question& question) {
    const std::string_view text(question.window.data, question.window.size);
    const bool last = question.window.last == 1;
    const std::size_t fields = question.fields.size();
    std::vector<std::int32_t> targets;
    for (std::size_t i = 0; i < fields; ++i) targets.push_back(static_cast<std::int32_t>(i));
    std::vector<Candidate> result;
    for (const Dialect& candidate : with_delimiters(question.dialect)) {
        Heading heading;
        heading.delimiter = candidate.delimiter;
        heading.quote = candidate.quote;
        const RowEnd end = read_first_row({text, candidate, last, 0}, 0, heading.row, heading.index);
        if (end != RowEnd::whole && !last) return std::nullopt;
        Evidence evidence;
        if (end == RowEnd::whole && (heading.row.count == fields || heading.row.count == fields + 1)) {
            const auto rows_end = end_of_rows(question, candidate, heading.row.begin);
            if (!rows_end) return std::nullopt;
            heading.known = heading.row.count;
            heading.searched = *rows_end;
            evidence = weigh(question, candidate, text.substr(0, *rows_end), heading.row.begin, heading.known, targets);
        }
        result.push_back({std::move(heading), evidence});
    }
    return result;
}

/// Takes the other quote where the usual one leaves rows unsound or unsteady, and it does not.
void choose_quote(const Question& question, Heading& best) {
    if (!with_other_quote(question.dialect) || best.delimiter == other_quote) return;
    const std::string_view text = searched_part(question.window).substr(0, best.searched);
    const std::array<char, 2> opening = {best.delimiter, other_quote};
    if (text.find({opening.data(), opening.size()}) == text.npos && text.find("\n'") == text.npos) return;
    const Evidence usual = weigh(question, best);
    if (usual.rows > 0 && usual.steady == usual.rows && usual.unsound == 0) return;
    const Dialect other = {best.delimiter, other_quote, question.dialect.list_separator};
    BestRow row({text, other, true}, false, 0, question.sink);
    if (row.heading.known >= best.known && weigh(question, row.heading) > usual) best = std::move(row.heading);
}

} // namespace

std::vector<std::string> texts_of(std::string_view table, const Row& row, const Dialect& dialect) {
    CellTexts texts(dialect);
    texts.begin(row);
    std::vector<std::string> result;
    for (const Cell& cell : row.cells) result.emplace_back(sdk::view(texts.text_of(table, cell)));
    return result;
}

SearchResult find_heading(const Question& question) {
    const annexkit_window& window = question.window;
    const std::string_view searched = searched_part(window);
    const bool last = window.last == 1 && searched.size() == window.size;
    const bool more = !last && searched.size() < searched_bytes;
    SearchResult result;
    std::optional<Dialect> opened;
    for (const Dialect& candidate : with_delimiters(question.dialect)) {
        if (!more && !may_have_row(searched, candidate.delimiter, result.best.known)) continue;
        BestRow best({searched, candidate, last}, more, result.best.known, question.sink);
        if (more && best.end != RowEnd::whole) return {Search::more, {}, '\0'};
        if (best.heading.known == 0) {
            if (best.end != RowEnd::open || opened || result.outcome != Search::none) continue;
            opened = candidate;
            result.best = {candidate.delimiter, candidate.quote, 0, best.index, std::move(best.row)};
        } else if (best.heading.known > result.best.known) {
            result = {Search::found, std::move(best.heading), '\0'};
        } else if (best.heading.known == result.best.known) {
            const auto order = weigh(question, best.heading) <=> weigh(question, result.best);
            if (order > 0) {
                result = {Search::found, std::move(best.heading), '\0'};
            } else if (order == 0 && !is_same(best.heading, result.best)) {
                result.outcome = Search::ambiguous;
                result.rival = candidate.delimiter;
            }
        }
    }
    if (result.outcome == Search::none && opened) result.outcome = closed_later(window, *opened, result.best);
    // Where every heading is in the other quotes, none is known without them.
    if (const auto other = with_other_quote(question.dialect); other && result.outcome == Search::none)
        if (auto found = find_heading({window, *other, question.fields, question.sink});
            found.outcome == Search::found && window.data[found.best.row.begin] == other_quote)
            return found;
    if (result.outcome == Search::found) choose_quote(question, result.best);
    return result;
}

SearchResult find_width(const Question& question) {
    const auto all = widths(question);
    if (!all) return {Search::more, {}, '\0'};
    SearchResult result{Search::none, all->front().heading, '\0'};
    Evidence evidence;
    for (const auto& [heading, now] : *all) {
        if (heading.known == 0) continue;
        if (result.outcome == Search::none || now > evidence) {
            result = {Search::found, heading, '\0'};
            evidence = now;
        } else if ((now <=> evidence) == 0 && !is_same(heading, result.best)) {
            result.outcome = Search::ambiguous;
            result.rival = heading.delimiter;
        }
    }
    return result;
}

std::vector<Candidate> width_ranking(const Question& question) {
    std::vector<Candidate> result = widths(question).value_or(std::vector<Candidate>());
    std::erase_if(result, [](const Candidate& candidate) { return candidate.heading.known == 0; });
    std::stable_sort(result.begin(), result.end(),
                     [](const Candidate& one, const Candidate& other) { return one.evidence > other.evidence; });
    return result;
}

std::vector<Candidate> ranking(const Question& question) {
    const std::string_view searched = searched_part(question.window);
    const bool last = question.window.last == 1 && searched.size() == question.window.size;
    std::vector<Candidate> result;
    for (const Dialect& candidate : with_delimiters(question.dialect)) {
        BestRow best({searched, candidate, last}, false, 0, question.sink);
        if (best.heading.known == 0) continue;
        Evidence evidence = weigh(question, best.heading);
        const auto known = std::find_if(result.begin(), result.end(),
                                        [&](const Candidate& other) { return is_same(other.heading, best.heading); });
        if (known == result.end()) {
            result.push_back({std::move(best.heading), evidence});
        } else if (evidence > known->evidence) {
            *known = {std::move(best.heading), evidence};
        }
    }
    std::stable_sort(result.begin(), result.end(), [](const Candidate& one, const Candidate& other) {
        if (one.heading.known != other.heading.known) return one.heading.known > other.heading.known;
        return one.evidence > other.evidence;
    });
    if (result.empty()) {
        const auto other = with_other_quote(question.dialect);
        return other ? ranking({question.window, *other, question.fields, question.sink}) : result;
    }
    Heading quoted = result.front().heading;
    choose_quote(question, quoted);
    if (quoted.quote != result.front().heading.quote) {
        const Evidence evidence = weigh(question, quoted);
        result.insert(result.begin(), {std::move(quoted), evidence});
    }
    return result;
}

} // namespace annexkit::csv
