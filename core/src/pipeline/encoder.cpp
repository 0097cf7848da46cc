// SPDX-License-Identifier: Apache-2.0
#include "pipeline/encoder.hpp"

#include <array>
#include <new>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

namespace annexkit {

Encoder::Encoder(Encoding encoding) : converter_(nullptr, ucnv_close) {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(std::string(name_of(encoding)).c_str(), &status));
    if (U_FAILURE(status)) throw std::bad_alloc();
    // No look-alikes: a character is written as itself or reported.
    ucnv_setFallback(converter_.get(), static_cast<UBool>(false));
    ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
}

Encoder::~Encoder() = default;

std::optional<std::string> Encoder::append(std::string_view utf8, std::string& out) {
    UErrorCode status = U_ZERO_ERROR;
    units_.resize(utf8.size() + 1);
    std::int32_t units = 0;
    u_strFromUTF8(units_.data(), static_cast<std::int32_t>(units_.size()), &units, utf8.data(),
                  static_cast<std::int32_t>(utf8.size()), &status);
    const std::size_t kept = out.size();
    out.resize(kept + static_cast<std::size_t>(units) * 2);
    char* to = out.data() + kept;
    const char16_t* from = units_.data();
    ucnv_reset(converter_.get());
    ucnv_fromUnicode(converter_.get(), &to, out.data() + out.size(), &from, units_.data() + units, nullptr,
                     static_cast<UBool>(true), &status);
    if (U_SUCCESS(status)) {
        out.resize(static_cast<std::size_t>(to - out.data()));
        return std::nullopt;
    }
    if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
    out.resize(kept);
    std::array<char16_t, 8> lacking{};
    auto size = static_cast<std::int8_t>(lacking.size());
    UErrorCode asked = U_ZERO_ERROR;
    ucnv_getInvalidUChars(converter_.get(), lacking.data(), &size, &asked);
    std::string character;
    icu::UnicodeString(lacking.data(), U_SUCCESS(asked) ? size : 0).toUTF8String(character);
    return character;
}

} // namespace annexkit
