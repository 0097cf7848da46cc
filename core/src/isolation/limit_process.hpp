// SPDX-License-Identifier: Apache-2.0
// What a process may take in which a plugin runs alone.
#pragma once

#include <cstdint>

#include <sys/resource.h>

namespace annexkit {

// The sanitizers take address space as they please.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool may_limit_memory = false;
#elif defined(__has_feature)
inline constexpr bool may_limit_memory = !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer);
#else
inline constexpr bool may_limit_memory = true;
#endif

/// Limits this process from now on: its address space, 0 for any; and a crash, which others tell, leaves no file.
inline void limit_process(std::uint64_t memory_bytes) {
    const ::rlimit none{0, 0};
    (void)::setrlimit(RLIMIT_CORE, &none);
    const ::rlimit memory{memory_bytes, memory_bytes};
    if (memory_bytes > 0 && may_limit_memory) (void)::setrlimit(RLIMIT_AS, &memory);
}

} // namespace annexkit
