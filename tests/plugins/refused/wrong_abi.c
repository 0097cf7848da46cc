/* SPDX-License-Identifier: Apache-2.0
 * Speaks another version of the contract. */
#include "tables.h"

const annexkit_plugin* annexkit_plugin_v1(void) {
    plugin.abi = 2;
    return &plugin;
}
