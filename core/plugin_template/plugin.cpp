// The one function that the plugin exports.
#include "format.hpp"

#include <annexkit/plugin_sdk.hpp>

namespace sdk = annexkit::sdk;

namespace {

constexpr const annexkit_format* formats[] = {&plugin_format};

constexpr annexkit_plugin plugin = {
    sizeof(annexkit_plugin),
    ANNEXKIT_PLUGIN_ABI,
    sdk::text("new-format"),
    sdk::text("0.1.0"),
    // The SPDX expression of the licence that you give it.
    sdk::text("Apache-2.0"),
    formats,
    1,
};

} // namespace

extern "C" ANNEXKIT_PLUGIN_EXPORT const annexkit_plugin* annexkit_plugin_v1() { return &plugin; }
