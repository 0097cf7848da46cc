// SPDX-License-Identifier: Apache-2.0
// A byte is classed by its halves: two tables of 16, looked up for 32 bytes at once where the processor can. Each class
// is a set of low halves with a set of high ones.
#include "text_rules/signs.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace annexkit {
namespace {

using Byte = unsigned char;
using Table = std::array<Byte, 16>;

enum Class : Byte {
    control_or_garbled = 1, // U+0000 to U+000F but for tab, LF and CR; and, with others from 80 to 8F, the byte 83:
                            // U+00C3, which garbled text begins with, is C3 83
    control_or_lead = 2,    // U+0010 to U+001F, and the lead bytes D0 to FF
    line_end = 4,           // LF, CR
    quote = 8,              // " &
    bracket = 16,           // ( )
    bracket_or_mark = 32,   // [ \ ] ^ _ { | } ~ and U+007F
    angle = 64,             // < > ?
    lead = 128              // C2 and C6 to CF: French needs C3 and C5, names C4
};

constexpr Table low_halves = [] {
    constexpr std::uint16_t every = 0xFFFF;
    constexpr std::array<std::pair<Class, std::uint16_t>, 8> sets = {{
        {control_or_garbled, every & ~(1U << 0x9 | 1U << 0xA | 1U << 0xD)},
        {control_or_lead, every},
        {line_end, 1U << 0xA | 1U << 0xD},
        {quote, 1U << 0x2 | 1U << 0x6},
        {bracket, 1U << 0x8 | 1U << 0x9},
        {bracket_or_mark, 0xF800},
        {angle, 1U << 0xC | 1U << 0xE | 1U << 0xF},
        {lead, 1U << 0x2 | 0xFFC0},
    }};
    Table table{};
    for (std::size_t half = 0; half < table.size(); ++half)
        for (const auto& [named, set] : sets)
            if ((set >> half & 1) != 0) table[half] = static_cast<Byte>(table[half] | named);
    return table;
}();
constexpr Table high_halves = {control_or_garbled | line_end,
                               control_or_lead,
                               quote | bracket,
                               angle,
                               0,
                               bracket_or_mark,
                               0,
                               bracket_or_mark,
                               control_or_garbled,
                               0,
                               0,
                               0,
                               lead,
                               control_or_lead,
                               control_or_lead,
                               control_or_lead};

/// What was seen: the classes of all bytes, and whether pairs of neighbours are signs.
struct Seen {
    Byte classes = 0;
    bool twice = false;
    bool address = false;
    bool hyphen = false;
};

// A byte twice, which marks and spaces are, and the w of "www".
constexpr bool is_twice(Byte byte, Byte behind) { return byte == behind && (byte < '0' || byte == 'w'); }
constexpr bool is_address(Byte byte, Byte behind) { return byte == ':' && behind == '/'; }
constexpr bool is_hyphen(Byte byte, Byte behind) { return byte == '-' && behind == ' '; }

Seen look_narrow(const Byte* text, std::size_t size) {
    Seen seen;
    for (std::size_t i = 0; i < size; ++i) {
        const Byte byte = text[i];
        seen.classes = static_cast<Byte>(seen.classes | (low_halves[byte & 0xF] & high_halves[byte >> 4]));
        if (i + 1 == size) break;
        seen.twice = seen.twice || is_twice(byte, text[i + 1]);
        seen.address = seen.address || is_address(byte, text[i + 1]);
        seen.hyphen = seen.hyphen || is_hyphen(byte, text[i + 1]);
    }
    return seen;
}

#if defined(__x86_64__)
constexpr std::size_t block_bytes = 32;

[[gnu::target("avx2")]] __m256i broadcast(const Table& table) {
    return _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data())));
}

[[gnu::target("avx2")]] Byte any_of(__m256i bytes) {
    const __m128i half = _mm_or_si128(_mm256_castsi256_si128(bytes), _mm256_extracti128_si256(bytes, 1));
    std::uint64_t word =
        static_cast<std::uint64_t>(_mm_cvtsi128_si64(half)) | static_cast<std::uint64_t>(_mm_extract_epi64(half, 1));
    for (const unsigned bits : {32U, 16U, 8U}) word |= word >> bits;
    return static_cast<Byte>(word);
}

[[gnu::target("avx2")]] bool has_any(__m256i bytes) { return _mm256_testz_si256(bytes, bytes) == 0; }

/// Looks at every byte but the last, of which there are as many as a block has, at least.
[[gnu::target("avx2")]] Seen look_wide(const Byte* text, std::size_t size) {
    const __m256i low = broadcast(low_halves);
    const __m256i high = broadcast(high_halves);
    const __m256i half = _mm256_set1_epi8(0xF);
    const __m256i last_mark = _mm256_set1_epi8('0' - 1);
    const __m256i letter_w = _mm256_set1_epi8('w');
    __m256i classes = _mm256_setzero_si256();
    __m256i twice = classes;
    __m256i address = classes;
    __m256i hyphen = classes;
    // The last look overlaps the one before.
    const Byte* const last = text + size - block_bytes - 1;
    for (const Byte* at = text;; at = at + block_bytes < last ? at + block_bytes : last) {
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
        const __m256i behind = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at + 1));
        const __m256i of_low = _mm256_shuffle_epi8(low, _mm256_and_si256(bytes, half));
        const __m256i of_high = _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half));
        classes = _mm256_or_si256(classes, _mm256_and_si256(of_low, of_high));
        const __m256i doubles = _mm256_or_si256(_mm256_cmpeq_epi8(_mm256_min_epu8(bytes, last_mark), bytes),
                                                _mm256_cmpeq_epi8(bytes, letter_w));
        twice = _mm256_or_si256(twice, _mm256_and_si256(_mm256_cmpeq_epi8(bytes, behind), doubles));
        address = _mm256_or_si256(address, _mm256_and_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(':')),
                                                            _mm256_cmpeq_epi8(behind, _mm256_set1_epi8('/'))));
        hyphen = _mm256_or_si256(hyphen, _mm256_and_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('-')),
                                                          _mm256_cmpeq_epi8(behind, _mm256_set1_epi8(' '))));
        if (at == last) break;
    }
    return {any_of(classes), has_any(twice), has_any(address), has_any(hyphen)};
}

Seen look(const Byte* text, std::size_t size) {
    static const bool is_wide = __builtin_cpu_supports("avx2") != 0;
    if (!is_wide) return look_narrow(text, size);
    if (size > block_bytes) {
        Seen seen = look_wide(text, size);
        // The last byte has none behind it.
        const Byte byte = text[size - 1];
        seen.classes = static_cast<Byte>(seen.classes | (low_halves[byte & 0xF] & high_halves[byte >> 4]));
        return seen;
    }
    std::array<Byte, block_bytes + 1> padded;
    padded.fill('a');
    std::memcpy(padded.data(), text, size);
    return look_wide(padded.data(), padded.size());
}
#else
constexpr auto look = look_narrow;
#endif

bool is_space(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

} // namespace

Signs signs_of(std::string_view text) {
    Signs signs;
    if (text.empty()) return signs;
    signs.space_at_end = is_space(text.front()) || is_space(text.back());
    const Seen seen = look(reinterpret_cast<const Byte*>(text.data()), text.size());
    if (seen.classes == 0 && !seen.twice && !seen.address && !seen.hyphen) return signs;
    const auto has = [&](unsigned classes) { return (seen.classes & classes) != 0; };
    signs.control = has(control_or_garbled | control_or_lead | bracket_or_mark);
    signs.line_end = has(line_end);
    signs.twice = seen.twice;
    signs.bracket = has(bracket | bracket_or_mark);
    signs.quote = has(quote);
    signs.angle = has(angle);
    signs.address = seen.address;
    signs.hyphen = seen.hyphen;
    signs.foreign = has(control_or_garbled | control_or_lead | lead);
    return signs;
}

} // namespace annexkit
