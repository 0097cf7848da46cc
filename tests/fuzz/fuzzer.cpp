// SPDX-License-Identifier: Apache-2.0
// The entry points of libFuzzer. It is given a folder to fuzz from, or files to replay.
#include "target.hpp"

#include <cstddef>
#include <filesystem>

namespace {

// FNV-1a.
std::uint32_t hash_of(std::string_view input) {
    std::uint32_t hash = 2166136261U;
    for (const char byte : input) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    return hash;
}

bool replays = false;

} // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** names) {
    for (int i = 1; i < *count; ++i) replays = replays || std::filesystem::is_regular_file((*names)[i]);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (!replays) fuzz::try_input(input, hash_of(input) % fuzz::ways);
    for (std::uint32_t way = 0; replays && way < fuzz::ways; ++way) fuzz::try_input(input, way);
    return 0;
}
