// SPDX-License-Identifier: Apache-2.0
// Throws from its entry point.
#include <annexkit/plugin.h>

#include <stdexcept>

extern "C" ANNEXKIT_PLUGIN_EXPORT const annexkit_plugin* annexkit_plugin_v1() {
    throw std::runtime_error("no tables today");
}
