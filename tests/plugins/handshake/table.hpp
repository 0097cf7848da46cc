// SPDX-License-Identifier: Apache-2.0
// The whole table of a plugin, to be broken where the program first meets it.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include "plugins/json/format.hpp"

inline const annexkit_format* const formats[] = {&annexkit_ndjson_format};
inline annexkit_plugin plugin = {sizeof plugin,
                                 ANNEXKIT_PLUGIN_ABI,
                                 annexkit::sdk::text("handshake"),
                                 annexkit::sdk::text("1"),
                                 annexkit::sdk::text("Apache-2.0"),
                                 formats,
                                 1};

extern "C" ANNEXKIT_PLUGIN_EXPORT const annexkit_plugin* annexkit_plugin_v1();
