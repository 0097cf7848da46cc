// SPDX-License-Identifier: Apache-2.0
// The kinds of ASCII characters, and bytes of UTF-8 beside them. The functions of <cctype> ask the locale, which is the
// host's and may have others.
#pragma once

namespace annexkit {

constexpr bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }
constexpr bool is_ascii_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }
constexpr bool is_ascii_alphanumeric(char byte) { return is_ascii_digit(byte) || is_ascii_letter(byte); }
constexpr bool is_ascii_hexadecimal(char byte) {
    return is_ascii_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

/// A byte of a character of UTF-8 other than its first.
constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

} // namespace annexkit
