// SPDX-License-Identifier: Apache-2.0
#include "plugins/options.hpp"

#include "input/encoding.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <charconv>
#include <string>

#include <fmt/format.h>

namespace annexkit {
namespace {

bool is_choice(std::string_view choices, std::string_view value) {
    while (!choices.empty()) {
        const auto comma = std::min(choices.find(','), choices.size());
        if (choices.substr(0, comma) == value) return true;
        choices.remove_prefix(std::min(comma + 1, choices.size()));
    }
    return false;
}

bool is_integer(std::string_view value) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size();
}

// What the value should have been, or nothing when it is right.
std::string wish(const annexkit_option& option, std::string_view value) {
    switch (option.kind) {
    case ANNEXKIT_OPTION_CHARACTER:
        if (value.empty() && option.fallback.size == 0) return {};
        return length_of(value).code_points == 1 ? std::string() : "one character";
    case ANNEXKIT_OPTION_INTEGER: return is_integer(value) ? std::string() : "a whole number";
    case ANNEXKIT_OPTION_BOOLEAN: return value == "true" || value == "false" ? std::string() : "true or false";
    case ANNEXKIT_OPTION_CHOICE:
        return is_choice(sdk::view(option.choices), value) ? std::string()
                                                           : fmt::format("one of {}", sdk::view(option.choices));
    default: return {};
    }
}

std::string known_names(std::span<const annexkit_option> declared) {
    std::string names;
    for (const auto& option : declared) names += (names.empty() ? "" : ", ") + std::string(sdk::view(option.name));
    return names.empty() ? "it has none" : "known: " + names;
}

} // namespace

Result<std::vector<annexkit_option_value>>
check_options(std::string_view format, std::span<const annexkit_option> declared, const OptionMap& chosen) {
    const auto refuse = [](std::string message, std::string hint) {
        return tl::unexpected(Error{ErrorKind::usage, std::move(message), std::move(hint)});
    };
    for (const auto& [name, value] : chosen) {
        const auto option = std::find_if(declared.begin(), declared.end(), [&, wanted = name](const auto& known) {
            return sdk::view(known.name) == wanted;
        });
        if (option == declared.end())
            return refuse(fmt::format("format {} has no option \"{}\"", format, name), known_names(declared));
        if (auto wanted = wish(*option, value); !wanted.empty())
            return refuse(fmt::format("option {} of format {} is \"{}\", but must be {}", name, format, value, wanted),
                          std::string(sdk::view(option->help)));
    }
    std::vector<annexkit_option_value> values;
    for (const auto& option : declared) {
        const auto found = chosen.find(sdk::view(option.name));
        values.push_back({option.name, found == chosen.end()
                                           ? option.fallback
                                           : annexkit_text{found->second.data(), found->second.size()}});
    }
    return values;
}

std::string_view option_value(std::span<const annexkit_option_value> options, std::string_view name) {
    for (const auto& option : options)
        if (sdk::view(option.name) == name) return sdk::view(option.value);
    return {};
}

} // namespace annexkit
