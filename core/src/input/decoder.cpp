// SPDX-License-Identifier: Apache-2.0
#include "input/decoder.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <new>
#include <span>

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ustring.h>

namespace annexkit {
namespace {

std::string hexadecimal(std::string_view bytes) {
    std::string result;
    for (const char byte : bytes)
        fmt::format_to(std::back_inserter(result), "{}{:02X}", result.empty() ? "" : " ",
                       static_cast<unsigned char>(byte));
    return result;
}

// With as many bytes at hand, or the end of the source, decoding always moves on.
constexpr std::size_t longest_sequence = 4;

UConverter* open_converter(Encoding encoding) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(std::string(name_of(encoding)).c_str(), &status);
    // ICU's own tables hold these encodings, so only memory can be short.
    if (U_FAILURE(status)) throw std::bad_alloc();
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    return converter;
}

} // namespace

Decoder::Decoder(ByteSource& source, std::string beginning)
    : source_(source), raw_(std::move(beginning)), converter_(nullptr, ucnv_close) {}

Decoder::~Decoder() = default;

void Decoder::decide(const EncodingPolicy& policy) {
    guess_ = policy.guess && !policy.wanted && !policy.declared;
    encoding_ = policy.wanted ? policy.wanted : policy.declared;
    const auto mark = byte_order_mark(raw_);
    if (mark && (!policy.wanted || *policy.wanted == mark->encoding)) {
        encoding_ = mark->encoding;
        mark_size_ = mark->size;
        raw_.erase(0, mark->size);
    } else if (const auto utf16 = utf16_without_mark(raw_); utf16 && !policy.wanted) {
        fault_ = DecodeFault{DecodeFault::Kind::utf16_without_mark, std::string(name_of(*utf16))};
        return;
    }
    // An 8-bit format that declares nothing stays undecided until a byte beyond ASCII comes.
    if (!encoding_ && !guess_) encoding_ = Encoding::utf8;
    if (encoding_ && *encoding_ != Encoding::utf8) converter_.reset(open_converter(*encoding_));
}

Result<void> Decoder::read_raw(std::size_t wanted) {
    const std::size_t kept = raw_.size();
    raw_.resize(kept + wanted);
    std::size_t got = 0;
    while (got < wanted && !at_source_end_) {
        const auto read = source_.read(std::span(raw_).subspan(kept + got));
        if (!read) {
            raw_.resize(kept + got);
            return tl::unexpected(read.error());
        }
        at_source_end_ = *read == 0;
        got += *read;
    }
    raw_.resize(kept + got);
    return {};
}

Result<void> Decoder::fill(std::vector<char>& text, std::size_t wanted) {
    const std::size_t goal = text.size() + wanted;
    while (text.size() < goal && !at_end()) {
        const std::size_t missing = std::max(goal - text.size(), longest_sequence);
        if (raw_.size() < missing && !at_source_end_) {
            if (auto read = read_raw(missing - raw_.size()); !read) return read;
        }
        const std::size_t from = text.size();
        if (converter_) {
            convert(text);
        } else {
            take_utf8(text);
        }
        stop_at_nul(text, from);
    }
    return {};
}

void Decoder::take_utf8(std::vector<char>& text) {
    const ValidUtf8 valid = valid_utf8(raw_);
    text.insert(text.end(), raw_.begin(), raw_.begin() + static_cast<std::ptrdiff_t>(valid.size));
    taken_ += valid.size;
    if (!valid.ascii) encoding_ = Encoding::utf8;
    raw_.erase(0, valid.size);
    if (raw_.empty() || (valid.incomplete && !at_source_end_)) return;
    if (encoding_) return report_invalid(std::string_view(raw_).substr(0, 4));
    encoding_ = Encoding::windows1252;
    assumption_ = fmt::format("byte {} at offset {} is not UTF-8", hexadecimal(std::string_view(raw_).substr(0, 1)),
                              taken_ + mark_size_);
    converter_.reset(open_converter(*encoding_));
}

void Decoder::convert(std::vector<char>& text) {
    units_.resize(raw_.size() + 16);
    const char* from = raw_.data();
    char16_t* to = units_.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter_.get(), &to, units_.data() + units_.size(), &from, raw_.data() + raw_.size(), nullptr,
                   static_cast<UBool>(at_source_end_), &status);
    if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
    const auto units = static_cast<std::int32_t>(to - units_.data());
    const std::size_t kept = text.size();
    // A UTF-16 unit has at most three bytes of UTF-8.
    text.resize(kept + static_cast<std::size_t>(units) * 3);
    std::int32_t bytes = 0;
    UErrorCode encoded = U_ZERO_ERROR;
    u_strToUTF8(text.data() + kept, units * 3, &bytes, units_.data(), units, &encoded);
    text.resize(kept + static_cast<std::size_t>(bytes));
    raw_.erase(0, static_cast<std::size_t>(from - raw_.data()));
    if (U_SUCCESS(status)) return;
    std::array<char, 8> invalid{};
    auto size = static_cast<std::int8_t>(invalid.size());
    UErrorCode asked = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter_.get(), invalid.data(), &size, &asked);
    report_invalid({invalid.data(), U_SUCCESS(asked) ? static_cast<std::size_t>(size) : 0});
}

void Decoder::report_invalid(std::string_view bytes) {
    fault_ = DecodeFault{DecodeFault::Kind::invalid, hexadecimal(bytes)};
}

// No format here has a NUL in its text; it means a binary file, or UTF-16 read as something else.
void Decoder::stop_at_nul(std::vector<char>& text, std::size_t from) {
    if (text.size() == from) return;
    const void* nul = std::memchr(text.data() + from, '\0', text.size() - from);
    if (nul == nullptr) return;
    text.resize(static_cast<std::size_t>(static_cast<const char*>(nul) - text.data()));
    fault_ = DecodeFault{DecodeFault::Kind::nul, "00"};
}

} // namespace annexkit
