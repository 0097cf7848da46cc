// SPDX-License-Identifier: Apache-2.0
#include "input/encoding.hpp"

#include "text/count.hpp"

#include <array>
#include <cstring>
#include <new>
#include <string>

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

namespace annexkit {
namespace {

struct Named {
    Encoding encoding;
    std::string_view name;
};
constexpr std::array<Named, 7> names = {{{Encoding::utf8, "utf-8"},
                                         {Encoding::utf16le, "utf-16le"},
                                         {Encoding::utf16be, "utf-16be"},
                                         {Encoding::windows1252, "windows-1252"},
                                         {Encoding::latin1, "iso-8859-1"},
                                         {Encoding::macintosh, "macintosh"},
                                         {Encoding::ibm850, "ibm850"}}};

// Length of the ASCII run at the start, found eight bytes at a time.
std::size_t ascii_run(const char* data, std::size_t size) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    std::size_t at = 0;
    for (std::uint64_t word = 0; at + sizeof word <= size; at += sizeof word) {
        std::memcpy(&word, data + at, sizeof word);
        if ((word & high_bits) != 0) break;
    }
    while (at < size && static_cast<unsigned char>(data[at]) < 0x80) ++at;
    return at;
}

// Bytes at the end that begin a sequence which more bytes may complete.
std::size_t cut_off(std::string_view bytes) {
    for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const auto byte = static_cast<std::uint8_t>(bytes[bytes.size() - back]);
        if (U8_IS_TRAIL(byte)) continue;
        return U8_IS_LEAD(byte) && U8_COUNT_TRAIL_BYTES(byte) + 1U > back ? back : 0;
    }
    return 0;
}

/// The name is that of a known encoding, or an alias of it.
bool is_named(std::string_view name, std::string_view known) {
    const std::string wanted(name);
    const std::string sought(known);
    if (wanted.empty() || wanted.find('\0') != std::string::npos) return false;
    if (ucnv_compareNames(wanted.c_str(), sought.c_str()) == 0) return true;
    for (const char* standard : {"MIME", "IANA"}) {
        UErrorCode status = U_ZERO_ERROR;
        const char* canonical = ucnv_getStandardName(wanted.c_str(), standard, &status);
        if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
        if (U_SUCCESS(status) && canonical != nullptr && ucnv_compareNames(canonical, sought.c_str()) == 0) return true;
    }
    return false;
}

} // namespace

std::string_view name_of(Encoding encoding) { return names.at(static_cast<std::size_t>(encoding)).name; }

bool names_ascii(std::string_view name) { return is_named(name, "us-ascii"); }

bool names_utf16(std::string_view name) { return is_named(name, "utf-16"); }

std::optional<Encoding> encoding_named(std::string_view name) {
    if (names_ascii(name)) return Encoding::utf8;
    for (const auto& known : names)
        if (is_named(name, known.name)) return known.encoding;
    return std::nullopt;
}

bool may_declare(std::string_view name, const std::optional<ByteOrderMark>& mark) {
    const auto declared = encoding_named(name);
    const bool is_either_utf16 = names_utf16(name);
    const bool is_utf16 = is_either_utf16 || declared == Encoding::utf16le || declared == Encoding::utf16be;
    if (!mark) return !is_utf16;
    if (mark->encoding == Encoding::utf8) return declared == Encoding::utf8 && !names_ascii(name);
    return is_either_utf16 || declared == mark->encoding;
}

std::optional<ByteOrderMark> byte_order_mark(std::string_view beginning) {
    using namespace std::string_view_literals;
    if (beginning.starts_with("\xEF\xBB\xBF"sv)) return ByteOrderMark{Encoding::utf8, 3};
    if (beginning.starts_with("\xFF\xFE"sv)) return ByteOrderMark{Encoding::utf16le, 2};
    if (beginning.starts_with("\xFE\xFF"sv)) return ByteOrderMark{Encoding::utf16be, 2};
    return std::nullopt;
}

std::optional<Encoding> utf16_without_mark(std::string_view beginning) {
    const std::string_view sample = beginning.substr(0, 64);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0') ++zeros.at(i % 2);
    const std::size_t pairs = sample.size() / 2;
    // Latin letters, digits and separators have a zero high byte; three in four is more than chance and allows for
    // others.
    if (pairs < 2) return std::nullopt;
    if (zeros[1] * 4 >= pairs * 3 && zeros[0] == 0) return Encoding::utf16le;
    if (zeros[0] * 4 >= pairs * 3 && zeros[1] == 0) return Encoding::utf16be;
    return std::nullopt;
}

std::uint64_t code_points_of(std::string_view utf8) {
    // All but 80 to BF, which continue one: a comparison of bytes, which compilers do not widen.
    return count_bytes(utf8,
                       [](char byte) { return static_cast<signed char>(byte) >= static_cast<signed char>(0xC0); });
}

TextLength length_of(std::string_view utf8) {
    TextLength length;
    length.code_points = code_points_of(utf8);
    length.code_units =
        length.code_points + count_bytes(utf8, [](char byte) { return static_cast<unsigned char>(byte) >= 0xF0; });
    return length;
}

std::uint64_t original_size(Encoding encoding, std::uint64_t utf8_bytes, TextLength length) {
    switch (encoding) {
    case Encoding::utf8: return utf8_bytes;
    case Encoding::utf16le:
    case Encoding::utf16be: return 2 * length.code_units;
    case Encoding::windows1252:
    case Encoding::latin1:
    case Encoding::macintosh:
    case Encoding::ibm850: return length.code_points;
    }
    return utf8_bytes;
}

ValidUtf8 valid_ascii(std::string_view bytes) { return {.size = ascii_run(bytes.data(), bytes.size())}; }

ValidUtf8 valid_utf8(std::string_view bytes) {
    ValidUtf8 result;
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const std::size_t size = bytes.size();
    std::size_t at = ascii_run(bytes.data(), size);
    // Nearly all text is valid; only what is not, and a sequence that is cut off, is walked through.
    const std::size_t whole = size - cut_off(bytes);
    if (at < whole && simdjson::validate_utf8(bytes.data() + at, whole - at)) {
        result.ascii = false;
        at = whole;
    }
    for (;;) {
        at += ascii_run(bytes.data() + at, size - at);
        result.size = at;
        if (at == size) return result;
        // U8_NEXT works on 32-bit indexes; a window over one sequence is enough for it.
        std::int32_t next = 0;
        const auto rest = static_cast<std::int32_t>(size - at < 4 ? size - at : 4);
        UChar32 code_point = 0;
        U8_NEXT(data + at, next, rest, code_point);
        if (code_point < 0) {
            // It failed by running out of bytes when the bytes there are all continue the lead byte's sequence.
            const auto wanted = static_cast<std::int32_t>(U8_COUNT_TRAIL_BYTES(data[at])) + 1;
            result.incomplete = next == rest && rest < wanted;
            return result;
        }
        result.ascii = false;
        at += static_cast<std::size_t>(next);
    }
}

} // namespace annexkit
