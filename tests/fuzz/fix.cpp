// SPDX-License-Identifier: Apache-2.0
// The target for the fixer, in every format that it mends.
#include "checks.hpp"
#include "target.hpp"

#include <array>

namespace fuzz {

// The first byte of the input chooses the format.
void try_input(std::string_view input, std::uint32_t way) {
    if (input.empty()) return;
    constexpr std::array<std::string_view, 4> all = {"csv", "json", "ndjson", "xml"};
    const auto format = all[static_cast<unsigned char>(input.front()) % all.size()];
    input.remove_prefix(1);
    const auto fixes = way % 2 == 0 ? annexkit::Fixes::safe : annexkit::Fixes::unsafe;
    if (way < 3) return check_mending(input, format, fixes);
    check_diff(input, format, fixes);
}

} // namespace fuzz
