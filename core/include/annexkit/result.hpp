// SPDX-License-Identifier: Apache-2.0
// What a job that cannot go on gives back: an error that names the thing, the value, the wish and the way out.
#pragma once

#include <string>

#include <tl/expected.hpp>

namespace annexkit {

/// What kind of trouble ended a job; the program turns it into its exit code.
enum class ErrorKind {
    usage,  ///< a request that cannot be met: an unknown option, format or schema
    schema, ///< a schema that cannot be used
    input,  ///< an input that cannot be read
    plugin, ///< a plugin that cannot be loaded or that broke the contract
    output  ///< an output that cannot be written
};

struct Error {
    ErrorKind kind = ErrorKind::usage;
    /// One line without a full stop.
    std::string message;
    /// The way out, one line, or empty.
    std::string hint;
};

template <class T> using Result = tl::expected<T, Error>;

} // namespace annexkit
