// SPDX-License-Identifier: Apache-2.0
// The ids seen so far, each with the record that had it first.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace annexkit {

/// Keeps every id to the letter, so that no hash collision is ever reported as a duplicate.
class IdSet {
  public:
    /// Remembers the id. Returns the ordinal of the record that had it before, if any.
    std::optional<std::uint64_t> insert(std::string_view id, std::uint64_t ordinal) {
        const auto found = first_.find(id);
        if (found != first_.end()) return found->second;
        first_.emplace(keep(id), ordinal);
        return std::nullopt;
    }

  private:
    std::string_view keep(std::string_view id) {
        if (blocks_.empty() || block_bytes - used_ < id.size()) {
            blocks_.push_back(std::make_unique<char[]>(std::max(block_bytes, id.size())));
            used_ = 0;
        }
        char* to = blocks_.back().get() + used_;
        std::memcpy(to, id.data(), id.size());
        used_ += id.size();
        return {to, id.size()};
    }

    static constexpr std::size_t block_bytes = std::size_t{64} << 10;
    boost::unordered_flat_map<std::string_view, std::uint64_t> first_;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t used_ = 0;
};

} // namespace annexkit
