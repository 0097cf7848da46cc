/* SPDX-License-Identifier: Apache-2.0
 * Is a library without the entry point. */
#include <annexkit/plugin.h>

ANNEXKIT_PLUGIN_EXPORT int annexkit_plugin_v0(void);
int annexkit_plugin_v0(void) { return 0; }
