// SPDX-License-Identifier: Apache-2.0
#include "text/sketch.hpp"

#include <algorithm>
#include <limits>

namespace annexkit {
namespace {

constexpr std::size_t stretch = 5;

// The finalizer of SplitMix64, which spreads every bit over all.
constexpr std::uint64_t mixed(std::uint64_t bits) {
    bits += 0x9E3779B97F4A7C15;
    bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9;
    bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EB;
    return bits ^ (bits >> 31U);
}

// One order of the hashes for each value.
struct Orders {
    std::array<std::uint32_t, Sketch::values> turn{};
    std::array<std::uint32_t, Sketch::values> factor{};
    constexpr Orders() {
        for (std::size_t i = 0; i < Sketch::values; ++i) {
            turn[i] = static_cast<std::uint32_t>(mixed(2 * i));
            factor[i] = static_cast<std::uint32_t>(mixed(2 * i + 1)) | 1U;
        }
    }
};
constexpr Orders orders;

} // namespace

Sketch::Sketch(std::string_view folded) {
    if (folded.size() < stretch) return;
    is_empty_ = false;
    std::array<std::uint32_t, values> least{};
    least.fill(std::numeric_limits<std::uint32_t>::max());
    std::uint64_t bytes = 0;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        bytes = ((bytes << 8U) | static_cast<unsigned char>(folded[at])) & 0xFF'FFFF'FFFF;
        if (at + 1 < stretch) continue;
        const auto hash = static_cast<std::uint32_t>(mixed(bytes) >> 32U);
        for (std::size_t i = 0; i < values; ++i)
            least[i] = std::min(least[i], (hash ^ orders.turn[i]) * orders.factor[i]);
    }
    // The low bits of a minimum are as good as chance.
    std::transform(least.begin(), least.end(), values_.begin(),
                   [](std::uint32_t value) { return static_cast<std::uint8_t>(mixed(value)); });
}

unsigned Sketch::likeness(const Sketch& other) const {
    if (is_empty_ || other.is_empty_) return 0;
    unsigned same = 0;
    for (std::size_t i = 0; i < values; ++i) same += values_[i] == other.values_[i] ? 1 : 0;
    // Of values that differ one in 256 is the same by chance.
    const unsigned by_chance = (static_cast<unsigned>(values) - same) / 255;
    return (same - std::min(same, by_chance)) * 100 / static_cast<unsigned>(values);
}

std::uint64_t Sketch::key(std::size_t band) const {
    constexpr std::size_t rows = values / bands;
    std::uint64_t key = band;
    for (std::size_t i = band * rows; i < (band + 1) * rows; ++i) key = mixed(key ^ values_[i]);
    return key;
}

} // namespace annexkit
