// SPDX-License-Identifier: Apache-2.0
#include "decode.hpp"

#include <cstring>
#include <new>
#include <pugixml.hpp>
#include <stdexcept>

namespace annexkit::xml {
namespace {

/// All text as it stands but for references and line ends; comments and instructions are left out.
constexpr unsigned keep_text =
    pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata | pugi::parse_wconv_attribute;

pugi::xml_node load(pugi::xml_document& document, char* element, std::size_t size) {
    const auto result = document.load_buffer_inplace(element, size, keep_text, pugi::encoding_utf8);
    if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
    if (!result) throw std::runtime_error(result.description());
    return document.document_element();
}

} // namespace

bool is_plain_value(std::string_view raw) { return raw.find_first_of("&\t\n\r") == std::string_view::npos; }

std::string_view attribute_value(std::string_view raw, std::string& buffer) {
    if (is_plain_value(raw)) return raw;
    const char quote = raw.find('"') == std::string_view::npos ? '"' : '\'';
    std::string element = "<a a=";
    element.append(1, quote).append(raw).append(1, quote).append("/>");
    pugi::xml_document document;
    buffer = load(document, element.data(), element.size()).first_attribute().value();
    return buffer;
}

std::string_view element_text(char* element, std::size_t size) {
    pugi::xml_document document;
    const pugi::xml_node root = load(document, element, size);
    char* const text = element;
    char* end = text;
    for (pugi::xml_node child = root.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element) continue;
        const std::string_view piece = child.value();
        std::memmove(end, piece.data(), piece.size());
        end += piece.size();
    }
    return {text, static_cast<std::size_t>(end - text)};
}

} // namespace annexkit::xml
