// SPDX-License-Identifier: Apache-2.0
#include "spell.hpp"

#include "shared/json_number.hpp"
#include "strings.hpp"

namespace annexkit::json {
namespace {

std::string_view blank_before(std::string_view text, std::size_t at) {
    std::size_t from = at;
    while (from > 0 && is_blank(text[from - 1])) --from;
    return text.substr(from, at - from);
}

bool is_number(std::string_view chunk, annexkit_span place) {
    const bool begins = place.size > 0 && (chunk[place.offset] == '-' || is_digit(chunk[place.offset]));
    if (!begins) return false;
    const Number number = read_number(chunk, place.offset);
    return number.whole && number.end == place.offset + place.size;
}

} // namespace

bool spell(const annexkit_spell_request& request, annexkit_span& replaced, sdk::Output& output) {
    const std::string_view chunk = sdk::view(request.chunk);
    const annexkit_span place = request.place;
    const std::size_t end = place.offset + place.size;
    const bool is_string =
        place.offset > 0 && end < chunk.size() && chunk[place.offset - 1] == '"' && chunk[end] == '"';
    if (!is_string && request.kind == ANNEXKIT_NUMBER && is_number(chunk, place)) {
        replaced = place;
        output.append(sdk::view(request.texts[0]));
        return true;
    }
    if (!is_string) return false;
    // With the quotation marks, which a number does without.
    replaced = {place.offset - 1, place.size + 2};
    for (std::size_t i = 0; i < request.text_count; ++i) {
        if (i > 0) {
            // On lines of their own where the first one is.
            output.append(",");
            output.append(blank_before(chunk, place.offset - 1));
        }
        const std::string_view text = sdk::view(request.texts[i]);
        if (request.kind == ANNEXKIT_NUMBER) {
            output.append(text);
        } else {
            append_string(text, output);
        }
    }
    return true;
}

} // namespace annexkit::json
