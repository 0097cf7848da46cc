// SPDX-License-Identifier: Apache-2.0
// The XML declaration (productions [23] to [26], [32], [80], [81]).
#pragma once

#include "faults.hpp"

#include <optional>
#include <string_view>

namespace annexkit::xml {

inline constexpr std::string_view declaration_start = "<?xml";

/// What an XML declaration says, up to its fault if it has one; fault->at is an offset in `text`.
struct Declaration {
    std::string_view encoding;
    std::optional<Fault> fault;
};

/// `text` starts with "<?xml" and ends with the first "?>" behind it.
Declaration read_declaration(std::string_view text);

} // namespace annexkit::xml
