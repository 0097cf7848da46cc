// SPDX-License-Identifier: Apache-2.0
#include "tokens.hpp"

#include "declaration.hpp"
#include "decode.hpp"

#include <algorithm>
#include <utility>

namespace annexkit::xml {
namespace {

constexpr std::string_view comment_start = "<!--";
constexpr std::string_view cdata_start = "<![CDATA[";
constexpr std::string_view doctype_start = "<!DOCTYPE";

/// What ends or interrupts a stretch of text that stands for itself.
using TextMarks = Union<Any<'<', '&', ']'>, Doubtful>;

bool is_predefined(std::string_view entity) {
    return entity == "amp" || entity == "lt" || entity == "gt" || entity == "quot" || entity == "apos";
}

bool is_letter_or_digit(char byte) {
    const char lower = static_cast<char>(byte | 0x20);
    return (byte >= '0' && byte <= '9') || (lower >= 'a' && lower <= 'z');
}

/// The digits of a character reference, from the # on, mean a character (production [66] and its constraint).
bool is_character_number(std::string_view digits) {
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
    return !digits.empty() && is_character(code);
}

/// Of keys that are given twice the place of the first second one, or nowhere. Keys are pairs of a key and its place.
template <class Key> std::size_t first_repeated(std::vector<std::pair<Key, std::size_t>> keys) {
    std::sort(keys.begin(), keys.end());
    std::size_t first = nowhere;
    for (std::size_t i = 1; i < keys.size(); ++i)
        if (keys[i].first == keys[i - 1].first) first = std::min(first, keys[i].second);
    return first;
}

} // namespace

Tokens::Tokens(std::string_view text, Input input, std::size_t max_depth)
    : text_(text), ends_(input == Input::ends), max_depth_(max_depth) {}

Tokens::Tokens(std::string_view text, Input input, std::size_t max_depth, const Root& root)
    : text_(text), ends_(input == Input::ends), max_depth_(max_depth), has_root_(true), open_{root.name},
      scope_(&root.scope), default_is_own_(root.scope.is_own("")) {}

Scope Tokens::take_root_scope() {
    constexpr std::size_t first_depth_in_root = 2;
    scope_.leave(first_depth_in_root);
    return std::move(scope_);
}

// ---- Outcomes ----

Token Tokens::made(Kind kind, std::size_t end) const {
    Token token;
    token.kind = kind;
    token.begin = at_;
    token.end = end;
    return token;
}

bool Tokens::fail(Problem problem, std::size_t at, std::string_view name) {
    // Of a character that is cut off nothing can be told.
    is_wrong_ = ends_ || at >= text_.size() || character_size(text_[at]) <= text_.size() - at;
    fault_ = {problem, at, name};
    return false;
}

bool Tokens::cut(Problem problem, std::size_t at) { return ends_ ? fail(problem, at) : false; }

Token Tokens::stopped() const { return made(is_wrong_ ? Kind::fault : Kind::more, at_); }

// ---- Tokens ----

Token Tokens::next() {
    Token token = read();
    at_ = token.end;
    return token;
}

Token Tokens::read() {
    if (at_ < text_.size()) return text_[at_] == '<' ? markup() : run_of_text();
    if (!ends_) return stopped();
    if (open_.size() == (has_root_ ? 1 : 0)) return made(Kind::finish, at_);
    fail(Problem::document_ends, at_, open_.back());
    return stopped();
}

bool Tokens::read_leaf(Leaf& leaf) {
    const char* const begin = text_.data();
    const char* const end = begin + text_.size();
    const char* const tag = first_not_of<Blanks>(begin + at_, end);
    if (end - tag < 2 || *tag != '<' || !NameStartBytes::has(tag[1]) || open_.size() >= max_depth_) return false;
    const char* const name_end = first_not_of<NameBytes>(tag + 1, end);
    if (name_end == end || *name_end != '>') return false;
    const char* const content = name_end + 1;
    const char* const content_end = first_of<TextMarks>(content, end);
    const std::string_view name(tag + 1, static_cast<std::size_t>(name_end - tag - 1));
    // "</", the name and ">".
    if (static_cast<std::size_t>(end - content_end) < name.size() + 3) return false;
    if (content_end[0] != '<' || content_end[1] != '/' || content_end[name.size() + 2] != '>') return false;
    if (std::string_view(content_end + 2, name.size()) != name) return false;
    const bool is_empty = content == content_end || first_not_of<Blanks>(content, content_end) == content_end;
    leaf = {name, default_is_own_, is_empty, static_cast<std::size_t>(content - begin),
            static_cast<std::size_t>(content_end - begin)};
    at_ = leaf.end + name.size() + 3;
    return true;
}

Token Tokens::markup() {
    if (at_ + 1 == text_.size()) {
        cut(Problem::tag_ends, at_);
        return stopped();
    }
    switch (text_[at_ + 1]) {
    case '/': return end_tag();
    case '?': return instruction();
    case '!': return declaration();
    default: return start_tag();
    }
}

Token Tokens::declaration() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with(comment_start)) return comment();
    if (rest.starts_with(cdata_start)) return cdata();
    const auto begins = [&](std::string_view start) { return start.starts_with(rest); };
    if (rest.starts_with(doctype_start))
        fail(Problem::doctype, at_);
    else if (begins(comment_start) || begins(cdata_start) || begins(doctype_start))
        cut(Problem::tag_ends, at_);
    else
        fail(Problem::unknown_markup, at_);
    return stopped();
}

template <char first> bool Tokens::seek(std::string_view mark, Problem without, std::size_t& at) {
    const char* const begin = text_.data();
    for (;;) {
        at = static_cast<std::size_t>(first_of<Union<Any<first>, Doubtful>>(begin + at, begin + text_.size()) - begin);
        if (at == text_.size()) return cut(without, at_);
        if (text_[at] == first) {
            if (text_.substr(at).starts_with(mark)) return true;
            ++at;
        } else if (!read_character(at)) {
            return false;
        }
    }
}

Token Tokens::comment() {
    std::size_t at = at_ + comment_start.size();
    // Two hyphens end a comment or are wrong.
    if (!seek<'-'>("--", Problem::comment_ends, at)) return stopped();
    if (at + 2 == text_.size()) {
        cut(Problem::comment_ends, at_);
        return stopped();
    }
    if (text_[at + 2] != '>') {
        fail(Problem::hyphens_in_comment, at);
        return stopped();
    }
    return made(Kind::comment, at + 3);
}

Token Tokens::cdata() {
    constexpr std::string_view mark = "]]>";
    std::size_t at = at_ + cdata_start.size();
    if (!seek<']'>(mark, Problem::cdata_ends, at)) return stopped();
    return made(Kind::cdata, at + mark.size());
}

Token Tokens::instruction() {
    constexpr std::string_view mark = "?>";
    const std::size_t from = at_ + 2;
    const QName name = read_name(text_, from);
    std::size_t at = name.end;
    const std::string_view target = text_.substr(from, at - from);
    const bool is_reserved =
        target.size() == 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm' && (target[2] | 0x20) == 'l';
    const bool is_first = at_ == 0 && !has_root_;
    if (at == text_.size() || at + 1 == text_.size())
        cut(Problem::instruction_ends, at_);
    else if (name.fault == QName::Fault::no_name || (is_reserved && target != "xml"))
        fail(Problem::instruction_name, at_);
    else if (name.fault == QName::Fault::colon || name.colon != nowhere)
        fail(Problem::colon, from, target);
    else if (is_reserved && !is_first)
        fail(Problem::xml_declaration_place, at_);
    else if (!is_blank(text_[at]) && !text_.substr(at).starts_with(mark))
        fail(Problem::blank_expected, at);
    else if (seek<'?'>(mark, Problem::instruction_ends, at)) {
        const std::size_t end = at + mark.size();
        const auto fault = is_reserved ? read_declaration(text_.substr(0, end)).fault : std::nullopt;
        if (!fault) return made(Kind::instruction, end);
        fail(fault->problem, fault->at);
    }
    return stopped();
}

Token Tokens::run_of_text() {
    const char* const begin = text_.data();
    const char* const end = begin + text_.size();
    Token token = made(Kind::blank, at_);
    std::size_t at = static_cast<std::size_t>(first_not_of<Any<' ', '\n', '\t'>>(begin + at_, end) - begin);
    token.plain = at == text_.size() || text_[at] != '\r';
    at = skip_blank(text_, at);
    if (at < text_.size() && text_[at] != '<') token.kind = Kind::text;
    while (at < text_.size() && text_[at] != '<') {
        at = static_cast<std::size_t>(first_of<TextMarks>(begin + at, end) - begin);
        if (at == text_.size() || text_[at] == '<') break;
        if (text_[at] == '&') {
            token.plain = false;
            if (!read_reference(at)) return stopped();
        } else if (text_[at] == ']') {
            if (text_.substr(at).starts_with("]]>")) {
                fail(Problem::cdata_close_in_text, at);
                return stopped();
            }
            ++at;
        } else {
            token.plain = token.plain && text_[at] != '\r';
            if (!read_character(at)) return stopped();
        }
    }
    // Without the "<" that ends it, the text may go on.
    if (at == text_.size() && !ends_) return stopped();
    token.end = at;
    return token;
}

bool Tokens::read_character(std::size_t& at) {
    const bool is_cut = text_[at] == first_of_noncharacters && text_.size() - at < 3;
    if (unholdable(text_, at) > 0) return fail(Problem::character, at);
    at = is_cut ? text_.size() : at + 1;
    return true;
}

bool Tokens::read_reference(std::size_t& at) {
    const std::size_t from = at + 1;
    std::size_t end = from;
    const bool is_number = from < text_.size() && text_[from] == '#';
    if (is_number) {
        while (++end < text_.size() && is_letter_or_digit(text_[end])) {
        }
    } else {
        end = read_name(text_, from).end;
    }
    if (end == text_.size()) return cut(Problem::bare_ampersand, at);
    const std::string_view name = text_.substr(from, end - from);
    if (name.empty() || text_[end] != ';') return fail(Problem::bare_ampersand, at);
    if (is_number && !is_character_number(name)) return fail(Problem::character_reference, at);
    if (!is_number && !is_predefined(name)) return fail(Problem::entity, at, name);
    at = end + 1;
    return true;
}

// ---- Tags ----

Token Tokens::end_tag() {
    const std::size_t from = at_ + 2;
    if (!open_.empty() && text_.substr(from).starts_with(open_.back())) {
        const std::size_t close = skip_blank(text_, from + open_.back().size());
        if (close < text_.size() && text_[close] == '>') return closed(close + 1);
    }
    const QName name = read_name(text_, from);
    const std::size_t close = skip_blank(text_, name.end);
    if (close == text_.size())
        cut(Problem::tag_ends, at_);
    else if (name.fault == QName::Fault::no_name)
        fail(Problem::name_expected, from);
    else if (text_[close] != '>')
        fail(Problem::close_expected, close);
    else if (open_.empty())
        fail(Problem::end_tag_without_start, at_);
    else {
        fail(Problem::end_tag_differs, at_, open_.back());
        fault_.found = text_.substr(from, name.end - from);
        fault_.lines_above = lines_above();
    }
    return stopped();
}

// Where the root starts does not stand in every text.
std::ptrdiff_t Tokens::lines_above() const {
    if (open_.size() < 2) return -1;
    const auto begin = static_cast<std::size_t>(open_.back().data() - text_.data());
    const std::string_view between = text_.substr(begin, at_ - begin);
    std::ptrdiff_t lines = 0;
    for (std::size_t i = 0; i < between.size(); ++i) {
        const bool is_pair = between[i] == '\r' && i + 1 < between.size() && between[i + 1] == '\n';
        if ((between[i] == '\n' || between[i] == '\r') && !is_pair) ++lines;
    }
    return lines;
}

Token Tokens::closed(std::size_t end) {
    open_.pop_back();
    if (scope_.leave(open_.size() + 1)) default_is_own_ = scope_.is_own("");
    return made(Kind::end, end);
}

Token Tokens::start_tag() {
    const std::size_t from = at_ + 1;
    const QName name = read_name(text_, from);
    std::size_t at = name.end;
    attributes_.clear();
    if (at == text_.size())
        cut(Problem::tag_ends, at_);
    else if (name.fault == QName::Fault::no_name)
        fail(Problem::name_expected, from);
    else if (name.fault == QName::Fault::colon)
        fail(Problem::colon, from, text_.substr(from, at - from));
    else if (text_[at] == '>' || read_attributes(at))
        return opened(name, at);
    return stopped();
}

Token Tokens::opened(const QName& name, std::size_t at) {
    const bool is_empty = text_[at] == '/';
    Token token = made(is_empty ? Kind::empty : Kind::start, at + (is_empty ? 2 : 1));
    token.name = text_.substr(at_ + 1, name.end - at_ - 1);
    token.own = default_is_own_;
    if (open_.size() >= max_depth_) {
        fail(Problem::too_deep, at_);
        return stopped();
    }
    if (name.colon != nowhere || !attributes_.empty()) {
        if (!check_repeated() || !check_namespaces(name)) return stopped();
        const std::string_view prefix = prefix_of(token.name);
        token.own = scope_.is_own(prefix);
        if (open_.empty()) {
            root_namespace_ = scope_.find(prefix).value_or(nullptr);
            scope_.take_root(prefix);
        }
        if (is_empty) scope_.leave(open_.size() + 1);
        default_is_own_ = scope_.is_own("");
    }
    if (!is_empty) open_.push_back(token.name);
    return token;
}

bool Tokens::read_attributes(std::size_t& at) {
    for (;;) {
        const std::size_t next = skip_blank(text_, at);
        if (next == text_.size()) return cut(Problem::tag_ends, at_);
        if (text_[next] == '/') {
            if (next + 1 == text_.size()) return cut(Problem::tag_ends, at_);
            if (text_[next + 1] != '>') return fail(Problem::close_expected, next + 1);
        }
        if (text_[next] == '/' || text_[next] == '>') {
            at = next;
            return true;
        }
        if (next == at) return fail(Problem::blank_expected, at);
        at = next;
        if (!read_attribute(at)) return false;
    }
}

bool Tokens::read_attribute(std::size_t& at) {
    const QName name = read_name(text_, at);
    const std::string_view spelled = text_.substr(at, name.end - at);
    if (name.end == text_.size()) return cut(Problem::tag_ends, at_);
    if (name.fault == QName::Fault::no_name) return fail(Problem::attribute_expected, at);
    if (name.fault == QName::Fault::colon) return fail(Problem::colon, at, spelled);
    const std::size_t equals = skip_blank(text_, name.end);
    if (equals == text_.size()) return cut(Problem::tag_ends, at_);
    if (text_[equals] != '=') return fail(Problem::equals_expected, equals);
    const std::size_t quote = skip_blank(text_, equals + 1);
    if (quote == text_.size()) return cut(Problem::tag_ends, at_);
    if (text_[quote] != '"' && text_[quote] != '\'') return fail(Problem::quote_expected, quote);
    std::size_t close = quote;
    if (!read_value(close)) return false;
    attributes_.push_back({spelled, text_.substr(quote + 1, close - quote - 1), at});
    at = close + 1;
    return true;
}

bool Tokens::read_value(std::size_t& at) {
    const char* const begin = text_.data();
    const char* const end = begin + text_.size();
    const std::size_t open = at++;
    const char quote = text_[open];
    for (;;) {
        const char* const stop = quote == '"' ? first_of<Union<Any<'"', '<', '&'>, Doubtful>>(begin + at, end)
                                              : first_of<Union<Any<'\'', '<', '&'>, Doubtful>>(begin + at, end);
        at = static_cast<std::size_t>(stop - begin);
        if (stop == end) return cut(Problem::value_ends, open);
        if (*stop == quote) return true;
        if (*stop == '<') return fail(Problem::tag_in_value, at);
        if (*stop == '&' ? !read_reference(at) : !read_character(at)) return false;
    }
}

bool Tokens::check_repeated() {
    if (attributes_.size() < 2) return true;
    std::vector<std::pair<std::string_view, std::size_t>> names;
    for (const auto& attribute : attributes_) names.emplace_back(attribute.name, attribute.at);
    const std::size_t repeated = first_repeated(std::move(names));
    return repeated == nowhere || fail(Problem::duplicate_attribute, repeated);
}

// ---- Namespaces ----

bool Tokens::check_namespaces(const QName& tag) {
    for (const auto& attribute : attributes_) {
        if (!is_declaration_of_namespace(attribute.name)) continue;
        const std::string_view prefix = attribute.name == "xmlns" ? std::string_view() : local_name(attribute.name);
        if (!declare(prefix, attribute)) return false;
    }
    if (!check_prefix(text_.substr(at_ + 1, tag.end - at_ - 1), at_ + 1)) return false;
    std::vector<std::pair<std::pair<Scope::Namespace, std::string_view>, std::size_t>> names;
    for (const auto& [name, raw, at] : attributes_) {
        if (is_declaration_of_namespace(name) || prefix_of(name).empty()) continue;
        if (!check_prefix(name, at)) return false;
        names.push_back({{*scope_.find(prefix_of(name)), local_name(name)}, at});
    }
    const std::size_t repeated = names.size() < 2 ? nowhere : first_repeated(std::move(names));
    return repeated == nowhere || fail(Problem::same_attribute, repeated);
}

bool Tokens::declare(std::string_view prefix, const Attribute& attribute) {
    const std::string_view value = attribute_value(attribute.raw, buffer_);
    if (prefix == "xmlns" || value == xmlns_namespace) return fail(Problem::prefix_xmlns, attribute.at);
    if ((prefix == "xml") != (value == xml_namespace)) return fail(Problem::prefix_xml, attribute.at);
    if (!prefix.empty() && value.empty()) return fail(Problem::prefix_without_namespace, attribute.at, prefix);
    scope_.declare(prefix, value, open_.size() + 1);
    return true;
}

bool Tokens::check_prefix(std::string_view name, std::size_t at) {
    const std::string_view prefix = prefix_of(name);
    if (prefix.empty()) return true;
    if (prefix == "xmlns") return fail(Problem::prefix_xmlns, at);
    return scope_.find(prefix) || fail(Problem::undeclared_prefix, at, prefix);
}

} // namespace annexkit::xml
