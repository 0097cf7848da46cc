// SPDX-License-Identifier: Apache-2.0
// Reads one initiative with pugixml.
#pragma once

#include "settings.hpp"

#include <deque>
#include <pugixml.hpp>

namespace annexkit::xml {

/// All text as it stands, line ends normalised; nothing of the prologue.
inline constexpr unsigned keep_text =
    pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata | pugi::parse_wconv_attribute;

/// Texts that the document has not in one piece. Lifetime: until the next record.
struct Arena {
    std::deque<std::string> texts;
    std::deque<std::vector<annexkit_text>> lists;
    std::deque<std::vector<annexkit_span>> spans;
};

std::string_view text_of(const pugi::xml_node& element, Arena& arena);
/// Reads JSON text as a value; false where it is none.
bool read_json(std::string_view text, Arena& arena, annexkit_value& value);

/// The element starts with `first` and ends at `end`; contents are those of its elements of depth 1 and 2, in order.
struct Outline {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<annexkit_span> contents;
};

annexkit_status read_record(const Settings& settings, char* data, const Outline& outline, std::uint64_t index,
                            bool places, const sdk::Sink& sink);

} // namespace annexkit::xml
