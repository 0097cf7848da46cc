// SPDX-License-Identifier: Apache-2.0
#include "text/code_points.hpp"
#include "text_rules/characters.hpp"
#include "text_rules/text_rules.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <unicode/uchar.h>

namespace annexkit {
namespace {

/// Whether one or two Greek letters stand there behind white space, and the mark that makes a number of them:
/// "\u03B1\u0384".
bool is_greek_number(std::string_view text, std::size_t end) {
    constexpr std::array<char32_t, 6> marks_of_number = {0x384, 0x374, 0x2B9, 0xB4, 0x2019, U'\''};
    const CodePoint mark = code_point_before(text, end);
    if (std::find(marks_of_number.begin(), marks_of_number.end(), mark.value) == marks_of_number.end()) return false;
    std::size_t begin = end - mark.size;
    std::size_t letters = 0;
    for (; begin > 0; ++letters) {
        const CodePoint letter = code_point_before(text, begin);
        if (letter.value < 0x391 || letter.value > 0x3E1) break;
        begin -= letter.size;
    }
    return letters > 0 && letters <= 2 && (begin == 0 || is_white(code_point_before(text, begin).value));
}

/// Whether the bracket at `at` ends a label such as "a)", "\u03B2)", "12)", "1.1)", "4.2.1.b)", "n\u00B03)", "1er)" or
/// "iv)": one letter of any script, a Roman number, or something with a digit, behind white space or a bullet. It may
/// also close one that was opened.
bool is_label(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 12;
    if (is_greek_number(text, at)) return true;
    std::size_t letters = 0;
    std::size_t size = 0;
    bool has_digit = false;
    bool is_roman = true;
    std::size_t begin = at;
    for (; begin > 0; ++size) {
        const CodePoint here = code_point_before(text, begin);
        const bool is_digit = u_isdigit(static_cast<UChar32>(here.value)) != 0;
        const bool is_part = is_digit || is_letter(here.value) || here.value == '.' || here.value == 0xB0;
        if (!is_part || size == longest) break;
        letters += is_letter(here.value) ? 1 : 0;
        has_digit = has_digit || is_digit;
        is_roman = is_roman && here.value < 0x80 &&
                   std::string_view("ivxIVX").find(static_cast<char>(here.value)) != text.npos;
        begin -= here.size;
    }
    if (size == 0) return false;
    const bool starts = begin == 0 || is_white(code_point_before(text, begin).value) ||
                        u_isalnum(static_cast<UChar32>(code_point_before(text, begin).value)) == 0;
    if (!starts || (begin > 0 && text[begin - 1] == '(')) return false;
    // "\u00E0)" is the end of a clause, and no list of ours has accented letters.
    const char32_t letter = code_point_at(text, begin).value;
    const bool is_accented = letter >= 0xC0 && letter < 0x250;
    // "12 bis)" and "aa)" of laws.
    const std::string_view label = text.substr(begin, at - begin);
    const bool is_ordinal = label == "bis" || label == "ter" || label == "quater";
    const bool is_doubled = label.size() == 2 && label[0] == label[1];
    return (size == 1 && !is_accented) || (has_digit && letters <= 3) || is_roman || is_ordinal || is_doubled;
}

/// Follows the brackets of one kind. A label's bracket closes one where that helps.
class Brackets {
  public:
    void open(std::size_t at) {
        if (least_++ == 0) open_since_ = at;
        ++most_;
    }
    void close(std::size_t at, bool label) {
        if (most_ == 0 && !label && !unopened_) unopened_ = at;
        if (least_ > 0) --least_;
        if (most_ > 0 && !label) --most_;
    }
    /// The first bracket without a partner.
    [[nodiscard]] std::optional<std::size_t> lonely() const {
        return unopened_ || least_ == 0 ? unopened_ : std::optional(open_since_);
    }

  private:
    // How many are open, at least and at most.
    std::size_t least_ = 0;
    std::size_t most_ = 0;
    std::size_t open_since_ = 0;
    std::optional<std::size_t> unopened_;
};

constexpr std::string_view marks = "()[]{}";

constexpr std::array<bool, 256> is_mark = [] {
    std::array<bool, 256> result{};
    for (const char mark : marks) result[static_cast<unsigned char>(mark)] = true;
    return result;
}();

std::optional<std::size_t> lonely_bracket(std::string_view text) {
    std::array<Brackets, marks.size() / 2> kinds;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_mark[static_cast<unsigned char>(text[at])]) continue;
        const std::size_t mark = marks.find(text[at]);
        if (mark % 2 == 0) {
            kinds[mark / 2].open(at);
        } else {
            kinds[mark / 2].close(at, text[at] == ')' && is_label(text, at));
        }
    }
    for (const auto& kind : kinds)
        if (const auto lonely = kind.lonely()) return lonely;
    return std::nullopt;
}

struct Quote {
    std::size_t offset = 0;
    std::size_t size = 0;
};

/// Whether nothing but spaces stands before on a line that is not the first.
bool begins_line(std::string_view text, std::size_t at) {
    while (at > 0 && code_point_before(text, at).value != '\n' && is_white(code_point_before(text, at).value))
        at -= code_point_before(text, at).size;
    return at > 0 && text[at - 1] == '\n';
}

/// The guillemet without a partner. »German« and «French» order are both right, so it is their number that counts.
/// One that is repeated where a paragraph of a quotation begins, as French has it, needs none.
std::optional<Quote> lonely_guillemet(std::string_view text) {
    constexpr std::string_view open = "\u00AB";
    constexpr std::string_view close = "\u00BB";
    std::optional<Quote> last_open;
    std::optional<Quote> unopened;
    std::size_t opens = 0;
    std::size_t closes = 0;
    for (std::size_t at = text.find('\xC2'); at != text.npos; at = text.find('\xC2', at + 1)) {
        const std::string_view here = text.substr(at, open.size());
        if (here == open && opens > closes && begins_line(text, at)) continue;
        if (here == open && ++opens > closes) last_open = Quote{at, open.size()};
        if (here == close && ++closes > opens && !unopened) unopened = Quote{at, close.size()};
    }
    if (opens == closes) return std::nullopt;
    return opens > closes ? last_open : unopened;
}

/// The last of an odd number of quotes. Languages differ in which of them opens.
std::optional<Quote> lonely_quote(std::string_view text) {
    Quote last;
    std::size_t count = 0;
    const auto add = [&](std::size_t at, std::size_t size) {
        ++count;
        if (at >= last.offset) last = {at, size};
    };
    for (std::size_t at = text.find('"'); at != text.npos; at = text.find('"', at + 1)) {
        // Inches and seconds: 12".
        const bool is_unit = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9' && count % 2 == 0;
        if (!is_unit) add(at, 1);
    }
    for (std::size_t at = text.find('\xE2'); at != text.npos; at = text.find('\xE2', at + 1)) {
        const CodePoint here = code_point_at(text, at);
        if (here.value >= 0x201C && here.value <= 0x201F) add(at, here.size);
    }
    return count % 2 == 1 ? std::optional(last) : std::nullopt;
}

} // namespace

void find_unbalanced(std::string_view text, const Signs& signs, TextFaults& faults) {
    if (const auto lonely = signs.bracket ? lonely_bracket(text) : std::nullopt)
        faults.push_back({"text.unbalanced-bracket", *lonely, 1, {{"value", std::string(1, text[*lonely])}}});
    auto quote = signs.foreign ? lonely_guillemet(text) : std::nullopt;
    if (!quote && (signs.quote || signs.foreign)) quote = lonely_quote(text);
    if (!quote) return;
    faults.push_back({"text.unbalanced-quote",
                      quote->offset,
                      quote->size,
                      {{"character", std::string(text.substr(quote->offset, quote->size))}}});
}

} // namespace annexkit
