// SPDX-License-Identifier: Apache-2.0
#include "characters.hpp"

#include <algorithm>

namespace annexkit::xml {
namespace {

struct CodeRange {
    std::uint32_t first;
    std::uint32_t last;
};

// Production [4], NameStartChar, beyond ASCII.
constexpr CodeRange start_ranges[] = {{0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x370, 0x37D},
                                      {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},
                                      {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
// What production [4a], NameChar, adds beyond ASCII.
constexpr CodeRange inner_ranges[] = {{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};

template <std::size_t count> bool is_in(std::uint32_t code, const CodeRange (&ranges)[count]) {
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [code](const CodeRange& range) { return code >= range.first && code <= range.last; });
}

/// One character of UTF-8 that is not ASCII. size 0: the text ends within it.
struct Character {
    std::uint32_t code = 0;
    std::size_t size = 0;
};

// The host has checked that the text is UTF-8, so the first byte tells the size.
Character character_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t size = character_size(text[at]);
    if (text.size() - at < size) return {};
    std::uint32_t code = first & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
    return {code, size};
}

/// Where in a name a character may stand; size 0: the text ends within it.
enum class Place { none, inner, start, colon };
struct NameCharacter {
    Place place = Place::none;
    std::size_t size = 0;
};

NameCharacter name_character(std::string_view text, std::size_t at) {
    const char byte = text[at];
    if (byte == ':') return {Place::colon, 1};
    if (NameStartBytes::has(byte)) return {Place::start, 1};
    if (NameBytes::has(byte)) return {Place::inner, 1};
    if (static_cast<unsigned char>(byte) < 0x80) return {Place::none, 1};
    const Character character = character_at(text, at);
    if (is_in(character.code, start_ranges)) return {Place::start, character.size};
    return {is_in(character.code, inner_ranges) ? Place::inner : Place::none, character.size};
}

} // namespace

std::size_t unholdable(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20) return is_blank(text[at]) ? 0 : 1;
    const std::string_view three = text.substr(at, 3);
    return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF" ? 3 : 0;
}

QName read_any_name(std::string_view text, std::size_t at) {
    QName name{at, nowhere, QName::Fault::none};
    // Where the name, or the part of it behind a colon, starts.
    std::size_t part = at;
    while (name.end < text.size()) {
        const NameCharacter character = name_character(text, name.end);
        if (character.size == 0) return {text.size(), name.colon, name.fault};
        if (character.place == Place::none || (character.place == Place::inner && name.end == at)) break;
        const bool is_colon = character.place == Place::colon;
        if (name.end == part && character.place != Place::start) name.fault = QName::Fault::colon;
        if (is_colon && name.colon != nowhere) name.fault = QName::Fault::colon;
        if (is_colon && name.colon == nowhere) name.colon = name.end;
        name.end += character.size;
        if (is_colon) part = name.end;
    }
    if (name.end == at) return {at, nowhere, QName::Fault::no_name};
    if (name.end == part) name.fault = QName::Fault::colon;
    return name;
}

bool is_plain_name(std::string_view text) {
    if (text.empty()) return false;
    const QName name = read_name(text, 0);
    return name.fault == QName::Fault::none && name.colon == nowhere && name.end == text.size();
}

} // namespace annexkit::xml
