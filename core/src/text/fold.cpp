// SPDX-License-Identifier: Apache-2.0
#include "text/fold.hpp"

#include "text/code_points.hpp"
#include "text/wide.hpp"

#include <algorithm>
#include <cstdint>
#include <new>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace annexkit {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

// What fold() does, where no library is needed for it: most names are ASCII.
std::string fold_ascii(std::string_view text) {
    std::string folded;
    bool space = false;
    for (const char byte : text) {
        if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
            space = !folded.empty();
            continue;
        }
        if (space) folded += ' ';
        space = false;
        folded += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
    return folded;
}

// The mark of the keyboard for what editors put in its place.
UChar32 as_typed(UChar32 c) {
    if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return '\'';
    if (c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F)) return '"';
    return c >= 0x2010 && c <= 0x2013 ? '-' : c;
}

} // namespace

std::string fold(std::string_view text) {
    if (is_ascii(text)) return fold_ascii(text);
    UErrorCode status = U_ZERO_ERROR;
    const auto* decompose = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status)) throw std::bad_alloc();
    const icu::UnicodeString parts = decompose->normalize(widened(text).foldCase(), status);
    if (U_FAILURE(status)) throw std::bad_alloc();
    std::string folded;
    bool space = false;
    for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
        const UChar32 c = parts.char32At(at);
        if (u_getCombiningClass(c) != 0) continue;
        if (u_isUWhiteSpace(c)) {
            space = !folded.empty();
            continue;
        }
        if (space) folded += ' ';
        space = false;
        // Unicode does not take them apart, but French does.
        if (c == 0x153 || c == 0xE6) {
            folded += c == 0x153 ? "oe" : "ae";
        } else {
            append_utf8(static_cast<char32_t>(as_typed(c)), folded);
        }
    }
    return folded;
}

std::string fold_code(std::string_view text) {
    std::string folded = fold(text);
    std::string letters;
    bool is_apart = true;
    for (const char byte : folded) {
        if (byte == '.' || byte == ' ') {
            is_apart = true;
        } else if (is_apart && byte >= 'a' && byte <= 'z') {
            letters += byte;
            is_apart = false;
        } else {
            return folded;
        }
    }
    return letters.empty() ? folded : letters;
}

Stretch find_folded(std::string_view text, std::string_view folded) {
    std::string so_far;
    // For each byte of it, and its end, where in the text its character begins and ends.
    std::vector<Stretch> origins;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        // A character with the accents behind it.
        std::size_t end = at + code_point_at(text, at).size;
        while (end < text.size() && u_getCombiningClass(static_cast<UChar32>(code_point_at(text, end).value)) != 0)
            end += code_point_at(text, end).size;
        const std::string piece = fold(text.substr(at, end - at));
        if (piece.empty()) {
            space = !so_far.empty();
        } else {
            if (space) so_far += ' ';
            so_far += piece;
            origins.resize(so_far.size(), {at, end - at});
            space = false;
        }
        at = end;
    }
    const std::size_t found = so_far.find(folded);
    if (found == std::string::npos || folded.empty()) return {};
    const Stretch& last = origins[found + folded.size() - 1];
    return {origins[found].offset, last.offset + last.size - origins[found].offset};
}

bool is_blank(std::string_view text) {
    // Nearly every text begins with a letter or a digit.
    if (!text.empty() && text.front() > ' ' && text.front() < 0x7F) return false;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c < 0 || !u_isUWhiteSpace(c)) return false;
    }
    return true;
}

} // namespace annexkit
