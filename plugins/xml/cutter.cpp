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
    while ((at = find_any<'>', '"', '\''>(at, end)) != end) {
        if (*at == '>') return at + 1;
        at = std::find(at + 1, end, *at);
        if (at == end) break;
        ++at;
    }
    return nullptr;
}

const char* behind_markup(const char* at, const char* end) {
    switch (at[1]) {
    case '!': return behind_declaration(at, end);
    case '?': return behind("?>", at + 2, end);
    default: return behind_tag(at, end);
    }
}

} // namespace

std::size_t cut_content(std::string_view content) {
    const char* const begin = content.data();
    const char* const end = begin + content.size();
    const char* whole = begin;
    std::size_t depth = 0;
    for (const char* at = find_any<'<'>(begin, end); end - at >= 2; at = find_any<'<'>(at, end)) {
        const char kind = at[1];
        if (kind == '/' && depth == 0) {
            whole = at;
            break;
        }
        at = behind_markup(at, end);
        if (at == nullptr) break;
        if (kind == '/')
            --depth;
        else if (kind != '!' && kind != '?' && at[-2] != '/')
            ++depth;
        if (depth == 0) whole = at;
    }
    return static_cast<std::size_t>(whole - begin);
}

} // namespace annexkit::xml
