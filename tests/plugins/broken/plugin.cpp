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
    annexkit_format table{};

    explicit Format(const Breakage& breakage) : extension(std::string(".") + breakage.id) {
        extension_text = sdk::text(extension);
        tables.format.extensions = &extension_text;
        tables.format.extension_count = 1;
        breakage.apply(tables);
        table = tables.format;
        table.id = sdk::text(breakage.id);
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
        for (const auto& breakages :
             {breakages_of_reading(), breakages_of_writing(), breakages_of_tables(), deadly_breakages()})
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
