// SPDX-License-Identifier: Apache-2.0
// UTF-8 as ICU's strings, which turn bogus, and then empty, where memory runs out.
#pragma once

#include <cstdint>
#include <new>
#include <string_view>

#include <unicode/unistr.h>

namespace annexkit {

/// Throws std::bad_alloc where there is no memory for it; so does `status` of what is done with a bogus string.
[[nodiscard]] inline icu::UnicodeString widened(std::string_view utf8) {
    auto wide = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    if (wide.isBogus()) throw std::bad_alloc();
    return wide;
}

} // namespace annexkit
