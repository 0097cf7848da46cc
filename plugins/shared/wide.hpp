// SPDX-License-Identifier: Apache-2.0
// Looks at 32 bytes at a time, on processors that have AVX2.
#pragma once

#include <cstddef>

#if defined(__x86_64__)
#include <immintrin.h>

namespace annexkit::shared {

inline constexpr std::size_t wide_bytes = 32;
inline const bool is_wide = __builtin_cpu_supports("avx2") != 0;

} // namespace annexkit::shared
#endif
