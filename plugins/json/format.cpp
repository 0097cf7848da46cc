// SPDX-License-Identifier: Apache-2.0
#include "format.hpp"

#include "reader.hpp"
#include "rules.hpp"
#include "rules_en.hpp"
#include "rules_fr.hpp"
#include "writer.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <iterator>

namespace annexkit::json {
namespace {

constexpr annexkit_text json_extensions[] = {sdk::text(".json")};
constexpr annexkit_text json_media_types[] = {sdk::text("application/json")};
constexpr annexkit_text ndjson_extensions[] = {sdk::text(".ndjson"), sdk::text(".jsonl")};
constexpr annexkit_text ndjson_media_types[] = {sdk::text("application/x-ndjson")};

constexpr annexkit_option import_options[] = {
    {sdk::text("encoding"), ANNEXKIT_OPTION_CHOICE, sdk::text("auto,utf-8,utf-16le,utf-16be,windows-1252,iso-8859-1"),
     sdk::text("auto"), sdk::text("how the input is encoded; auto goes by the byte order mark, and is else UTF-8")},
    {sdk::text("max-depth"), ANNEXKIT_OPTION_INTEGER, sdk::text(""), sdk::text("64"),
     sdk::text("how deep brackets may be nested in an initiative or in the annex head, 1 to 1000")},
};

constexpr annexkit_option export_options[] = {
    {sdk::text("layout"), ANNEXKIT_OPTION_CHOICE, sdk::text("document,array,ndjson"), sdk::text("document"),
     sdk::text("document: annex head and initiatives; array: initiatives alone; ndjson: one initiative a line")},
    {sdk::text("indent"), ANNEXKIT_OPTION_INTEGER, sdk::text(""), sdk::text("2"),
     sdk::text("spaces for each level, 0 to 16; 0 writes everything on one line")},
};

constexpr annexkit_importer json_importer = sdk::importer_of<Reader>(sniff);
constexpr annexkit_importer ndjson_importer = sdk::importer_of<LineReader>(sniff);
constexpr annexkit_exporter json_exporter = sdk::exporter_of<JsonWriter>();
constexpr annexkit_exporter ndjson_exporter = sdk::exporter_of<NdjsonWriter>();

constexpr auto rule_tables = sdk::rule_tables(rules, rules_en, rules_fr);

} // namespace
} // namespace annexkit::json

namespace json = annexkit::json;
namespace sdk = annexkit::sdk;

constexpr annexkit_format annexkit_json_format = {
    .struct_size = sizeof(annexkit_format),
    .id = sdk::text("json"),
    .version = sdk::text("1.0.0"),
    .description = sdk::text("JSON: a document with annex head and initiatives, or an array of initiatives"),
    .extensions = json::json_extensions,
    .extension_count = std::size(json::json_extensions),
    .media_types = json::json_media_types,
    .media_type_count = std::size(json::json_media_types),
    .guess_encoding = 0,
    .import_options = json::import_options,
    .import_option_count = std::size(json::import_options),
    .export_options = json::export_options,
    .export_option_count = std::size(json::export_options),
    .rules = json::rule_tables.rules,
    .rule_count = std::size(json::rule_tables.rules),
    .importer = &json::json_importer,
    .exporter = &json::json_exporter,
    .flags = ANNEXKIT_FORMAT_JOINS | ANNEXKIT_FORMAT_READS_ORIGINAL,
    .rule_pages = json::rule_tables.pages,
};

constexpr annexkit_format annexkit_ndjson_format = {
    .struct_size = sizeof(annexkit_format),
    .id = sdk::text("ndjson"),
    .version = sdk::text("1.0.0"),
    .description = sdk::text("NDJSON: one initiative a line, without annex head"),
    .extensions = json::ndjson_extensions,
    .extension_count = std::size(json::ndjson_extensions),
    .media_types = json::ndjson_media_types,
    .media_type_count = std::size(json::ndjson_media_types),
    .guess_encoding = 0,
    .import_options = json::import_options,
    .import_option_count = std::size(json::import_options),
    .export_options = nullptr,
    .export_option_count = 0,
    .rules = json::rule_tables.rules,
    .rule_count = std::size(json::rule_tables.rules),
    .importer = &json::ndjson_importer,
    .exporter = &json::ndjson_exporter,
    .flags = ANNEXKIT_FORMAT_JOINS | ANNEXKIT_FORMAT_READS_ORIGINAL,
    .rule_pages = json::rule_tables.pages,
};
