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

Decoder::Decoder(ByteSource& source, std::string_view beginning, std::uint64_t limit)
    : source_(source), limit_(limit), converter_(nullptr, ucnv_close) {
    raw_.append(beginning);
    read_ = beginning.size();
    stop_at_limit(raw_);
}

Decoder::~Decoder() = default;

void Decoder::decide(const EncodingPolicy& policy) {
    guess_ = policy.wanted || policy.declared ? nullptr : policy.guess;
    encoding_ = policy.wanted ? policy.wanted : policy.declared;
    is_wanted_ = policy.wanted.has_value();
    is_declared_ = policy.declared.has_value();
    takes_ascii_alone_ = policy.declares_ascii;
    const auto mark = byte_order_mark(raw_.view());
    if (mark && (!policy.wanted || *policy.wanted == mark->encoding)) {
        encoding_ = mark->encoding;
        mark_size_ = mark->size;
        raw_.drop_front(mark->size);
    } else if (const auto utf16 = utf16_without_mark(raw_.view()); utf16 && !policy.wanted) {
        fault_ = DecodeFault{DecodeFault::Kind::utf16_without_mark, std::string(name_of(*utf16))};
        encoding_ = *utf16;
        return;
    }
    // An 8-bit format that declares nothing stays undecided until a byte beyond ASCII comes.
    if (!encoding_ && !guess_) encoding_ = Encoding::utf8;
    if (encoding_ && *encoding_ != Encoding::utf8) converter_.reset(open_converter(*encoding_));
}

EncodingBy Decoder::encoding_by() const {
    if (mark_size_ > 0) return EncodingBy::mark;
    if (is_wanted_) return EncodingBy::request;
    if (is_declared_) return EncodingBy::declared;
    if (!assumption_.english.empty()) return EncodingBy::exclusion;
    if (fault_ && fault_->kind == DecodeFault::Kind::utf16_without_mark) return EncodingBy::zeros;
    return is_ascii_ ? EncodingBy::nothing : EncodingBy::content;
}

void Decoder::hold_at(std::uint64_t bytes) {
    raw_.append(ahead_.view());
    ahead_.clear();
    hold_ = bytes;
    is_held_ = false;
    const auto behind = static_cast<std::size_t>(std::min<std::uint64_t>(read_ - std::min(read_, hold_), raw_.size()));
    ahead_.append(raw_.view().substr(raw_.size() - behind));
    raw_.truncate(raw_.size() - behind);
}

void Decoder::leap_to(std::uint64_t offset) {
    raw_.clear();
    ahead_.clear();
    read_ = offset;
    is_held_ = at_source_end_ = false;
}

Result<void> Decoder::read_into(Bytes& to, std::size_t wanted) {
    // One byte more than the limit tells that there is more.
    const std::uint64_t end =
        std::min(hold_, limit_ == std::numeric_limits<std::uint64_t>::max() ? limit_ : limit_ + 1);
    wanted = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, end - std::min(read_, end)));
    const std::span into(to.room(wanted), wanted);
    std::size_t got = 0;
    while (got < wanted && !at_source_end_) {
        const auto read = source_.read(into.subspan(got));
        if (!read) return read.error();
        at_source_end_ = *read == 0;
        got += *read;
        read_ += *read;
        to.grow(*read);
        stop_at_limit(to);
    }
    return {};
}

void Decoder::stop_at_limit(Bytes& read) {
    if (read_ <= limit_) return;
    read.truncate(read.size() - static_cast<std::size_t>(read_ - limit_));
    read_ = limit_;
    is_over_ = at_source_end_ = true;
}

Result<void> Decoder::fill(Bytes& text, std::size_t wanted) {
    const std::size_t goal = text.size() + wanted;
    while (text.size() < goal && !at_end() && !is_held_) {
        const std::size_t missing = std::max(goal - text.size(), longest_sequence);
        const std::size_t from = text.size();
        const bool converted = converter_ != nullptr;
        if (auto filled = converter_ ? fill_converted(text, missing) : fill_utf8(text, missing); !filled) return filled;
        stop_at_nul(text, from);
        // Bytes that are left are the beginning of a character that goes on behind the limit.
        if (is_over_ && !fault_ && (raw_.empty() || text.size() == from))
            fault_ = DecodeFault{DecodeFault::Kind::too_long, {}};
        // Bytes that turned out to be of another encoding are still to be decoded.
        is_held_ = read_ >= hold_ && text.size() == from && converted == (converter_ != nullptr);
    }
    return {};
}

// Bytes that are UTF-8 already are read to where they stay.
Result<void> Decoder::fill_utf8(Bytes& text, std::size_t wanted) {
    const std::size_t from = text.size();
    text.append(raw_.view());
    raw_.clear();
    const std::size_t had = text.size() - from;
    auto read = had < wanted ? read_into(text, wanted - had) : Result<void>();
    take_utf8(text, from);
    return read;
}

Result<void> Decoder::fill_converted(Bytes& text, std::size_t wanted) {
    auto read = raw_.size() < wanted ? read_into(raw_, wanted - raw_.size()) : Result<void>();
    convert(text);
    return read;
}

// Keeps what is valid from `from` on, and gives the rest back to raw_.
void Decoder::take_utf8(Bytes& text, std::size_t from) {
    const std::string_view fresh = text.view().substr(from);
    const ValidUtf8 valid = takes_ascii_alone_ ? valid_ascii(fresh) : valid_utf8(fresh);
    taken_ += valid.size;
    if (!valid.ascii) encoding_ = Encoding::utf8;
    is_ascii_ = is_ascii_ && valid.ascii;
    raw_.append(fresh.substr(valid.size));
    text.truncate(from + valid.size);
    if (raw_.empty() || (valid.incomplete && (!at_source_end_ || is_over_))) return;
    if (encoding_) {
        // What is said of them does not depend on how much was read at once.
        if (raw_.size() < longest_sequence && !at_source_end_) return;
        return report_invalid(raw_.view().substr(0, longest_sequence));
    }
    // Nothing behind a NUL counts, however much was read at once.
    if (text.view().substr(from).find('\0') != std::string_view::npos) return;
    const EncodingGuess guess = guess_();
    encoding_ = guess.encoding;
    const std::string byte = hexadecimal(raw_.view().substr(0, 1));
    assumption_ = {fmt::format("byte {} at offset {} is not UTF-8", byte, taken_ + mark_size_) + guess.english,
                   fmt::format("l'octet {} à la position {} n'est pas de l'UTF-8", byte, taken_ + mark_size_) +
                       guess.french,
                   taken_};
    converter_.reset(open_converter(*encoding_));
}

void Decoder::convert(Bytes& text) {
    units_.resize(raw_.size() + 16);
    const char* from = raw_.data();
    char16_t* to = units_.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter_.get(), &to, units_.data() + units_.size(), &from, raw_.data() + raw_.size(), nullptr,
                   static_cast<UBool>(at_source_end_ && !is_over_), &status);
    if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
    const auto units = static_cast<std::int32_t>(to - units_.data());
    // A UTF-16 unit has at most three bytes of UTF-8.
    char* const into = text.room(static_cast<std::size_t>(units) * 3);
    std::int32_t bytes = 0;
    UErrorCode encoded = U_ZERO_ERROR;
    u_strToUTF8(into, units * 3, &bytes, units_.data(), units, &encoded);
    text.grow(static_cast<std::size_t>(bytes));
    raw_.drop_front(static_cast<std::size_t>(from - raw_.data()));
    if (U_SUCCESS(status)) return;
    std::array<char, 8> invalid{};
    auto size = static_cast<std::int8_t>(invalid.size());
    UErrorCode asked = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter_.get(), invalid.data(), &size, &asked);
    report_invalid({invalid.data(), U_SUCCESS(asked) ? static_cast<std::size_t>(size) : 0});
}

void Decoder::report_invalid(std::string_view bytes) {
    const auto kind = takes_ascii_alone_ ? DecodeFault::Kind::beyond_ascii : DecodeFault::Kind::invalid;
    // Of what ASCII lacks, the first byte tells enough; how long the character is depends on the encoding.
    fault_ = DecodeFault{kind, hexadecimal(takes_ascii_alone_ ? bytes.substr(0, 1) : bytes)};
}

// No format here has a NUL in its text; it means a binary file, or UTF-16 read as something else.
void Decoder::stop_at_nul(Bytes& text, std::size_t from) {
    if (text.size() == from) return;
    const void* nul = std::memchr(text.data() + from, '\0', text.size() - from);
    if (nul == nullptr) return;
    text.truncate(static_cast<std::size_t>(static_cast<const char*>(nul) - text.data()));
    fault_ = DecodeFault{DecodeFault::Kind::nul, "00"};
}

} // namespace annexkit
