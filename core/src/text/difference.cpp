// SPDX-License-Identifier: Apache-2.0
#include "text/difference.hpp"

#include "text/french.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace annexkit {
namespace {

constexpr bool is_space(char c) {
    // Nearly every byte is beyond them all.
    return static_cast<unsigned char>(c) <= ' ' && (c == ' ' || c == '\t' || c == '\r' || c == '\n');
}

/// Takes the first word off a text; empty where there is none.
std::string_view take_first(std::string_view& text) {
    const auto* const from = std::find_if_not(text.begin(), text.end(), is_space);
    const auto* const to = std::find_if(from, text.end(), is_space);
    const std::string_view word(from, static_cast<std::size_t>(to - from));
    text.remove_prefix(static_cast<std::size_t>(to - text.begin()));
    return word;
}

/// Takes the last word off a text; empty where there is none.
std::string_view take_last(std::string_view& text) {
    const auto to = std::find_if_not(text.rbegin(), text.rend(), is_space).base();
    const auto from = std::find_if(std::make_reverse_iterator(to), text.rend(), is_space).base();
    const std::string_view word(from, static_cast<std::size_t>(to - from));
    text.remove_suffix(static_cast<std::size_t>(text.end() - from));
    return word;
}

// Texts that differ in few words are alike for long: they are compared by 64 bytes, by 8, and one by one.
constexpr std::size_t long_step = 64;
constexpr std::size_t step = 8;

template <std::size_t bytes> bool are_same(const char* a, const char* b) { return std::memcmp(a, b, bytes) == 0; }

std::string_view common_beginning(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t size = 0;
    while (most - size >= long_step && are_same<long_step>(a.data() + size, b.data() + size)) size += long_step;
    while (most - size >= step && are_same<step>(a.data() + size, b.data() + size)) size += step;
    while (size < most && a[size] == b[size]) ++size;
    return a.substr(0, size);
}

std::string_view common_end(std::string_view a, std::string_view b) {
    const char* const a_end = a.data() + a.size();
    const char* const b_end = b.data() + b.size();
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t size = 0;
    while (most - size >= long_step && are_same<long_step>(a_end - size - long_step, b_end - size - long_step))
        size += long_step;
    while (most - size >= step && are_same<step>(a_end - size - step, b_end - size - step)) size += step;
    while (size < most && *(a_end - size - 1) == *(b_end - size - 1)) ++size;
    return a.substr(a.size() - size);
}

/// The texts that are left, and the last words that were taken off both ends.
struct Rest {
    std::string_view text;
    std::string_view before;
    std::string_view behind;
};

bool ends_word(std::string_view text, std::size_t at) { return at == text.size() || is_space(text[at]); }

bool are_same_word(std::string_view a, std::string_view b) { return !b.empty() && are_same_but_for_typography(a, b); }

void take_common_beginning(Rest& a, Rest& b) {
    // By bytes first, but for the last word that both have whole.
    std::string_view common = common_beginning(a.text, b.text);
    if (!ends_word(a.text, common.size()) || !ends_word(b.text, common.size()))
        while (!common.empty() && !is_space(common.back())) common.remove_suffix(1);
    take_last(common);
    a.text.remove_prefix(common.size());
    b.text.remove_prefix(common.size());
    for (Rest next_a = a, next_b = b;; a = next_a, b = next_b) {
        next_a.before = take_first(next_a.text);
        next_b.before = take_first(next_b.text);
        if (next_a.before.empty() || !are_same_word(next_a.before, next_b.before)) return;
    }
}

void take_common_end(Rest& a, Rest& b) {
    std::string_view common = common_end(a.text, b.text);
    while (!common.empty() && !is_space(common.front())) common.remove_prefix(1);
    take_first(common);
    a.text.remove_suffix(common.size());
    b.text.remove_suffix(common.size());
    for (Rest next_a = a, next_b = b;; a = next_a, b = next_b) {
        next_a.behind = take_last(next_a.text);
        next_b.behind = take_last(next_b.text);
        if (next_a.behind.empty() || !are_same_word(next_a.behind, next_b.behind)) return;
    }
}

bool has_words(std::string_view text) { return !std::all_of(text.begin(), text.end(), is_space); }

/// From the first word to the last one.
std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string_view with_neighbours(const Rest& rest) {
    const char* const from = rest.before.empty() ? rest.text.data() : rest.before.data();
    const char* const to =
        rest.behind.empty() ? rest.text.data() + rest.text.size() : rest.behind.data() + rest.behind.size();
    return {from, static_cast<std::size_t>(to - from)};
}

/// Whether a trimmed text has one space between two words, and no control characters.
bool is_joined(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c < ' ' || (c == ' ' && text[at + 1] == ' ')) return false;
    }
    return true;
}

/// The words, with one space between two. Mostly that is what the text is.
std::string joined(std::string_view text) {
    text = trimmed(text);
    if (is_joined(text)) return std::string(text);
    std::string result;
    result.reserve(text.size());
    for (std::string_view word = take_first(text); !word.empty(); word = take_first(text))
        result.append(result.empty() ? "" : " ").append(word);
    return result;
}

} // namespace

Difference difference(std::string_view left, std::string_view right) {
    Rest a{left, {}, {}};
    Rest b{right, {}, {}};
    take_common_beginning(a, b);
    take_common_end(a, b);
    // Where words are only missing, the words around them say where.
    const bool one_is_empty = has_words(a.text) != has_words(b.text);
    const std::string_view differing = trimmed(one_is_empty ? with_neighbours(a) : a.text);
    Difference result{joined(differing), joined(one_is_empty ? with_neighbours(b) : b.text)};
    if (are_same_but_for_typography(result.left, result.right)) return {};
    if (differing.empty()) return result;
    result.offset = static_cast<std::size_t>(differing.data() - left.data());
    result.size = differing.size();
    return result;
}

} // namespace annexkit
