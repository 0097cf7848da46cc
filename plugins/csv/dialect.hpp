// SPDX-License-Identifier: Apache-2.0
// The characters that a table is spelled with, and what its columns stand for.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::csv {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Dialect {
    char delimiter = ',';
    char quote = '"';
    /// NUL for the usual one.
    char list_separator = '\0';
    /// A program that quotes every cell wrote the table, so that an empty one has no value, quoted or not.
    bool quotes_all = false;

    /// What separates the items of a list: a bar, unless that separates the cells.
    [[nodiscard]] char lists() const {
        if (list_separator != '\0') return list_separator;
        return delimiter == '|' ? ';' : '|';
    }
};

/// As findings call it.
[[nodiscard]] inline std::string spelled(char delimiter) {
    return delimiter == '\t' ? "TAB" : std::string(1, delimiter);
}

/// expected: the value that each row must have in a column of the annex head.
struct Column {
    std::string name;
    std::int32_t target = ANNEXKIT_NAME_UNKNOWN;
    std::optional<std::string> expected;
};

/// What parse goes by; fixed before the first records.
struct Table {
    std::span<const annexkit_field> fields;
    Dialect dialect;
    std::vector<Column> columns;
};

} // namespace annexkit::csv
