// SPDX-License-Identifier: Apache-2.0
// A format that is written only: the first field of each initiative, one a line.
#include "ids.hpp"

#include <annexkit/plugin_sdk.hpp>

namespace {

namespace sdk = annexkit::sdk;

class Writer {
  public:
    explicit Writer(const sdk::OpenRequest&) {}
    annexkit_status begin(std::span<const annexkit_named_value>, sdk::Output&) { return ANNEXKIT_OK; }
    annexkit_status write(const annexkit_record& record, sdk::Output& output) const {
        output.append(sdk::view(record.values[0].text));
        output.append('\n');
        return output.report({.rule = "loss.all-but-id"}, {});
    }
    [[nodiscard]] std::string_view separator() const { return {}; }
    annexkit_status end(std::uint64_t, sdk::Output&) { return ANNEXKIT_OK; }
};

constexpr annexkit_exporter exporter = sdk::exporter_of<Writer>();
constexpr annexkit_text extensions[] = {sdk::text(".ids")};
constexpr annexkit_rule rules[] = {{
    sdk::text("loss.all-but-id"),
    ANNEXKIT_WARNING,
    sdk::text("Nothing but the id of an initiative is written."),
    sdk::text("only the id is written"),
    sdk::text(""),
    sdk::text("seul l'identifiant est écrit"),
    sdk::text(""),
}};

} // namespace

constexpr annexkit_format ids_format = {
    .struct_size = sizeof(annexkit_format),
    .id = sdk::text("ids"),
    .version = sdk::text("1.0.0"),
    .description = sdk::text("Ids: one a line"),
    .extensions = extensions,
    .extension_count = 1,
    .media_types = nullptr,
    .media_type_count = 0,
    .guess_encoding = 0,
    .import_options = nullptr,
    .import_option_count = 0,
    .export_options = nullptr,
    .export_option_count = 0,
    .rules = rules,
    .rule_count = 1,
    .importer = nullptr,
    .exporter = &exporter,
};
