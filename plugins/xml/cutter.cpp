// SPDX-License-Identifier: Apache-2.0
#include "cutter.hpp"

#include "characters.hpp"

namespace annexkit::xml {
namespace {

std::size_t behind(std::string_view text, std::string_view mark, std::size_t from) {
    const std::size_t found = text.find(mark, from);
    return found == nowhere ? nowhere : found + mark.size();
}

std::size_t behind_declaration(std::string_view text, std::size_t at) {
    if (text.substr(at).starts_with("<!--")) return behind(text, "-->", at + 4);
    if (text.substr(at).starts_with("<![CDATA[")) return behind(text, "]]>", at + 9);
    return nowhere;
}

std::size_t behind_tag(std::string_view text, std::size_t at) {
    for (; at < text.size() && text[at] != '>'; ++at) {
        if (text[at] != '"' && text[at] != '\'') continue;
        at = text.find(text[at], at + 1);
        if (at == nowhere) return nowhere;
    }
    return at == text.size() ? nowhere : at + 1;
}

} // namespace

std::size_t cut_content(std::string_view content) {
    std::size_t whole = 0;
    std::size_t depth = 0;
    for (std::size_t at = content.find('<'); at != nowhere && at + 1 < content.size(); at = content.find('<', at)) {
        const char kind = content[at + 1];
        if (kind == '/' && depth == 0) return at;
        if (kind == '!')
            at = behind_declaration(content, at);
        else if (kind == '?')
            at = behind(content, "?>", at + 2);
        else
            at = behind_tag(content, at);
        if (at == nowhere) break;
        if (kind == '/')
            --depth;
        else if (kind != '!' && kind != '?' && content[at - 2] != '/')
            ++depth;
        if (depth == 0) whole = at;
    }
    return whole;
}

} // namespace annexkit::xml
