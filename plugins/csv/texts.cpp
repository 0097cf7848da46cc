// SPDX-License-Identifier: Apache-2.0
#include "texts.hpp"

#include <algorithm>
#include <cstring>
#include <new>
#include <optional>
#include <stdexcept>

namespace annexkit::csv {
namespace {

struct Target {
    char* to;
    std::size_t size = 0;
    int cells = 0;
};

// libcsv calls this from C: it must not throw, so the room was made before.
void take_cell(void* data, std::size_t size, void* user) {
    auto& target = *static_cast<Target*>(user);
    if (target.cells++ > 0) return;
    std::memcpy(target.to, data, size);
    target.size = size;
}

/// Copies the content of a quoted cell with one quote for each two. The size of the copy, or nothing where a quote
/// stands alone.
std::optional<std::size_t> halve_quotes(std::string_view content, char quote, char* to) {
    char* const start = to;
    while (!content.empty()) {
        const std::size_t mark = content.find(quote);
        if (mark == content.size() - 1 || (mark < content.size() && content[mark + 1] != quote)) return std::nullopt;
        const std::size_t size = std::min(mark, content.size() - 1) + 1;
        std::memcpy(to, content.data(), size);
        to += size;
        content.remove_prefix(size + (mark < content.size() ? 1 : 0));
    }
    return static_cast<std::size_t>(to - start);
}

} // namespace

CellTexts::CellTexts(const Dialect& dialect) : dialect_(dialect) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::runtime_error("libcsv cannot be started");
    csv_set_delim(&parser_, static_cast<unsigned char>(dialect.delimiter));
    csv_set_quote(&parser_, static_cast<unsigned char>(dialect.quote));
    // Spaces belong to the cell (RFC 4180, section 2, rule 4); libcsv would trim them.
    csv_set_space_func(&parser_, [](unsigned char) { return 0; });
}

CellTexts::~CellTexts() { csv_free(&parser_); }

void CellTexts::begin(const Row& row) {
    used_ = 0;
    row_bytes_ = row.end - row.begin;
}

annexkit_text CellTexts::text_of(std::string_view table, const Cell& cell) {
    if (cell.is_absent(dialect_)) return {nullptr, 0};
    if (!cell.doubled) return {table.data() + cell.begin, cell.end - cell.begin};
    return spelled_out(table.substr(cell.begin - 1, cell.end - cell.begin + 2));
}

annexkit_text CellTexts::spelled_out(std::string_view quoted) {
    if (used_ == 0 && room_.size() < row_bytes_) room_.resize(std::max(row_bytes_, 2 * room_.size()));
    Target target{room_.data() + used_};
    if (const auto size = halve_quotes(quoted.substr(1, quoted.size() - 2), quoted.front(), target.to)) {
        used_ += *size;
        return {target.to, *size};
    }
    // libcsv's buffer grows by this much when it is too small: once, not bit by bit.
    csv_set_blk_size(&parser_, quoted.size());
    const std::size_t parsed = csv_parse(&parser_, quoted.data(), quoted.size(), take_cell, nullptr, &target);
    const bool whole = parsed == quoted.size() && csv_fini(&parser_, take_cell, nullptr, &target) == 0;
    if (csv_error(&parser_) == CSV_ENOMEM) throw std::bad_alloc();
    if (!whole || target.cells != 1) throw std::logic_error("libcsv reads a cell in another way");
    used_ += target.size;
    return {target.to, target.size};
}

} // namespace annexkit::csv
