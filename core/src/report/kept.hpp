// SPDX-License-Identifier: Apache-2.0
// The findings that a report lists, when it needs the totals first: so many of them, the gravest, in their order.
#pragma once

#include <annexkit/finding.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace annexkit {

class Kept {
  public:
    struct Item {
        std::uint64_t number = 0;
        /// Index of the input.
        std::size_t input = 0;
        Finding finding;
    };

    explicit Kept(std::size_t limit) : limit_(limit) {}

    /// Returns whether the finding is kept for now.
    bool add(std::size_t input, const Finding& finding) {
        const auto rank = static_cast<std::size_t>(finding.severity) - 1;
        std::size_t graver = 0;
        for (std::size_t other = rank; other < kept_.size(); ++other) graver += kept_[other].size();
        ++total_;
        if (graver >= limit_) return false;
        kept_[rank].push_back({total_, input, finding});
        return true;
    }

    /// At most the limit, errors before warnings before notes, then by their order; given in their order.
    [[nodiscard]] std::vector<const Item*> listed() const {
        std::vector<const Item*> items;
        for (auto severity = kept_.rbegin(); severity != kept_.rend(); ++severity)
            for (const auto& item : *severity)
                if (items.size() < limit_) items.push_back(&item);
        std::sort(items.begin(), items.end(),
                  [](const Item* left, const Item* right) { return left->number < right->number; });
        return items;
    }

    [[nodiscard]] std::uint64_t total() const { return total_; }

  private:
    std::size_t limit_;
    std::uint64_t total_ = 0;
    std::array<std::vector<Item>, 3> kept_;
};

} // namespace annexkit
