// SPDX-License-Identifier: Apache-2.0
// Turns what Tokens has checked into the text that it stands for. pugixml does it, and sees nothing else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace annexkit::xml {

/// The value of an attribute is what it is spelled.
bool is_plain_value(std::string_view raw);

/// The value of an attribute that is spelled `raw` (section 3.3.3). Lifetime: points into `raw` or `buffer`.
std::string_view attribute_value(std::string_view raw, std::string& buffer);

/// The text directly in an element, which is decoded in place; what its elements hold is left out.
std::string_view element_text(char* element, std::size_t size);

} // namespace annexkit::xml
