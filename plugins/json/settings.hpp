// SPDX-License-Identifier: Apache-2.0
// What the reading of one input goes by.
#pragma once

#include <annexkit/plugin.h>

#include <cstddef>
#include <span>

namespace annexkit::json {

enum class Layout {
    document, ///< {"annex": {...}, "initiatives": [...]}
    array,    ///< [...]
    lines     ///< NDJSON, one object a line
};

/// Brackets that may be open at a time are counted from an initiative, from the annex head or from a member's value.
struct Settings {
    std::span<const annexkit_field> fields;
    std::size_t max_depth = 0;
    /// First what the format expects: in NDJSON an object within one line is an initiative, whatever its members are
    /// called. Fixed to what the input has before the first records are parsed.
    Layout layout = Layout::document;
};

} // namespace annexkit::json
