// SPDX-License-Identifier: Apache-2.0
// Spells another value in the place of one that was read.
#pragma once

#include <annexkit/plugin_sdk.hpp>

namespace annexkit::xml {

/// See annexkit_importer.spell. False for an element with attributes other than type="json", which is dropped, for
/// content with a comment or processing instruction, and for text that XML cannot hold. Where the document declares
/// itself as ASCII, other characters are references (XML 1.0, section 4.1).
enum class Beyond { as_is, as_references };
[[nodiscard]] bool spell(const annexkit_spell_request& request, annexkit_span& replaced, Beyond ascii,
                         sdk::Output& output);

} // namespace annexkit::xml
