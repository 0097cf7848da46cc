// SPDX-License-Identifier: Apache-2.0
#include "plugins/contract.hpp"

#include "messages/error.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace annexkit {
namespace {

Error refusal(MessageId why, std::vector<Argument> arguments = {}) {
    return make_error(ErrorKind::plugin, why, std::move(arguments));
}

// What the tables began with; a plugin that knows no more of them is as good as ever.
constexpr std::size_t plugin_v1 = offsetof(annexkit_plugin, format_count) + sizeof(annexkit_plugin::format_count);
constexpr std::size_t format_v1 = offsetof(annexkit_format, exporter) + sizeof(annexkit_format::exporter);
constexpr std::size_t importer_v1 = offsetof(annexkit_importer, close) + sizeof(annexkit_importer::close);
constexpr std::size_t exporter_v1 = offsetof(annexkit_exporter, close) + sizeof(annexkit_exporter::close);

// The first thing in the table that breaks the contract, or nothing.
std::optional<Error> fault_of(const annexkit_format& format) {
    if (format.struct_size < format_v1) return refusal("plugin.small-format");
    const std::string_view id = sdk::view(format.id);
    if (!is_format_id(id)) return refusal("plugin.bad-id", {{"name", std::string(id)}});
    const std::vector<Argument> named = {{"format", std::string(id)}};
    if (format.importer == nullptr && format.exporter == nullptr) return refusal("plugin.idle-format", named);
    if (const auto* importer = format.importer; importer != nullptr) {
        if (importer->struct_size < importer_v1) return refusal("plugin.small-importer");
        if (importer->open == nullptr || importer->parse == nullptr || importer->close == nullptr)
            return refusal("plugin.half-importer", named);
    }
    if (const auto* exporter = format.exporter; exporter != nullptr) {
        if (exporter->struct_size < exporter_v1) return refusal("plugin.small-exporter");
        if (exporter->open == nullptr || exporter->begin == nullptr || exporter->write == nullptr ||
            exporter->separator == nullptr || exporter->end == nullptr || exporter->close == nullptr)
            return refusal("plugin.half-exporter", named);
    }
    return std::nullopt;
}

} // namespace

Error other_version(std::uint32_t abi) {
    return refusal("plugin.other-version",
                   {{"version", fmt::format("{}", abi)}, {"own", fmt::format("{}", ANNEXKIT_PLUGIN_ABI)}});
}

std::optional<Error> fault_of(const annexkit_plugin& plugin) {
    if (plugin.abi != ANNEXKIT_PLUGIN_ABI) return other_version(plugin.abi);
    if (plugin.struct_size < plugin_v1) return refusal("plugin.small-table");
    if (plugin.format_count == 0 || plugin.formats == nullptr) return refusal("plugin.no-formats");
    for (std::size_t i = 0; i < plugin.format_count; ++i) {
        if (plugin.formats[i] == nullptr) return refusal("plugin.missing-format");
        if (auto fault = fault_of(*plugin.formats[i])) return fault;
    }
    return std::nullopt;
}

} // namespace annexkit
