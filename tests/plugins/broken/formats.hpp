// SPDX-License-Identifier: Apache-2.0
// Formats that break the contract in one way each, and are whole but for that.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include "plugins/json/format.hpp"

#include <span>

namespace broken {

namespace sdk = annexkit::sdk;

inline const annexkit_importer& whole_importer = *annexkit_ndjson_format.importer;
inline const annexkit_exporter& whole_exporter = *annexkit_ndjson_format.exporter;

/// What a breakage gets to break: the whole tables of format ndjson.
struct Tables {
    annexkit_importer importer = whole_importer;
    annexkit_exporter exporter = whole_exporter;
};

/// The format "<id>" with extension ".<id>".
struct Breakage {
    const char* id;
    void (*apply)(Tables& tables);
};

std::span<const Breakage> breakages_of_reading();
std::span<const Breakage> breakages_of_writing();

} // namespace broken
