// SPDX-License-Identifier: Apache-2.0
#include "chunk.hpp"

#include "cells.hpp"
#include "lists.hpp"
#include "other_fields.hpp"

#include <algorithm>

namespace annexkit::csv {
namespace {

/// Keeps its room from row to row; a clean row allocates nothing.
class ChunkReader {
  public:
    ChunkReader(const Table& table, annexkit_chunk& chunk, const sdk::Sink& sink)
        : table_(table), chunk_(chunk), sink_(sink), source_(chunk.original, chunk.size),
          cell_reader_(table.dialect, chunk.size), values_(table.fields.size()), places_(table.fields.size()),
          items_(table.fields.size()), item_spans_(table.fields.size()) {}

    void read() {
        chunk_.rows = 0;
        for (std::size_t at = 0; at < source_.size(); at = row_.next, ++chunk_.rows) {
            if (read_row(source_, at, true, table_.dialect, row_) == RowEnd::unclosed) {
                check(sink_.report(finding("csv.unclosed-quote", {row_.open_quote, 1}), {}));
                throw sdk::Failure();
            }
            if (row_.is_blank())
                check(sink_.report({.rule = "csv.blank-row", .span = row_.span(), .row = chunk_.rows}, {}));
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

    void read_record() {
        std::fill(values_.begin(), values_.end(), annexkit_value{});
        std::fill(places_.begin(), places_.end(), annexkit_place{{row_.begin, 0}, nullptr});
        unknown_.clear();
        unknown_places_.clear();
        others_.clear();
        read_cells();
        if (is_ragged()) report_ragged();
        const std::size_t count = std::min(row_.cells.size(), table_.columns.size());
        for (std::size_t i = 0; i < count; ++i) take(i);
        deliver();
        ++records_;
    }

    void read_cells() {
        char* to = chunk_.data + row_.begin;
        if (!row_.stray) return cell_reader_.read(source_, row_, to, texts_);
        texts_.clear();
        for (std::size_t i = 0; i < row_.cells.size(); ++i) {
            const Cell& cell = row_.cells[i];
            if (cell.stray != no_stray) {
                auto stray = finding("csv.stray-quote", {cell.stray, 1}, static_cast<std::int32_t>(i));
                if (i < table_.columns.size()) stray.field = std::max(table_.columns[i].target, -1);
                check(sink_.report(stray, {}));
            }
            const std::size_t size = spell_out(source_, cell, table_.dialect.quote, to);
            texts_.push_back({cell.is_absent() ? nullptr : to, size});
            to += size;
        }
    }

    [[nodiscard]] bool is_ragged() const { return row_.cells.size() != table_.columns.size(); }

    void report_ragged() {
        const std::string cells = std::to_string(row_.cells.size());
        const std::string columns = std::to_string(table_.columns.size());
        check(sink_.report(finding("csv.ragged-row", row_.span()),
                           {sdk::argument("cells", cells), sdk::argument("columns", columns)}));
    }

    void take(std::size_t index) {
        const Column& column = table_.columns[index];
        if (column.target >= 0) return take_field(index, static_cast<std::size_t>(column.target));
        // In a ragged row the cells may have shifted; what would be said of them is said already.
        if (is_ragged()) return;
        const annexkit_text text = texts_[index];
        if (column.target == ANNEXKIT_NAME_HEAD) return compare_head(index);
        if (text.data == nullptr) return;
        if (column.target == ANNEXKIT_NAME_OTHER_FIELDS) return take_others(index);
        unknown_.push_back({sdk::text(column.name), {ANNEXKIT_UNTYPED, 0, text, nullptr}});
        unknown_places_.push_back({row_.cells[index].span(), nullptr});
    }

    void take_field(std::size_t index, std::size_t field) {
        const annexkit_text text = texts_[index];
        places_[field].value = row_.cells[index].span();
        if (text.data == nullptr) return;
        if (table_.fields[field].kind != ANNEXKIT_LIST) {
            values_[field] = {ANNEXKIT_UNTYPED, 0, text, nullptr};
            return;
        }
        auto& items = items_[field];
        // The text stands in chunk.data, which may be changed.
        split_list(const_cast<char*>(text.data), text.size, table_.dialect.list_separator, items);
        values_[field] = {ANNEXKIT_LIST, static_cast<std::uint32_t>(items.size()), {nullptr, 0}, items.data()};
        if (chunk_.places == 0) return;
        place_list(source_, row_.cells[index], table_.dialect, item_spans_[field]);
        places_[field].items = item_spans_[field].data();
    }

    void compare_head(std::size_t index) {
        const Column& column = table_.columns[index];
        const annexkit_text text = texts_[index];
        const std::string_view expected = column.expected ? *column.expected : std::string_view();
        if ((text.data != nullptr) == column.expected.has_value() && sdk::view(text) == expected) return;
        check(sink_.report(finding("csv.head-disagrees", row_.cells[index].span(), static_cast<std::int32_t>(index)),
                           {sdk::argument("name", column.name), sdk::argument("value", sdk::view(text)),
                            sdk::argument("expected", expected)}));
    }

    void take_others(std::size_t index) {
        const annexkit_span span = row_.cells[index].span();
        if (!read_other_fields(sdk::view(texts_[index]), others_)) {
            others_.clear();
            check(sink_.report(finding("csv.other-fields", span, static_cast<std::int32_t>(index)), {}));
        }
        other_items_.clear();
        other_items_.resize(others_.size());
        for (std::size_t i = 0; i < others_.size(); ++i) {
            const OtherField& other = others_[i];
            for (const std::string& item : other.items) other_items_[i].push_back(sdk::text(item));
            unknown_.push_back({sdk::text(other.name),
                                {other.kind, static_cast<std::uint32_t>(other.items.size()), sdk::text(other.text),
                                 other_items_[i].data()}});
            unknown_places_.push_back({span, nullptr});
        }
    }

    void deliver() {
        const bool placed = chunk_.places == 1;
        annexkit_record record{};
        record.struct_size = sizeof record;
        record.values = values_.data();
        record.value_count = values_.size();
        record.unknown = unknown_.data();
        record.unknown_count = unknown_.size();
        record.span = row_.span();
        record.row = chunk_.rows;
        record.places = placed ? places_.data() : nullptr;
        record.unknown_places = placed ? unknown_places_.data() : nullptr;
        check(sink_.record(record));
    }

    const Table& table_;
    annexkit_chunk& chunk_;
    const sdk::Sink& sink_;
    std::string_view source_;
    CellReader cell_reader_;
    Row row_;
    std::uint64_t records_ = 0;
    std::vector<annexkit_text> texts_;
    std::vector<annexkit_value> values_;
    std::vector<annexkit_place> places_;
    std::vector<std::vector<annexkit_text>> items_;
    std::vector<std::vector<annexkit_span>> item_spans_;
    std::vector<annexkit_named_value> unknown_;
    std::vector<annexkit_place> unknown_places_;
    std::vector<OtherField> others_;
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
