// SPDX-License-Identifier: Apache-2.0
#include "options.hpp"

#include <charconv>
#include <string>

namespace annexkit::json {

std::size_t integer_option(const sdk::OpenRequest& request, std::string_view name, Range range) {
    const std::string_view spelled = request.option(name);
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(spelled.data(), spelled.data() + spelled.size(), value);
    const bool whole = error == std::errc() && end == spelled.data() + spelled.size();
    if (whole && value >= range.least && value <= range.most) return value;
    const std::string wanted = std::to_string(range.least) + ".." + std::to_string(range.most);
    request.sink().report({.rule = "json.options"}, {{sdk::text("name"), sdk::text(name)},
                                                     {sdk::text("value"), sdk::text(spelled)},
                                                     {sdk::text("wanted"), sdk::text(wanted)}});
    throw sdk::Failure();
}

} // namespace annexkit::json
