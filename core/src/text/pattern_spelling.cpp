// SPDX-License-Identifier: Apache-2.0
#include "text/pattern_spelling.hpp"

#include "text/ascii.hpp"
#include "text/code_points.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace annexkit {
namespace {

using Kind = PatternToken::Kind;

constexpr std::string_view anything = "[\\s\\S]*";

// What a text of XML 1.0 is made of (2.2).
constexpr std::array<PatternRange, 5> xml_characters = {
    {{'\t', '\n'}, {'\r', '\r'}, {' ', 0xD7FF}, {0xE000, 0xFFFD}, {0x10000, 0x10FFFF}}};

bool is_any_of(char32_t character, std::string_view ascii) {
    return character < 0x80 && ascii.find(static_cast<char>(character)) != std::string_view::npos;
}

bool is_blank_to_the_eye(char32_t character) {
    const auto& spaces = pattern_spaces();
    return character > ' ' && std::any_of(spaces.begin(), spaces.end(), [&](const PatternRange& range) {
               return character >= range.first && character <= range.last;
           });
}

class PatternSpeller {
  public:
    PatternSpeller(std::span<const PatternToken> tokens, PatternLanguage language)
        : tokens_(tokens), language_(language) {}

    std::string found_anywhere() {
        const bool may_be_within = std::any_of(tokens_.begin(), tokens_.end(),
                                               [](const PatternToken& token) { return token.kind == Kind::no_border; });
        // RE2 would look between the bytes of a character too.
        if (may_be_within) out_ = "^[\\x{0}-\\x{10ffff}]*?(?:";
        for (const auto& token : tokens_) put(token);
        return may_be_within ? out_ + ')' : std::move(out_);
    }

    std::optional<std::string> whole() {
        const bool from_start = !tokens_.empty() && tokens_.front().kind == Kind::start;
        const bool to_end = !tokens_.empty() && tokens_.back().kind == Kind::end;
        if (from_start) tokens_ = tokens_.subspan(1);
        if (to_end) tokens_ = tokens_.first(tokens_.size() - 1);
        bool has_branches = false;
        int depth = 0;
        for (const auto& token : tokens_) {
            if (token.kind > Kind::either) return std::nullopt;
            if (token.kind == Kind::open) ++depth;
            if (token.kind == Kind::close) --depth;
            has_branches = has_branches || (token.kind == Kind::either && depth == 0);
            put(token);
        }
        // "^a|b" is anchored in its first branch alone.
        if (is_lacking_ || (has_branches && (from_start || to_end))) return std::nullopt;
        if (has_branches) out_ = "(" + out_ + ")";
        return std::string(from_start ? "" : anything) + out_ + std::string(to_end ? "" : anything);
    }

  private:
    void put(const PatternToken& token) {
        switch (token.kind) {
        case Kind::set: put_set(token); break;
        case Kind::open: out_ += language_ == PatternLanguage::re2 ? "(?:" : "("; break;
        case Kind::close: out_ += ')'; break;
        case Kind::either: out_ += '|'; break;
        case Kind::start: out_ += '^'; break;
        case Kind::end: out_ += '$'; break;
        case Kind::border: out_ += "\\b"; break;
        case Kind::no_border: out_ += "\\B"; break;
        }
        out_ += token.repeats;
    }

    void put_set(const PatternToken& token) {
        const auto ranges = ranges_of(token);
        if (ranges.empty()) {
            const bool is_all = token.is_negated;
            if (language_ == PatternLanguage::re2)
                out_ += is_all ? "[\\x{0}-\\x{10ffff}]" : "[^\\x{0}-\\x{10ffff}]";
            else
                out_ += is_all ? "[\\s\\S]" : "[^\\s\\S]";
        } else if (ranges.size() == 1 && !token.is_negated && ranges[0].category.empty() &&
                   ranges[0].first == ranges[0].last) {
            // Without the flag "u" it would be half a character that is repeated.
            is_lacking_ = is_lacking_ || (language_ == PatternLanguage::ecma_script && ranges[0].first > 0xFFFF &&
                                          !token.repeats.empty());
            put_alone(ranges[0].first);
        } else {
            out_ += token.is_negated ? "[^" : "[";
            for (const auto& range : ranges) put_range(range);
            out_ += ']';
        }
    }

    [[nodiscard]] std::vector<PatternRange> ranges_of(const PatternToken& token) const {
        if (language_ != PatternLanguage::xml_schema) return token.ranges;
        std::vector<PatternRange> result;
        for (const auto& range : token.ranges) {
            if (!range.category.empty()) {
                result.push_back(range);
                continue;
            }
            for (const auto& valid : xml_characters)
                if (range.first <= valid.last && valid.first <= range.last)
                    result.push_back({std::max(range.first, valid.first), std::min(range.last, valid.last)});
        }
        return result;
    }

    void put_range(const PatternRange& range) {
        if (!range.category.empty()) {
            // ECMA 262 has categories under the flag "u" alone.
            is_lacking_ = is_lacking_ || language_ == PatternLanguage::ecma_script;
            out_ += fmt::format("\\{}{{{}}}", range.is_outside ? 'P' : 'p', range.category);
            return;
        }
        is_lacking_ = is_lacking_ || (language_ == PatternLanguage::ecma_script && range.last > 0xFFFF);
        put_member(range.first);
        if (range.last == range.first) return;
        if (range.last > range.first + 1) out_ += '-';
        put_member(range.last);
    }

    void put_member(char32_t character) {
        if (put_escape(character)) return;
        if (is_any_of(character, "[]\\^-")) out_ += '\\';
        append_utf8(character, out_);
    }

    void put_alone(char32_t character) {
        if (put_escape(character)) return;
        std::string text;
        append_utf8(character, text);
        out_ += literal_pattern(text, language_);
    }

    // What is not seen, or means something.
    bool put_escape(char32_t character) {
        if (language_ == PatternLanguage::re2) {
            if (character < 0x80 && is_ascii_alphanumeric(static_cast<char>(character))) return false;
            out_ += fmt::format("\\x{{{:x}}}", static_cast<unsigned>(character));
        } else if (is_any_of(character, "\t\n\r")) {
            out_ += character == '\t' ? "\\t" : character == '\n' ? "\\n" : "\\r";
        } else if (language_ == PatternLanguage::ecma_script && (character < ' ' || is_blank_to_the_eye(character))) {
            out_ += fmt::format("\\u{:04x}", static_cast<unsigned>(character));
        } else {
            return false;
        }
        return true;
    }

    std::span<const PatternToken> tokens_;
    PatternLanguage language_;
    std::string out_;
    bool is_lacking_ = false;
};

} // namespace

std::string re2_pattern(std::span<const PatternToken> tokens) {
    return PatternSpeller(tokens, PatternLanguage::re2).found_anywhere();
}

std::optional<std::string> whole_pattern(std::string_view pattern, PatternLanguage language) {
    const auto read = read_pattern(pattern);
    const auto* const tokens = std::get_if<std::vector<PatternToken>>(&read);
    return tokens == nullptr ? std::nullopt : PatternSpeller(*tokens, language).whole();
}

std::string literal_pattern(std::string_view text, PatternLanguage language) {
    // XML Schema knows no anchors, so it has no escape for "$".
    const std::string_view marks = language == PatternLanguage::xml_schema ? "\\.*+?()[]{}|^" : "\\.*+?()[]{}|^$";
    std::string result;
    for (const char byte : text) {
        if (marks.find(byte) != std::string_view::npos) result += '\\';
        result += byte;
    }
    return result;
}

} // namespace annexkit
