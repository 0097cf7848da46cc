// SPDX-License-Identifier: Apache-2.0
// Bytes of JSON text: white space, and the stretches of a string that stand for themselves.
#pragma once

#include <bit>
#include <cstddef>
#include <string_view>

#include "shared/wide.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace annexkit::json {

inline bool is_blank(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }
inline bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
/// A byte of a character of UTF-8 other than its first.
inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Offset of the first byte at or after `at` that is no white space; the size of the text when there is none.
inline std::size_t skip_blank(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) ++at;
    return at;
}

#if defined(__x86_64__)
/// What plain_end answers for 32 bytes or more.
[[gnu::target("avx2")]] inline const char* plain_end_wide(const char* at, const char* end) {
    const __m256i last_control = _mm256_set1_epi8(0x1F);
    for (const char* const last = end - shared::wide_bytes;;
         at = at + shared::wide_bytes < last ? at + shared::wide_bytes : last) {
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
        const __m256i marks = _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"')),
                                              _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\')));
        const __m256i controls = _mm256_cmpeq_epi8(_mm256_max_epu8(bytes, last_control), last_control);
        const auto hits = static_cast<unsigned>(_mm256_movemask_epi8(_mm256_or_si256(marks, controls)));
        if (hits != 0) return at + std::countr_zero(hits);
        if (at == last) return end;
    }
}
#endif

/// The first byte of [at, end) that cannot stand in a JSON string as it is: a quotation mark, a backslash or a control
/// character; `end` when there is none.
inline const char* plain_end(const char* at, const char* end) {
#if defined(__x86_64__)
    if (end - at >= static_cast<std::ptrdiff_t>(shared::wide_bytes) && shared::is_wide) return plain_end_wide(at, end);
#endif
#if defined(__SSE2__)
    const auto hits = [](__m128i bytes) {
        const __m128i last_control = _mm_set1_epi8(0x1F);
        const __m128i marks =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
        const __m128i controls = _mm_cmpeq_epi8(_mm_max_epu8(bytes, last_control), last_control);
        return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(marks, controls)));
    };
    if (end - at >= 16) {
        // The last look overlaps the one before, which found nothing.
        for (const char* const last = end - 16;; at = last - at > 16 ? at + 16 : last) {
            const unsigned found = hits(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at)));
            if (found != 0) return at + std::countr_zero(found);
            if (at == last) return end;
        }
    }
    if (end - at >= 8) {
        const __m128i first = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(at));
        const __m128i last = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(end - 8));
        const unsigned found = hits(_mm_unpacklo_epi64(first, last));
        if (found == 0) return end;
        const int bit = std::countr_zero(found);
        return bit < 8 ? at + bit : end - 16 + bit;
    }
#endif
    while (at != end && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) > 0x1F) ++at;
    return at;
}

/// Offset of the quotation mark that closes the string whose content starts at `at`; the size when there is none.
inline std::size_t string_end(std::string_view text, std::size_t at) {
    const char* const end = text.data() + text.size();
    const char* from = text.data() + at;
    while (from != end) {
        from = plain_end(from, end);
        if (from == end || *from == '"') break;
        // What follows a backslash never closes the string.
        from += *from == '\\' && end - from > 1 ? 2 : 1;
    }
    return static_cast<std::size_t>(from - text.data());
}

} // namespace annexkit::json
