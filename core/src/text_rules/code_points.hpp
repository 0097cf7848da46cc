// SPDX-License-Identifier: Apache-2.0
// Reads valid UTF-8 code point by code point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace annexkit {

struct CodePoint {
    char32_t value = 0;
    std::size_t size = 1;
};

/// The code point at an offset of a text; U+0000 behind its end.
///
/// Shape: a byte that is no UTF-8 counts as one code point, U+FFFF, so that nothing is read out of bounds.
[[nodiscard]] inline CodePoint code_point_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {0, 0};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || size > text.size() - at) return {0xFFFF, 1};
    char32_t value = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) value = value << 6 | (byte(at + i) & 0x3FU);
    return {value, size};
}

/// The code point that ends before an offset; U+0000 at the start.
[[nodiscard]] inline CodePoint code_point_before(std::string_view text, std::size_t at) {
    if (at == 0) return {0, 0};
    std::size_t start = at - 1;
    while (start > 0 && at - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    const CodePoint found = code_point_at(text, start);
    return start + found.size == at ? found : CodePoint{0xFFFF, 1};
}

/// Appends a code point as UTF-8.
inline void append_utf8(char32_t value, std::string& to) {
    const auto add = [&](char32_t byte) { to += static_cast<char>(byte); };
    if (value < 0x80) return add(value);
    if (value < 0x800) {
        add(0xC0 | value >> 6);
    } else {
        if (value < 0x10000) {
            add(0xE0 | value >> 12);
        } else {
            add(0xF0 | value >> 18);
            add(0x80 | (value >> 12 & 0x3F));
        }
        add(0x80 | (value >> 6 & 0x3F));
    }
    add(0x80 | (value & 0x3F));
}

} // namespace annexkit
