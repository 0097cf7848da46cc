// SPDX-License-Identifier: Apache-2.0
#include "chunk.hpp"

#include "formula.hpp"
#include "lists.hpp"
#include "odd_rows.hpp"
#include "row_reader.hpp"
#include "shared/json_value.hpp"
#include "split_rows.hpp"
#include "texts.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace annexkit::csv {
namespace {

/// Keeps its room from row to row; a clean row allocates nothing.
class ChunkReader {
  public:
    ChunkReader(const Table& table, annexkit_chunk& chunk, const sdk::Sink& sink)
        : table_(table), chunk_(chunk), sink_(sink), source_(chunk.original, chunk.size),
          rows_(source_, table.dialect, table.columns.size()), texts_(table.dialect), values_(table.fields.size()),
          places_(table.fields.size()), lists_(table.fields.size(), ListReader(table.dialect.lists())) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const std::int32_t field = table.columns[i].target;
            if (field >= 0 && table.fields[static_cast<std::size_t>(field)].kind == ANNEXKIT_NUMBER)
                numbers_.push_back(i);
        }
    }

    void read() {
        for (chunk_.rows = 0; !rows_.at_end(); ++chunk_.rows) {
            if (rows_.next(row_) == RowEnd::open) {
                check(sink_.report(finding("csv.unclosed-quote", {row_.open_quote, 1}), {}));
                throw sdk::Failure();
            }
            if (row_.is_blank(source_, table_.dialect))
                check(sink_.report({.rule = "csv.blank-row", .span = row_.span(), .row = chunk_.rows}, {}));
            else if (const auto beginning = total())
                check(sink_.report({.rule = "csv.total-row", .span = row_.span(), .row = chunk_.rows},
                                   {sdk::argument("value", *beginning)}));
            else
                read_record();
        }
    }

    /// Thrown when the host ends the call.
    struct Ended {
        annexkit_status status;
    };

  private:
    static void check(annexkit_status status) {
        if (status != ANNEXKIT_OK) throw Ended{status};
    }

    [[nodiscard]] sdk::Finding finding(std::string_view rule, annexkit_span span, std::int32_t column = -1) const {
        return {.rule = rule, .span = span, .record = records_, .row = chunk_.rows, .column = column};
    }

    // An initiative has an id first, which few begin like a sum.
    [[nodiscard]] std::optional<std::string_view> total() const {
        if (row_.cells.empty()) return std::nullopt;
        const Cell& first = row_.cells.front();
        const bool may_be = first.begin == first.end || begins_like_total(source_.substr(first.begin, 1));
        return may_be ? beginning_of_total(source_, row_, table_) : std::nullopt;
    }

    [[nodiscard]] bool wants_places() const { return chunk_.places == 1; }

    void read_record() {
        texts_.begin(row_);
        unknown_.clear();
        unknown_places_.clear();
        others_.clear();
        is_torn_ = is_ragged();
        is_foreign_ = false;
        lines_ = 1;
        end_ = row_.end;
        if (row_.stray != nowhere || is_ragged()) {
            report_faults();
        } else if (const auto runaway = swallowed_rows(source_, row_, table_, sink_)) {
            report_runaway(*runaway);
        } else if (looks_shifted()) {
            report_shift();
        }
        if (is_torn_) {
            std::fill(values_.begin(), values_.end(), annexkit_value{});
        }
        if (wants_places()) std::fill(places_.begin(), places_.end(), annexkit_place{{row_.begin, 0}, nullptr});
        leaves_head_out_ = leaves_head_out();
        for (std::size_t i = 0; i < row_.cells.size() && !is_foreign_; ++i) take(i);
        deliver();
        ++records_;
        for (; lines_ > 1; --lines_, ++chunk_.rows) rows_.next(row_);
    }

    // A quote that takes whole rows into its cell is the one fault of what looks like many.
    void report_faults() {
        const auto delimiter = is_ragged() ? other_delimiter(source_, row_, table_, sink_) : std::nullopt;
        if (delimiter) return report_other_delimiter(*delimiter);
        if (const auto runaway = runaway_quote(source_, row_, table_, sink_)) return report_runaway(*runaway);
        // A stray quote may be what cut the row in other cells than were meant.
        if (row_.stray != nowhere) return report_stray();
        if (const auto split = split_row(source_, row_, table_, sink_)) return report_split(*split);
        report_ragged();
    }

    void report_other_delimiter(char delimiter) {
        is_foreign_ = true;
        const std::string own = spelled(delimiter);
        const std::string expected = spelled(table_.dialect.delimiter);
        check(sink_.report(finding("csv.other-delimiter", row_.span()),
                           {sdk::argument("delimiter", own), sdk::argument("expected", expected)}));
    }

    // One initiative, whose other lines are passed over.
    void report_split(const SplitRow& split) {
        lines_ = split.lines;
        end_ = split.end;
        const std::string count = std::to_string(split.lines);
        check(sink_.report(finding("csv.split-row", {row_.begin, end_ - row_.begin}), {sdk::argument("count", count)}));
    }

    void report_runaway(const Runaway& runaway) {
        const std::string rows = std::to_string(runaway.rows);
        check(sink_.report(finding("csv.runaway-quote", {runaway.quote, 1}), {sdk::argument("count", rows)}));
    }

    // The first one of a row, which may be why the others look astray.
    void report_stray() {
        const auto cell = std::find_if(row_.cells.begin(), row_.cells.end(),
                                       [&](const Cell& each) { return each.stray == row_.stray; });
        // It may stand in a cell beyond the last column.
        const bool has_column = cell != row_.cells.end();
        const auto column = has_column ? static_cast<std::int32_t>(cell - row_.cells.begin()) : -1;
        auto stray = finding("csv.stray-quote", {row_.stray, 1}, column);
        if (has_column) stray.field = std::max(table_.columns[static_cast<std::size_t>(column)].target, -1);
        check(sink_.report(stray, {}));
    }

    // A cheap question, since it is asked of every row: whether a number does not look like one, or the last column of
    // the annex head says something else.
    [[nodiscard]] bool looks_shifted() const {
        for (const std::size_t number : numbers_) {
            const Cell& cell = row_.cells[number];
            if (cell.begin < cell.end && (source_[cell.begin] < '0' || source_[cell.begin] > '9')) return true;
        }
        const auto& expected = table_.columns.back().expected;
        const Cell& last = row_.cells.back();
        return expected && source_.substr(last.begin, last.end - last.begin) != *expected;
    }

    void report_shift() {
        const auto shift = shift_of(source_, row_, table_, sink_);
        if (!shift) return;
        is_torn_ = true;
        const Cell& shown = row_.cells[shift->shown];
        const std::size_t begin = row_.cells[shift->column].begin;
        const std::string count = std::to_string(std::abs(shift->by));
        const bool is_right = shift->by > 0;
        check(sink_.report(
            finding("csv.shifted-row", {begin, row_.end - begin}, static_cast<std::int32_t>(shift->column)),
            {sdk::argument("count", count), sdk::argument("direction", is_right ? "left" : "right"),
             sdk::argument("direction_fr", is_right ? "gauche" : "droite"),
             sdk::argument("value", source_.substr(shown.begin, shown.end - shown.begin)),
             sdk::argument("heading", table_.columns[shift->shown].name),
             sdk::argument("name", table_.columns[shift->home].name)}));
    }

    [[nodiscard]] bool is_ragged() const { return row_.count != table_.columns.size(); }

    void report_ragged() {
        const std::string cells = std::to_string(row_.count);
        const std::string columns = std::to_string(table_.columns.size());
        check(sink_.report(finding("csv.ragged-row", row_.span()),
                           {sdk::argument("cells", cells), sdk::argument("columns", columns)}));
    }

    void take(std::size_t index) {
        const Column& column = table_.columns[index];
        const Cell& cell = row_.cells[index];
        const annexkit_text text = texts_.text_of(source_, cell);
        if (begins_like_formula(sdk::view(text))) check_formula(index, sdk::view(text));
        if (column.target >= 0) return take_field(static_cast<std::size_t>(column.target), cell, text);
        // Where the cells have shifted, what would be said of them is said already.
        if (is_torn_) return;
        if (column.target == ANNEXKIT_NAME_HEAD) return compare_head(index, text);
        if (text.data == nullptr) return;
        if (column.target == ANNEXKIT_NAME_OTHER_FIELDS) return take_others(index, sdk::view(text));
        unknown_.push_back({sdk::text(column.name), {ANNEXKIT_UNTYPED, 0, text, nullptr}});
        if (wants_places()) unknown_places_.push_back({cell.span(), nullptr});
    }

    void take_field(std::size_t field, const Cell& cell, annexkit_text text) {
        annexkit_value& value = values_[field];
        value = {};
        // A list without items says as much as none.
        const bool is_given = text.data != nullptr || cell.quoted;
        if (is_given && table_.fields[field].kind == ANNEXKIT_LIST) {
            const auto items = lists_[field].split(sdk::view(text));
            value = {ANNEXKIT_LIST, static_cast<std::uint32_t>(items.size()), {nullptr, 0}, items.data()};
        } else if (text.data != nullptr) {
            value = {ANNEXKIT_UNTYPED, 0, text, nullptr};
        }
        if (!wants_places()) return;
        places_[field].value = cell.span();
        if (value.kind == ANNEXKIT_LIST) places_[field].items = lists_[field].place(source_, cell).data();
    }

    void check_formula(std::size_t index, std::string_view text) {
        if (is_torn_ || row_.stray != nowhere) return;
        const std::int32_t field = std::max(table_.columns[index].target, -1);
        const bool is_list = field >= 0 && table_.fields[static_cast<std::size_t>(field)].kind == ANNEXKIT_LIST;
        if (!is_formula(is_list ? text.substr(0, text.find(table_.dialect.lists())) : text)) return;
        auto formula = finding("csv.formula", row_.cells[index].span(), static_cast<std::int32_t>(index));
        formula.field = field;
        check(sink_.report(formula, {sdk::argument("value", text)}));
    }

    // Whether the row says nothing of the head, which another one says. One cell alone may be where a file was cut.
    [[nodiscard]] bool leaves_head_out() const {
        std::size_t cells = 0;
        for (std::size_t i = 0; i < row_.cells.size(); ++i) {
            if (table_.columns[i].target != ANNEXKIT_NAME_HEAD) continue;
            if (!row_.cells[i].is_absent(table_.dialect)) return false;
            ++cells;
        }
        return cells > 1;
    }

    void compare_head(std::size_t index, annexkit_text text) {
        const Column& column = table_.columns[index];
        const std::string_view expected = column.expected ? *column.expected : std::string_view();
        // Headings that stand there once more are told as such.
        if (leaves_head_out_ || sdk::view(text) == column.name) return;
        if ((text.data != nullptr) == column.expected.has_value() && sdk::view(text) == expected) return;
        check(sink_.report(finding("csv.head-disagrees", row_.cells[index].span(), static_cast<std::int32_t>(index)),
                           {sdk::argument("name", column.name), sdk::argument("value", sdk::view(text)),
                            sdk::argument("expected", expected)}));
    }

    void take_others(std::size_t index, std::string_view text) {
        // Some programs write the cell of no value so; an exporter never does.
        if (text.empty()) return;
        const annexkit_span span = row_.cells[index].span();
        if (!shared::read_json_members(text, others_)) {
            others_.clear();
            check(sink_.report(finding("csv.other-fields", span, static_cast<std::int32_t>(index)), {}));
        }
        other_items_.clear();
        other_items_.resize(others_.size());
        for (std::size_t i = 0; i < others_.size(); ++i) {
            const auto& [name, value] = others_[i];
            for (const std::string& item : value.items) other_items_[i].push_back(sdk::text(item));
            unknown_.push_back({sdk::text(name),
                                {value.kind, static_cast<std::uint32_t>(value.items.size()), sdk::text(value.text),
                                 other_items_[i].data()}});
            unknown_places_.push_back({span, nullptr});
        }
    }

    void deliver() {
        annexkit_record record{};
        record.struct_size = sizeof record;
        record.values = values_.data();
        record.value_count = values_.size();
        record.unknown = unknown_.data();
        record.unknown_count = unknown_.size();
        record.span = {row_.begin, end_ - row_.begin};
        record.row = chunk_.rows;
        record.places = wants_places() ? places_.data() : nullptr;
        record.unknown_places = wants_places() ? unknown_places_.data() : nullptr;
        check(sink_.record(record));
    }

    const Table& table_;
    annexkit_chunk& chunk_;
    const sdk::Sink& sink_;
    std::string_view source_;
    RowReader rows_;
    CellTexts texts_;
    Row row_;
    std::uint64_t records_ = 0;
    bool leaves_head_out_ = false;
    bool is_torn_ = false;    ///< the cells of the row do not stand in their columns
    bool is_foreign_ = false; ///< its cells are none of the table's
    std::size_t lines_ = 1;   ///< that the row is split into
    std::size_t end_ = 0;     ///< of the last of them
    std::vector<annexkit_value> values_;
    std::vector<annexkit_place> places_;
    std::vector<std::size_t> numbers_; ///< columns of numbers
    std::vector<ListReader> lists_;    ///< one for each field, since the items of all must live at once
    std::vector<annexkit_named_value> unknown_;
    std::vector<annexkit_place> unknown_places_;
    std::vector<shared::JsonMember> others_;
    std::vector<std::vector<annexkit_text>> other_items_;
};

} // namespace

annexkit_status read_chunk(const Table& table, annexkit_chunk& chunk, const sdk::Sink& sink) {
    try {
        ChunkReader(table, chunk, sink).read();
        return ANNEXKIT_OK;
    } catch (const ChunkReader::Ended& ended) {
        return ended.status;
    }
}

} // namespace annexkit::csv
