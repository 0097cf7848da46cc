// SPDX-License-Identifier: Apache-2.0
// The characters of XML 1.0 (fifth edition): white space, names, and the stretches of text that stand for themselves.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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

namespace detail {

enum class NameByte : std::uint8_t { none, inner, start, colon, beyond };

constexpr std::array<NameByte, 256> name_bytes = [] {
    std::array<NameByte, 256> bytes{};
    for (std::size_t byte = 0x80; byte < 256; ++byte) bytes[byte] = NameByte::beyond;
    for (std::size_t letter = 'a'; letter <= 'z'; ++letter) bytes[letter] = bytes[letter - 0x20] = NameByte::start;
    for (std::size_t digit = '0'; digit <= '9'; ++digit) bytes[digit] = NameByte::inner;
    bytes['-'] = bytes['.'] = NameByte::inner;
    bytes['_'] = NameByte::start;
    bytes[':'] = NameByte::colon;
    return bytes;
}();

constexpr NameByte name_byte(char byte) { return name_bytes[static_cast<unsigned char>(byte)]; }

} // namespace detail

inline QName read_name(std::string_view text, std::size_t at) {
    using detail::NameByte;
    if (at >= text.size() || detail::name_byte(text[at]) != NameByte::start) return read_any_name(text, at);
    std::size_t end = at + 1;
    NameByte byte = NameByte::none;
    for (; end < text.size(); ++end) {
        byte = detail::name_byte(text[end]);
        if (byte != NameByte::start && byte != NameByte::inner) break;
    }
    if (end < text.size() && byte != NameByte::none) return read_any_name(text, at);
    return {end, nowhere, QName::Fault::none};
}

/// An NCName: a name without a colon.
bool is_plain_name(std::string_view text);

constexpr std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }
constexpr std::string_view prefix_of(std::string_view name) {
    const auto colon = name.find(':');
    return colon == nowhere ? std::string_view() : name.substr(0, colon);
}

// ---- Text ----

namespace detail {

constexpr char first_of_noncharacters = '\xEF'; // U+FFFE and U+FFFF are EF BF BE and EF BF BF

template <char... marks> constexpr bool is_any(char byte) { return ((byte == marks) || ...); }
constexpr bool is_doubtful(char byte) {
    const bool is_control = static_cast<unsigned char>(byte) < 0x20;
    return (is_control && byte != '\n' && byte != '\t') || byte == first_of_noncharacters;
}

#if defined(__SSE2__)
template <char... marks> __m128i any(__m128i bytes) {
    __m128i found = _mm_setzero_si128();
    ((found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(marks)))), ...);
    return found;
}
inline __m128i doubtful(__m128i bytes) {
    const __m128i last_control = _mm_set1_epi8(0x1F);
    const __m128i controls = _mm_cmpeq_epi8(_mm_max_epu8(bytes, last_control), last_control);
    return _mm_or_si128(_mm_andnot_si128(any<'\n', '\t'>(bytes), controls), any<first_of_noncharacters>(bytes));
}
#endif

template <bool doubtful_too, char... marks> const char* find(const char* at, const char* end) {
#if defined(__SSE2__)
    for (; end - at >= 16; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        __m128i found = any<marks...>(bytes);
        if constexpr (doubtful_too) found = _mm_or_si128(found, doubtful(bytes));
        const auto hits = static_cast<unsigned>(_mm_movemask_epi8(found));
        if (hits != 0) return at + std::countr_zero(hits);
    }
#endif
    while (at != end && !is_any<marks...>(*at) && !(doubtful_too && is_doubtful(*at))) ++at;
    return at;
}

} // namespace detail

/// The first byte of [at, end) that is one of `marks`; `end` when there is none.
template <char... marks> const char* find_any(const char* at, const char* end) {
    return detail::find<false, marks...>(at, end);
}

/// The first byte of [at, end) that is one of `marks`, a control character other than a line feed or a tab, or may
/// begin U+FFFE or U+FFFF; `end` when there is none.
template <char... marks> const char* plain_end(const char* at, const char* end) {
    return detail::find<true, marks...>(at, end);
}

/// The first byte of [at, end) that is no white space; `end` when there is none.
inline const char* blank_end(const char* at, const char* end) {
#if defined(__SSE2__)
    for (; end - at >= 16; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const auto blanks = static_cast<unsigned>(_mm_movemask_epi8(detail::any<' ', '\n', '\r', '\t'>(bytes)));
        if (blanks != 0xFFFF) return at + std::countr_one(blanks);
    }
#endif
    while (at != end && is_blank(*at)) ++at;
    return at;
}

} // namespace annexkit::xml
