/* SPDX-License-Identifier: Apache-2.0
 * Counts a format, but lists none. */
#include "tables.h"

const annexkit_plugin* annexkit_plugin_v1(void) {
    plugin.formats = NULL;
    return &plugin;
}
