// SPDX-License-Identifier: Apache-2.0
// How a command gives up: main catches, prints and picks the exit code.
#pragma once

#include "messages/error.hpp"

#include <annexkit/result.hpp>

#include <utility>
#include <vector>

namespace annexkit::cli {

struct Failure {
    Error error;
};

/// The failure of a message for wrong usage.
[[nodiscard]] inline Failure misuse(MessageId what, std::vector<Argument> arguments = {}) {
    return {make_error(ErrorKind::usage, what, std::move(arguments))};
}

/// The arguments, and what the registry knows, and lacks for what is wanted.
[[nodiscard]] inline std::vector<Argument> with_known(std::vector<Argument> arguments, const Registry& registry,
                                                      const Wanted& wanted) {
    add_known(arguments, registry, wanted);
    return arguments;
}

/// The value of a result, or the end of the command.
template <class T> T value_or_fail(Result<T> result) {
    if (!result) throw Failure{std::move(result.error())};
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

} // namespace annexkit::cli
