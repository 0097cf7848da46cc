// SPDX-License-Identifier: Apache-2.0
// The target for one importer, ANNEXKIT_FUZZ_FORMAT: the whole pipeline, and what must make no difference to it.
#include "checks.hpp"
#include "target.hpp"

namespace fuzz {

void try_input(std::string_view input, std::uint32_t way) {
    constexpr std::string_view format = ANNEXKIT_FUZZ_FORMAT;
    if (way == ways - 1) return check_mending(input, format, annexkit::Fixes::unsafe);
    const Answer expected = convert({.input = input, .from = format, .to = format});
    switch (way) {
    case 0: return check_pieces(expected, input, format, 1 + input.size() % 7, 1);
    case 1: return check_pieces(expected, input, format, 64, 3);
    default: return check_walk(expected, input, format, other_format(format, way));
    }
}

} // namespace fuzz
