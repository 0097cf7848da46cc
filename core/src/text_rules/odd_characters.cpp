// SPDX-License-Identifier: Apache-2.0
#include "text/code_points.hpp"
#include "text/wide.hpp"
#include "text_rules/text_rules.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace annexkit {
namespace {

constexpr char32_t mark_of_order = 0xFEFF;
constexpr char32_t zero_width_space = 0x200B;
constexpr char32_t line_separator = 0x2028;
constexpr char32_t paragraph_separator = 0x2029;

bool is_control(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0) || c == mark_of_order ||
           c == zero_width_space || c == line_separator || c == paragraph_separator;
}

/// The bytes that they begin with.
constexpr std::array<bool, 256> may_begin_control = [] {
    std::array<bool, 256> result{};
    for (std::size_t byte = 0; byte < ' '; ++byte) result[byte] = true;
    for (const unsigned byte : {0x7FU, 0xC2U, 0xE2U, 0xEFU}) result[byte] = true;
    return result;
}();

void find_control(std::string_view text, TextFaults& faults) {
    for (std::size_t at = 0; at < text.size();) {
        if (!may_begin_control[static_cast<unsigned char>(text[at])]) {
            ++at;
            continue;
        }
        const CodePoint here = code_point_at(text, at);
        if (is_control(here.value)) {
            faults.push_back({"text.control-character",
                              at,
                              here.size,
                              {{"code", fmt::format("U+{:04X}", static_cast<std::uint32_t>(here.value))}}});
            return;
        }
        at += here.size;
    }
}

/// All characters before U+0300 are composed, whatever stands beside them.
bool may_be_decomposed(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0xCC; });
}

void find_decomposed(std::string_view text, TextFaults& faults) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* const nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw std::bad_alloc();
    const bool composed = nfc->isNormalizedUTF8({text.data(), static_cast<std::int32_t>(text.size())}, status) != 0;
    if (U_FAILURE(status)) throw std::bad_alloc();
    if (composed) return;
    // Arabic vowel signs are typed in either order, and look the same: nothing is composed there.
    const auto wide = widened(text);
    const bool is_reordered = nfc->normalize(wide, status).countChar32() == wide.countChar32();
    std::string before;
    wide.tempSubString(0, nfc->spanQuickCheckYes(wide, status)).toUTF8String(before);
    if (U_FAILURE(status)) throw std::bad_alloc();
    if (is_reordered) return;
    const std::size_t at = std::min(before.size(), text.size() - 1);
    std::size_t size = code_point_at(text, at).size;
    for (;;) {
        const CodePoint mark = code_point_at(text, at + size);
        if (mark.size == 0 || u_getCombiningClass(static_cast<UChar32>(mark.value)) == 0) break;
        size += mark.size;
    }
    faults.push_back({"text.not-composed", at, size, {{"value", std::string(text.substr(at, size))}}});
}

} // namespace

void find_odd_characters(std::string_view text, const Signs& signs, TextFaults& faults) {
    find_control(text, faults);
    if (signs.foreign && may_be_decomposed(text)) find_decomposed(text, faults);
}

std::string composed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* const nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw std::bad_alloc();
    std::string result;
    nfc->normalize(widened(text), status).toUTF8String(result);
    if (U_FAILURE(status)) throw std::bad_alloc();
    return result;
}

} // namespace annexkit
