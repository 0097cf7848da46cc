// SPDX-License-Identifier: Apache-2.0
#include "digest/canonical.hpp"

#include "text/code_points.hpp"

#include <charconv>
#include <iterator>

#include <fmt/format.h>

namespace annexkit {
namespace {

constexpr std::size_t unit_size = 6; // \uXXXX

/// The UTF-16 unit that the text starts with the escape of; 0 for other text.
unsigned unit_at(std::string_view text) {
    unsigned unit = 0;
    if (text.size() >= unit_size && text.starts_with("\\u"))
        std::from_chars(text.data() + 2, text.data() + unit_size, unit, 16);
    return unit;
}

void append_character(unsigned code, std::string& to) {
    switch (code) {
    case '"': to += "\\\""; return;
    case '\\': to += "\\\\"; return;
    case '\b': to += "\\b"; return;
    case '\f': to += "\\f"; return;
    case '\n': to += "\\n"; return;
    case '\r': to += "\\r"; return;
    case '\t': to += "\\t"; return;
    default: break;
    }
    if (code >= 0x20) return append_utf8(code, to);
    fmt::format_to(std::back_inserter(to), "\\u{:04x}", code);
}

/// Appends the escape that the text starts with. Returns its size.
std::size_t append_escape(std::string_view text, std::string& to) {
    if (text[1] == '/') {
        to += '/';
        return 2;
    }
    if (text[1] != 'u') {
        to.append(text.substr(0, 2));
        return 2;
    }
    const unsigned unit = unit_at(text);
    const unsigned low = unit_at(text.substr(unit_size));
    const bool is_pair = unit >= 0xD800 && unit < 0xDC00 && low >= 0xDC00 && low < 0xE000;
    append_character(is_pair ? 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00) : unit, to);
    return is_pair ? 2 * unit_size : unit_size;
}

} // namespace

void append_canonical(std::string_view json, std::string& to) {
    for (;;) {
        const std::size_t at = json.find('\\');
        to.append(json.substr(0, at));
        if (at == std::string_view::npos) return;
        json.remove_prefix(at);
        json.remove_prefix(append_escape(json, to));
    }
}

} // namespace annexkit
