/* SPDX-License-Identifier: Apache-2.0
 * Has an exporter that lacks a function. */
#include "tables.h"

const annexkit_plugin* annexkit_plugin_v1(void) {
    exporter.write = NULL;
    return &plugin;
}
