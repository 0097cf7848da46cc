// SPDX-License-Identifier: Apache-2.0
#include "text/fold.hpp"

#include <algorithm>
#include <cstdint>
#include <new>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
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

} // namespace

std::string fold(std::string_view text) {
    if (is_ascii(text)) return fold_ascii(text);
    UErrorCode status = U_ZERO_ERROR;
    const auto* decompose = icu::Normalizer2::getNFKDInstance(status);
    auto source = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    const icu::UnicodeString parts = U_SUCCESS(status) ? decompose->normalize(source.foldCase(), status) : source;
    if (U_FAILURE(status)) throw std::bad_alloc();
    icu::UnicodeString folded;
    bool space = false;
    for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
        const UChar32 c = parts.char32At(at);
        if (u_getCombiningClass(c) != 0) continue;
        if (u_isUWhiteSpace(c)) {
            space = !folded.isEmpty();
            continue;
        }
        if (space) folded.append(u' ');
        space = false;
        folded.append(c);
    }
    std::string result;
    folded.toUTF8String(result);
    return result;
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
