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

enum class Language { english, french };

/// What is said of an error or a finding.
struct Sentence {
    /// One line without a full stop.
    std::string message;
    /// The way out, one line; may be empty.
    std::string hint;
};

struct Error {
    ErrorKind kind = ErrorKind::usage;
    /// In English, as Sentence has them.
    std::string message;
    std::string hint;
    /// The same in French; a host that has no French for an error of its own leaves it empty.
    Sentence french = {};

    /// In French where there is some.
    [[nodiscard]] Sentence in(Language language) const {
        return language == Language::french && !french.message.empty() ? french : Sentence{message, hint};
    }
};

template <class T> using Result = tl::expected<T, Error>;

} // namespace annexkit
