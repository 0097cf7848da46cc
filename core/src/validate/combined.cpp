// SPDX-License-Identifier: Apache-2.0
#include "validate/combined.hpp"

#include <algorithm>

namespace annexkit {

std::vector<std::string> combined_codes(std::string_view text, const Checks& checks) {
    constexpr std::string_view between = " ,;/+&-\n";
    std::vector<std::string> codes;
    std::size_t pieces = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t start = text.find_first_not_of(between, from);
        if (start == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_of(between, start), text.size());
        const std::string_view piece = text.substr(start, end - start);
        from = end;
        if (piece == "et" || piece == "and") continue;
        std::string code = checks.code_meant(piece);
        if (code.empty()) return {};
        ++pieces;
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(std::move(code));
    }
    if (pieces < 2) codes.clear();
    return codes;
}

} // namespace annexkit
