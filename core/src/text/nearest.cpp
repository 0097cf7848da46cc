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

// Edit distance by bytes (Wagner and Fischer, 1974), one row at a time; more than `most` once it cannot be less.
std::size_t distance(std::string_view left, std::string_view right, std::size_t most) {
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
        if (*std::min_element(row.begin(), row.end()) > most) return most + 1;
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

Vocabulary::Vocabulary(std::span<const std::string> words) {
    for (const auto& word : words) words_.push_back({word, fold(word)});
}

std::string Vocabulary::nearest(std::string_view word) const {
    if (words_.empty() || word.size() > longest_word) return {};
    const std::string folded = fold(word);
    const Known* best = nullptr;
    std::size_t best_distance = 0;
    for (const auto& known : words_) {
        const bool swap = is_swap(folded, known.folded);
        const std::size_t shorter = std::min(folded.size(), known.folded.size());
        const std::size_t most = swap ? 1 : shorter / 3;
        if (std::max(folded.size(), known.folded.size()) - shorter > most) continue;
        if (most == 0 && folded != known.folded) continue;
        const std::size_t edits = swap ? 1 : distance(folded, known.folded, most);
        if (edits > most || (best != nullptr && edits >= best_distance)) continue;
        best = &known;
        best_distance = edits;
    }
    return best == nullptr ? std::string() : best->word;
}

} // namespace annexkit
