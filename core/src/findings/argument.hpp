// SPDX-License-Identifier: Apache-2.0
// The arguments of findings by their names.
#pragma once

#include <annexkit/finding.hpp>

#include <span>
#include <string>
#include <string_view>

namespace annexkit {

/// The value of the argument of that name; nullptr where there is none. Lifetime: as the arguments.
[[nodiscard]] inline const std::string* argument(std::span<const Argument> arguments, std::string_view name) {
    for (const Argument& candidate : arguments)
        if (candidate.name == name) return &candidate.value;
    return nullptr;
}

/// The same; empty where there is none.
[[nodiscard]] inline std::string_view argument_or_empty(std::span<const Argument> arguments, std::string_view name) {
    const std::string* value = argument(arguments, name);
    return value == nullptr ? std::string_view() : std::string_view(*value);
}

} // namespace annexkit
