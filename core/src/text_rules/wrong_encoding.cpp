// SPDX-License-Identifier: Apache-2.0
// Texts that went through the wrong encoding. UTF-8 that was read as Windows-1252 or Latin-1 shows as a letter from
// U+00C2 on, which was a lead byte, and characters that were continuation bytes: "Ã©" for "é".
#include "text/code_points.hpp"
#include "text_rules/text_rules.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <optional>

#include <unicode/ucnv.h>

namespace annexkit {
namespace {

constexpr std::size_t c1_count = 32;

/// What Windows-1252 has at 0x80 to 0x9F, by ICU; 0 where it has nothing.
const std::array<char32_t, c1_count>& windows_1252() {
    static const auto table = [] {
        std::array<char, c1_count> bytes{};
        for (std::size_t i = 0; i < c1_count; ++i) bytes[i] = static_cast<char>(0x80 + i);
        std::array<UChar, c1_count> read{};
        UErrorCode status = U_ZERO_ERROR;
        const icu::LocalUConverterPointer converter(ucnv_open("windows-1252", &status));
        ucnv_toUChars(converter.getAlias(), read.data(), c1_count, bytes.data(), c1_count, &status);
        if (U_FAILURE(status)) throw std::bad_alloc();
        std::array<char32_t, c1_count> result{};
        for (std::size_t i = 0; i < c1_count; ++i) result[i] = read[i] == 0x80 + i ? 0 : read[i];
        return result;
    }();
    return table;
}

/// The byte that a character was read from, be it by Windows-1252 or Latin-1.
std::optional<unsigned char> byte_of(char32_t c) {
    if (c < 0x100) return static_cast<unsigned char>(c);
    const auto& table = windows_1252();
    const auto* const found = std::find(table.begin(), table.end(), c);
    if (found == table.end()) return std::nullopt;
    return static_cast<unsigned char>(0x80 + (found - table.begin()));
}

/// Characters that texts of our declarations are made of. Others, such as Chinese and phonetic ones, are what two
/// honest characters look like when they are taken for bytes: "é »" would be U+983B.
bool is_plausible(char32_t c) {
    const auto within = [&](char32_t first, char32_t last) { return c >= first && c <= last; };
    return within(0xA0, 0x17F) || within(0x370, 0x52F) || within(0x600, 0x6FF) || within(0x2000, 0x22FF) ||
           within(0xFB00, 0xFB06) || c == 0xFEFF || c == 0xFFFD;
}

/// What may well follow a capital at the end of a word: "«MOBILITÉ»", "PRÊTÀ ".
bool closes_word(char32_t c) {
    return c == 0xA0 || c == 0xBB || c == 0x2019 || c == 0x201D || c == 0x2026 || c == 0x2013 || c == 0x2014;
}

bool is_capital(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7); }

struct Garbled {
    std::size_t size = 0;
    char32_t meant = 0;
};

/// The garbled character that begins at an offset.
std::optional<Garbled> garbled_at(std::string_view text, std::size_t at) {
    const CodePoint lead = code_point_at(text, at);
    if (lead.value < 0xC2 || lead.value > 0xEF) return std::nullopt;
    const int more = lead.value >= 0xE0 ? 2 : 1;
    Garbled found{lead.size, lead.value & (more == 2 ? 0x0F : 0x1F)};
    char32_t last = 0;
    for (int i = 0; i < more; ++i) {
        const CodePoint next = code_point_at(text, at + found.size);
        const auto byte = byte_of(next.value);
        if (!byte || (*byte & 0xC0) != 0x80) return std::nullopt;
        found.meant = found.meant << 6 | (*byte & 0x3FU);
        found.size += next.size;
        last = next.value;
    }
    if (!is_plausible(found.meant)) return std::nullopt;
    const char32_t before = code_point_before(text, at).value;
    const bool honest = more == 1 && closes_word(last) && (is_capital(before) || before == 0xAB || before == 0x2019);
    return honest ? std::nullopt : std::optional(found);
}

/// A character that Latin-1 has no use for, and Windows-1252 has.
bool is_c1(char32_t c) { return c >= 0x80 && c < 0xA0 && windows_1252()[c - 0x80] != 0; }

std::string spelled(char32_t c) {
    std::string text;
    append_utf8(c, text);
    return text;
}

} // namespace

bool find_wrong_encoding(std::string_view text, TextFaults& faults) {
    std::optional<TextFault> c1;
    std::optional<TextFault> replaced;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint here = code_point_at(text, at);
        if (const auto garbled = garbled_at(text, at)) {
            const bool lost = garbled->meant == 0xFFFD;
            faults.push_back({lost ? "text.replacement-character" : "text.mojibake",
                              at,
                              garbled->size,
                              {{"value", std::string(text.substr(at, garbled->size))},
                               {"nearest", lost ? std::string() : spelled(garbled->meant)}}});
            return true;
        }
        if (is_c1(here.value) && !c1) {
            const char32_t meant = windows_1252()[here.value - 0x80];
            c1 = TextFault{
                "text.windows-1252",
                at,
                here.size,
                {{"code", "U+00" + std::string(1, here.value < 0x90 ? '8' : '9') + "0123456789ABCDEF"[here.value & 15]},
                 {"nearest", spelled(meant)}}};
        }
        if (here.value == 0xFFFD && !replaced) replaced = TextFault{"text.replacement-character", at, here.size, {}};
        at += here.size;
    }
    if (!c1 && !replaced) return false;
    faults.push_back(std::move(replaced ? *replaced : *c1));
    return true;
}

std::optional<std::string> unmisread(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint here = code_point_at(text, at);
        const auto byte = byte_of(here.value);
        if (!byte) return std::nullopt;
        bytes += static_cast<char>(*byte);
        at += here.size;
    }
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint here = code_point_at(bytes, at);
        const bool is_sound = here.value < 0x80 || (here.value != no_code_point.value && is_plausible(here.value) &&
                                                    here.value != 0xFFFD && here.value != 0xFEFF);
        if (!is_sound) return std::nullopt;
        at += here.size;
    }
    return bytes;
}

std::string with_windows_1252(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint here = code_point_at(text, at);
        const char32_t meant = is_c1(here.value) ? windows_1252()[here.value - 0x80] : 0;
        if (meant == 0) {
            result += text.substr(at, here.size);
        } else {
            append_utf8(meant, result);
        }
        at += here.size;
    }
    return result;
}

} // namespace annexkit
