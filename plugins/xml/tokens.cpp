// SPDX-License-Identifier: Apache-2.0
#include "tokens.hpp"

#include <algorithm>
#include <cstdint>

namespace annexkit::xml {
namespace {

bool starts_name(char byte) {
    const char lower = static_cast<char>(byte | 0x20);
    return (lower >= 'a' && lower <= 'z') || byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}

bool in_name(char byte) { return starts_name(byte) || (byte >= '0' && byte <= '9') || byte == '-' || byte == '.'; }

bool is_qualified(std::string_view name) {
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) return is_name(name);
    return is_name(name.substr(0, colon)) && is_name(name.substr(colon + 1));
}

/// A character reference without & and ; means a character that XML may hold.
bool is_character(std::string_view digits) {
    const bool hexadecimal = digits.starts_with("#x");
    digits.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    for (const char byte : digits) {
        const char lower = static_cast<char>(byte | 0x20);
        std::uint32_t digit = 0;
        if (byte >= '0' && byte <= '9')
            digit = static_cast<std::uint32_t>(byte - '0');
        else if (hexadecimal && lower >= 'a' && lower <= 'f')
            digit = static_cast<std::uint32_t>(lower - 'a') + 10;
        else
            return false;
        code = code * (hexadecimal ? 16 : 10) + digit;
        if (code > 0x10FFFF) return false;
    }
    if (digits.empty()) return false;
    if (code < 0x20) return code == 9 || code == 10 || code == 13;
    return (code < 0xD800 || code > 0xDFFF) && code != 0xFFFE && code != 0xFFFF;
}

} // namespace

bool is_blank(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }
bool is_name(std::string_view text) {
    return !text.empty() && starts_name(text.front()) && std::all_of(text.begin(), text.end(), in_name);
}
std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }
std::string_view prefix_of(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

Token fault_at(std::size_t at, std::string_view english, std::string_view french) {
    Token token;
    token.kind = Kind::fault;
    token.begin = token.end = at;
    token.fault = {"xml.syntax", english, french, at};
    return token;
}

Token Tokens::cut() const {
    if (!last_) return {};
    return fault_at(text_.size(), "the text ends in the middle of a tag", "le texte se termine au milieu d'une balise");
}

std::size_t Tokens::name_end(std::size_t from) const {
    while (from < text_.size() && (in_name(text_[from]) || text_[from] == ':')) ++from;
    return from;
}

std::size_t Tokens::skip_blank(std::size_t from) const {
    while (from < text_.size() && is_blank(text_[from])) ++from;
    return from;
}

Token Tokens::next() {
    if (at_ == text_.size()) {
        Token token;
        token.kind = last_ ? Kind::finish : Kind::more;
        token.begin = token.end = at_;
        return token;
    }
    const std::size_t begin = at_;
    Token token = text_[at_] == '<' ? markup() : run_of_text();
    if (token.kind == Kind::more || token.kind == Kind::fault) return token;
    token.begin = begin;
    at_ = token.end;
    return token;
}

Token Tokens::markup() {
    const std::string_view rest = text_.substr(at_);
    if (rest.size() < 2) return cut();
    if (rest[1] == '/') return end_tag();
    if (rest[1] == '?') return instruction();
    if (rest[1] != '!') return tag();
    const auto is = [&](std::string_view mark) { return rest.starts_with(mark); };
    if (is("<!--")) return until(Kind::comment, at_ + 4, "-->");
    if (is("<![CDATA[")) return until(Kind::cdata, at_ + 9, "]]>");
    if (is("<!DOCTYPE")) {
        Token token = fault_at(at_, "", "");
        token.fault.rule = "xml.doctype";
        return token;
    }
    for (const std::string_view mark : {"<!--", "<![CDATA[", "<!DOCTYPE"})
        if (mark.starts_with(rest)) return cut();
    return fault_at(at_, "\"<!\" starts nothing that is known", "« <! » n'introduit rien de connu");
}

Token Tokens::until(Kind kind, std::size_t from, std::string_view mark) {
    // In a comment, two hyphens end it or are wrong.
    const std::size_t found = text_.find(kind == Kind::comment ? std::string_view("--") : mark, from);
    Token fault;
    if (!check_characters(from, std::min(found, text_.size()), fault)) return fault;
    if (found == std::string_view::npos) return cut();
    if (kind == Kind::comment) {
        if (found + 2 >= text_.size()) return cut();
        if (text_[found + 2] != '>')
            return fault_at(found, "\"--\" stands in a comment", "« -- » se trouve dans un commentaire");
    }
    Token token;
    token.kind = kind;
    token.end = found + mark.size();
    return token;
}

Token Tokens::instruction() {
    const std::size_t from = at_ + 2;
    const std::size_t end = name_end(from);
    if (end == text_.size()) return cut();
    const std::string_view target = text_.substr(from, end - from);
    const bool is_declaration =
        target.size() == 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm' && (target[2] | 0x20) == 'l';
    if (!is_name(target) || (is_declaration && (target != "xml" || !at_start_ || at_ != 0)))
        return fault_at(at_, "this is no processing instruction that may stand here",
                        "ce n'est pas une instruction de traitement admise ici");
    if (!is_blank(text_[end]) && text_[end] != '?')
        return fault_at(end, "white space is missing", "il manque un blanc");
    return until(Kind::instruction, end, "?>");
}

Token Tokens::end_tag() {
    const std::size_t end = name_end(at_ + 2);
    const std::size_t close = skip_blank(end);
    if (close == text_.size()) return cut();
    Token token;
    token.kind = Kind::end;
    token.name = text_.substr(at_ + 2, end - at_ - 2);
    token.end = close + 1;
    if (!is_qualified(token.name) || text_[close] != '>')
        return fault_at(is_qualified(token.name) ? close : at_ + 2, "this is no end tag",
                        "ce n'est pas une balise fermante");
    return token;
}

Token Tokens::tag() {
    attributes_.clear();
    Token token;
    std::size_t at = name_end(at_ + 1);
    if (at == text_.size()) return cut();
    token.name = text_.substr(at_ + 1, at - at_ - 1);
    if (!is_qualified(token.name)) return fault_at(at_ + 1, "a name is expected", "un nom est attendu");
    for (;;) {
        const std::size_t next = skip_blank(at);
        if (next == text_.size()) return cut();
        if (text_[next] == '>' || text_[next] == '/') {
            const bool is_empty = text_[next] == '/';
            if (is_empty && next + 1 == text_.size()) return cut();
            if (is_empty && text_[next + 1] != '>') return fault_at(next + 1, "\">\" is expected", "« > » est attendu");
            token.kind = is_empty ? Kind::empty : Kind::start;
            token.end = next + (is_empty ? 2 : 1);
            Token fault;
            return check_duplicates(fault) ? token : fault;
        }
        if (next == at) return fault_at(at, "white space is missing", "il manque un blanc");
        const std::size_t end = name_end(next);
        std::size_t equals = skip_blank(end);
        if (equals == text_.size()) return cut();
        const std::string_view name = text_.substr(next, end - next);
        if (!is_qualified(name)) return fault_at(next, "an attribute is expected", "un attribut est attendu");
        if (text_[equals] != '=') return fault_at(equals, "\"=\" is expected", "« = » est attendu");
        const std::size_t quote = skip_blank(equals + 1);
        if (quote == text_.size()) return cut();
        if (text_[quote] != '"' && text_[quote] != '\'')
            return fault_at(quote, "a quotation mark is expected", "un guillemet est attendu");
        const std::size_t close = std::min(text_.find(text_[quote], quote + 1), text_.size());
        const std::string_view raw = text_.substr(quote + 1, close - quote - 1);
        // The text before the first fault is judged first, so that the window's size makes no difference.
        const std::size_t less = std::min(raw.find('<'), raw.size()) + quote + 1;
        Token fault;
        if (!check_characters(quote + 1, less, fault)) return fault;
        if (less < close) return fault_at(less, "\"<\" stands in an attribute", "« < » se trouve dans un attribut");
        if (close == text_.size()) return cut();
        if (!check_references(quote + 1, close, fault)) return fault;
        attributes_.push_back({name, raw, next});
        at = close + 1;
    }
}

Token Tokens::run_of_text() {
    const std::size_t end = std::min(text_.find('<', at_), text_.size());
    // Without the "<" that ends it, the text may go on within a reference: wait, and judge it once.
    if (end == text_.size() && !last_) return {};
    Token fault;
    const std::size_t bracket = text_.substr(0, end).find("]]>", at_);
    const std::size_t to = std::min(bracket, end);
    if (!check_characters(at_, to, fault)) return fault;
    if (!check_references(at_, to, fault)) return fault;
    if (bracket != std::string_view::npos)
        return fault_at(bracket, "\"]]>\" stands in text", "« ]]> » se trouve dans du texte");
    Token token;
    token.kind = Kind::text;
    token.end = end;
    token.blank = skip_blank(at_) >= end;
    return token;
}

bool Tokens::check_characters(std::size_t from, std::size_t to, Token& fault) const {
    for (std::size_t at = from; at < to; ++at) {
        const auto byte = static_cast<unsigned char>(text_[at]);
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        const bool is_wrong =
            (byte < 0x20 && !is_blank(text_[at])) || (byte == 0xEF && to - at > 2 && text_[at + 1] == '\xBF' &&
                                                      (text_[at + 2] == '\xBE' || text_[at + 2] == '\xBF'));
        if (!is_wrong) continue;
        fault = fault_at(at, "XML cannot hold this character", "XML ne peut pas contenir ce caractère");
        return false;
    }
    return true;
}

bool Tokens::check_references(std::size_t from, std::size_t to, Token& fault) const {
    const std::string_view text = text_.substr(0, to);
    for (std::size_t at = text.find('&', from); at != std::string_view::npos; at = text.find('&', at + 1)) {
        std::size_t end = at + 1;
        while (end < to && (in_name(text[end]) || text[end] == '#')) ++end;
        const std::string_view name = text.substr(at + 1, end - at - 1);
        const bool closed = end < to && text[end] == ';';
        if (closed && name.starts_with('#') && is_character(name)) continue;
        if (!closed || !is_name(name)) {
            fault = fault_at(at, "\"&\" starts no reference; write \"&amp;\"",
                             "« & » n'introduit pas de référence ; écrivez « &amp; »");
            return false;
        }
        if (name == "lt" || name == "gt" || name == "amp" || name == "quot" || name == "apos") continue;
        fault = fault_at(at, name, name);
        fault.fault.rule = "xml.entity";
        return false;
    }
    return true;
}

bool Tokens::check_duplicates(Token& fault) const {
    if (attributes_.size() < 2) return true;
    std::vector<Attribute> sorted = attributes_;
    std::sort(sorted.begin(), sorted.end(),
              [](const Attribute& a, const Attribute& b) { return a.name != b.name ? a.name < b.name : a.at < b.at; });
    std::size_t first = text_.size();
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i].name == sorted[i - 1].name) first = std::min(first, sorted[i].at);
    if (first == text_.size()) return true;
    fault = fault_at(first, "the attribute is given twice", "l'attribut est donné deux fois");
    return false;
}

} // namespace annexkit::xml
