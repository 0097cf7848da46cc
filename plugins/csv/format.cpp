// SPDX-License-Identifier: Apache-2.0
#include "format.hpp"

#include "reader.hpp"
#include "rules.hpp"
#include "rules_en.hpp"
#include "rules_fr.hpp"
#include "writer.hpp"

#include <iterator>

namespace annexkit::csv {
namespace {

constexpr annexkit_text extensions[] = {sdk::text(".csv"), sdk::text(".tsv")};
constexpr annexkit_text media_types[] = {sdk::text("text/csv"), sdk::text("text/tab-separated-values")};

constexpr annexkit_option option(std::string_view name, std::int32_t kind, std::string_view fallback,
                                 std::string_view help, std::string_view choices = "") {
    return {sdk::text(name), kind, sdk::text(choices), sdk::text(fallback), sdk::text(help)};
}

constexpr annexkit_option import_options[] = {
    option("delimiter", ANNEXKIT_OPTION_CHARACTER, "",
           "what separates cells; empty: comma, semicolon, tab or bar, by the schema"),
    option("quote", ANNEXKIT_OPTION_CHARACTER, "",
           "what stands around cells that hold delimiters or line breaks; empty: \" or ', by the schema"),
    option("encoding", ANNEXKIT_OPTION_CHOICE, "auto", "how the input is encoded",
           "auto,utf-8,utf-16le,utf-16be,windows-1252,iso-8859-1,macintosh,ibm850"),
    option("header", ANNEXKIT_OPTION_BOOLEAN, "true", "a heading row names the columns; false: the schema's order"),
    option("list-separator", ANNEXKIT_OPTION_CHARACTER, "",
           "what separates the items of a list in one cell; empty: a bar, or a semicolon between bars"),
};

constexpr annexkit_option export_options[] = {
    option("delimiter", ANNEXKIT_OPTION_CHARACTER, ",", "what separates cells"),
    option("quote", ANNEXKIT_OPTION_CHARACTER, "\"", "what stands around cells that hold delimiters or line breaks"),
    option("encoding", ANNEXKIT_OPTION_CHOICE, "utf-8", "how the output is encoded",
           "utf-8,utf-16le,utf-16be,windows-1252,iso-8859-1"),
    option("header", ANNEXKIT_OPTION_BOOLEAN, "true", "write a heading row; without it there is no annex head"),
    option("list-separator", ANNEXKIT_OPTION_CHARACTER, "",
           "what separates the items of a list in one cell; empty: a bar, or a semicolon between bars"),
    option("line-end", ANNEXKIT_OPTION_CHOICE, "lf", "how rows end", "lf,crlf"),
    option("bom", ANNEXKIT_OPTION_BOOLEAN, "false", "write a byte order mark first, as Excel wants it"),
    option("other-fields", ANNEXKIT_OPTION_CHOICE, "column",
           "fields that the schema does not know: in the column other_fields, or left out", "column,omit"),
    option("formulas", ANNEXKIT_OPTION_CHOICE, "keep",
           "texts that a spreadsheet takes for a formula: as they are, or with an apostrophe before them",
           "keep,neutralise"),
};

constexpr annexkit_importer importer = sdk::importer_of<Reader>(sniff);
constexpr annexkit_exporter exporter = sdk::exporter_of<Writer>();

constexpr auto rule_tables = sdk::rule_tables(rules, rules_en, rules_fr);

} // namespace
} // namespace annexkit::csv

namespace csv = annexkit::csv;
namespace sdk = annexkit::sdk;

constexpr annexkit_format annexkit_csv_format = {
    .struct_size = sizeof(annexkit_format),
    .id = sdk::text("csv"),
    .version = sdk::text("1.0.0"),
    .description = sdk::text("CSV: a table with a row for each initiative"),
    .extensions = csv::extensions,
    .extension_count = std::size(csv::extensions),
    .media_types = csv::media_types,
    .media_type_count = std::size(csv::media_types),
    .guess_encoding = 1,
    .import_options = csv::import_options,
    .import_option_count = std::size(csv::import_options),
    .export_options = csv::export_options,
    .export_option_count = std::size(csv::export_options),
    .rules = csv::rule_tables.rules,
    .rule_count = std::size(csv::rule_tables.rules),
    .importer = &csv::importer,
    .exporter = &csv::exporter,
    .flags = ANNEXKIT_FORMAT_JOINS | ANNEXKIT_FORMAT_READS_ORIGINAL,
    .rule_pages = csv::rule_tables.pages,
};
