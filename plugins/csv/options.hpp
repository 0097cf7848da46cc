// SPDX-License-Identifier: Apache-2.0
// The characters that the options ask for.
#pragma once

#include "dialect.hpp"

namespace annexkit::csv {

/// What an empty delimiter or quote means.
enum class Empty {
    detect, ///< the dialect has NUL for it
    refuse
};

/// The dialect that the options ask for. Reports csv.options.
/// Throws: sdk::Failure when a character cannot be used.
Dialect dialect_of(const sdk::OpenRequest& request, Empty empty);

} // namespace annexkit::csv
