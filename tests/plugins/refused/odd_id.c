/* SPDX-License-Identifier: Apache-2.0
 * Has a format that no command line can name. */
#include "tables.h"

const annexkit_plugin* annexkit_plugin_v1(void) {
    format.id = (annexkit_text)TEXT("My Format");
    return &plugin;
}
