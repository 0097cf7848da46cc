// SPDX-License-Identifier: Apache-2.0
#include "ids.hpp"

#include <annexkit/plugin_sdk.hpp>

namespace {

constexpr const annexkit_format* formats[] = {&ids_format};
constexpr annexkit_plugin plugin = {
    sizeof(annexkit_plugin),
    ANNEXKIT_PLUGIN_ABI,
    annexkit::sdk::text("ids"),
    annexkit::sdk::text("1.0.0"),
    annexkit::sdk::text("Apache-2.0"),
    formats,
    1,
};

} // namespace

extern "C" ANNEXKIT_PLUGIN_EXPORT const annexkit_plugin* annexkit_plugin_v1() { return &plugin; }
