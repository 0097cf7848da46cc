// SPDX-License-Identifier: Apache-2.0
#include "marks.hpp"

#include <algorithm>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace annexkit::csv {
namespace {

Marker::Width widest() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("pclmul") != 0) {
        if (__builtin_cpu_supports("avx512bw") != 0) return Marker::Width::block;
        if (__builtin_cpu_supports("avx2") != 0) return Marker::Width::half;
    }
#endif
    return Marker::Width::quarter;
}

} // namespace

// Part of all looks, so that a block costs one call, and many blocks cost one. In parity each bit tells whether the
// quotes up to it are odd: an opening quote is inside, a closing one is not.
[[gnu::always_inline]] inline void Marker::follow(std::uint64_t stops, std::uint64_t lines, std::uint64_t quotes,
                                                  std::uint64_t parity, Marks& marks) {
    const std::uint64_t inside = parity ^ before_.inside;
    const std::uint64_t ends = stops & ~inside;
    const std::uint64_t closing = quotes & ~inside;
    const std::uint64_t opening = quotes & inside;
    const std::uint64_t after_end = ends << 1 | before_.after_end;
    const std::uint64_t after_closing = closing << 1 | before_.after_closing;
    before_ = {(inside >> (shared::block_bytes - 1)) != 0 ? ~std::uint64_t{0} : 0, ends >> (shared::block_bytes - 1),
               closing >> (shared::block_bytes - 1)};
    marks = {ends, lines & ~inside, lines & inside, opening & after_closing,
             (opening & ~(after_end | after_closing)) | (after_closing & ~(stops | quotes))};
}

// Whether the next block may be skimmed.
[[gnu::always_inline]] inline bool Marker::note(const Marks& marks, const Before& before, Skimmed& skimmed) {
    if (marks.faults != 0) {
        before_ = before;
        return false;
    }
    if (marks.lines != 0) skimmed.behind_line = skimmed.end + shared::last_bit(marks.lines) + 1;
    skimmed.end += shared::block_bytes;
    return true;
}

[[gnu::always_inline]] inline void Marker::look_at_quarters(const char* block, Marks& marks) {
    const std::uint64_t lines = shared::mask_of(block, '\n', '\r');
    const std::uint64_t quotes = shared::mask_of(block, quote_);
    std::uint64_t parity = quotes;
    for (unsigned shift = 1; shift < shared::block_bytes; shift *= 2) parity ^= parity << shift;
    follow(lines | shared::mask_of(block, delimiter_), lines, quotes, parity, marks);
}

void Marker::next_quarters(const char* block, Marks& marks) { look_at_quarters(block, marks); }

Marker::Skimmed Marker::skim_quarters(std::string_view text) {
    Skimmed skimmed;
    for (Marks marks; text.size() - skimmed.end >= shared::block_bytes;) {
        const Before before = before_;
        look_at_quarters(text.data() + skimmed.end, marks);
        if (!note(marks, before, skimmed)) break;
    }
    return skimmed;
}

#if defined(__x86_64__)
namespace {

struct Wide {
    __m256i low;
    __m256i high;
};

[[gnu::target("avx2,pclmul")]] inline std::uint64_t mask_of(const Wide& bytes, char wanted) {
    const __m256i pattern = _mm256_set1_epi8(wanted);
    const auto low = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes.low, pattern)));
    const auto high = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes.high, pattern)));
    return std::uint64_t{high} << 32 | low;
}

// A product without carries with all bits set: what the shifts of the narrowest look come to.
[[gnu::target("pclmul")]] inline std::uint64_t parity_of(std::uint64_t quotes) {
    const __m128i product =
        _mm_clmulepi64_si128(_mm_cvtsi64_si128(static_cast<long long>(quotes)), _mm_set1_epi8(-1), 0);
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
}

} // namespace

[[gnu::target("avx512bw,pclmul"), gnu::always_inline]] inline void Marker::look_at_block(const char* block,
                                                                                         Marks& marks) {
    const __m512i bytes = _mm512_loadu_si512(block);
    const std::uint64_t lines =
        _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n')) | _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\r'));
    const std::uint64_t quotes = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(quote_));
    const std::uint64_t stops = lines | _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(delimiter_));
    follow(stops, lines, quotes, parity_of(quotes), marks);
}

[[gnu::target("avx512bw,pclmul")]] void Marker::next_block(const char* block, Marks& marks) {
    look_at_block(block, marks);
}

[[gnu::target("avx512bw,pclmul")]] Marker::Skimmed Marker::skim_blocks(std::string_view text) {
    Skimmed skimmed;
    for (Marks marks; text.size() - skimmed.end >= shared::block_bytes;) {
        const Before before = before_;
        look_at_block(text.data() + skimmed.end, marks);
        if (!note(marks, before, skimmed)) break;
    }
    return skimmed;
}

[[gnu::target("avx2,pclmul"), gnu::always_inline]] inline void Marker::look_at_halves(const char* block, Marks& marks) {
    const Wide bytes{_mm256_loadu_si256(reinterpret_cast<const __m256i*>(block)),
                     _mm256_loadu_si256(reinterpret_cast<const __m256i*>(block + 32))};
    const std::uint64_t lines = mask_of(bytes, '\n') | mask_of(bytes, '\r');
    const std::uint64_t quotes = mask_of(bytes, quote_);
    follow(lines | mask_of(bytes, delimiter_), lines, quotes, parity_of(quotes), marks);
}

[[gnu::target("avx2,pclmul")]] void Marker::next_halves(const char* block, Marks& marks) {
    look_at_halves(block, marks);
}

[[gnu::target("avx2,pclmul")]] Marker::Skimmed Marker::skim_halves(std::string_view text) {
    Skimmed skimmed;
    for (Marks marks; text.size() - skimmed.end >= shared::block_bytes;) {
        const Before before = before_;
        look_at_halves(text.data() + skimmed.end, marks);
        if (!note(marks, before, skimmed)) break;
    }
    return skimmed;
}
#else
void Marker::next_block(const char* block, Marks& marks) { next_quarters(block, marks); }
void Marker::next_halves(const char* block, Marks& marks) { next_quarters(block, marks); }
Marker::Skimmed Marker::skim_blocks(std::string_view text) { return skim_quarters(text); }
Marker::Skimmed Marker::skim_halves(std::string_view text) { return skim_quarters(text); }
#endif

Marker::Marker(const Dialect& dialect) : Marker(dialect, widest()) {}
Marker::Marker(const Dialect& dialect, Width width)
    : width_(std::min(width, widest())), delimiter_(dialect.delimiter), quote_(dialect.quote) {}

} // namespace annexkit::csv
