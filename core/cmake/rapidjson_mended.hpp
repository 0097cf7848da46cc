// SPDX-License-Identifier: Apache-2.0
// RapidJSON 1.1.0, mended. Included ahead of every file that uses it.
#pragma once

#include <cstdlib>
#include <cstring>
#include <new>

#include <rapidjson/rapidjson.h>

// It uses the memory that it asks for without a look whether it got any. This makes its allocator throw std::bad_alloc,
// as all other code does. The names stand in std because the allocator says so, and are changed while it is included,
// no longer.
namespace std { // NOLINT(cert-dcl58-cpp)

inline void* annexkit_malloc(size_t size) {
    if (void* const memory = malloc(size)) return memory;
    throw bad_alloc();
}

inline void* annexkit_realloc(void* memory, size_t size) {
    if (void* const moved = realloc(memory, size)) return moved;
    throw bad_alloc();
}

} // namespace std

#define malloc annexkit_malloc
#define realloc annexkit_realloc
#include <rapidjson/allocators.h>
#undef malloc
#undef realloc

#include <rapidjson/reader.h>

namespace annexkit {

/// UTF-8 for RapidJSON, which lets the escape of a low surrogate stand alone, and makes of it what is no UTF-8.
struct WholeCharacters : rapidjson::UTF8<> {
    /// Thrown within parse_json, since nothing that Encode() is handed can refuse.
    struct Half {};

    template <class Output> static void Encode(Output& output, unsigned code_point) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF) throw Half();
        rapidjson::UTF8<>::Encode(output, code_point);
    }
};

/// Reads a JSON text (RFC 8259) to its end, and hands it to a RapidJSON handler: texts are UTF-8, and nothing stands
/// behind the value. RapidJSON alone takes a NUL for the end, whatever follows.
///
/// Shape: Tell() of the stream stays as it is when there is nothing to Take().
template <unsigned flags = 0, class Stream, class Handler>
rapidjson::ParseResult parse_json(Stream& stream, Handler& handler) {
    constexpr unsigned all = flags | rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
    constexpr std::size_t escape_bytes = 6;
    rapidjson::GenericReader<WholeCharacters, WholeCharacters> reader;
    try {
        if (const auto parsed = reader.Parse<all>(stream, handler); parsed.IsError()) return parsed;
    } catch (const WholeCharacters::Half&) {
        return {rapidjson::kParseErrorStringUnicodeSurrogateInvalid, stream.Tell() - escape_bytes};
    }
    const std::size_t end = stream.Tell();
    stream.Take();
    return stream.Tell() == end ? rapidjson::ParseResult()
                                : rapidjson::ParseResult(rapidjson::kParseErrorDocumentRootNotSingular, end);
}

} // namespace annexkit
