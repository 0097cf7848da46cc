// SPDX-License-Identifier: Apache-2.0
#include "text/pattern.hpp"

#include "text/ascii.hpp"
#include "text/code_points.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace annexkit {
namespace {

using Ranges = std::vector<PatternRange>;
using Kind = PatternToken::Kind;

constexpr char32_t last_code_point = 0x10FFFF;

// Those that RE2 and XML Schema have too; what is assigned or not ("C", "Cn") is not among them.
constexpr std::array<std::string_view, 32> categories = {
    "L",  "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N",  "Nd", "Nl", "No", "P",  "Pc",
    "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z",  "Zs", "Zl", "Zp", "Cc"};

const Ranges& pattern_digits() {
    static const Ranges ranges = {{'0', '9'}};
    return ranges;
}

const Ranges& pattern_letters() {
    static const Ranges ranges = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
    return ranges;
}

Ranges others_than(const Ranges& ranges) {
    Ranges others;
    char32_t next = 0;
    for (const auto& range : ranges) {
        if (range.first > next) others.push_back({next, range.first - 1});
        next = range.last + 1;
    }
    others.push_back({next, last_code_point});
    return others;
}

/// The members of \d, \w or \s, or nothing.
const Ranges* members_of(char letter) {
    if (letter == 'd') return &pattern_digits();
    if (letter == 'w') return &pattern_letters();
    return letter == 's' ? &pattern_spaces() : nullptr;
}

constexpr char as_small(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter | 0x20) : letter;
}

/// Throws PatternFault.
class PatternReader {
  public:
    explicit PatternReader(std::string_view pattern) : pattern_(pattern) {}

    std::vector<PatternToken> run() {
        while (at_ < pattern_.size()) read_token();
        if (!open_.empty()) {
            at_ = open_.back() + 1;
            fail(open_.back());
        }
        return std::move(tokens_);
    }

  private:
    [[noreturn]] void fail(std::size_t from, bool is_slow = false) const {
        const auto characters = std::count_if(pattern_.begin(), pattern_.begin() + static_cast<std::ptrdiff_t>(from),
                                              [](char byte) { return !is_continuation(byte); });
        const std::size_t end = std::max(at_, from + 1);
        throw PatternFault{static_cast<std::size_t>(characters) + 1, std::string(pattern_.substr(from, end - from)),
                           is_slow};
    }

    [[nodiscard]] std::string_view rest() const { return pattern_.substr(at_); }
    bool take(std::string_view wanted) {
        if (!rest().starts_with(wanted)) return false;
        at_ += wanted.size();
        return true;
    }
    // The next character; at the end, what began is at fault.
    char32_t take_character() {
        const CodePoint next = code_point_at(pattern_, at_);
        if (next.size == 0) fail(begin_);
        at_ += next.size;
        return next.value;
    }

    void add(Kind kind) { tokens_.push_back({kind}); }
    void add_set(Ranges ranges, bool is_negated = false) {
        tokens_.push_back({Kind::set, std::move(ranges), is_negated});
        read_repeats();
    }

    void read_token() {
        begin_ = at_;
        const char32_t character = take_character();
        switch (character) {
        case '^': return add(Kind::start);
        case '$': return add(Kind::end);
        case '|': return add(Kind::either);
        case '(': return open_group();
        case ')': return close_group();
        case '.': return add_set({{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}}, true);
        case '[': return read_class();
        case '\\': return read_escape();
        // What repeats is read behind what it repeats.
        case '*':
        case '+':
        case '?': fail(begin_);
        case '{':
            at_ = begin_;
            if (take_braces()) fail(begin_);
            ++at_;
            [[fallthrough]];
        default: return add_set({{character, character}});
        }
    }

    void open_group() {
        open_.push_back(begin_);
        if (take("?=") || take("?!") || take("?<=") || take("?<!")) fail(begin_, true);
        if (take("?<")) {
            while (at_ < pattern_.size() && (is_ascii_alphanumeric(pattern_[at_]) || pattern_[at_] == '_')) ++at_;
            if (!take(">") || at_ == begin_ + 4) fail(begin_);
        } else if (take("?") && !take(":")) {
            fail(begin_);
        }
        add(Kind::open);
    }

    void close_group() {
        if (open_.empty()) fail(begin_);
        open_.pop_back();
        add(Kind::close);
        read_repeats();
    }

    void read_repeats() {
        std::string& repeats = tokens_.back().repeats;
        for (const char* mark : {"*", "+", "?"})
            if (repeats.empty() && take(mark)) repeats = mark;
        if (repeats.empty()) repeats = take_braces().value_or("");
        if (!repeats.empty()) take("?");
    }

    // {n}, {n,} or {n,m} without zeros ahead, for which others take them for what they are.
    std::optional<std::string> take_braces() {
        std::size_t at = at_;
        const auto digits = [&] {
            const std::size_t from = at;
            while (at < pattern_.size() && is_ascii_digit(pattern_[at])) ++at;
            const auto number = pattern_.substr(from, at - from);
            return std::string(
                number.substr(std::min(number.find_first_not_of('0'), number.size() - (number.empty() ? 0 : 1))));
        };
        const auto mark = [&](char wanted) { return at < pattern_.size() && pattern_[at] == wanted && ++at > 0; };
        if (!mark('{')) return std::nullopt;
        std::string repeats = "{" + digits();
        if (repeats.size() == 1) return std::nullopt;
        if (mark(',')) repeats += "," + digits();
        if (!mark('}')) return std::nullopt;
        at_ = at;
        return repeats + "}";
    }

    void read_escape() {
        const char32_t character = take_character();
        const char letter = character < 0x80 ? static_cast<char>(character) : '\0';
        if (const auto* members = members_of(as_small(letter))) return add_set(*members, as_small(letter) != letter);
        if (letter == 'b' || letter == 'B') return add(letter == 'b' ? Kind::border : Kind::no_border);
        if (letter == 'p' || letter == 'P') return add_set({read_category(letter == 'P')});
        // What a group has taken.
        if (letter == 'k' || (letter >= '1' && letter <= '9')) fail(begin_, true);
        const char32_t meant = read_character(letter, begin_);
        add_set({{meant, meant}});
    }

    PatternRange read_category(bool is_outside) {
        const std::size_t from = at_ - 2;
        if (!take("{")) fail(from);
        if (!take("gc=")) take("General_Category=");
        const std::size_t size = rest().find('}');
        const auto* const found = std::find(categories.begin(), categories.end(), rest().substr(0, size));
        at_ = size == std::string_view::npos ? pattern_.size() : at_ + size + 1;
        if (found == categories.end() || size == std::string_view::npos) fail(from);
        return {0, 0, *found, is_outside};
    }

    // The character that an escape stands for, from the letter on, outside of classes and within.
    char32_t read_character(char letter, std::size_t from) {
        constexpr std::string_view named = "tnvfr";
        constexpr std::string_view controls = "\t\n\v\f\r";
        if (const auto at = named.find(letter); at != std::string_view::npos)
            return static_cast<unsigned char>(controls[at]);
        if (letter == '0' && (rest().empty() || !is_ascii_digit(rest().front()))) return 0;
        if (letter == 'c' && !rest().empty() && is_ascii_letter(rest().front()))
            return static_cast<char32_t>(pattern_[at_++] & 0x1F);
        if (letter == 'x') return read_number(2, from);
        if (letter == 'u') return read_unicode(from);
        if (letter == '\0' || is_ascii_alphanumeric(letter)) fail(from);
        return static_cast<unsigned char>(letter);
    }

    char32_t read_unicode(std::size_t from) {
        if (take("{")) {
            const std::size_t size = std::min(rest().find('}'), rest().size());
            const char32_t value = read_number(size, from);
            if (!take("}") || is_surrogate(value)) fail(from);
            return value;
        }
        const char32_t high = read_number(4, from);
        if (!is_surrogate(high)) return high;
        // Half a code point can be in no text.
        if (high >= 0xDC00 || !take("\\u")) fail(from);
        const char32_t low = read_number(4, from);
        if (low < 0xDC00 || low > 0xDFFF) fail(from);
        return 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00);
    }

    static bool is_surrogate(char32_t value) { return value >= 0xD800 && value <= 0xDFFF; }

    char32_t read_number(std::size_t digits, std::size_t from) {
        const auto text = rest().substr(0, digits);
        unsigned value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
        if (text.empty() || text.size() < digits || error != std::errc() || end != text.data() + text.size() ||
            value > last_code_point)
            fail(from);
        at_ += digits;
        return value;
    }

    void read_class() {
        const bool is_negated = take("^");
        Ranges ranges;
        while (!take("]")) {
            const std::size_t from = at_;
            const auto first = read_member(ranges);
            if (!rest().starts_with('-') || rest().starts_with("-]")) {
                if (first) ranges.push_back({*first, *first});
                continue;
            }
            take("-");
            const auto last = read_member(ranges);
            if (!first || !last || *last < *first) fail(from);
            ranges.push_back({*first, *last});
        }
        add_set(std::move(ranges), is_negated);
    }

    // A character of a class; what stands for several is added to it, and is nothing.
    std::optional<char32_t> read_member(Ranges& ranges) {
        const std::size_t from = at_;
        const char32_t character = take_character();
        // [:alpha:] is a class in other languages.
        if (character == '[' && take(":")) fail(from);
        if (character != '\\') return character;
        const char32_t escaped = take_character();
        const char letter = escaped < 0x80 ? static_cast<char>(escaped) : '\0';
        if (const auto* members = members_of(as_small(letter))) {
            const Ranges meant = as_small(letter) == letter ? *members : others_than(*members);
            ranges.insert(ranges.end(), meant.begin(), meant.end());
            return std::nullopt;
        }
        if (letter == 'p' || letter == 'P') {
            ranges.push_back(read_category(letter == 'P'));
            return std::nullopt;
        }
        return letter == 'b' ? U'\b' : read_character(letter, from);
    }

    std::string_view pattern_;
    std::size_t at_ = 0;
    /// Where the token that is being read begins, and the groups that are open.
    std::size_t begin_ = 0;
    std::vector<std::size_t> open_;
    std::vector<PatternToken> tokens_;
};

} // namespace

const std::vector<PatternRange>& pattern_spaces() {
    static const Ranges ranges = {{'\t', '\r'},     {' ', ' '},       {0xA0, 0xA0},     {0x1680, 0x1680},
                                  {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F},
                                  {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
    return ranges;
}

std::variant<std::vector<PatternToken>, PatternFault> read_pattern(std::string_view pattern) {
    try {
        return PatternReader(pattern).run();
    } catch (PatternFault& fault) {
        return std::move(fault);
    }
}

} // namespace annexkit
