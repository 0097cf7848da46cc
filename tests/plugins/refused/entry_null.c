/* SPDX-License-Identifier: Apache-2.0
 * Returns nothing from its entry point. */
#include <annexkit/plugin.h>

ANNEXKIT_PLUGIN_EXPORT const annexkit_plugin* annexkit_plugin_v1(void);
const annexkit_plugin* annexkit_plugin_v1(void) { return NULL; }
