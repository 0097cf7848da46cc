// SPDX-License-Identifier: Apache-2.0
#include "arrow_walk.hpp"

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string_view>

#include <doctest/doctest.h>

namespace embedding {
namespace {

bool bit(const void* bits, std::int64_t at) {
    return (static_cast<const std::uint8_t*>(bits)[at / 8] >> (at % 8) & 1) != 0;
}

template <class Number> std::string number(const void* numbers, std::int64_t at) {
    std::ostringstream text;
    text << static_cast<const Number*>(numbers)[at];
    return text.str();
}

} // namespace

std::string columns_of(const ArrowSchema& schema) {
    std::string columns;
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const ArrowSchema& child = *schema.children[i];
        CHECK(child.flags == ARROW_FLAG_NULLABLE);
        columns += (i > 0 ? " " : "") + std::string(child.name) + ":" + child.format;
        if (child.n_children > 0) columns += "<" + columns_of(child) + ">";
    }
    return columns;
}

std::string value_of(const ArrowSchema& schema, const ArrowArray& array, std::int64_t row) {
    REQUIRE(array.offset == 0);
    if (array.buffers[0] != nullptr && !bit(array.buffers[0], row)) return "null";
    const std::string_view format = schema.format;
    if (format == "l") return number<std::int64_t>(array.buffers[1], row);
    if (format == "g") return number<double>(array.buffers[1], row);
    if (format == "b") return bit(array.buffers[1], row) ? "true" : "false";
    const auto* const offsets = static_cast<const std::int32_t*>(array.buffers[1]);
    if (format == "u")
        return {static_cast<const char*>(array.buffers[2]) + offsets[row],
                static_cast<std::size_t>(offsets[row + 1] - offsets[row])};
    REQUIRE(format == "+l");
    std::string list = "[";
    for (std::int32_t i = offsets[row]; i < offsets[row + 1]; ++i)
        list += (i > offsets[row] ? "," : "") + value_of(*schema.children[0], *array.children[0], i);
    return list + "]";
}

std::vector<std::string> rows_of(const ArrowSchema& schema, const ArrowArray& batch) {
    REQUIRE(batch.n_children == schema.n_children);
    std::vector<std::string> rows;
    for (std::int64_t row = 0; row < batch.length; ++row) {
        std::string& text = rows.emplace_back();
        for (std::int64_t i = 0; i < batch.n_children; ++i) {
            const ArrowArray& column = *batch.children[i];
            CHECK(column.length == batch.length);
            text += (i > 0 ? "|" : "") + value_of(*schema.children[i], column, row);
        }
    }
    return rows;
}

} // namespace embedding
