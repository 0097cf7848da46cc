/* SPDX-License-Identifier: Apache-2.0
 * Has a format that is there already. */
#include "tables.h"

const annexkit_plugin* annexkit_plugin_v1(void) {
    format.id = (annexkit_text)TEXT("json");
    return &plugin;
}
