// SPDX-License-Identifier: Apache-2.0
#include "options.hpp"

#include <charconv>
#include <string>

namespace annexkit::xml {

std::size_t integer_option(const sdk::OpenRequest& request, std::string_view name, Range range) {
    const std::string_view spelled = request.option(name);
    const char* const spelled_end = spelled.data() + spelled.size();
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(spelled.data(), spelled_end, value);
    if (error == std::errc() && end == spelled_end && value >= range.least && value <= range.most) return value;
    const std::string between = std::to_string(range.least) + ".." + std::to_string(range.most);
    const std::string english = "a whole number in " + between;
    const std::string french = "un nombre entier dans " + between;
    request.sink().report({.rule = "xml.options"},
                          {sdk::argument("name", name), sdk::argument("value", spelled),
                           sdk::argument("wanted", english), sdk::argument("wanted_fr", french)});
    throw sdk::Failure();
}

} // namespace annexkit::xml
