// SPDX-License-Identifier: Apache-2.0
#include "cells.hpp"

#include <cstring>
#include <new>
#include <stdexcept>

namespace annexkit::csv {
namespace {

struct Target {
    char* to;
    std::vector<annexkit_text>& texts;
    std::size_t count = 0;
};

// libcsv calls this from C: it must not throw, so the room was made before.
void take_cell(void* data, std::size_t size, void* user) {
    auto& target = *static_cast<Target*>(user);
    const std::size_t index = target.count++;
    if (index >= target.texts.size()) return;
    target.texts[index] = {data == nullptr ? nullptr : target.to, size};
    if (size == 0) return;
    std::memcpy(target.to, data, size);
    target.to += size;
}

} // namespace

CellReader::CellReader(const Dialect& dialect, std::size_t text_size) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL) != 0)
        throw std::runtime_error("libcsv cannot be started");
    csv_set_delim(&parser_, static_cast<unsigned char>(dialect.delimiter));
    csv_set_quote(&parser_, static_cast<unsigned char>(dialect.quote));
    // Spaces belong to the cell (RFC 4180, section 2, rule 4); libcsv would trim them.
    csv_set_space_func(&parser_, [](unsigned char) { return 0; });
    csv_set_blk_size(&parser_, text_size + 1);
}

CellReader::~CellReader() { csv_free(&parser_); }

void CellReader::read(std::string_view source, const Row& row, char* to, std::vector<annexkit_text>& texts) {
    texts.assign(row.cells.size(), annexkit_text{nullptr, 0});
    Target target{to, texts};
    const std::size_t size = row.end - row.begin;
    const std::size_t parsed = csv_parse(&parser_, source.data() + row.begin, size, take_cell, nullptr, &target);
    const bool whole = parsed == size && csv_fini(&parser_, take_cell, nullptr, &target) == 0;
    if (csv_error(&parser_) == CSV_ENOMEM) throw std::bad_alloc();
    if (!whole || target.count != texts.size()) throw std::logic_error("libcsv reads a row in another way");
}

} // namespace annexkit::csv
