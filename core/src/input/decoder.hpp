// SPDX-License-Identifier: Apache-2.0
// Turns the bytes of an input into UTF-8, and finds out which encoding they are in.
#pragma once

#include "input/encoding.hpp"
#include "text/bytes.hpp"

#include <annexkit/job.hpp>

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct UConverter;

namespace annexkit {

/// What an input that is not UTF-8 is taken for.
struct EncodingGuess {
    Encoding encoding = Encoding::windows1252;
    /// What speaks for it beside, as the end of a clause.
    std::string english;
    std::string french;
};

/// What to go by when an input has no byte order mark.
struct EncodingPolicy {
    /// Asked for by the user; wins over everything but a byte order mark of the same encoding.
    std::optional<Encoding> wanted;
    /// Declared by the input itself.
    std::optional<Encoding> declared;
    /// What it declares is ASCII, so that any other byte is a fault.
    bool declares_ascii = false;
    /// Asked at the first byte that is not UTF-8, where bytes may be taken for another encoding.
    std::function<EncodingGuess()> guess;
};

/// Why decoding cannot go on, after the bytes that were decoded.
struct DecodeFault {
    enum class Kind { invalid, beyond_ascii, nul, utf16_without_mark, too_long };
    Kind kind;
    /// The offending bytes in hexadecimal, or the encoding that they look like.
    std::string detail;
};

/// A stream of UTF-8 out of a stream of bytes.
///
/// A file that is ASCII so far is undecided; the first other byte decides between UTF-8 and, under
/// EncodingPolicy::guess, what that says. So the whole file counts, not its first block, and nothing is read twice.
class Decoder {
  public:
    /// `beginning` is what was read of the source. What stands behind its first `limit` bytes is a fault.
    Decoder(ByteSource& source, std::string_view beginning,
            std::uint64_t limit = std::numeric_limits<std::uint64_t>::max());
    ~Decoder();
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    /// Sets how to read; call once, before fill().
    void decide(const EncodingPolicy& policy);

    /// Appends about `wanted` bytes of UTF-8 to `text`; fewer only at the end, at a hold or before a fault.
    Result<void> fill(Bytes& text, std::size_t wanted);

    /// Leaves alone what stands behind the first `bytes` of the source, until a later hold.
    void hold_at(std::uint64_t bytes);
    /// Nothing more can be had ahead of the hold.
    [[nodiscard]] bool is_held() const { return is_held_; }

    /// The bytes are known to be UTF-8, so that reading may leap ahead.
    [[nodiscard]] bool is_utf8() const { return encoding_ == Encoding::utf8; }
    /// Goes on at this offset of the source, where the source is already and a character begins.
    void leap_to(std::uint64_t offset);

    /// All input has been decoded, or a fault stands before the rest.
    [[nodiscard]] bool at_end() const { return (at_source_end_ && raw_.empty() && !is_over_) || fault_.has_value(); }
    [[nodiscard]] const std::optional<DecodeFault>& fault() const { return fault_; }
    [[nodiscard]] Encoding encoding() const { return encoding_.value_or(Encoding::utf8); }
    /// What the encoding is known by, as far as the input has been read.
    [[nodiscard]] EncodingBy encoding_by() const;
    /// Why Windows-1252 was assumed, in both languages; empty unless it was.
    struct Assumption {
        std::string english;
        std::string french;
        /// Of the byte that decided it, in the text, which is ASCII up to there.
        std::uint64_t offset = 0;
    };
    [[nodiscard]] const Assumption& assumption() const { return assumption_; }
    /// Bytes of the byte order mark, which stand before the text.
    [[nodiscard]] std::uint64_t mark_size() const { return mark_size_; }

  private:
    Result<void> read_into(Bytes& to, std::size_t wanted);
    Result<void> fill_utf8(Bytes& text, std::size_t wanted);
    Result<void> fill_converted(Bytes& text, std::size_t wanted);
    void take_utf8(Bytes& text, std::size_t from);
    void convert(Bytes& text);
    void report_invalid(std::string_view bytes);
    void stop_at_limit(Bytes& read);
    void stop_at_nul(Bytes& text, std::size_t from);

    ByteSource& source_;
    /// Read and not decoded yet.
    Bytes raw_;
    /// Read and behind the hold.
    Bytes ahead_;
    std::uint64_t read_ = 0;
    std::uint64_t limit_;
    /// The source goes on behind the limit.
    bool is_over_ = false;
    std::uint64_t hold_ = std::numeric_limits<std::uint64_t>::max();
    bool is_held_ = false;
    bool at_source_end_ = false;
    std::function<EncodingGuess()> guess_;
    bool is_wanted_ = false;
    bool is_declared_ = false;
    bool takes_ascii_alone_ = false;
    bool is_ascii_ = true;
    std::optional<Encoding> encoding_;
    std::optional<DecodeFault> fault_;
    Assumption assumption_;
    std::uint64_t mark_size_ = 0;
    std::uint64_t taken_ = 0;
    std::unique_ptr<UConverter, void (*)(UConverter*)> converter_;
    std::vector<char16_t> units_;
};

} // namespace annexkit
