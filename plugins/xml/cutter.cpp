// SPDX-License-Identifier: Apache-2.0
#include "cutter.hpp"

#include "characters.hpp"

#include <algorithm>

namespace annexkit::xml {
namespace {

// These answer nullptr when the text ends before.

const char* behind(std::string_view mark, const char* at, const char* end) {
    const std::string_view rest(at, static_cast<std::size_t>(end - at));
    const std::size_t found = rest.find(mark);
    return found == nowhere ? nullptr : at + found + mark.size();
}

const char* behind_declaration(const char* at, const char* end) {
    const std::string_view rest(at, static_cast<std::size_t>(end - at));
    if (rest.starts_with("<!--")) return behind("-->", at + 4, end);
    if (rest.starts_with("<![CDATA[")) return behind("]]>", at + 9, end);
    return nullptr;
}

const char* behind_tag(const char* at, const char* end) {
    while ((at = first_of<Any<'>', '"', '\''>>(at, end)) != end) {
        if (*at == '>') return at + 1;
        at = std::find(at + 1, end, *at);
        if (at == end) break;
        ++at;
    }
    return nullptr;
}

} // namespace

std::size_t cut_content(std::string_view content) {
    const char* const begin = content.data();
    const char* const end = begin + content.size();
    const char* whole = begin;
    std::size_t depth = 0;
    for (const char* at = first_of<Any<'<'>>(begin, end); end - at >= 2; at = first_of<Any<'<'>>(at, end)) {
        const char kind = at[1];
        if (kind == '/') {
            if (depth == 0) return static_cast<std::size_t>(at - begin);
            // Where an end tag in another element ends makes no difference.
            at = --depth == 0 ? behind_tag(at, end) : at + 2;
        } else if (kind == '!' || kind == '?') {
            at = kind == '!' ? behind_declaration(at, end) : behind("?>", at + 2, end);
        } else {
            at = behind_tag(at, end);
            if (at != nullptr && at[-2] != '/') ++depth;
        }
        if (at == nullptr) break;
        if (depth == 0) whole = at;
    }
    return static_cast<std::size_t>(whole - begin);
}

} // namespace annexkit::xml
