// SPDX-License-Identifier: Apache-2.0
// Gives another table at each call.
#include "table.hpp"

const annexkit_plugin* annexkit_plugin_v1() {
    static annexkit_plugin tables[] = {plugin, plugin};
    static std::size_t calls = 0;
    return &tables[calls++ % 2];
}
