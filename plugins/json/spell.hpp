// SPDX-License-Identifier: Apache-2.0
// Spells another value in the place of one that was read.
#pragma once

#include <annexkit/plugin_sdk.hpp>

namespace annexkit::json {

/// See annexkit_importer.spell. False where neither a string stands in the place nor, for a number, one.
[[nodiscard]] bool spell(const annexkit_spell_request& request, annexkit_span& replaced, sdk::Output& output);

} // namespace annexkit::json
