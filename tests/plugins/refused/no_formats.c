/* SPDX-License-Identifier: Apache-2.0
 * Has no formats. */
#include "tables.h"

const annexkit_plugin* annexkit_plugin_v1(void) {
    plugin.format_count = 0;
    return &plugin;
}
