/* SPDX-License-Identifier: Apache-2.0
 * Has an importer that lacks a function. */
#include "tables.h"

const annexkit_plugin* annexkit_plugin_v1(void) {
    importer.parse = NULL;
    return &plugin;
}
