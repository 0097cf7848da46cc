// SPDX-License-Identifier: Apache-2.0
#include "outline.hpp"

namespace annexkit::xml {
namespace {

// The element itself, its fields, their items; what is deeper is checked, and is no part of an annex.
constexpr std::size_t levels = 3;

} // namespace

Token Outline::read(Tokens& tokens, const Token& first) {
    elements_.clear();
    attributes_.clear();
    start(tokens, first, 0);
    if (first.kind == Kind::empty) return first;
    const std::size_t outer = tokens.depth() - 1;
    for (Leaf leaf;;) {
        while (tokens.read_leaf(leaf)) take(leaf, tokens.depth() - outer);
        const Token token = tokens.next();
        // The level of the element that the token starts, ends or stands in.
        const std::size_t level = tokens.depth() - outer;
        switch (token.kind) {
        case Kind::start: start(tokens, token, level - 1); break;
        case Kind::empty: start(tokens, token, level); break;
        case Kind::end:
            end(token, level);
            if (level == 0) return token;
            break;
        case Kind::finish:
        case Kind::more:
        case Kind::fault: return token;
        default: take(token, level - 1); break;
        }
    }
}

bool Outline::has_place(std::size_t level) {
    if (level < levels) return true;
    Element& item = elements_[open_[levels - 1]];
    item.has_elements = true;
    item.plain = false;
    return false;
}

void Outline::take(const Leaf& leaf, std::size_t level) {
    if (!has_place(level)) return;
    const annexkit_span content{leaf.begin, leaf.end - leaf.begin};
    // "<", the name and ">" before it, "</", the name and ">" behind it.
    const annexkit_span whole{leaf.begin - leaf.name.size() - 2, content.size + 2 * leaf.name.size() + 5};
    Element& element = elements_.emplace_back();
    element.name = leaf.name;
    element.whole = whole;
    element.content = content;
    if (!leaf.is_blank) element.text = content;
    element.own = leaf.own;
}

void Outline::start(const Tokens& tokens, const Token& token, std::size_t level) {
    if (!has_place(level)) return;
    open_[level] = elements_.size();
    Element& element = elements_.emplace_back();
    element.name = token.name;
    element.whole = {token.begin, token.end - token.begin};
    element.content = {token.end, 0};
    element.first_attribute = attributes_.size();
    element.attributes = tokens.attributes().size();
    element.own = token.own;
    attributes_.insert(attributes_.end(), tokens.attributes().begin(), tokens.attributes().end());
}

void Outline::end(const Token& token, std::size_t level) {
    if (level >= levels) return;
    Element& element = elements_[open_[level]];
    element.whole.size = token.end - element.whole.offset;
    element.content.size = token.begin - element.content.offset;
    element.children = elements_.size() - open_[level] - 1;
    if (element.children == 0) return;
    element.has_elements = true;
    element.plain = false;
}

void Outline::take(const Token& token, std::size_t level) {
    if (level >= levels) return;
    Element& element = elements_[open_[level]];
    const bool is_text = token.kind == Kind::text || token.kind == Kind::cdata;
    if (is_text && element.text.size == 0) element.text = {token.begin, token.end - token.begin};
    const bool is_spelled_out = token.kind == Kind::text || token.kind == Kind::blank;
    element.plain = element.plain && is_spelled_out && token.plain;
}

} // namespace annexkit::xml
