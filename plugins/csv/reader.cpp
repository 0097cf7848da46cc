// SPDX-License-Identifier: Apache-2.0
#include "reader.hpp"

#include "chunk.hpp"
#include "cut.hpp"
#include "odd_rows.hpp"
#include "options.hpp"
#include "sep_line.hpp"
#include "split_rows.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace annexkit::csv {
namespace {

annexkit_status report_unclosed(const Row& row, std::uint64_t index, const sdk::Sink& sink) {
    annexkit_status status = ANNEXKIT_OK;
    // A stray quote further ahead may be what shifted the others.
    if (row.stray != nowhere)
        status = sink.report({.rule = "csv.stray-quote", .span = {row.stray, 1}, .row = index}, {});
    if (status == ANNEXKIT_OK)
        status = sink.report({.rule = "csv.unclosed-quote", .span = {row.open_quote, 1}, .row = index}, {});
    return status == ANNEXKIT_OK ? ANNEXKIT_FAILED : status;
}

annexkit_status report_failed_search(const SearchResult& result, const sdk::Sink& sink) {
    if (result.outcome == Search::unclosed) return report_unclosed(result.best.row, result.best.index, sink);
    annexkit_status status = ANNEXKIT_OK;
    if (result.outcome == Search::ambiguous) {
        const std::string first = spelled(result.best.delimiter);
        const std::string second = spelled(result.rival);
        status =
            sink.report({.rule = "csv.ambiguous-delimiter", .span = result.best.row.span(), .row = result.best.index},
                        {sdk::argument("first_delimiter", first), sdk::argument("second_delimiter", second)});
    } else {
        status = sink.report({.rule = "csv.no-heading"}, {});
    }
    return status == ANNEXKIT_OK ? ANNEXKIT_FAILED : status;
}

/// Whether a program wrote the headings that quotes every cell: all of several are quoted, and some need no quotes,
/// which an exporter leaves out.
bool quotes_all(const Row& row, std::span<const std::string> names, const Dialect& dialect) {
    const char special[] = {dialect.delimiter, dialect.quote, '\r', '\n'};
    const auto needs_quotes = [&](const std::string& name) {
        return name.empty() || name.find_first_of({special, sizeof special}) != name.npos || is_misread(name);
    };
    return row.cells.size() > 1 &&
           std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return cell.quoted; }) &&
           !std::all_of(names.begin(), names.end(), needs_quotes);
}

annexkit_status report_dialect(const Heading& heading, std::size_t total, const sdk::Sink& sink) {
    const std::string delimiter = spelled(heading.delimiter);
    const std::string known = std::to_string(heading.known);
    const std::string of = std::to_string(total);
    return sink.report(
        {.rule = "csv.dialect-assumed", .span = heading.row.span(), .row = heading.index},
        {sdk::argument("delimiter", delimiter), sdk::argument("known", known), sdk::argument("total", of)});
}

annexkit_status report_duplicate(std::span<const annexkit_column> columns, std::span<const std::int32_t> targets,
                                 std::uint64_t row, const sdk::Sink& sink) {
    std::unordered_map<std::int32_t, std::size_t> known;
    std::unordered_map<std::string_view, std::size_t> names;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string_view name = sdk::view(columns[i].name);
        const bool by_target = targets[i] >= 0 || targets[i] == ANNEXKIT_NAME_OTHER_FIELDS;
        // Spreadsheets leave columns without a name behind; they are no columns of the same name.
        if (!by_target && name.empty()) continue;
        const std::size_t first =
            by_target ? known.try_emplace(targets[i], i).first->second : names.try_emplace(name, i).first->second;
        if (first == i) continue;
        const auto status =
            sink.report({.rule = "csv.duplicate-heading",
                         .span = columns[i].span,
                         .row = row,
                         .column = static_cast<std::int32_t>(i),
                         .field = targets[i] >= 0 ? targets[i] : -1},
                        {sdk::argument("name", name), sdk::argument("heading", sdk::view(columns[first].name))});
        return status == ANNEXKIT_OK ? ANNEXKIT_FAILED : status;
    }
    return ANNEXKIT_OK;
}

} // namespace

Reader::Reader(const sdk::OpenRequest& request)
    : table_{request.fields(), dialect_of(request, Empty::detect), {}}, has_headings_(request.enabled("header")) {}

annexkit_status Reader::scan(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan) {
    const std::string_view text(window.data, window.size);
    scan.found = ANNEXKIT_SCAN_MORE;
    scan.consumed = 0;
    scan.rows = 0;
    if (state_ == State::mark) {
        if (window.last == 0 && text.size() < byte_order_mark.size() && byte_order_mark.starts_with(text))
            return ANNEXKIT_OK;
        state_ = State::sep_line;
        if (text.starts_with(byte_order_mark)) {
            scan.found = ANNEXKIT_SCAN_STRUCTURE;
            scan.consumed = byte_order_mark.size();
            return ANNEXKIT_OK;
        }
    }
    if (state_ == State::sep_line) {
        if (const auto status = read_sep_line(window, sink, scan); status != ANNEXKIT_OK || state_ == State::sep_line)
            return status;
        if (scan.found == ANNEXKIT_SCAN_STRUCTURE) return ANNEXKIT_OK;
    }
    if (state_ == State::rows) return cut(window, sink, scan);
    return has_headings_ ? read_headings(window, sink, scan) : read_width(window, sink, scan);
}

std::string_view Reader::setting(std::string_view option) const {
    const Dialect& dialect = table_.dialect;
    if (option == "list-separator" && dialect.list_separator == '\0') return dialect.lists() == ';' ? ";" : "|";
    const char* const settled = option == "delimiter" ? &dialect.delimiter
                                : option == "quote"   ? &dialect.quote
                                                      : nullptr;
    return settled != nullptr && *settled != '\0' ? std::string_view(settled, 1) : std::string_view();
}

// The delimiter that the line tells counts unless another is asked for.
annexkit_status Reader::read_sep_line(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan) {
    const auto line = sep_line({window.data, window.size}, window.last == 1);
    if (line && line->is_open) return ANNEXKIT_OK;
    state_ = State::headings;
    if (!line || !is_usable(*line, table_.dialect)) return ANNEXKIT_OK;
    if (table_.dialect.delimiter == '\0') table_.dialect.delimiter = line->delimiter;
    scan.found = ANNEXKIT_SCAN_STRUCTURE;
    scan.consumed = line->size;
    scan.rows = 1;
    const std::string told = spelled(line->delimiter);
    return sink.report({.rule = "csv.sep-line", .span = {0, line->size}, .row = 0}, {sdk::argument("delimiter", told)});
}

annexkit_status Reader::read_headings(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan) {
    const std::string_view text(window.data, window.size);
    const SearchResult result = find_heading({window, table_.dialect, table_.fields, sink});
    if (result.outcome == Search::more) return ANNEXKIT_OK;
    if (result.outcome != Search::found) return report_failed_search(result, sink);
    const Heading& heading = result.best;
    Dialect dialect = table_.dialect;
    dialect.delimiter = heading.delimiter;
    dialect.quote = heading.quote;
    std::vector<std::string> names = texts_of(text, heading.row, dialect);
    dialect.quotes_all = quotes_all(heading.row, names, dialect);
    const bool has_head = std::any_of(
        names.begin(), names.end(), [&](const std::string& name) { return sink.resolve(name) == ANNEXKIT_NAME_HEAD; });
    // The head stands on every row; the first one that is whole tells it.
    Row first;
    std::uint64_t blank_rows = 0;
    const Source source{text, dialect, window.last == 1, names.size()};
    bool has_first = has_head && read_first_row(source, heading.row.next, first, blank_rows) == RowEnd::whole;
    while (has_first && first.count != names.size())
        has_first = read_first_row(source, first.next, first, blank_rows) == RowEnd::whole;
    if (has_head && !has_first && window.last == 0) return ANNEXKIT_OK;

    const bool assumed = table_.dialect.delimiter == '\0' && heading.delimiter != ',';
    const bool quote_assumed = table_.dialect.quote == '\0' && heading.quote != '"';
    table_.dialect = dialect;
    annexkit_status status = ANNEXKIT_OK;
    if (assumed) status = report_dialect(heading, heading.row.cells.size(), sink);
    if (status == ANNEXKIT_OK && quote_assumed)
        status = sink.report({.rule = "csv.quote-assumed", .span = heading.row.span(), .row = heading.index},
                             {sdk::argument("character", std::string_view(&heading.quote, 1))});
    if (status == ANNEXKIT_OK && heading.index > 0) {
        const std::string count = std::to_string(heading.index);
        status = sink.report({.rule = "csv.rows-above-heading", .span = {0, heading.row.begin}, .row = 0},
                             {sdk::argument("count", count)});
    }
    if (status == ANNEXKIT_OK) status = deliver_columns(std::move(names), heading, sink);
    if (status == ANNEXKIT_OK && has_first) status = deliver_head(text, first, sink);
    if (status != ANNEXKIT_OK) return status;
    state_ = State::rows;
    scan.found = ANNEXKIT_SCAN_STRUCTURE;
    scan.consumed = heading.row.next;
    scan.rows = heading.index + 1;
    return ANNEXKIT_OK;
}

annexkit_status Reader::deliver_columns(std::vector<std::string> names, const Heading& heading, const sdk::Sink& sink) {
    std::vector<annexkit_column> columns;
    table_.columns.resize(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Cell& cell = heading.row.cells[i];
        table_.columns[i].name = std::move(names[i]);
        columns.push_back({sdk::text(table_.columns[i].name), cell.span()});
        if (cell.stray == nowhere) continue;
        const auto status = sink.report({.rule = "csv.stray-quote",
                                         .span = {cell.stray, 1},
                                         .row = heading.index,
                                         .column = static_cast<std::int32_t>(i)},
                                        {});
        if (status != ANNEXKIT_OK) return status;
    }
    std::vector<std::int32_t> targets(columns.size(), ANNEXKIT_NAME_UNKNOWN);
    auto status = sink.columns(columns, heading.index, targets.data());
    if (status == ANNEXKIT_OK) status = report_duplicate(columns, targets, heading.index, sink);
    for (std::size_t i = 0; i < targets.size(); ++i) table_.columns[i].target = targets[i];
    return status;
}

annexkit_status Reader::deliver_head(std::string_view text, const Row& row, const sdk::Sink& sink) {
    std::vector<annexkit_named_value> members;
    std::vector<annexkit_place> places;
    std::vector<std::string> values = texts_of(text, row, table_.dialect);
    for (std::size_t i = 0; i < table_.columns.size() && i < values.size(); ++i) {
        Column& column = table_.columns[i];
        if (column.target != ANNEXKIT_NAME_HEAD || row.cells[i].is_absent(table_.dialect)) continue;
        column.expected = std::move(values[i]);
        const std::string_view name =
            std::string_view(column.name).substr(std::min(column.name.size(), sdk::head_prefix.size()));
        members.push_back({sdk::text(name), {ANNEXKIT_UNTYPED, 0, sdk::text(*column.expected), nullptr}});
        places.push_back({row.cells[i].span(), nullptr});
    }
    return members.empty() ? annexkit_status{ANNEXKIT_OK} : sink.head(members, places.data());
}

annexkit_status Reader::read_width(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan) {
    const std::size_t fields = table_.fields.size();
    const SearchResult result = find_width({window, table_.dialect, table_.fields, sink});
    if (result.outcome == Search::more) return ANNEXKIT_OK;
    if (result.outcome == Search::ambiguous) return report_failed_search(result, sink);
    if (table_.dialect.delimiter == '\0' && result.best.delimiter != ',') {
        const auto status = report_dialect(result.best, fields, sink);
        if (status != ANNEXKIT_OK) return status;
    }
    table_.dialect.delimiter = result.best.delimiter;
    table_.dialect.quote = result.best.quote;
    for (std::size_t i = 0; i < fields; ++i)
        table_.columns.push_back({std::string(sdk::view(table_.fields[i].name)), static_cast<std::int32_t>(i), {}});
    if (result.best.known == fields + 1)
        table_.columns.push_back({std::string(sdk::other_fields_column), ANNEXKIT_NAME_OTHER_FIELDS, {}});
    state_ = State::rows;
    return cut(window, sink, scan);
}

annexkit_status Reader::cut(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan) {
    const std::string_view text(window.data, window.size);
    const Source source{text, table_.dialect, window.last == 1, 0};
    const Cut cut = find_cut(source);
    scan.consumed = source.last ? cut.end : cut_beside_split_row(text, cut.sound, cut.end, table_, sink);
    if (scan.consumed > 0) {
        scan.found = ANNEXKIT_SCAN_RECORDS;
    } else if (text.empty() && source.last) {
        scan.found = ANNEXKIT_SCAN_END;
    } else if (source.last) {
        Row row;
        read_row(source, 0, row);
        return report_unclosed(row, 0, sink);
    }
    return ANNEXKIT_OK;
}

annexkit_status Reader::parse(annexkit_chunk& chunk, const sdk::Sink& sink) const {
    return read_chunk(table_, chunk, sink);
}

std::int32_t sniff(annexkit_text beginning) {
    std::string_view text = sdk::view(beginning);
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || text.find('\0') != std::string_view::npos) return 0;
    if (std::string_view("<{[").find(text[start]) != std::string_view::npos) return 0;
    if (text.find_first_of(",;\t") == std::string_view::npos) return 5;
    // Plain words between delimiters are headings, and nothing else.
    const std::string_view line = text.substr(start, text.find_first_of("\r\n", start) - start);
    const auto cells = [&](char delimiter) { return std::count(line.begin(), line.end(), delimiter); };
    const bool is_table = std::max({cells(','), cells(';'), cells('\t')}) >= 3;
    return is_table && line.find_first_of("<>{}[]:=") == std::string_view::npos ? 60 : 40;
}

} // namespace annexkit::csv
