// SPDX-License-Identifier: Apache-2.0
#include "reader.hpp"

#include "spell.hpp"

#include "chunk.hpp"
#include "options.hpp"

#include <string>
#include <string_view>

namespace annexkit::json {
namespace {

constexpr Range depth_range{1, 1000};
constexpr std::int32_t nearly_sure = 90;

// RFC 6901, section 3: ~ and / are written ~0 and ~1.
void append_reference(std::string_view name, sdk::Output& output) {
    output.append('/');
    for (const char byte : name) {
        if (byte == '~') {
            output.append("~0");
        } else if (byte == '/') {
            output.append("~1");
        } else {
            output.append(byte);
        }
    }
}

} // namespace

Reader::Reader(const sdk::OpenRequest& request, Layout expected)
    : settings_{request.fields(), integer_option(request, "max-depth", depth_range), expected}, frame_(settings_) {}

annexkit_status Reader::parse(annexkit_chunk& chunk, const sdk::Sink& sink) const {
    return parse_chunk(settings_, chunk, sink);
}

void Reader::address(const annexkit_address_request& request, sdk::Output& output) const {
    if (settings_.layout == Layout::document) output.append("/initiatives");
    if (settings_.layout != Layout::lines) append_reference(std::to_string(request.ordinal), output);
    const auto field = static_cast<std::size_t>(request.field);
    if (request.field >= 0 && field < settings_.fields.size()) {
        append_reference(sdk::view(settings_.fields[field].name), output);
    } else if (request.name.size > 0) {
        append_reference(sdk::view(request.name), output);
    }
    if (request.item >= 0) append_reference(std::to_string(request.item), output);
}

bool Reader::spell(const annexkit_spell_request& request, annexkit_span& replaced, sdk::Output& output) const {
    return json::spell(request, replaced, output);
}

std::int32_t sniff(annexkit_text beginning) {
    const std::string_view text = sdk::view(beginning);
    const std::size_t first = skip_blank(text, 0);
    if (first == text.size() || (text[first] != '{' && text[first] != '[')) return 0;
    const std::size_t second = skip_blank(text, first + 1);
    if (second == text.size()) return nearly_sure;
    // Other things start with a bracket, too, such as the sections of an INI file.
    const std::string_view plausible = text[first] == '{' ? "\"}" : "{[]\"-0123456789";
    return plausible.find(text[second]) == std::string_view::npos ? 0 : nearly_sure;
}

} // namespace annexkit::json
