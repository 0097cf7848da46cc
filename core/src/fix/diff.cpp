// SPDX-License-Identifier: Apache-2.0
#include "fix/edit_target.hpp"
#include "input/encoding.hpp"

#include <annexkit/report.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <new>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace annexkit {
namespace {

constexpr std::size_t context_lines = 3;
// A hunk that grows beyond it ends, and another one follows at once.
constexpr std::size_t most_lines = 10'000;

/// Lines of bytes in an encoding.
class Lines {
  public:
    explicit Lines(Encoding encoding) : encoding_(encoding), converter_(nullptr, ucnv_close) {
        if (encoding == Encoding::utf8) return;
        UErrorCode status = U_ZERO_ERROR;
        converter_.reset(ucnv_open(std::string(name_of(encoding)).c_str(), &status));
        if (U_FAILURE(status)) throw std::bad_alloc();
    }

    /// Size of the first line with its line feed; nothing where the bytes hold no line feed.
    [[nodiscard]] std::optional<std::size_t> first(std::string_view bytes) const {
        if (encoding_ != Encoding::utf16le && encoding_ != Encoding::utf16be) {
            const auto at = bytes.find('\n');
            return at == std::string_view::npos ? std::nullopt : std::optional(at + 1);
        }
        const bool little = encoding_ == Encoding::utf16le;
        for (std::size_t at = 0; at + 1 < bytes.size(); at += 2)
            if (bytes[at] == (little ? '\n' : '\0') && bytes[at + 1] == (little ? '\0' : '\n')) return at + 2;
        return std::nullopt;
    }

    /// A line in UTF-8, without its line feed.
    [[nodiscard]] std::string text(std::string_view line) const {
        std::string result;
        if (encoding_ == Encoding::utf8) {
            result = line;
        } else {
            UErrorCode status = U_ZERO_ERROR;
            const icu::UnicodeString wide(line.data(), static_cast<std::int32_t>(line.size()), converter_.get(),
                                          status);
            if (U_FAILURE(status) || wide.isBogus()) throw std::bad_alloc();
            wide.toUTF8String(result);
        }
        if (result.ends_with('\n')) result.pop_back();
        return result;
    }

    [[nodiscard]] bool is_ended(std::string_view line) const { return first(line).has_value(); }

  private:
    Encoding encoding_;
    std::unique_ptr<UConverter, void (*)(UConverter*)> converter_;
};

class Diff : public EditTarget {
  public:
    Diff(ByteSource& original, ByteTarget& target, const DiffSettings& settings)
        : original_(original), target_(target), settings_(settings),
          lines_(encoding_named(settings.encoding).value_or(Encoding::utf8)) {}

    void take(const Edit& edit) override {
        edits_.push_back(edit);
        go_on(edit.offset);
    }

    Result<void> finish() override {
        if (!edits_.empty() || is_open_) go_on(std::numeric_limits<std::uint64_t>::max());
        end_hunk();
        if (error_) return *error_;
        return {};
    }

  private:
    /// Deals with the lines that end before an offset: all edits before it are known.
    void go_on(std::uint64_t known) {
        // A long line is looked at again only once all edits in it are known.
        if (known < needed_) return;
        while (!error_) {
            auto size = line_size(0);
            if (size == 0) return;
            // A change that goes on in the next line, or joins it to this one, takes that with it.
            std::size_t taken = 0;
            while (taken < edits_.size() && edits_[taken].offset < at_ + size) {
                const Edit& edit = edits_[taken];
                const std::uint64_t end = edit.offset + edit.size;
                const auto goes_on = [&] {
                    const bool joins = edit.size > 0 && end == at_ + size && !lines_.is_ended(edit.bytes);
                    return end > at_ + size || (joins && lines_.is_ended(rest().substr(0, size)));
                };
                while (goes_on()) {
                    const std::size_t more = line_size(size);
                    if (more == 0) break;
                    size += more;
                }
                ++taken;
            }
            // The last line has no line feed, and nothing is known to follow it.
            const bool is_last = ended_ && size == rest().size();
            if (at_ + size > known && !(is_last && known == std::numeric_limits<std::uint64_t>::max())) {
                needed_ = at_ + size;
                return;
            }
            const std::string_view block = rest().substr(0, size);
            if (taken == 0) {
                put_same(block);
                if (is_done(known)) return;
            } else {
                put_changed(block, taken);
            }
            begin_ += size;
            at_ += size;
            searched_ = 0;
        }
    }

    // Behind the last edit no more than its context is read.
    [[nodiscard]] bool is_done(std::uint64_t known) const {
        return known == std::numeric_limits<std::uint64_t>::max() && edits_.empty() && !is_open_;
    }

    /// Size of the line that begins there in the buffer; 0 at the end.
    std::size_t line_size(std::size_t from) {
        searched_ = std::max(searched_, from);
        for (;;) {
            if (const auto size = lines_.first(rest().substr(searched_))) return searched_ + *size - from;
            // A unit of two bytes may be cut.
            searched_ = std::max(from, rest().size() & ~std::size_t{1});
            if (ended_) return rest().size() - from;
            read_more();
        }
    }

    void read_more() {
        constexpr std::size_t block_bytes = std::size_t{64} << 10;
        buffer_.erase(0, std::exchange(begin_, 0));
        const std::size_t size = buffer_.size();
        buffer_.resize(size + block_bytes);
        const auto got = original_.read(std::span(buffer_).subspan(size));
        if (!got) error_ = got.error();
        buffer_.resize(size + (got ? *got : 0));
        ended_ = !got || *got == 0;
    }

    [[nodiscard]] std::string_view rest() const { return std::string_view(buffer_).substr(begin_); }

    void put_same(std::string_view line) {
        if (!is_open_) {
            if (before_.size() == context_lines) before_.pop_front();
            before_.emplace_back(line);
        } else {
            add(' ', line);
            ++same_;
            // Two hunks whose contexts would touch are one.
            if (same_ > 2 * context_lines || hunk_.size() > most_lines) end_hunk();
        }
        ++old_line_;
        ++new_line_;
    }

    void put_changed(std::string_view block, std::size_t taken) {
        begin_hunk();
        std::string now;
        std::size_t copied = 0;
        for (; taken > 0; --taken) {
            const Edit& edit = edits_.front();
            const auto from = static_cast<std::size_t>(edit.offset - at_);
            now += block.substr(copied, from - copied);
            now += edit.bytes;
            copied = std::min(from + static_cast<std::size_t>(edit.size), block.size());
            edits_.pop_front();
        }
        now += block.substr(copied);
        // Of changes that touch, the old lines stand above the new ones.
        std::size_t above = hunk_.size();
        while (above > 0 && hunk_[above - 1].sign == '+') --above;
        const std::size_t added = hunk_.size();
        old_line_ += add_all('-', block);
        std::rotate(hunk_.begin() + static_cast<std::ptrdiff_t>(above),
                    hunk_.begin() + static_cast<std::ptrdiff_t>(added), hunk_.end());
        new_line_ += add_all('+', now);
        same_ = 0;
        if (hunk_.size() > most_lines) end_hunk();
    }

    std::uint64_t add_all(char sign, std::string_view bytes) {
        std::uint64_t count = 0;
        for (; !bytes.empty(); ++count) {
            const std::size_t size = lines_.first(bytes).value_or(bytes.size());
            add(sign, bytes.substr(0, size));
            bytes.remove_prefix(size);
        }
        return count;
    }

    void add(char sign, std::string_view line) { hunk_.push_back({sign, std::string(line)}); }

    void begin_hunk() {
        if (is_open_) return;
        is_open_ = true;
        old_start_ = old_line_ - before_.size();
        new_start_ = new_line_ - before_.size();
        for (const auto& line : before_) add(' ', line);
        before_.clear();
        same_ = 0;
    }

    void end_hunk() {
        if (!std::exchange(is_open_, false)) return;
        // What is more than context is the context of the next one.
        std::deque<std::string> rest;
        for (std::size_t more = same_; more > context_lines; --more) {
            rest.push_front(std::move(hunk_.back().line));
            hunk_.pop_back();
        }
        while (rest.size() > context_lines) rest.pop_front();
        before_ = std::move(rest);
        write_hunk();
        hunk_.clear();
    }

    void write_hunk() {
        std::string text;
        if (!std::exchange(has_header_, true)) {
            // A name with a line break would be a header of its own.
            text += painted("\x1b[1m", "--- " + printable(settings_.before));
            text += painted("\x1b[1m", "+++ " + printable(settings_.after));
        }
        const auto count = [&](char other) {
            return std::count_if(hunk_.begin(), hunk_.end(), [&](const Line& line) { return line.sign != other; });
        };
        text += painted("\x1b[36m",
                        fmt::format("@@ -{} +{} @@", range(old_start_, count('+')), range(new_start_, count('-'))));
        for (const Line& line : hunk_) {
            const std::string_view colour = line.sign == '-' ? "\x1b[31m" : line.sign == '+' ? "\x1b[32m" : "";
            const std::string shown = lines_.text(line.line);
            text += painted(colour, line.sign + (settings_.printable ? printable(shown) : shown));
            if (!lines_.is_ended(line.line)) text += "\\ No newline at end of file\n";
        }
        if (auto wrote = target_.write(text); !wrote && !error_) error_ = wrote.error();
    }

    static std::string range(std::uint64_t start, std::ptrdiff_t count) {
        return count == 1 ? fmt::format("{}", start) : fmt::format("{},{}", count == 0 ? start - 1 : start, count);
    }

    [[nodiscard]] std::string painted(std::string_view colour, const std::string& line) const {
        if (!settings_.colour || colour.empty()) return line + '\n';
        return fmt::format("{}{}\x1b[0m\n", colour, line);
    }

    ByteSource& original_;
    ByteTarget& target_;
    DiffSettings settings_;
    Lines lines_;
    std::optional<Error> error_;

    /// Of the original, from begin_ on, which stands at the offset at_; ended_ says that nothing follows it.
    std::string buffer_;
    std::size_t begin_ = 0;
    std::uint64_t at_ = 0;
    bool ended_ = false;
    /// As far as there is no line feed behind begin_.
    std::size_t searched_ = 0;
    /// The end of the block that waits for its edits.
    std::uint64_t needed_ = 0;
    std::deque<Edit> edits_;

    struct Line {
        char sign;
        std::string line;
    };
    /// The lines before, as far as they may be context.
    std::deque<std::string> before_;
    std::uint64_t old_line_ = 1;
    std::uint64_t new_line_ = 1;
    bool is_open_ = false;
    std::vector<Line> hunk_;
    std::uint64_t old_start_ = 0;
    std::uint64_t new_start_ = 0;
    /// Lines at the end of the hunk that are the same.
    std::size_t same_ = 0;
    bool has_header_ = false;
};

} // namespace

std::unique_ptr<EditTarget> make_diff(ByteSource& original, ByteTarget& target, const DiffSettings& settings) {
    return std::make_unique<Diff>(original, target, settings);
}

} // namespace annexkit
