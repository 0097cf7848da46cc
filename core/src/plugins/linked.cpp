// SPDX-License-Identifier: Apache-2.0
// Without ANNEXKIT_STATIC_PLUGINS; core/cmake/LinkedFormats.cmake writes what takes its place.
#include "plugins/linked.hpp"

namespace annexkit {

std::span<const PluginEntry> linked_plugins() { return {}; }

} // namespace annexkit
