// SPDX-License-Identifier: Apache-2.0
// The target for what must make no difference: threads, the size of the pieces, and a walk through another format.
#include "checks.hpp"
#include "target.hpp"

#include <array>

namespace fuzz {

// The first byte of the input chooses the format and the size of the pieces, so that the fuzzer finds its way to all.
void try_input(std::string_view input, std::uint32_t way) {
    if (input.empty()) return;
    constexpr std::array<std::string_view, 4> all = {"csv", "json", "ndjson", "xml"};
    constexpr std::array<std::size_t, 8> sizes = {1, 2, 7, 64, 1000, 4096, 65536, std::size_t{1} << 20};
    const auto choice = static_cast<unsigned char>(input.front());
    input.remove_prefix(1);
    const auto format = all[choice % all.size()];
    const auto chunk_bytes = sizes[choice / all.size() % sizes.size()];
    const Answer expected = convert({.input = input, .from = format, .to = format});
    switch (way) {
    case 0: return check_pieces(expected, input, format, chunk_bytes, 1);
    case 1: return check_pieces(expected, input, format, chunk_bytes, 2);
    case 2: return check_pieces(expected, input, format, chunk_bytes, 8);
    default: return check_walk(expected, input, format, other_format(format, way));
    }
}

} // namespace fuzz
