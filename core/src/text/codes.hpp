// SPDX-License-Identifier: Apache-2.0
// A list of codes, such as a schema's enum.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// Codes in their order, and which of them a text is. Short ones, which most are, are compared as numbers.
class Codes {
  public:
    void push_back(std::string code) {
        keys_.push_back(key_of(code));
        all_.push_back(std::move(code));
    }

    [[nodiscard]] const std::vector<std::string>& all() const { return all_; }

    /// The index of the first one that is the text.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view text) const {
        const std::uint64_t key = key_of(text);
        for (std::size_t i = 0; i < keys_.size(); ++i)
            if (keys_[i] == key && all_[i].size() == text.size() && (text.size() <= key_bytes || all_[i] == text))
                return i;
        return std::nullopt;
    }
    [[nodiscard]] bool contains(std::string_view text) const { return find(text).has_value(); }

  private:
    static constexpr std::size_t key_bytes = 8;

    // Every byte of a short text, by looks that overlap; the first ones of a longer one.
    static std::uint64_t key_of(std::string_view text) {
        constexpr std::size_t half = key_bytes / 2;
        const auto load = [&](std::size_t at, std::size_t size) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, text.data() + at, size);
            return bytes;
        };
        const auto byte = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(text[at])}; };
        if (text.size() >= key_bytes) return load(0, key_bytes);
        if (text.size() >= half) return load(0, half) << 32 | load(text.size() - half, half);
        return text.empty() ? 0 : byte(0) << 16 | byte(text.size() / 2) << 8 | byte(text.size() - 1);
    }

    std::vector<std::string> all_;
    std::vector<std::uint64_t> keys_;
};

} // namespace annexkit
