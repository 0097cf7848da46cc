// SPDX-License-Identifier: Apache-2.0
// What the reading of one input goes by, and the options that reader and writer share.
#pragma once

#include "tokens.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <charconv>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::xml {

/// prefixes: those that stand for an annex, "" for none; fixed once the root's start tag was read.
struct Settings {
    std::span<const annexkit_field> fields;
    std::size_t max_depth = 0;
    std::vector<std::string> prefixes;

    [[nodiscard]] bool is_own(std::string_view name, std::string_view wanted) const {
        return local_name(name) == wanted && is_own(name);
    }
    [[nodiscard]] bool is_own(std::string_view name) const {
        return std::find(prefixes.begin(), prefixes.end(), prefix_of(name)) != prefixes.end();
    }
};

inline std::size_t integer_option(const sdk::OpenRequest& request, std::string_view name, std::size_t least,
                                  std::size_t most) {
    const std::string_view spelled = request.option(name);
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(spelled.data(), spelled.data() + spelled.size(), value);
    if (error == std::errc() && end == spelled.data() + spelled.size() && value >= least && value <= most) return value;
    const std::string range = std::to_string(least) + ".." + std::to_string(most);
    const std::string english = "a whole number in " + range;
    const std::string french = "un nombre entier dans " + range;
    request.sink().report({.rule = "xml.options"},
                          {sdk::argument("name", name), sdk::argument("value", spelled),
                           sdk::argument("wanted", english), sdk::argument("wanted_fr", french)});
    throw sdk::Failure();
}

/// The singular of a list's name, for its items.
inline std::string item_name(std::string_view list) {
    if (list.size() > 3 && list.ends_with("ies")) return std::string(list.substr(0, list.size() - 3)) + "y";
    if (list.size() > 1 && list.ends_with("s")) return std::string(list.substr(0, list.size() - 1));
    return "item";
}

} // namespace annexkit::xml
