// SPDX-License-Identifier: Apache-2.0
// Reads and writes UTF-8 code point by code point.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <unicode/utf8.h>

namespace annexkit {

struct CodePoint {
    char32_t value = 0;
    std::size_t size = 1;
};

/// A byte that is no UTF-8 counts as one of these.
constexpr CodePoint no_code_point = {0xFFFF, 1};

/// The code point at an offset of a text; U+0000 behind its end.
[[nodiscard]] inline CodePoint code_point_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {0, 0};
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t next = at;
    UChar32 c = 0;
    U8_NEXT(bytes, next, text.size(), c);
    return c < 0 ? no_code_point : CodePoint{static_cast<char32_t>(c), next - at};
}

/// The code point that ends before an offset; U+0000 at the start.
[[nodiscard]] inline CodePoint code_point_before(std::string_view text, std::size_t at) {
    if (at == 0) return {0, 0};
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto start = static_cast<std::int32_t>(at - 1);
    U8_SET_CP_START(bytes, 0, start);
    const CodePoint found = code_point_at(text, static_cast<std::size_t>(start));
    return static_cast<std::size_t>(start) + found.size == at ? found : no_code_point;
}

/// Appends a code point as UTF-8.
inline void append_utf8(char32_t value, std::string& to) {
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, value);
    to.append(reinterpret_cast<const char*>(bytes.data()), size);
}

} // namespace annexkit
