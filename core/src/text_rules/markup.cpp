// SPDX-License-Identifier: Apache-2.0
// Marks of other programs that came with a text: of HTML, Markdown, forums, and escapes of Excel and JSON.
#include "text/ascii.hpp"
#include "text/lower.hpp"
#include "text_rules/text_rules.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace annexkit {
namespace {

struct Stretch {
    std::size_t offset = 0;
    std::size_t size = 0;
};

template <std::size_t count> bool is_one_of(std::string_view word, const std::array<std::string_view, count>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Elements that word processors and web editors make. Others, such as <name>, may be meant as they stand.
constexpr auto elements = std::to_array<std::string_view>(
    {"a",  "b",      "blockquote", "body",   "br",      "center", "div",   "em",   "font",  "h1",    "h2",
     "h3", "h4",     "h5",         "head",   "hr",      "html",   "i",     "img",  "li",    "o:p",   "ol",
     "p",  "s",      "style",      "small",  "span",    "strong", "sub",   "sup",  "table", "tbody", "td",
     "th", "tr",     "ul",         "abbr",   "article", "button", "cite",  "code", "del",   "dd",    "dl",
     "dt", "form",   "iframe",     "input",  "ins",     "kbd",    "label", "link", "mark",  "meta",  "pre",
     "q",  "script", "section",    "strike", "tfoot",   "thead",  "title", "tt",   "u",     "var",   "xml"});

std::optional<Stretch> tag_at(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_of("<>", at + 1);
    if (end == text.npos || text[end] == '<') return std::nullopt;
    std::string_view inside = text.substr(at + 1, end - at - 1);
    if (inside.starts_with("!--") || inside.starts_with("![CDATA[")) return Stretch{at, end + 1 - at};
    if (inside.starts_with("/")) inside.remove_prefix(1);
    if (inside.ends_with("/")) inside.remove_suffix(1);
    const std::string name = lower(inside.substr(0, inside.find_first_of(" \t\r\n/")));
    const bool closes = text.substr(at).starts_with("</") || text.substr(0, end).ends_with('/');
    const bool has_prefix = name.size() > 2 && name[1] == ':';
    if (closes || has_prefix || is_one_of(std::string_view(name), elements)) return Stretch{at, end + 1 - at};
    return std::nullopt;
}

std::optional<Stretch> entity_at(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 8;
    const std::size_t size = text.substr(at, longest + 2).find(';');
    if (size == text.npos || size < 3) return std::nullopt;
    const std::size_t end = at + size;
    std::string_view name = text.substr(at + 1, end - at - 1);
    const Stretch whole{at, end + 1 - at};
    if (name.starts_with("#")) {
        name.remove_prefix(name.starts_with("#x") ? 2 : 1);
        const bool is_number = !name.empty() && std::all_of(name.begin(), name.end(), is_ascii_hexadecimal);
        return is_number ? std::optional(whole) : std::nullopt;
    }
    // Every name of HTML has two letters or more, and "R&D;" has not. Some end with a digit.
    const bool is_name = name.size() >= 2 && std::all_of(name.begin(), name.end() - 1, is_ascii_letter) &&
                         is_ascii_alphanumeric(name.back());
    return is_name ? std::optional(whole) : std::nullopt;
}

/// Whether a stretch is of whole words, rather than of a name or an address such as "a__b__c".
bool is_of_whole_words(std::string_view text, Stretch stretch) {
    const auto is_inside = [&](char byte) {
        return is_ascii_alphanumeric(byte) || std::string_view("_*/\\.=?&@").find(byte) != std::string_view::npos;
    };
    const std::size_t end = stretch.offset + stretch.size;
    const bool ends_sentence =
        end < text.size() && text[end] == '.' && (end + 1 == text.size() || text[end + 1] == ' ');
    return (stretch.offset == 0 || !is_inside(text[stretch.offset - 1])) &&
           (end >= text.size() || ends_sentence || text[end] == '?' || !is_inside(text[end]));
}

/// **bold** of Markdown.
std::optional<Stretch> bold_at(std::string_view text, std::size_t at) {
    const std::size_t end = text.find("**", at + 2);
    if (end == text.npos || end == at + 2 || text[at + 2] == ' ' || text[at + 2] == '*') return std::nullopt;
    const Stretch whole{at, end + 2 - at};
    return is_of_whole_words(text, whole) ? std::optional(whole) : std::nullopt;
}

/// [text](address) of Markdown.
std::optional<Stretch> link_at(std::string_view text, std::size_t at) {
    // No link is longer, and a search to the ends of the text would be made again from each bracket.
    constexpr std::size_t longest = 1000;
    if (!text.substr(at + 2).starts_with("http")) return std::nullopt;
    const std::size_t from = at - std::min(at, longest);
    const std::size_t open = text.substr(from, at - from).rfind('[');
    const std::size_t size = text.substr(at, longest).find(')');
    if (open == text.npos || size == text.npos) return std::nullopt;
    return Stretch{from + open, at + size + 1 - (from + open)};
}

/// _x000D_, as Excel's files spell characters that XML cannot hold.
std::optional<Stretch> escape_at(std::string_view text, std::size_t at) {
    constexpr std::size_t size = 7;
    const std::string_view here = text.substr(at, size);
    if (here.size() < size || !here.starts_with("_x") || here.back() != '_') return std::nullopt;
    if (!std::all_of(here.begin() + 2, here.end() - 1, is_ascii_alphanumeric)) return std::nullopt;
    return Stretch{at, size};
}

/// __bold__ of Markdown.
std::optional<Stretch> underlined_at(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 200;
    if (at + 2 >= text.size() || !is_ascii_letter(text[at + 2])) return std::nullopt;
    const std::size_t size = text.substr(at + 2, longest).find("__");
    if (size == text.npos || text[at + 1 + size] == ' ') return std::nullopt;
    const Stretch whole{at, size + 4};
    return is_of_whole_words(text, whole) ? std::optional(whole) : std::nullopt;
}

/// "# Heading" of Markdown behind the line end at `at`. "# 3" may be a number.
std::optional<Stretch> heading_at(std::string_view text, std::size_t at) {
    const std::size_t size = std::min(text.find_first_not_of('#', at + 1), text.size()) - at - 1;
    const std::string_view rest = text.substr(at + 1 + size);
    const bool is_heading = size > 0 && size <= 6 && rest.size() > 1 && rest[0] == ' ' && is_ascii_letter(rest[1]);
    return is_heading ? std::optional(Stretch{at + 1, size}) : std::nullopt;
}

/// [b], [/url] and the like of forums.
std::optional<Stretch> bracketed_at(std::string_view text, std::size_t at) {
    constexpr auto names =
        std::to_array<std::string_view>({"b", "i", "u", "s", "url", "img", "quote", "list", "color", "size"});
    constexpr std::size_t longest = 8;
    constexpr std::size_t longest_pair = 1000;
    std::string_view inside = text.substr(at + 1, longest);
    inside = inside.substr(0, inside.find_first_of("]="));
    if (at + 1 + inside.size() >= text.size() || inside.size() == longest) return std::nullopt;
    const Stretch whole{at, inside.size() + 2};
    if (inside.starts_with("/")) inside.remove_prefix(1);
    // "[i]" alone may be a number; it is markup where it is closed.
    const std::string closing = "[/" + std::string(inside) + "]";
    const bool is_pair = is_one_of(inside, names) && text.substr(at, longest_pair).find(closing) != text.npos;
    return is_pair ? std::optional(whole) : std::nullopt;
}

/// \u00E9 of JSON and programs.
std::optional<Stretch> unicode_at(std::string_view text, std::size_t at) {
    constexpr std::size_t size = 6;
    const std::string_view here = text.substr(at, size);
    const bool is_escape =
        here.size() == size && here[1] == 'u' && std::all_of(here.begin() + 2, here.end(), is_ascii_hexadecimal);
    return is_escape ? std::optional(Stretch{at, size}) : std::nullopt;
}

std::optional<Stretch> markup_at(std::string_view text, std::size_t at) {
    switch (text[at]) {
    case '<': return tag_at(text, at);
    case '&': return entity_at(text, at);
    case '*': return text.substr(at).starts_with("**") ? bold_at(text, at) : std::nullopt;
    case ']': return text.substr(at).starts_with("](") ? link_at(text, at) : std::nullopt;
    case '[': return bracketed_at(text, at);
    case '{': return text.substr(at).starts_with("{\\rtf") ? std::optional(Stretch{at, 5}) : std::nullopt;
    case '\\': return unicode_at(text, at);
    case '\n': return heading_at(text, at);
    default: return text.substr(at).starts_with("__") ? underlined_at(text, at) : escape_at(text, at);
    }
}

} // namespace

void find_markup(std::string_view text, const Signs& signs, TextFaults& faults) {
    std::optional<Stretch> first;
    const auto look_for = [&](std::string_view marks) {
        for (const char mark : marks)
            for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
                const auto found = markup_at(text, at);
                if (!found) continue;
                if (!first || found->offset < first->offset) first = found;
                break;
            }
    };
    if (signs.angle) look_for("<");
    if (signs.quote) look_for("&");
    if (signs.twice) look_for("*");
    if (signs.bracket) look_for("]_[{\\");
    if (signs.line_end) look_for("\n");
    if (first)
        faults.push_back({"text.markup",
                          first->offset,
                          first->size,
                          {{"value", std::string(text.substr(first->offset, first->size))}}});
}

} // namespace annexkit
