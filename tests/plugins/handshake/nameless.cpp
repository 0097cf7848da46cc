// SPDX-License-Identifier: Apache-2.0
// Does not say what it is called, nor under which licence it stands.
#include "table.hpp"

const annexkit_plugin* annexkit_plugin_v1() {
    plugin.name = {nullptr, 0};
    plugin.license = {nullptr, 0};
    return &plugin;
}
