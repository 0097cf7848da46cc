// SPDX-License-Identifier: Apache-2.0
// The characters that the options ask for.
#pragma once

#include "dialect.hpp"

namespace annexkit::csv {

enum class EmptyDelimiter {
    detect, ///< the dialect's delimiter is then NUL
    refuse
};

/// The dialect that the options ask for. Reports csv.options.
/// Throws: sdk::Failure when a character cannot be used.
Dialect dialect_of(const sdk::OpenRequest& request, EmptyDelimiter empty);

} // namespace annexkit::csv
