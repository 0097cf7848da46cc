/* SPDX-License-Identifier: Apache-2.0
 * The plugin contract as strict C11, and the sizes and offsets that plugins built before rely on. */
#include <annexkit/plugin.h>

#include <assert.h>

#if defined(__x86_64__)
static_assert(sizeof(annexkit_text) == 16, "annexkit_text");
static_assert(sizeof(annexkit_value) == 32, "annexkit_value");
static_assert(sizeof(annexkit_record) == 80, "annexkit_record");
static_assert(sizeof(annexkit_finding) == 80, "annexkit_finding");
static_assert(sizeof(annexkit_sink) == 56, "annexkit_sink");
static_assert(sizeof(annexkit_output) == 56, "annexkit_output");
static_assert(sizeof(annexkit_importer) == 64, "annexkit_importer");
static_assert(sizeof(annexkit_exporter) == 64, "annexkit_exporter");
static_assert(offsetof(annexkit_plugin, abi) == 8, "the ABI version stands where every version looks for it");
#endif

int main(void) { return ANNEXKIT_PLUGIN_ABI == 1u ? 0 : 1; }
