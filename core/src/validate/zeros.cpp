// SPDX-License-Identifier: Apache-2.0
#include "validate/zeros.hpp"

#include <algorithm>

namespace annexkit {

std::string with_zeros(std::string_view text, const Checks& checks) {
    constexpr std::size_t most_zeros = 9;
    const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
    std::size_t begin = text.size();
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    if (begin == text.size()) return {};
    for (std::size_t zeros = 1; zeros <= most_zeros; ++zeros) {
        std::string code(text);
        code.insert(begin, zeros, '0');
        if (checks.has_enum && !checks.codes.contains(code)) continue;
        if (checks.has_pattern(code)) return code;
    }
    return {};
}

} // namespace annexkit
