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
    annexkit_format format = annexkit_ndjson_format;
    annexkit_importer importer = whole_importer;
    annexkit_exporter exporter = whole_exporter;
};

/// Hands on what the whole importer delivers, and lets `change` see the records first.
struct Between {
    const annexkit_sink* host;
    annexkit_sink sink;
    annexkit_record (*change)(annexkit_record record);
    bool goes_on = false;

    Between(const annexkit_sink* to, annexkit_record (*changing)(annexkit_record))
        : host(to), sink(*to), change(changing) {
        sink.host = this;
        sink.resolve = [](void* self, annexkit_text name) { return of(self)->resolve(of(self)->host, name); };
        sink.finding = [](void* self, const annexkit_finding* finding) {
            return of(self)->finding(of(self)->host, finding);
        };
        sink.record = [](void* self, const annexkit_record* record) -> annexkit_status {
            const annexkit_record changed = static_cast<Between*>(self)->change(*record);
            const annexkit_status status = of(self)->record(of(self)->host, &changed);
            return static_cast<Between*>(self)->goes_on ? annexkit_status{ANNEXKIT_OK} : status;
        };
    }
    static const annexkit_sink* of(void* self) { return static_cast<Between*>(self)->host; }
};

/// The format "<id>" with extension ".<id>".
struct Breakage {
    const char* id;
    void (*apply)(Tables& tables);
};

std::span<const Breakage> breakages_of_reading();
std::span<const Breakage> breakages_of_writing();
std::span<const Breakage> breakages_of_tables();
/// Those that take the program with them, unless it runs them in a process of their own.
std::span<const Breakage> deadly_breakages();

} // namespace broken
