// SPDX-License-Identifier: Apache-2.0
#include "plugins/options.hpp"

#include "input/encoding.hpp"
#include "messages/error.hpp"

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

/// A choice as the format spells it: an encoding may be chosen by any of its names, such as cp850 for ibm850.
std::string_view spelled(const annexkit_option& option, std::string_view value) {
    if (option.kind != ANNEXKIT_OPTION_CHOICE || is_choice(sdk::view(option.choices), value)) return value;
    const auto encoding = encoding_named(value);
    return encoding && is_choice(sdk::view(option.choices), name_of(*encoding)) ? name_of(*encoding) : value;
}

bool is_integer(std::string_view value) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size();
}

/// What the value should have been.
struct Wish {
    std::string english;
    std::string french;
};

// Nothing where the value is right.
std::optional<Wish> wish(const annexkit_option& option, std::string_view value) {
    const auto unless = [](bool is_right, Wish wanted) { return is_right ? std::nullopt : std::optional(wanted); };
    switch (option.kind) {
    case ANNEXKIT_OPTION_CHARACTER:
        return unless((value.empty() && option.fallback.size == 0) || length_of(value).code_points == 1,
                      {"one character", "un seul caractère"});
    case ANNEXKIT_OPTION_INTEGER: return unless(is_integer(value), {"a whole number", "un nombre entier"});
    case ANNEXKIT_OPTION_BOOLEAN:
        return unless(value == "true" || value == "false", {"true or false", "true ou false"});
    case ANNEXKIT_OPTION_CHOICE:
        return unless(is_choice(sdk::view(option.choices), value),
                      {fmt::format("one of {}", sdk::view(option.choices)),
                       fmt::format("l'un de {}", sdk::view(option.choices))});
    default: return std::nullopt;
    }
}

std::vector<Argument> known_names(std::span<const annexkit_option> declared) {
    std::string names;
    for (const auto& option : declared) names += (names.empty() ? "" : ", ") + std::string(sdk::view(option.name));
    return {{"known", names.empty() ? "it has none" : "known: " + names},
            {"known_fr", names.empty() ? "il n'en a aucune" : "connues : " + names}};
}

} // namespace

Result<std::vector<annexkit_option_value>>
check_options(std::string_view format, std::span<const annexkit_option> declared, const OptionMap& chosen) {
    const auto refuse = [&](MessageId what, std::vector<Argument> arguments) {
        arguments.push_back({"format", std::string(format)});
        return make_error(ErrorKind::usage, what, std::move(arguments));
    };
    for (const auto& [name, value] : chosen) {
        const auto option = std::find_if(declared.begin(), declared.end(), [&, wanted = name](const auto& known) {
            return sdk::view(known.name) == wanted;
        });
        if (option == declared.end()) {
            auto arguments = known_names(declared);
            arguments.push_back({"name", name});
            return refuse("format.unknown-option", std::move(arguments));
        }
        if (const auto wanted = wish(*option, spelled(*option, value)))
            return refuse("format.bad-option", {{"option", name},
                                                {"value", value},
                                                {"wanted", wanted->english},
                                                {"wanted_fr", wanted->french},
                                                {"help", std::string(sdk::view(option->help))}});
    }
    std::vector<annexkit_option_value> values;
    for (const auto& option : declared) {
        const auto found = chosen.find(sdk::view(option.name));
        values.push_back(
            {option.name, found == chosen.end() ? option.fallback : sdk::text(spelled(option, found->second))});
    }
    return values;
}

std::string_view option_value(std::span<const annexkit_option_value> options, std::string_view name) {
    for (const auto& option : options)
        if (sdk::view(option.name) == name) return sdk::view(option.value);
    return {};
}

} // namespace annexkit
