/* SPDX-License-Identifier: Apache-2.0
 * Has a format that can neither be read nor written. */
#include "tables.h"

const annexkit_plugin* annexkit_plugin_v1(void) {
    format.importer = NULL;
    format.exporter = NULL;
    return &plugin;
}
