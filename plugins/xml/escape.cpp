// SPDX-License-Identifier: Apache-2.0
#include "escape.hpp"

#include "characters.hpp"

#include <string>

namespace annexkit::xml {
namespace {

const char* stop_of(Where where, const char* at, const char* end) {
    if (where == Where::text) return first_of<Union<Any<'<', '>', '&'>, Doubtful>>(at, end);
    return first_of<Union<Any<'<', '>', '&', '"', '\n', '\t'>, Doubtful>>(at, end);
}

/// What a byte at which stop_of stopped is written as, since the reader would take it for something else.
std::string_view reference(char byte) {
    switch (byte) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    case '\r': return "&#13;";
    default: return {};
    }
}

std::string code_point(std::string_view bytes) {
    if (bytes.size() > 1) return bytes.ends_with('\xBE') ? "U+FFFE" : "U+FFFF";
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(bytes.front());
    return std::string("U+00") + digits[byte / 16u] + digits[byte % 16u];
}

void replace(std::string_view bytes, Where where, const Unholdable& unholdable, sdk::Output& output) {
    const bool fails = unholdable.replacement.empty();
    const std::string character = code_point(bytes);
    const annexkit_status status =
        output.report({.rule = fails ? "loss.character" : "loss.replaced", .field = unholdable.field},
                      {sdk::argument("name", unholdable.name), sdk::argument("character", character)});
    if (status != ANNEXKIT_OK) throw Stop{status};
    if (fails) throw Stop{ANNEXKIT_FAILED};
    append_escaped(unholdable.replacement, where, unholdable, output);
}

} // namespace

void append_escaped(std::string_view text, Where where, const Unholdable& unholdable, sdk::Output& output) {
    const char* from = text.data();
    const char* const end = from + text.size();
    for (const char* at = from; (at = stop_of(where, at, end)) != end;) {
        const std::string_view escaped = reference(*at);
        const std::size_t wrong = xml::unholdable(text, static_cast<std::size_t>(at - text.data()));
        if (escaped.empty() && wrong == 0) {
            ++at;
            continue;
        }
        output.append(std::string_view(from, static_cast<std::size_t>(at - from)));
        output.append(escaped);
        if (wrong > 0) replace({at, wrong}, where, unholdable, output);
        from = at += wrong > 0 ? wrong : 1;
    }
    output.append(std::string_view(from, static_cast<std::size_t>(end - from)));
}

} // namespace annexkit::xml
