// SPDX-License-Identifier: Apache-2.0
// The encodings of inputs and outputs, and how offsets in decoded text lead back to the original bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace annexkit {

enum class Encoding { utf8, utf16le, utf16be, windows1252, latin1, macintosh, ibm850 };

/// The name that options and messages use: "utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-1", "macintosh",
/// "ibm850".
[[nodiscard]] std::string_view name_of(Encoding encoding);

/// The encoding that a name or one of its IANA aliases stands for, in any case.
[[nodiscard]] std::optional<Encoding> encoding_named(std::string_view name);

/// A name or alias of US-ASCII, which is read as UTF-8, of which it is a part.
[[nodiscard]] bool names_ascii(std::string_view name);
/// A name or alias of UTF-16 in either order of the bytes.
[[nodiscard]] bool names_utf16(std::string_view name);

/// The byte order mark at the beginning, if any.
struct ByteOrderMark {
    Encoding encoding;
    std::size_t size;
};
[[nodiscard]] std::optional<ByteOrderMark> byte_order_mark(std::string_view beginning);

/// A text with this mark, or with none where its declaration can be read byte by byte, may declare this encoding.
/// Source: XML 1.0, section 4.3.3; UTF-16 is either order of the bytes, as its mark says.
[[nodiscard]] bool may_declare(std::string_view name, const std::optional<ByteOrderMark>& mark);

/// UTF-16 that lacks its byte order mark: every other byte of the beginning is zero.
[[nodiscard]] std::optional<Encoding> utf16_without_mark(std::string_view beginning);

/// How many code points and how many UTF-16 code units a stretch of valid UTF-8 has.
struct TextLength {
    std::uint64_t code_points = 0;
    std::uint64_t code_units = 0;
};
[[nodiscard]] TextLength length_of(std::string_view utf8);
[[nodiscard]] std::uint64_t code_points_of(std::string_view utf8);

/// How many bytes a stretch of decoded text has in the original.
[[nodiscard]] std::uint64_t original_size(Encoding encoding, std::uint64_t utf8_bytes, TextLength length);

/// The valid part at the start of `bytes`.
struct ValidUtf8 {
    /// Bytes of whole, valid sequences.
    std::size_t size = 0;
    /// The rest is the beginning of a sequence that more bytes may complete.
    bool incomplete = false;
    /// All of the valid part is ASCII.
    bool ascii = true;
};
/// Source: Unicode 15, table 3-7 (well-formed UTF-8 byte sequences), as ICU's utf8.h checks it.
[[nodiscard]] ValidUtf8 valid_utf8(std::string_view bytes);
/// The same, where nothing but ASCII is valid.
[[nodiscard]] ValidUtf8 valid_ascii(std::string_view bytes);

} // namespace annexkit
