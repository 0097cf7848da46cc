// SPDX-License-Identifier: Apache-2.0
// RapidJSON 1.1.0 uses the memory that it asks for without a look whether it got any. Included ahead of every file that
// uses it, this makes its allocator throw std::bad_alloc, as all other code does. The names stand in std because the
// allocator says so, and are changed while it is included, no longer.
#pragma once

#include <cstdlib>
#include <cstring>
#include <new>

#include <rapidjson/rapidjson.h>

namespace std { // NOLINT(cert-dcl58-cpp)

inline void* annexkit_malloc(size_t size) {
    if (void* const memory = malloc(size)) return memory;
    throw bad_alloc();
}

inline void* annexkit_realloc(void* memory, size_t size) {
    if (void* const moved = realloc(memory, size)) return moved;
    throw bad_alloc();
}

} // namespace std

#define malloc annexkit_malloc
#define realloc annexkit_realloc
#include <rapidjson/allocators.h>
#undef malloc
#undef realloc
