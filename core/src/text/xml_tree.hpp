// SPDX-License-Identifier: Apache-2.0
// Documents that pugixml writes. It leaves out what it finds no memory for, and tells by a null or a false at most;
// here that throws std::bad_alloc.
#pragma once

#include <cstddef>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include <pugixml.hpp>

namespace annexkit::xml_tree {

/// A new element, the last one within another.
inline pugi::xml_node child(pugi::xml_node parent, const char* name) {
    const pugi::xml_node node = parent.append_child(name);
    if (*node.name() == '\0') throw std::bad_alloc();
    return node;
}

inline void set(pugi::xml_node node, const char* name, std::string_view value) {
    pugi::xml_attribute attribute = node.append_attribute(name);
    if (*attribute.name() == '\0' || !attribute.set_value(value.data(), value.size())) throw std::bad_alloc();
}

/// Printable text: XML has no room for most control characters, U+FFFE and U+FFFF (XML 1.0, section 2.2).
inline void set_text(pugi::xml_node node, std::string_view text) {
    if (!node.append_child(pugi::node_pcdata).set_value(text.data(), text.size())) throw std::bad_alloc();
}

inline std::string spelled(const pugi::xml_document& document, const char* indent) {
    struct Writer : pugi::xml_writer {
        std::string text;
        void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
    } writer;
    document.save(writer, indent);
    return std::move(writer.text);
}

} // namespace annexkit::xml_tree
