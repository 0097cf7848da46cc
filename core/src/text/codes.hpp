// SPDX-License-Identifier: Apache-2.0
// A list of codes, such as a schema's enum.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// Codes in their order, and which of them a text is: a table of hashes, in which short codes, as most are, are
/// compared as numbers.
class Codes {
  public:
    void push_back(std::string code) {
        keys_.push_back(key_of(code));
        all_.push_back(std::move(code));
        if (2 * all_.size() <= slots_.size()) return enter(all_.size() - 1);
        slots_.assign(std::max<std::size_t>(2 * slots_.size(), 16), none);
        for (std::size_t i = 0; i < all_.size(); ++i) enter(i);
    }

    [[nodiscard]] const std::vector<std::string>& all() const { return all_; }

    /// The index of the first one that is the text.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view text) const {
        if (all_.empty()) return std::nullopt;
        const std::uint64_t key = key_of(text);
        for (std::size_t slot = slot_of(key); slots_[slot] != none; slot = next(slot)) {
            const std::size_t i = slots_[slot];
            if (keys_[i] == key && all_[i].size() == text.size() && (text.size() <= key_bytes || all_[i] == text))
                return i;
        }
        return std::nullopt;
    }
    [[nodiscard]] bool contains(std::string_view text) const { return find(text).has_value(); }

  private:
    static constexpr std::size_t key_bytes = 8;
    static constexpr auto none = static_cast<std::size_t>(-1);

    // The number of slots is a power of two.
    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
        constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;
        return (key * golden >> 32) & (slots_.size() - 1);
    }
    [[nodiscard]] std::size_t next(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }
    void enter(std::size_t i) {
        std::size_t slot = slot_of(keys_[i]);
        while (slots_[slot] != none) slot = next(slot);
        slots_[slot] = i;
    }

    // Every byte of a short text, by looks that overlap; the hash of a longer one, since long codes may begin alike.
    static std::uint64_t key_of(std::string_view text) {
        constexpr std::size_t half = key_bytes / 2;
        const auto load = [&](std::size_t at, std::size_t size) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, text.data() + at, size);
            return bytes;
        };
        const auto byte = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(text[at])}; };
        if (text.size() > key_bytes) return std::hash<std::string_view>{}(text);
        if (text.size() == key_bytes) return load(0, key_bytes);
        if (text.size() >= half) return load(0, half) << 32 | load(text.size() - half, half);
        return text.empty() ? 0 : byte(0) << 16 | byte(text.size() / 2) << 8 | byte(text.size() - 1);
    }

    std::vector<std::string> all_;
    std::vector<std::uint64_t> keys_;
    /// The indexes of the codes, half of them or more free.
    std::vector<std::size_t> slots_;
};

} // namespace annexkit
