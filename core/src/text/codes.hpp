// SPDX-License-Identifier: Apache-2.0
// A list of codes, such as a schema's enum.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
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
            if (keys_[i] == key && (text.size() <= key_bytes || all_[i] == text)) return i;
        return std::nullopt;
    }
    [[nodiscard]] bool contains(std::string_view text) const { return find(text).has_value(); }

  private:
    static constexpr std::size_t key_bytes = 7;

    // The size and the first bytes.
    static std::uint64_t key_of(std::string_view text) {
        constexpr unsigned byte_bits = 8;
        std::uint64_t key = std::min<std::uint64_t>(text.size(), UINT8_MAX);
        for (const char byte : text.substr(0, key_bytes)) key = key << byte_bits | static_cast<unsigned char>(byte);
        return key;
    }

    std::vector<std::string> all_;
    std::vector<std::uint64_t> keys_;
};

} // namespace annexkit
