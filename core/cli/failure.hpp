// SPDX-License-Identifier: Apache-2.0
// How a command gives up: main catches, prints and picks the exit code.
#pragma once

#include <annexkit/result.hpp>

#include <utility>

namespace annexkit::cli {

struct Failure {
    Error error;
};

/// The value of a result, or the end of the command.
template <class T> T value_or_fail(Result<T> result) {
    if (!result) throw Failure{std::move(result.error())};
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

} // namespace annexkit::cli
