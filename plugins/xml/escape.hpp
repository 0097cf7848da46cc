// SPDX-License-Identifier: Apache-2.0
// Writes text so that it reads as the same text.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include <cstdint>
#include <string_view>

namespace annexkit::xml {

enum class Where : std::uint8_t { text, attribute };

/// What to do with a character that XML cannot hold: name and field are what the finding says that the text is the
/// value of, and replacement is written instead; empty: it fails.
struct Unholdable {
    std::string_view name;
    std::int32_t field;
    std::string_view replacement;
};

/// Thrown when what is written cannot be gone on with, after a finding; status is what the exporter answers.
struct Stop {
    annexkit_status status;
};

/// Throws: Stop.
void append_escaped(std::string_view text, Where where, const Unholdable& unholdable, sdk::Output& output);

} // namespace annexkit::xml
