// SPDX-License-Identifier: Apache-2.0
// RapidJSON as this format uses it: one value at a time, in place, numbers as text, RFC 8259 to the letter.
#pragma once

#include "problem.hpp"
#include "shared/json_bytes.hpp"
#include "shared/json_number.hpp"

#include <rapidjson/reader.h>

#include <cstddef>
#include <cstring>
#include <limits>
#include <string_view>

namespace annexkit::json {

/// Text to be read in place. data[size] is writable; what is read changes data, never the original.
struct Text {
    char* data = nullptr;
    const char* original = nullptr;
    std::size_t size = 0;

    [[nodiscard]] std::string_view view() const { return {original, size}; }
};

/// RapidJSON's stream over a Text. It is not copied while a token is read (there is no rapidjson::StreamTraits for it),
/// so a handler may ask it for the place behind what it is told of.
struct Stream {
    using Ch = char;
    static constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

    Stream(const Text& text, std::size_t from)
        : begin(text.data), src(text.data + from), end(text.data + text.size), original(text.original) {}

    [[nodiscard]] char Peek() const { return *src; }
    char Take() { return *src++; }
    [[nodiscard]] std::size_t Tell() const { return static_cast<std::size_t>(src - begin); }
    char* PutBegin() { return dst = src; }
    void Put(char byte) { *dst++ = byte; }
    std::size_t PutEnd(const char* from) { return static_cast<std::size_t>(dst - from); }
    void Flush() {}

    /// Ends the text behind an escape that stands for half a character.
    void refuse_escape() {
        constexpr std::size_t escape_bytes = 6;
        surrogate = Tell() - escape_bytes;
        src = end;
    }

    char* begin;
    char* src;
    char* dst = nullptr;
    char* end;
    const char* original;
    std::size_t surrogate = nowhere;
};

/// UTF-8 for RapidJSON, with two differences: \u escapes of low surrogates that stand alone are refused (RapidJSON
/// would encode them), and plain stretches of a string are passed in one go. RapidJSON's own way of doing so,
/// RAPIDJSON_SSE2, lets the control characters U+001A to U+001F through and must be defined alike in a whole program.
struct Utf8 : rapidjson::UTF8<> {
    template <class Output> static void Encode(Output& output, unsigned code_point) {
        if constexpr (requires { output.refuse_escape(); })
            if (code_point >= 0xD800 && code_point <= 0xDFFF) return output.refuse_escape();
        rapidjson::UTF8<>::Encode(output, code_point);
    }
};

} // namespace annexkit::json

/// Moves the plain stretch of a string that starts at the stream's place.
template <> struct rapidjson::Transcoder<annexkit::json::Utf8, annexkit::json::Utf8> {
    static bool Transcode(annexkit::json::Stream& stream, annexkit::json::Stream&) {
        const char* const stop = annexkit::json::plain_end(stream.src, stream.end);
        const auto size = static_cast<std::size_t>(stop - stream.src);
        if (stream.dst != stream.src) std::memmove(stream.dst, stream.src, size);
        stream.dst += size;
        stream.src += size;
        return true;
    }
    // RapidJSON compiles the ways that are not taken, too.
    template <class Input, class Output> static bool Transcode(Input& input, Output& output) {
        output.Put(input.Take());
        return true;
    }
    template <class Input, class Output> static bool Validate(Input& input, Output& output) {
        return Transcode(input, output);
    }
};

namespace annexkit::json {

/// Whether it is to be told where values stand.
enum class Places { none, wanted };

/// How the reading of a value ended.
struct Outcome {
    Problem problem = Problem::none;
    /// The end of the value, or the byte where the text stops being JSON.
    std::size_t at = 0;
    /// The text is right as far as it goes, but ends within the value.
    bool unended = false;
};

/// What RapidJSON found wrong at `at` of a text that starts with the value.
[[nodiscard]] Problem problem_of(rapidjson::ParseErrorCode code, std::string_view text, std::size_t at);

/// Counts open brackets; the base of all handlers here.
class Nesting {
  public:
    explicit Nesting(std::size_t limit) : limit_(limit) {}

  protected:
    void reset() { depth_ = 0; }
    [[nodiscard]] std::size_t depth() const { return depth_; }
    /// false when there is one bracket too many; RapidJSON then stops.
    bool open() { return ++depth_ <= limit_; }
    bool close() {
        --depth_;
        return true;
    }

  private:
    std::size_t limit_;
    std::size_t depth_ = 0;
};

/// Reads any value and keeps nothing.
class Skipping : public rapidjson::BaseReaderHandler<Utf8, Skipping>, private Nesting {
  public:
    using Nesting::Nesting;

    void begin(const Stream&) { reset(); }
    bool StartObject() { return open(); }
    bool StartArray() { return open(); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }
};

using RapidReader = rapidjson::GenericReader<Utf8, Utf8>;

/// Reads the value that starts at `from`, which is no white space. The handler is a RapidJSON handler with a member
/// begin(const Stream&), called before each attempt; it returns false for too many brackets only.
///
/// RapidJSON calls itself for each bracket, which takes 48 bytes of stack (500 under sanitizers), and the handlers hold
/// it to their limit. Its iterative mode is slower by a third, allocates, and adds to a null pointer.
template <class Handler> Outcome read_value(RapidReader& reader, const Text& text, std::size_t from, Handler& handler) {
    constexpr unsigned flags =
        rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseStopWhenDoneFlag;
    for (bool masked = false;; masked = true) {
        Stream stream(text, from);
        *stream.end = '\0';
        handler.begin(stream);
        const rapidjson::ParseResult result = reader.Parse<flags>(stream, handler);
        if (!result.IsError()) return {Problem::none, stream.Tell()};
        if (stream.surrogate != Stream::nowhere) return {Problem::lone_surrogate, stream.surrogate};
        if (result.Code() == rapidjson::kParseErrorTermination) return {Problem::too_deep, stream.Tell() - 1};
        if (result.Code() != rapidjson::kParseErrorNumberTooBig) {
            const bool unended = stream.src == stream.end;
            const std::size_t at = unended ? text.size : result.Offset();
            return {problem_of(result.Code(), text.view().substr(from), at - from), at, unended};
        }
        if (masked) return {Problem::number_broken, read_number(text.view(), result.Offset()).end};
        std::memcpy(text.data + from, text.original + from, text.size - from);
        mask_numbers(text.data, text.view(), from);
    }
}

} // namespace annexkit::json
