// SPDX-License-Identifier: Apache-2.0
#include "input/decoder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

using annexkit::DecodeFault;
using annexkit::Decoder;
using annexkit::Encoding;
using annexkit::EncodingPolicy;
using namespace std::string_literals;

namespace {

class Text : public annexkit::ByteSource {
  public:
    Text(std::string bytes, std::size_t step) : bytes_(std::move(bytes)), step_(step) {}
    annexkit::Result<std::size_t> read(std::span<char> into) override {
        const std::size_t size = std::min({into.size(), step_, bytes_.size() - at_});
        std::copy_n(bytes_.data() + at_, size, into.data());
        at_ += size;
        return size;
    }

  private:
    std::string bytes_;
    std::size_t step_;
    std::size_t at_ = 0;
};

struct Decoded {
    std::string text;
    Encoding encoding = Encoding::utf8;
    std::optional<DecodeFault::Kind> fault;
    std::string detail;
    std::string assumption;
    bool operator==(const Decoded&) const = default;
};

Decoded decode_in_steps(const std::string& bytes, const EncodingPolicy& policy, std::size_t step) {
    Text rest(bytes.substr(std::min<std::size_t>(bytes.size(), 64)), step);
    Decoder decoder(rest, bytes.substr(0, 64));
    decoder.decide(policy);
    annexkit::Bytes text;
    while (!decoder.at_end()) REQUIRE(decoder.fill(text, step));
    Decoded result{std::string(text.view()), decoder.encoding(), {}, {}, decoder.assumption().english};
    if (decoder.fault()) {
        result.fault = decoder.fault()->kind;
        result.detail = decoder.fault()->detail;
    }
    return result;
}

// However the bytes come, they decode to the same.
Decoded decode(const std::string& bytes, const EncodingPolicy& policy = {}) {
    const Decoded result = decode_in_steps(bytes, policy, 1 << 20);
    for (const std::size_t step : {1U, 2U, 3U, 7U}) CHECK(decode_in_steps(bytes, policy, step) == result);
    return result;
}

const EncodingPolicy guessing{.wanted = {}, .declared = {}, .guess = [] { return annexkit::EncodingGuess{}; }};

} // namespace

TEST_CASE("UTF-8 passes as it is, without its byte order mark") {
    CHECK(decode("\xEF\xBB\xBF"s + "id;d\u00E9but\U0001F600").text == "id;d\u00E9but\U0001F600");
    CHECK(decode("").text.empty());
}

TEST_CASE("UTF-16 is known by its byte order mark") {
    const Decoded little = decode("\xFF\xFE\x41\x00\xE9\x00\x3D\xD8\x00\xDE"s);
    CHECK(little.text == "A\u00E9\U0001F600");
    CHECK(little.encoding == Encoding::utf16le);
    CHECK(decode("\xFE\xFF\x00\x41"s).encoding == Encoding::utf16be);
}

TEST_CASE("UTF-16 without a byte order mark is a fault that names what it looks like") {
    const Decoded result = decode("i\0d\0,\0a\0"s);
    CHECK(result.fault == DecodeFault::Kind::utf16_without_mark);
    CHECK(result.detail == "utf-16le");
    CHECK(decode("i\0d\0"s, {.wanted = Encoding::utf16le, .declared = {}, .guess = {}}).text == "id");
}

TEST_CASE("bytes that are not UTF-8 are Windows-1252 where guessing is allowed") {
    const Decoded result = decode("ascii for long, "s + std::string(100, 'x') + "\x80 and \xE9t\xE9", guessing);
    CHECK(result.text == "ascii for long, " + std::string(100, 'x') + "\u20AC and \u00E9t\u00E9");
    CHECK(result.encoding == Encoding::windows1252);
    CHECK(result.assumption == "byte 80 at offset 116 is not UTF-8");
}

TEST_CASE("a late UTF-8 letter keeps an undecided file UTF-8") {
    const Decoded result = decode(std::string(70000, 'x') + "\u00E9", guessing);
    CHECK(result.text == std::string(70000, 'x') + "\u00E9");
    CHECK(result.assumption.empty());
}

TEST_CASE("a file that has shown itself UTF-8 is not taken for another encoding later") {
    const Decoded result = decode("\u00E9t\xE9 x", guessing);
    CHECK(result.text == "\u00E9t");
    CHECK(result.fault == DecodeFault::Kind::invalid);
    CHECK(result.detail.starts_with("E9"));
}

TEST_CASE("invalid bytes are told with what follows, however much is read at once") {
    for (std::size_t before = 60; before < 72; ++before)
        CHECK(decode("é" + std::string(before, 'a') + "\xFB\xFC\xFD\xFE\xFF").detail == "FB FC FD FE");
    CHECK(decode("é" + std::string(70, 'a') + "\xFB").detail == "FB");
}

TEST_CASE("invalid bytes are a fault behind the text before them") {
    SUBCASE("an overlong form") { CHECK(decode("ab\xC0\xAF").text == "ab"); }
    SUBCASE("a surrogate") { CHECK(decode("ab\xED\xA0\x80").fault == DecodeFault::Kind::invalid); }
    SUBCASE("a sequence cut off by the end") { CHECK(decode("ab\xE2\x82").fault == DecodeFault::Kind::invalid); }
    SUBCASE("a lone surrogate in UTF-16") {
        const Decoded result = decode("\xFF\xFE\x41\x00\x00\xD8\x41\x00"s);
        CHECK(result.text == "A");
        CHECK(result.fault == DecodeFault::Kind::invalid);
    }
}

TEST_CASE("a NUL byte is a fault") {
    const Decoded result = decode("some text, then "s + '\0' + "more");
    CHECK(result.text == "some text, then ");
    CHECK(result.fault == DecodeFault::Kind::nul);
}

TEST_CASE("encodings are known by their names and aliases") {
    CHECK(annexkit::encoding_named("UTF-8") == Encoding::utf8);
    CHECK(annexkit::encoding_named("utf8") == Encoding::utf8);
    CHECK(annexkit::encoding_named("ISO-8859-1") == Encoding::latin1);
    CHECK(annexkit::encoding_named("latin1") == Encoding::latin1);
    CHECK(annexkit::encoding_named("cp1252") == Encoding::windows1252);
    CHECK(annexkit::encoding_named("cp850") == Encoding::ibm850);
    CHECK(annexkit::encoding_named("macintosh") == Encoding::macintosh);
    CHECK(annexkit::encoding_named("cp850") == Encoding::ibm850);
    CHECK(annexkit::encoding_named("UTF-16LE") == Encoding::utf16le);
    CHECK_FALSE(annexkit::encoding_named("EBCDIC-FR"));
    CHECK_FALSE(annexkit::encoding_named(""));
}

TEST_CASE("what old spreadsheets write for Mac and DOS is read where it is named") {
    const auto read = [](const std::string& bytes, Encoding encoding) {
        return decode(bytes, {.wanted = encoding, .declared = {}, .guess = {}}).text;
    };
    CHECK(read("coop\x8Eration \xC7\xCA\x8E\xCA\xC8", Encoding::macintosh) == "coopération «\u00A0é\u00A0»");
    CHECK(read("coop\x82ration \x85 No\x89l", Encoding::ibm850) == "coopération à Noël");
}

TEST_CASE("a hold keeps back what stands behind it, in any encoding") {
    const auto held = [](const std::string& bytes, std::uint64_t hold) {
        Text source(bytes, 3);
        Decoder decoder(source, "");
        decoder.decide(guessing);
        decoder.hold_at(hold);
        annexkit::Bytes text;
        REQUIRE(decoder.fill(text, 100));
        CHECK(decoder.is_held());
        CHECK_FALSE(decoder.at_end());
        return std::string(text.view());
    };
    CHECK(held("abcdef", 4) == "abcd");
    CHECK(held("abcdef", 0).empty());
    CHECK(held("ab\xC3\xA9"
               "f",
               3) == "ab");
    CHECK(held("ab\xE9"
               "defgh",
               5) == "ab\xC3\xA9"
                     "de");
}

TEST_CASE("a later hold goes on where the first one was, with what was read already") {
    Text source("ghi", 3);
    Decoder decoder(source, "abcdef");
    decoder.decide({});
    decoder.hold_at(2);
    annexkit::Bytes text;
    REQUIRE(decoder.fill(text, 100));
    decoder.hold_at(5);
    REQUIRE(decoder.fill(text, 100));
    CHECK(text.view() == "abcde");
    decoder.hold_at(100);
    REQUIRE(decoder.fill(text, 100));
    CHECK(text.view() == "abcdefghi");
    CHECK(decoder.at_end());
}
