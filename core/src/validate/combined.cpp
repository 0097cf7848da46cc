// SPDX-License-Identifier: Apache-2.0
#include "validate/combined.hpp"

#include "text_rules/text_rules.hpp"

#include <algorithm>
#include <array>

namespace annexkit {
namespace {

/// Cuts the text at any of the characters, and at the words "et" and "and".
std::vector<std::string_view> pieces_of(std::string_view text, std::string_view between) {
    constexpr std::array<std::string_view, 2> words = {" et ", " and "};
    // Where the next one stands: searched for once it is passed, so that no stretch is gone through twice.
    std::array<std::size_t, 2> next = {text.find(words[0]), text.find(words[1])};
    std::vector<std::string_view> pieces;
    for (std::size_t from = 0; from < text.size();) {
        std::size_t end = std::min(text.find_first_of(between, from), text.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (next[i] < from) next[i] = text.find(words[i], from);
            end = std::min(end, next[i]);
        }
        const std::string_view piece = trimmed(text.substr(from, end - from));
        if (!piece.empty() && piece != "et" && piece != "and") pieces.push_back(piece);
        const std::string_view rest = text.substr(end);
        from = end + (rest.starts_with(" et ") ? 4 : rest.starts_with(" and ") ? 5 : 1);
    }
    return pieces;
}

// A name may hold a space or hyphen; codes may be divided by them.
constexpr std::string_view marks = ",;/+&|\n";
constexpr std::string_view weak_marks = " -";

} // namespace

std::vector<std::string> combined_codes(std::string_view text, const Checks& checks) {
    std::vector<std::string> codes;
    std::size_t found = 0;
    const auto add = [&](std::string code) {
        ++found;
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(std::move(code));
    };
    for (const auto piece : pieces_of(text, marks)) {
        if (auto code = checks.code_meant(piece); !code.empty()) {
            add(std::move(code));
            continue;
        }
        for (const auto word : pieces_of(piece, weak_marks)) {
            auto code = checks.code_meant(word);
            if (code.empty()) return {};
            add(std::move(code));
        }
    }
    if (found < 2) codes.clear();
    return codes;
}

std::string_view unknown_among(std::string_view text, const Checks& checks) {
    const auto is_known = [&](std::string_view piece) {
        const auto words = pieces_of(piece, weak_marks);
        return !checks.code_meant(piece).empty() || std::all_of(words.begin(), words.end(), [&](std::string_view word) {
            return !checks.code_meant(word).empty();
        });
    };
    const auto pieces = pieces_of(text, marks);
    const auto unknown = std::find_if_not(pieces.begin(), pieces.end(), is_known);
    const bool is_list = unknown != pieces.end() && std::any_of(pieces.begin(), pieces.end(), is_known);
    return is_list ? *unknown : text;
}

} // namespace annexkit
