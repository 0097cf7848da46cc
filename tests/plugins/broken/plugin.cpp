// SPDX-License-Identifier: Apache-2.0
// One plugin with a format for each breakage.
#include "formats.hpp"

#include <deque>
#include <string>
#include <vector>

namespace broken {
namespace {

struct Format {
    Tables tables;
    std::string extension;
    annexkit_text extension_text{};
    annexkit_format table = annexkit_ndjson_format;

    explicit Format(const Breakage& breakage) : extension(std::string(".") + breakage.id) {
        breakage.apply(tables);
        extension_text = sdk::text(extension);
        table.id = sdk::text(breakage.id);
        table.extensions = &extension_text;
        table.extension_count = 1;
        table.importer = &tables.importer;
        table.exporter = &tables.exporter;
    }
    Format(const Format&) = delete;
    Format& operator=(const Format&) = delete;
};

struct Plugin {
    std::deque<Format> formats;
    std::vector<const annexkit_format*> list;
    annexkit_plugin table{};

    Plugin() {
        for (const auto& breakages : {breakages_of_reading(), breakages_of_writing()})
            for (const auto& breakage : breakages) list.push_back(&formats.emplace_back(breakage).table);
        table = {sizeof table, ANNEXKIT_PLUGIN_ABI, sdk::text("broken"), sdk::text("1"), sdk::text("Apache-2.0"),
                 list.data(),  list.size()};
    }
};

} // namespace
} // namespace broken

extern "C" ANNEXKIT_PLUGIN_EXPORT const annexkit_plugin* annexkit_plugin_v1() {
    static const broken::Plugin plugin;
    return &plugin.table;
}
