// SPDX-License-Identifier: Apache-2.0
// How fields are named in XML.
#pragma once

#include "characters.hpp"

#include <string>
#include <string_view>

namespace annexkit::xml {

inline constexpr std::string_view annex_element = "annex";
inline constexpr std::string_view head_element = "head";
inline constexpr std::string_view initiative_element = "initiative";
/// Stands for the field that its attribute "name" names.
inline constexpr std::string_view field_element = "field";
inline constexpr std::string_view item_element = "item";
inline constexpr std::string_view name_attribute = "name";
inline constexpr std::string_view type_attribute = "type";
/// The type of a value that is spelled in JSON, since it is of a kind that its place does not tell.
inline constexpr std::string_view json_type = "json";

/// A field of this name has an element of its own; any other is a field element.
inline bool has_element(std::string_view field) { return field != field_element && is_plain_name(field); }

/// The element for each item of a list: the singular of its field's name.
inline std::string item_name(std::string_view list) {
    if (!has_element(list)) return std::string(item_element);
    if (list.size() > 3 && list.ends_with("ies")) return std::string(list.substr(0, list.size() - 3)) + "y";
    if (list.size() > 1 && list.ends_with('s')) return std::string(list.substr(0, list.size() - 1));
    return std::string(item_element);
}

} // namespace annexkit::xml
