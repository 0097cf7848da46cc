// SPDX-License-Identifier: Apache-2.0
// The target for baselines: what is taken is written so that it comes back.
#include "memory_file.hpp"
#include "target.hpp"

#include <annexkit/baseline.hpp>

#include <array>

namespace fuzz {

void try_input(std::string_view input, std::uint32_t way) {
    // Before, on and after the days that seeds name.
    constexpr std::array<std::string_view, ways> days = {"0000-01-01", "2025-01-01", "2026-12-31", "2027-01-01",
                                                         "9999-12-31"};
    const auto read = [&](std::string_view text) {
        const MemoryFile file(text);
        return annexkit::Baseline::open(file.path(), days[way]);
    };
    const auto once = read(input);
    if (!once) {
        if (once.error().message.empty()) defect("a baseline is refused, and nobody says why");
        return;
    }
    const auto twice = read(once->json());
    if (!twice) defect("a baseline that was written is refused: " + twice.error().message);
    if (twice->size() != once->size() || twice->expired() != once->expired())
        defect("a baseline comes back with other entries");
    if (twice->json() != once->json()) defect("a baseline comes back as " + twice->json());
}

} // namespace fuzz
