// SPDX-License-Identifier: Apache-2.0
// Spells another value in the place of one that was read.
#pragma once

#include <annexkit/plugin_sdk.hpp>

namespace annexkit::xml {

/// See annexkit_importer.spell. False for an element with attributes other than type="json", which is dropped, for
/// content with a comment or processing instruction, and for text that XML cannot hold.
[[nodiscard]] bool spell(const annexkit_spell_request& request, annexkit_span& replaced, sdk::Output& output);

} // namespace annexkit::xml
