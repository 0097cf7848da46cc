// SPDX-License-Identifier: Apache-2.0
// The entry point of libFuzzer.
#include "target.hpp"

#include <cstddef>

namespace {

// FNV-1a.
std::uint32_t hash_of(std::string_view input) {
    std::uint32_t hash = 2166136261U;
    for (const char byte : input) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    return hash;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    fuzz::try_input(input, hash_of(input) % fuzz::ways);
    return 0;
}
