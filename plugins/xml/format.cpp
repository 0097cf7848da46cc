// SPDX-License-Identifier: Apache-2.0
#include "format.hpp"

#include "reader.hpp"
#include "rules.hpp"
#include "rules_en.hpp"
#include "rules_fr.hpp"
#include "writer.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <iterator>

namespace annexkit::xml {
namespace {

constexpr annexkit_text extensions[] = {sdk::text(".xml")};
constexpr annexkit_text media_types[] = {sdk::text("application/xml"), sdk::text("text/xml")};

constexpr annexkit_option import_options[] = {
    {sdk::text("encoding"), ANNEXKIT_OPTION_CHOICE, sdk::text("auto,utf-8,utf-16le,utf-16be,windows-1252,iso-8859-1"),
     sdk::text("auto"),
     sdk::text("how the input is encoded; auto goes by the byte order mark and the XML declaration")},
    {sdk::text("max-depth"), ANNEXKIT_OPTION_INTEGER, sdk::text(""), sdk::text("64"),
     sdk::text("how deep elements may be nested, 4 to 1000")},
};

constexpr annexkit_option export_options[] = {
    {sdk::text("indent"), ANNEXKIT_OPTION_INTEGER, sdk::text(""), sdk::text("2"),
     sdk::text("spaces for each level, 0 to 16; 0 writes everything on one line")},
    {sdk::text("declaration"), ANNEXKIT_OPTION_BOOLEAN, sdk::text(""), sdk::text("true"),
     sdk::text("write the XML declaration")},
    {sdk::text("namespace"), ANNEXKIT_OPTION_BOOLEAN, sdk::text(""), sdk::text("false"),
     sdk::text("put the elements in the namespace urn:annexkit:annex:1")},
    {sdk::text("replace-unrepresentable"), ANNEXKIT_OPTION_TEXT, sdk::text(""), sdk::text(""),
     sdk::text("what to write for a character that XML cannot hold; empty: fail")},
};

constexpr annexkit_importer importer = sdk::importer_of<Reader>(sniff, declared_encoding);
constexpr annexkit_exporter exporter = sdk::exporter_of<Writer>();

constexpr auto rule_tables = sdk::rule_tables(rules, rules_en, rules_fr);

} // namespace
} // namespace annexkit::xml

namespace xml = annexkit::xml;
namespace sdk = annexkit::sdk;

constexpr annexkit_format annexkit_xml_format = {
    .struct_size = sizeof(annexkit_format),
    .id = sdk::text("xml"),
    .version = sdk::text("1.0.0"),
    .description = sdk::text("XML: an annex with its head as attributes and an element for each initiative"),
    .extensions = xml::extensions,
    .extension_count = std::size(xml::extensions),
    .media_types = xml::media_types,
    .media_type_count = std::size(xml::media_types),
    .guess_encoding = 0,
    .import_options = xml::import_options,
    .import_option_count = std::size(xml::import_options),
    .export_options = xml::export_options,
    .export_option_count = std::size(xml::export_options),
    .rules = xml::rule_tables.rules,
    .rule_count = std::size(xml::rule_tables.rules),
    .importer = &xml::importer,
    .exporter = &xml::exporter,
    .flags = ANNEXKIT_FORMAT_JOINS | ANNEXKIT_FORMAT_READS_ORIGINAL,
    .rule_pages = xml::rule_tables.pages,
};
