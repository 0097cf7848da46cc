// SPDX-License-Identifier: Apache-2.0
// The plugins that are linked in: those of this tree under ANNEXKIT_STATIC_PLUGINS, else none.
#pragma once

#include <annexkit/plugin.h>

#include <span>

namespace annexkit {

/// A plugin's entry point.
using PluginEntry = const annexkit_plugin* (*)();

[[nodiscard]] std::span<const PluginEntry> linked_plugins();

} // namespace annexkit
