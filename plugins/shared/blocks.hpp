// SPDX-License-Identifier: Apache-2.0
// Looks for bytes in many at a time: 16 by SSE2, which every 64-bit x86 has, else one by one.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/wide.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace annexkit::shared {

inline constexpr std::size_t block_bytes = 64;

/// The bits of the bytes before `end`, which is less than 64.
constexpr std::uint64_t bits_before(std::size_t end) { return (std::uint64_t{1} << end) - 1; }
/// The bits of the bytes up to and with `last`, which is less than 64.
constexpr std::uint64_t bits_through(std::size_t last) { return (std::uint64_t{2} << last) - 1; }
/// The bits before the first one of `bits`, which are not all 0.
constexpr std::uint64_t bits_before_first(std::uint64_t bits) { return (bits & (~bits + 1)) - 1; }
constexpr std::size_t first_bit(std::uint64_t bits) { return static_cast<std::size_t>(std::countr_zero(bits)); }
constexpr std::size_t last_bit(std::uint64_t bits) { return 63 - static_cast<std::size_t>(std::countl_zero(bits)); }

/// One bit for each of the 64 bytes at `block` that is one of `wanted`.
template <class... Wanted> std::uint64_t mask_of(const char* block, Wanted... wanted) {
    std::uint64_t mask = 0;
#if defined(__SSE2__)
    for (std::size_t i = 0; i < block_bytes; i += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + i));
        __m128i found = _mm_setzero_si128();
        ((found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(wanted)))), ...);
        mask |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(found))) << i;
    }
#else
    for (std::size_t i = 0; i < block_bytes; ++i)
        mask |= static_cast<std::uint64_t>(((block[i] == wanted) || ...)) << i;
#endif
    return mask;
}

/// A few bytes to look for.
template <std::size_t count> class ByteSet {
  public:
    explicit ByteSet(std::array<char, count> bytes) {
        for (std::size_t i = 0; i < count; ++i) {
            holds_[static_cast<unsigned char>(bytes[i])] = true;
#if defined(__SSE2__)
            spread_[i].fill(bytes[i]);
#endif
        }
    }

    [[nodiscard]] bool holds(char byte) const { return holds_[static_cast<unsigned char>(byte)]; }

    /// Offset of the first byte of `text` that is in the set; the size of the text when there is none.
    [[nodiscard]] std::size_t find(std::string_view text) const {
        std::size_t at = 0;
#if defined(__x86_64__)
        if (text.size() >= wide_bytes && is_wide) return find_wide(text);
#endif
#if defined(__SSE2__)
        if (text.size() >= 16) {
            // The last look overlaps the one before, which found nothing.
            for (const std::size_t last = text.size() - 16;; at = at + 16 < last ? at + 16 : last) {
                const auto found = hits(_mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at)));
                if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
                if (at == last) return text.size();
            }
        }
        if (text.size() >= 8) {
            const char* const end = text.data() + text.size();
            const __m128i first = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(text.data()));
            const __m128i last = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(end - 8));
            const auto found = hits(_mm_unpacklo_epi64(first, last));
            if (found == 0) return text.size();
            const auto bit = static_cast<std::size_t>(std::countr_zero(found));
            return bit < 8 ? bit : text.size() - 16 + bit;
        }
#endif
        while (at < text.size() && !holds(text[at])) ++at;
        return at;
    }

  private:
#if defined(__SSE2__)
    [[nodiscard]] unsigned hits(__m128i bytes) const {
        __m128i found = _mm_setzero_si128();
        for (const Spread& wanted : spread_)
            found = _mm_or_si128(
                found, _mm_cmpeq_epi8(bytes, _mm_load_si128(reinterpret_cast<const __m128i*>(wanted.data()))));
        return static_cast<unsigned>(_mm_movemask_epi8(found));
    }

#if defined(__x86_64__)
    [[nodiscard, gnu::target("avx2")]] std::size_t find_wide(std::string_view text) const {
        const std::size_t last = text.size() - wide_bytes;
        for (std::size_t at = 0;; at = at + wide_bytes < last ? at + wide_bytes : last) {
            const auto bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + at));
            __m256i found = _mm256_setzero_si256();
            for (const Spread& wanted : spread_)
                found = _mm256_or_si256(found, _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(wanted[0])));
            const auto hits = static_cast<unsigned>(_mm256_movemask_epi8(found));
            if (hits != 0) return at + static_cast<std::size_t>(std::countr_zero(hits));
            if (at == last) return text.size();
        }
    }
#endif

    using Spread = std::array<char, 16>;
    alignas(16) std::array<Spread, count> spread_; ///< each byte 16 times, so that a look at a short text spreads none
#endif

    std::array<bool, 256> holds_{};
};

} // namespace annexkit::shared
