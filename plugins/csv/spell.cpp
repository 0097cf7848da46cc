// SPDX-License-Identifier: Apache-2.0
#include "spell.hpp"

#include <span>

namespace annexkit::csv {
namespace {

void append_doubled(std::string_view text, char quote, std::string& to) {
    for (const char byte : text) {
        if (byte == quote) to += quote;
        to += byte;
    }
}

std::string escaped_item(std::string_view item, char separator) {
    std::string text;
    for (const char byte : item) {
        if (byte == separator || byte == '\\') text += '\\';
        text += byte;
    }
    return text;
}

} // namespace

bool spell(const Table& table, const annexkit_spell_request& request, annexkit_span& replaced, sdk::Output& output) {
    const Dialect& dialect = table.dialect;
    const std::string_view chunk = sdk::view(request.chunk);
    const bool is_item = request.item >= 0;
    const auto field = static_cast<std::size_t>(request.field);
    std::string text;
    for (std::size_t i = 0; i < request.text_count; ++i) {
        const std::string_view part = sdk::view(request.texts[i]);
        // One empty item has a spelling of its own.
        if (part.find('\0') != std::string_view::npos || (is_item && part.empty())) return false;
        if (i > 0) text += dialect.lists();
        text += is_item && table.fields[field].kind == ANNEXKIT_LIST ? escaped_item(part, dialect.lists())
                                                                     : std::string(part);
    }
    const std::size_t at = request.value.offset;
    const bool is_quoted = at > 0 && chunk[at - 1] == dialect.quote;
    const char special[] = {dialect.delimiter, dialect.quote, '\r', '\n'};
    const bool needs_quotes = text.empty() || text.find_first_of(std::string_view(special, 4)) != text.npos;
    if (is_item && needs_quotes && !is_quoted) return false;
    std::string spelled;
    const bool adds_quotes = needs_quotes && !is_quoted;
    if (adds_quotes) spelled += dialect.quote;
    append_doubled(text, needs_quotes || is_quoted ? dialect.quote : '\0', spelled);
    if (adds_quotes) spelled += dialect.quote;
    replaced = request.place;
    output.append(spelled);
    return true;
}

} // namespace annexkit::csv
