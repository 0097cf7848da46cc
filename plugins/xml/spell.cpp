// SPDX-License-Identifier: Apache-2.0
#include "spell.hpp"

#include "escape.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace annexkit::xml {
namespace {

/// What stands between the brackets of the start tag that ends at an offset; nothing where none does.
std::string_view start_tag_before(std::string_view text, std::size_t at) {
    if (at == 0 || text[at - 1] != '>') return {};
    const std::size_t open = text.rfind('<', at - 1);
    return open == std::string_view::npos ? std::string_view() : text.substr(open + 1, at - open - 2);
}

/// Whether the attributes of a start tag are type="json" alone.
bool says_json(std::string_view attributes) {
    constexpr std::string_view white = " \t\r\n";
    const std::size_t begin = attributes.find_first_not_of(white);
    const std::size_t end = attributes.find_last_not_of(white);
    if (begin == std::string_view::npos) return false;
    const std::string_view inner = attributes.substr(begin, end + 1 - begin);
    return inner == "type=\"json\"" || inner == "type='json'";
}

void append_tag(std::string_view bracket, std::string_view name, sdk::Output& output) {
    output.append(bracket);
    output.append(name);
    output.append(">");
}

} // namespace

namespace {

void append_text(std::string_view text, Beyond ascii, sdk::Output& output) {
    std::size_t from = 0;
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    for (std::size_t at = 0; ascii == Beyond::as_references && at < text.size();) {
        if (bytes[at] < 0x80) {
            ++at;
            continue;
        }
        append_escaped(text.substr(from, at - from), Where::text, {{}, -1, {}}, output);
        const std::size_t size = bytes[at] >= 0xF0 ? 4 : bytes[at] >= 0xE0 ? 3 : 2;
        std::uint32_t value = bytes[at] & (0xFFU >> (size + 1));
        for (std::size_t i = 1; i < size && at + i < text.size(); ++i) value = value << 6U | (bytes[at + i] & 0x3FU);
        output.append("&#" + std::to_string(value) + ";");
        from = at = std::min(at + size, text.size());
    }
    append_escaped(text.substr(from), Where::text, {{}, -1, {}}, output);
}

} // namespace

bool spell(const annexkit_spell_request& request, annexkit_span& replaced, Beyond ascii, sdk::Output& output) {
    const std::string_view chunk = sdk::view(request.chunk);
    const annexkit_span place = request.place;
    std::string_view tag = start_tag_before(chunk, place.offset);
    const std::string_view content = chunk.substr(place.offset, place.size);
    // What is no text would be lost.
    const bool has_more = content.find("<!--") != content.npos || content.find("<?") != content.npos;
    if (tag.empty() || tag.ends_with('/') || has_more) return false;
    replaced = place;
    // On lines of their own where the first one is.
    const std::string_view before = chunk.substr(0, place.offset - tag.size() - 2);
    const std::size_t blank = before.find_last_not_of(" \t\r\n");
    const std::string_view between = before.substr(blank == std::string_view::npos ? 0 : blank + 1);
    try {
        if (const std::size_t name_end = tag.find_first_of(" \t\r\n"); name_end != std::string_view::npos) {
            // What a text of its field's kind needs no more.
            if (!says_json(tag.substr(name_end))) return false;
            replaced = {before.size(), place.offset + place.size - before.size()};
            tag = tag.substr(0, name_end);
            append_tag("<", tag, output);
        }
        for (std::size_t i = 0; i < request.text_count; ++i) {
            if (i > 0) {
                append_tag("</", tag, output);
                output.append(between);
                append_tag("<", tag, output);
            }
            append_text(sdk::view(request.texts[i]), ascii, output);
        }
    } catch (const Stop&) {
        return false;
    }
    return true;
}

} // namespace annexkit::xml
