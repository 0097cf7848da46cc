// SPDX-License-Identifier: Apache-2.0
// The characters of XML 1.0 (fifth edition): white space, names, and the stretches of text that stand for themselves.
#pragma once

#include "stretches.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace annexkit::xml {

inline constexpr std::size_t nowhere = std::string_view::npos;

/// Production [3], S.
constexpr bool is_blank(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }
constexpr std::size_t skip_blank(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) ++at;
    return at;
}
constexpr bool is_all_blank(std::string_view text) { return skip_blank(text, 0) == text.size(); }
constexpr std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// Production [2], Char.
constexpr bool is_character(std::uint32_t code) {
    if (code < 0x20) return code == 9 || code == 10 || code == 13;
    return code < 0xD800 || (code > 0xDFFF && code < 0xFFFE) || (code > 0xFFFF && code < 0x110000);
}
/// How many bytes of UTF-8 a character has, by the first of them.
constexpr std::size_t character_size(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}
/// How many bytes of UTF-8 at `at` are a character that XML cannot hold; 0 where it can.
std::size_t unholdable(std::string_view text, std::size_t at);

// ---- Names ----

/// A name with or without a prefix (production [5], and QName of Namespaces in XML), as far as it goes.
/// end: the first byte that belongs to no name; the size of the text where it may go on behind it.
/// colon: where the prefix ends, or nowhere.
struct QName {
    enum class Fault : std::uint8_t { none, no_name, colon };
    std::size_t end = 0;
    std::size_t colon = nowhere;
    Fault fault = Fault::none;
};

/// Reads names beyond ASCII, those with a prefix and those that are none.
QName read_any_name(std::string_view text, std::size_t at);

/// What belongs to a name in ASCII, but for the colon.
using NameBytes = Union<Letters, Between<'0', '9'>, Between<'-', '.'>, Any<'_'>>;
using NameStartBytes = Union<Letters, Any<'_'>>;

inline QName read_name(std::string_view text, std::size_t at) {
    const char* const end = text.data() + text.size();
    const char* const name_end = first_not_of<NameBytes>(text.data() + at, end);
    const bool goes_on = name_end != end && (*name_end == ':' || static_cast<unsigned char>(*name_end) >= 0x80);
    if (goes_on || at == text.size() || !NameStartBytes::has(text[at])) return read_any_name(text, at);
    return {static_cast<std::size_t>(name_end - text.data()), nowhere, QName::Fault::none};
}

/// An NCName: a name without a colon.
bool is_plain_name(std::string_view text);

constexpr std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }
constexpr std::string_view prefix_of(std::string_view name) {
    const auto colon = name.find(':');
    return colon == nowhere ? std::string_view() : name.substr(0, colon);
}

// ---- Text ----

using Blanks = Any<' ', '\n', '\r', '\t'>;

inline constexpr char first_of_noncharacters = '\xEF'; // U+FFFE and U+FFFF are EF BF BE and EF BF BF

/// What may be a character that XML cannot hold, and carriage returns, which may be read as line feeds.
using Doubtful = Union<Controls, Any<first_of_noncharacters>>;

} // namespace annexkit::xml
