// SPDX-License-Identifier: Apache-2.0
// Where an element, its elements and theirs stand: an initiative, its fields and the items of their lists.
#pragma once

#include "tokens.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <span>
#include <vector>

namespace annexkit::xml {

/// One element; spans and offsets count from the start of the text that Tokens reads.
/// text:     the first stretch of text directly in it that is not white space alone; empty when there is none.
/// plain:    its content is its text as it stands: no elements, references, comments and the like.
/// children: how many of the elements that follow stand in it.
struct Element {
    std::string_view name{};
    annexkit_span whole{};
    annexkit_span content{};
    annexkit_span text{};
    std::size_t children = 0;
    std::size_t first_attribute = 0;
    std::size_t attributes = 0;
    bool own = false;
    bool plain = true;
    bool has_elements = false;
};

/// Keeps its memory from one element to the next.
class Outline {
  public:
    /// Reads the element whose start tag is `first`, the token last read, to its end, and checks it. Answers its last
    /// token, or the one that stops it.
    Token read(Tokens& tokens, const Token& first);

    /// The element, then its fields in order, each followed by its items.
    [[nodiscard]] std::span<const Element> elements() const { return elements_; }
    [[nodiscard]] std::span<const Attribute> attributes_of(const Element& element) const {
        return std::span(attributes_).subspan(element.first_attribute, element.attributes);
    }

  private:
    void take(const Leaf& leaf, std::size_t level);
    void start(const Tokens& tokens, const Token& token, std::size_t level);
    void end(const Token& token, std::size_t level);
    void take(const Token& token, std::size_t level);
    /// Whether an element of the level has a place here; of one that has none the item that it stands in is told.
    bool has_place(std::size_t level);

    std::vector<Element> elements_;
    std::vector<Attribute> attributes_;
    /// The open element of each level: the element itself, its field, the item.
    std::size_t open_[3] = {0, 0, 0};
};

} // namespace annexkit::xml
