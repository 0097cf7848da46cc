// SPDX-License-Identifier: Apache-2.0
// Sets of bytes, and how far a stretch of text goes that has them or has them not.
#pragma once

#include <bit>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace annexkit::xml {

/// A set tells of one byte whether it belongs to it, and of sixteen at a time, in the same bits.
template <char... bytes> struct Any {
    static constexpr bool has(char byte) { return ((byte == bytes) || ...); }
#if defined(__SSE2__)
    static __m128i has(__m128i sixteen) {
        __m128i found = _mm_setzero_si128();
        ((found = _mm_or_si128(found, _mm_cmpeq_epi8(sixteen, _mm_set1_epi8(bytes)))), ...);
        return found;
    }
#endif
};

template <char first, char last> struct Between {
    static_assert(first > 0, "bytes beyond ASCII are negative, and so belong to no such set");
    static constexpr bool has(char byte) { return byte >= first && byte <= last; }
#if defined(__SSE2__)
    static __m128i has(__m128i sixteen) {
        return _mm_and_si128(_mm_cmpgt_epi8(sixteen, _mm_set1_epi8(first - 1)),
                             _mm_cmplt_epi8(sixteen, _mm_set1_epi8(last + 1)));
    }
#endif
};

/// A to Z and a to z.
struct Letters {
    static constexpr bool has(char byte) { return Between<'a', 'z'>::has(static_cast<char>(byte | 0x20)); }
#if defined(__SSE2__)
    static __m128i has(__m128i sixteen) { return Between<'a', 'z'>::has(_mm_or_si128(sixteen, _mm_set1_epi8(0x20))); }
#endif
};

template <class... Sets> struct Union {
    static constexpr bool has(char byte) { return (Sets::has(byte) || ...); }
#if defined(__SSE2__)
    static __m128i has(__m128i sixteen) {
        __m128i found = _mm_setzero_si128();
        ((found = _mm_or_si128(found, Sets::has(sixteen))), ...);
        return found;
    }
#endif
};

/// Control characters other than a line feed or a tab.
struct Controls {
    static constexpr bool has(char byte) {
        return static_cast<unsigned char>(byte) < 0x20 && byte != '\n' && byte != '\t';
    }
#if defined(__SSE2__)
    static __m128i has(__m128i sixteen) {
        const __m128i last = _mm_set1_epi8(0x1F);
        return _mm_andnot_si128(Any<'\n', '\t'>::has(sixteen), _mm_cmpeq_epi8(_mm_max_epu8(sixteen, last), last));
    }
#endif
};

namespace detail {

template <class Set, bool member> const char* first(const char* at, const char* end) {
#if defined(__SSE2__)
    for (; end - at >= 16; at += 16) {
        const __m128i sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const auto members = static_cast<unsigned>(_mm_movemask_epi8(Set::has(sixteen)));
        const unsigned found = member ? members : members ^ 0xFFFFu;
        if (found != 0) return at + std::countr_zero(found);
    }
#endif
    while (at != end && Set::has(*at) != member) ++at;
    return at;
}

} // namespace detail

/// The first byte of [at, end) that belongs to the set; `end` when there is none.
template <class Set> const char* first_of(const char* at, const char* end) { return detail::first<Set, true>(at, end); }

/// The first byte of [at, end) that does not belong to the set; `end` when there is none.
template <class Set> const char* first_not_of(const char* at, const char* end) {
    return detail::first<Set, false>(at, end);
}

} // namespace annexkit::xml
