// SPDX-License-Identifier: Apache-2.0
// The reader against libcsv: the same cells of every table, and the same byte where a table is wrong.
#include "plugins/csv/cut.hpp"
#include "plugins/csv/row_reader.hpp"
#include "plugins/csv/texts.hpp"

#include <csv.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <string>

namespace {

namespace csv = annexkit::csv;

using Cells = std::vector<std::optional<std::string>>;

constexpr std::size_t no_fault = csv::nowhere;

/// What a reader makes of a table: its rows up to the first fault, and where that is. A quote that never closes is a
/// fault at the end.
struct Table {
    std::vector<Cells> rows;
    std::size_t fault = no_fault;
    bool operator==(const Table&) const = default;
};

// ---- By libcsv alone ----

struct Collector {
    Table table;
    Cells row;
    int line_end = 0;

    void end_row(int byte) {
        // libcsv ends a row at the carriage return, and another, without cells, at the line feed that belongs to it.
        const bool same_line_end = row.empty() && byte == '\n' && line_end == '\r';
        line_end = byte;
        if (same_line_end) return;
        table.rows.push_back(row.empty() ? Cells{std::nullopt} : row);
        row.clear();
        line_end = byte;
    }
};

Table by_libcsv(std::string_view text, const csv::Dialect& dialect) {
    csv_parser parser;
    REQUIRE(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL | CSV_REPALL_NL) == 0);
    csv_set_delim(&parser, static_cast<unsigned char>(dialect.delimiter));
    csv_set_quote(&parser, static_cast<unsigned char>(dialect.quote));
    csv_set_space_func(&parser, [](unsigned char) { return 0; });
    const auto take_cell = [](void* data, std::size_t size, void* to) {
        auto& row = static_cast<Collector*>(to)->row;
        data == nullptr ? row.emplace_back() : row.emplace_back(std::string(static_cast<const char*>(data), size));
    };
    const auto end_row = [](int byte, void* to) { static_cast<Collector*>(to)->end_row(byte); };
    Collector collector;
    const std::size_t parsed = csv_parse(&parser, text.data(), text.size(), take_cell, end_row, &collector);
    if (parsed < text.size()) {
        collector.table.fault = parsed;
    } else if (csv_fini(&parser, take_cell, end_row, &collector) != 0) {
        collector.table.fault = text.size();
    }
    csv_free(&parser);
    return collector.table;
}

// ---- By the reader ----

Cells texts_of(std::string_view text, const csv::Row& row, csv::CellTexts& texts) {
    texts.begin(row);
    Cells cells;
    for (const auto& cell : row.cells) {
        const annexkit_text value = texts.text_of(text, cell);
        value.data == nullptr ? cells.emplace_back() : cells.emplace_back(std::string(annexkit::sdk::view(value)));
    }
    return cells;
}

/// Appends the rows of `text`, which begins `base` bytes behind the start of the table; stops at a fault.
void append_rows(std::string_view text, std::size_t base, const csv::Dialect& dialect, Table& table) {
    csv::RowReader reader(text, dialect, csv::nowhere);
    csv::CellTexts texts(dialect);
    csv::Row row;
    while (!reader.at_end() && table.fault == no_fault) {
        const csv::RowEnd end = reader.next(row);
        REQUIRE(end != csv::RowEnd::partial);
        if (row.stray != csv::nowhere) {
            table.fault = base + row.stray;
        } else if (end == csv::RowEnd::open) {
            table.fault = base + text.size();
        } else {
            table.rows.push_back(texts_of(text, row, texts));
        }
    }
}

/// As the host reads: windows that grow until they hold a whole row.
Table by_windows(std::string_view text, std::size_t window_bytes, const csv::Dialect& dialect) {
    Table table;
    std::size_t window = window_bytes;
    for (std::size_t at = 0; at < text.size() && table.fault == no_fault;) {
        // A copy of its own, so that a sanitizer sees what is read beyond.
        const std::vector<char> bytes(text.begin() + static_cast<std::ptrdiff_t>(at),
                                      text.begin() + static_cast<std::ptrdiff_t>(std::min(at + window, text.size())));
        const std::string_view view(bytes.data(), bytes.size());
        const bool last = at + view.size() == text.size();
        const std::size_t cut = csv::find_cut({view, dialect, last, 0}).end;
        if (cut > 0) {
            append_rows(view.substr(0, cut), at, dialect, table);
            window = window_bytes;
        } else if (last) {
            append_rows(view, at, dialect, table);
        } else {
            window *= 2;
        }
        at += cut;
    }
    return table;
}

/// What is behind the first fault has no counterpart in libcsv: the exact reader stands for it.
void check_rows_exactly(std::string_view text, const csv::Dialect& dialect) {
    csv::RowReader reader(text, dialect, csv::nowhere);
    csv::Row row;
    csv::Row exact;
    for (std::size_t at = 0; at < text.size(); at = exact.next) {
        const csv::RowEnd end = csv::read_row({text, dialect}, at, exact);
        REQUIRE(reader.next(row) == end);
        REQUIRE(row.stray == exact.stray);
        if (end == csv::RowEnd::open) REQUIRE(row.open_quote == exact.open_quote);
        if (end != csv::RowEnd::whole) return;
        REQUIRE(row.begin == exact.begin);
        REQUIRE(row.end == exact.end);
        REQUIRE(row.next == exact.next);
        REQUIRE(row.count == exact.count);
        for (std::size_t i = 0; i < row.count; ++i) {
            REQUIRE(row.cells[i].begin == exact.cells[i].begin);
            REQUIRE(row.cells[i].end == exact.cells[i].end);
            REQUIRE(row.cells[i].stray == exact.cells[i].stray);
            REQUIRE(row.cells[i].quoted == exact.cells[i].quoted);
            REQUIRE(row.cells[i].doubled == exact.cells[i].doubled);
        }
    }
    REQUIRE(reader.at_end());
}

void check_alike(const std::string& text, std::initializer_list<std::size_t> windows,
                 const csv::Dialect& dialect = {}) {
    CAPTURE(text);
    const Table expected = by_libcsv(text, dialect);
    Table whole;
    append_rows(text, 0, dialect, whole);
    REQUIRE(whole == expected);
    for (const std::size_t window : windows) {
        CAPTURE(window);
        REQUIRE(by_windows(text, window, dialect) == expected);
    }
    check_rows_exactly(text, dialect);
}

// ---- Tables ----

class Maker {
  public:
    explicit Maker(std::uint64_t seed) : random_(seed) {}

    std::size_t below(std::size_t end) { return random_() % end; }

    /// Any bytes, the special ones more often than others.
    std::string soup() {
        constexpr std::string_view specials = ",\"\n\r\"";
        const std::size_t rarity = 1 + below(40);
        std::string text;
        for (std::size_t size = below(400); text.size() < size;)
            text += below(rarity) == 0 ? specials[below(specials.size())] : static_cast<char>('a' + below(26));
        return text;
    }

    /// A table as RFC 4180 has it.
    std::string table() {
        const std::size_t columns = 1 + below(9);
        const std::size_t longest = std::size_t{1} << below(9);
        std::string text;
        for (std::size_t row = below(9); row > 0; --row) {
            for (std::size_t column = 0; column < columns; ++column) {
                if (column > 0) text += ',';
                add_cell(longest, text);
            }
            constexpr std::string_view line_ends[] = {"\n", "\r\n", "\r"};
            if (row > 1 || below(2) == 0) text += line_ends[below(3)];
        }
        return text;
    }

    /// A table with one byte too few, too many or another.
    std::string broken_table() {
        std::string text = table();
        constexpr std::string_view specials = "a,\"\n\r";
        const std::size_t at = below(text.size() + 1);
        const std::size_t gone = std::min(below(2), text.size() - at);
        return text.replace(at, gone, below(2), specials[below(specials.size())]);
    }

  private:
    void add_cell(std::size_t longest, std::string& text) {
        constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyz |\\;\t";
        constexpr std::string_view any[] = {"\"\"", ",", "\n", "\r\n", "a", "b", "c", "d", "\xC3\xA9", "\r"};
        const bool quoted = below(3) == 0;
        if (quoted) text += '"';
        for (std::size_t size = below(longest + 1); size > 0; --size) {
            if (quoted) {
                text += any[below(std::size(any))];
            } else {
                text += plain[below(plain.size())];
            }
        }
        if (quoted) text += '"';
    }

    std::mt19937_64 random_;
};

} // namespace

TEST_CASE("csv against libcsv: every short table") {
    constexpr std::string_view alphabet = "a,\"\n\r ";
    constexpr std::size_t longest = 6;
    for (std::size_t number = 0; number < 6 * 6 * 6 * 6 * 6 * 6; ++number) {
        std::string text;
        for (std::size_t i = 0, rest = number; i < longest; ++i, rest /= alphabet.size())
            text += alphabet[rest % alphabet.size()];
        check_alike(text, {1});
    }
}

TEST_CASE("csv against libcsv: right tables") {
    Maker maker(4180);
    for (int i = 0; i < 4000; ++i) check_alike(maker.table(), {1, 7, 63, 64, 65, 1000});
}

TEST_CASE("csv against libcsv: tables with one wrong byte") {
    Maker maker(4181);
    for (int i = 0; i < 4000; ++i) check_alike(maker.broken_table(), {1, 7, 63, 64, 65, 1000});
}

TEST_CASE("csv against libcsv: any bytes") {
    Maker maker(4182);
    for (int i = 0; i < 4000; ++i) check_alike(maker.soup(), {1, 7, 63, 64, 65, 1000});
}

TEST_CASE("csv against libcsv: each special byte on each side of a block's end") {
    for (const std::string special : {",", "\n", "\r", "\r\n", "\"", "\"\"", "\"\"\"", ",\"", "\",", "\"\n", "\"a"})
        for (std::size_t before = 55; before < 70; ++before)
            for (const std::string begin : {"", "\""}) {
                const std::string text = begin + std::string(before, 'a') + special + "b";
                check_alike(text, {1, 64});
                check_alike(text + "\",c\n\"d\"\n", {1, 64});
            }
}

TEST_CASE("csv against libcsv: other delimiters and quotes") {
    Maker maker(4183);
    for (int i = 0; i < 1000; ++i) {
        std::string text = maker.table();
        std::replace(text.begin(), text.end(), ',', ';');
        std::replace(text.begin(), text.end(), '"', '\'');
        check_alike(text, {1, 64}, {';', '\'', '|'});
        check_alike(text, {64}, {' ', '\'', '|'});
        check_alike(text, {64}, {'a', 'b', '|'});
    }
}

TEST_CASE("csv against libcsv: long runs of one special byte") {
    for (const char special : {',', '"', '\n', '\r'})
        for (const std::size_t size : std::initializer_list<std::size_t>{63, 64, 65, 127, 128, 100000})
            check_alike(std::string(size, special), {4096});
}

TEST_CASE("csv against libcsv: the samples") {
    int tables = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(ANNEXKIT_SOURCE_DIR "/samples")) {
        if (entry.path().extension() != ".csv") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        check_alike(text, {64, 1000, 1 << 20});
        check_alike(text, {64, 1000, 1 << 20}, {';', '"', '|'});
        ++tables;
    }
    CHECK(tables > 10);
}
