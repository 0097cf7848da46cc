// SPDX-License-Identifier: Apache-2.0
#include "text/nearest.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace annexkit {
namespace {

// No code or title is longer; a longer word is no misspelling of one.
constexpr std::size_t longest_word = 200;

// Edit distance by bytes (Wagner and Fischer, 1974), one row at a time.
std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

// Two neighbouring letters changed places, the one slip that a code of two letters shows ("EU" for "UE").
bool is_swap(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return false;
    const auto [a, b] = std::mismatch(left.begin(), left.end(), right.begin());
    return left.end() - a >= 2 && a[0] == b[1] && a[1] == b[0] && std::equal(a + 2, left.end(), b + 2);
}

} // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    if (word.size() > longest_word) return std::nullopt;
    const std::string folded = fold(word);
    std::optional<std::string> best;
    std::size_t best_distance = 0;
    for (const auto& candidate : candidates) {
        const std::string other = fold(candidate);
        const bool swap = is_swap(folded, other);
        const std::size_t edits = swap ? 1 : distance(folded, other);
        if (!swap && edits > std::min(folded.size(), other.size()) / 3) continue;
        if (best && edits >= best_distance) continue;
        best = candidate;
        best_distance = edits;
    }
    return best;
}

} // namespace annexkit
