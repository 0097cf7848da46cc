// SPDX-License-Identifier: Apache-2.0
#include "text_rules/signs.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace annexkit {
namespace {

/// As many bytes as compilers compare at once, where they are told how many there are.
constexpr std::size_t block_bytes = 32;

using Byte = unsigned char;
using Block = std::array<Byte, block_bytes>;

// Pairs of bytes that differ in one bit, and runs of neighbours, are found by one comparison.
constexpr unsigned is_twice(Byte byte, Byte behind) { return (byte == behind) & ((byte < '0') | (byte == 'w')); }
constexpr unsigned is_address(Byte byte, Byte behind) { return (byte == ':') & (behind == '/'); }
constexpr unsigned is_bracket(Byte byte) { return ((byte | 1) == ')') | (((byte | 0x20) > 'z') & (byte < 0x80)); }
constexpr unsigned is_quote(Byte byte) { return (byte | 4) == '&'; }
constexpr unsigned is_angle(Byte byte) { return (byte | 2) == '>'; }
// French needs the lead bytes C3 and C5, names C4. U+00C3, which garbled text begins with, is C3 83.
constexpr unsigned is_foreign(Byte byte) { return (byte > 0xC5) | (byte == 0xC2) | (byte == 0x83); }
constexpr unsigned is_line_end(Byte byte) { return (byte == '\n') | (byte == '\r'); }
// A tab is a space that somebody meant.
constexpr unsigned is_control(Byte byte) {
    return ((byte < ' ') & !is_line_end(byte) & (byte != '\t')) | (byte == 0x7F);
}

/// Whether any byte of the text, with the one behind it, is what `is_sign` says.
template <class IsSign> [[gnu::always_inline]] inline bool any(const Byte* text, std::size_t size, IsSign is_sign) {
    Block seen{};
    const auto look = [&](const Byte* at) __attribute__((always_inline)) {
        for (std::size_t i = 0; i < block_bytes; ++i)
            seen[i] = static_cast<Byte>(seen[i] | (is_sign(at[i], at[i + 1]) ? 1 : 0));
    };
    if (size <= block_bytes) {
        std::array<Byte, block_bytes + 1> padded;
        padded.fill('a');
        std::memcpy(padded.data(), text, size);
        look(padded.data());
    } else {
        // The last look overlaps the one before.
        const Byte* const last = text + size - block_bytes - 1;
        for (const Byte* at = text; at < last; at += block_bytes) look(at);
        look(last);
    }
    std::array<std::uint64_t, block_bytes / sizeof(std::uint64_t)> words{};
    std::memcpy(words.data(), seen.data(), sizeof words);
    return (words[0] | words[1] | words[2] | words[3]) != 0;
}

[[gnu::always_inline]] inline void look_for(const Byte* text, std::size_t size, Signs& signs) {
    const bool found = any(text, size, [](Byte byte, Byte behind) {
        return (byte < ' ') | is_twice(byte, behind) | is_address(byte, behind) | is_bracket(byte) | is_quote(byte) |
               is_angle(byte) | is_foreign(byte);
    });
    // Most texts have no sign, and need no closer look.
    if (!found) return;
    const auto any_byte = [&](auto is_sign) __attribute__((always_inline)) {
        return any(text, size, [&](Byte byte, Byte) { return is_sign(byte); });
    };
    signs.control = any_byte([](Byte byte) { return is_control(byte); });
    signs.line_end = any_byte([](Byte byte) { return is_line_end(byte); });
    signs.twice = any(text, size, [](Byte byte, Byte behind) { return is_twice(byte, behind); });
    signs.bracket = any_byte([](Byte byte) { return is_bracket(byte); });
    signs.quote = any_byte([](Byte byte) { return is_quote(byte); });
    signs.angle = any_byte([](Byte byte) { return is_angle(byte); });
    signs.address = any(text, size, [](Byte byte, Byte behind) { return is_address(byte, behind); });
    signs.foreign = any_byte([](Byte byte) { return is_foreign(byte); });
}

void look_narrow(const Byte* text, std::size_t size, Signs& signs) { look_for(text, size, signs); }

#if defined(__x86_64__)
[[gnu::target("avx2")]] void look_wide(const Byte* text, std::size_t size, Signs& signs) {
    look_for(text, size, signs);
}

const auto look = __builtin_cpu_supports("avx2") != 0 ? look_wide : look_narrow;
#else
constexpr auto look = look_narrow;
#endif

bool is_space(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

} // namespace

Signs signs_of(std::string_view text) {
    Signs signs;
    if (text.empty()) return signs;
    look(reinterpret_cast<const Byte*>(text.data()), text.size(), signs);
    signs.space_at_end = is_space(text.front()) || is_space(text.back());
    return signs;
}

} // namespace annexkit
