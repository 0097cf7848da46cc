// SPDX-License-Identifier: Apache-2.0
#include "publish/pattern.hpp"

namespace annexkit {
namespace {

constexpr std::string_view anything = "[\\s\\S]*";

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_punctuation(char byte) {
    return std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").find(byte) != std::string_view::npos;
}

class Translator {
  public:
    Translator(std::string_view pattern, PatternLanguage language) : rest_(pattern), language_(language) {}

    std::optional<std::string> run() {
        from_start_ = take('^');
        while (!rest_.empty() && !failed_) next();
        if (failed_ || depth_ != 0) return std::nullopt;
        // "^a|b" is anchored in its first branch alone.
        if (branches_ && (from_start_ || to_end_)) return std::nullopt;
        if (branches_) out_ = "(" + out_ + ")";
        return std::string(from_start_ ? "" : anything) + out_ + std::string(to_end_ ? "" : anything);
    }

  private:
    bool take(char byte) {
        if (!rest_.starts_with(byte)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    char take() {
        const char byte = rest_.front();
        rest_.remove_prefix(1);
        return byte;
    }

    // One atom with what repeats it, or one mark.
    void next() {
        const char byte = take();
        switch (byte) {
        case '^': failed_ = true; return;
        case '$':
            to_end_ = rest_.empty() && depth_ == 0;
            failed_ = !to_end_;
            return;
        case '|':
            branches_ = branches_ || depth_ == 0;
            out_ += '|';
            return;
        case '(': return open_group();
        case ')':
            failed_ = --depth_ < 0;
            out_ += ')';
            break;
        case '.': out_ += "[^\\n]"; break;
        case '[': read_class(); break;
        case '\\': read_escape(); break;
        // What repeats was read behind its atom.
        case '*':
        case '+':
        case '?': failed_ = true; return;
        default: out_ += literal_pattern({&byte, 1}, language_);
        }
        read_repetition();
    }

    void open_group() {
        if (take('?')) failed_ = !take(':');
        out_ += '(';
        ++depth_;
    }

    void read_repetition() {
        if (take('*')) {
            out_ += '*';
        } else if (take('+')) {
            out_ += '+';
        } else if (take('?')) {
            out_ += '?';
        } else if (const std::size_t size = braces(); size > 0) {
            out_ += rest_.substr(0, size);
            rest_.remove_prefix(size);
        } else {
            return;
        }
        // How much is taken first does not matter to whether the whole text matches.
        take('?');
    }

    // The size of {n}, {n,} or {n,m} that comes next; other braces are literal.
    [[nodiscard]] std::size_t braces() const {
        std::size_t at = 1;
        if (!rest_.starts_with('{')) return 0;
        while (at < rest_.size() && is_digit(rest_[at])) ++at;
        if (at == 1) return 0;
        if (at < rest_.size() && rest_[at] == ',') ++at;
        while (at < rest_.size() && is_digit(rest_[at])) ++at;
        return at < rest_.size() && rest_[at] == '}' ? at + 1 : 0;
    }

    /// The members of \d, \w or \s, which the languages define differently, or nothing.
    [[nodiscard]] std::string_view members(char letter) const {
        if (letter == 'd') return "0-9";
        if (letter == 'w') return "A-Za-z0-9_";
        // XML has no form feed.
        if (letter == 's') return language_ == PatternLanguage::xml_schema ? " \\t\\n\\r" : " \\t\\n\\f\\r";
        return {};
    }

    void read_escape() {
        if (rest_.empty()) return fail();
        const char letter = take();
        const char lower = static_cast<char>(letter | 0x20);
        if (const auto wanted = members(letter); !wanted.empty())
            out_.append("[").append(wanted).append("]");
        else if (const auto unwanted = members(lower); !is_punctuation(letter) && !unwanted.empty())
            out_.append("[^").append(unwanted).append("]");
        else if (letter == 'n' || letter == 'r' || letter == 't')
            out_.append("\\").append(1, letter);
        else if (is_punctuation(letter))
            out_ += literal_pattern({&letter, 1}, language_);
        else
            fail();
    }

    void read_class() {
        out_ += '[';
        if (take('^')) out_ += '^';
        bool may_range = false;
        for (bool first = true; !rest_.empty() && (first || rest_.front() != ']') && !failed_; first = false) {
            const char byte = take();
            if (byte == '[' && rest_.starts_with(':')) return fail();
            if (byte == '-' && may_range && !rest_.empty() && rest_.front() != ']') {
                out_ += '-';
                may_range = false;
                continue;
            }
            const bool ranged = !may_range && out_.ends_with('-') && !out_.ends_with("\\-");
            may_range = !ranged;
            if (byte == '\\')
                read_class_escape();
            else
                put_in_class(byte);
        }
        if (!take(']')) return fail();
        out_ += ']';
    }

    void read_class_escape() {
        if (rest_.empty()) return fail();
        const char letter = take();
        if (const auto wanted = members(letter); !wanted.empty())
            out_ += wanted;
        else if (letter == 'n' || letter == 'r' || letter == 't')
            out_.append("\\").append(1, letter);
        else if (is_punctuation(letter))
            put_in_class(letter);
        else
            fail();
    }

    void put_in_class(char byte) {
        if (std::string_view("[]\\^-").find(byte) != std::string_view::npos) out_ += '\\';
        out_ += byte;
    }

    void fail() { failed_ = true; }

    std::string_view rest_;
    PatternLanguage language_;
    std::string out_;
    int depth_ = 0;
    bool from_start_ = false;
    bool to_end_ = false;
    bool branches_ = false;
    bool failed_ = false;
};

} // namespace

std::optional<std::string> whole_pattern(std::string_view pattern, PatternLanguage language) {
    return Translator(pattern, language).run();
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
