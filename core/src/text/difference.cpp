// SPDX-License-Identifier: Apache-2.0
#include "text/difference.hpp"

#include <algorithm>
#include <vector>

namespace annexkit {
namespace {

constexpr std::string_view white_space = " \t\r\n";

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t from = text.find_first_not_of(white_space); from != std::string_view::npos;) {
        const std::size_t to = std::min(text.find_first_of(white_space, from), text.size());
        words.push_back(text.substr(from, to - from));
        from = text.find_first_not_of(white_space, to);
    }
    return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text.append(i == from ? "" : " ").append(words[i]);
    return text;
}

} // namespace

Difference difference(std::string_view left, std::string_view right) {
    const auto a = words_of(left);
    const auto b = words_of(right);
    std::size_t head = 0;
    const std::size_t shorter = std::min(a.size(), b.size());
    while (head < shorter && a[head] == b[head]) ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    // Where words are only missing, the words around them say where.
    const bool one_is_empty = (head + tail == a.size()) != (head + tail == b.size());
    if (one_is_empty && head > 0) --head;
    if (one_is_empty && tail > 0) --tail;
    Difference result{joined(a, head, a.size() - tail), joined(b, head, b.size() - tail)};
    if (head + tail < a.size()) {
        const std::string_view last = a[a.size() - tail - 1];
        result.offset = static_cast<std::size_t>(a[head].data() - left.data());
        result.size = static_cast<std::size_t>(last.data() + last.size() - a[head].data());
    }
    return result;
}

} // namespace annexkit
