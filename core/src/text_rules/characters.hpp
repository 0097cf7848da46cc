// SPDX-License-Identifier: Apache-2.0
// What kind of character a code point is, as rules on texts ask.
#pragma once

#include <unicode/uchar.h>

namespace annexkit {

// Nearly every text begins and ends with a letter or a full stop.
inline bool is_white(char32_t c) { return (c <= ' ' || c > '~') && u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

inline bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

} // namespace annexkit
