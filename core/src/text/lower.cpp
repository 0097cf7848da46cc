// SPDX-License-Identifier: Apache-2.0
#include "text/lower.hpp"

namespace annexkit {

std::string lower(std::string_view text) {
    std::string result(text);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto byte = static_cast<unsigned char>(result[i]);
        const bool is_capital = (byte >= 'A' && byte <= 'Z') ||
                                (byte >= 0x80 && byte <= 0x9E && byte != 0x97 && i > 0 && result[i - 1] == '\xC3');
        if (is_capital) result[i] = static_cast<char>(byte + 0x20);
    }
    return result;
}

} // namespace annexkit
