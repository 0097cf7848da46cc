#include "format.hpp"

#include "reader.hpp"
#include "writer.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <iterator>

namespace sdk = annexkit::sdk;

namespace {

constexpr annexkit_text extensions[] = {sdk::text(".new-format")};

// A rule starts with the format's id; its sentences are in English and in French.
constexpr annexkit_rule rules[] = {
    {
        sdk::text("new-format.stray-line"),
        ANNEXKIT_ERROR,
        sdk::text("A line is neither a heading nor a field."),
        sdk::text("this line is neither a heading nor a field"),
        sdk::text("headings are [annex], first, and [initiative]; a field is \"name: value\""),
        sdk::text("cette ligne n'est ni un intitulé ni un champ"),
        sdk::text("les intitulés sont [annex], en tête, et [initiative] ; un champ s'écrit « nom: valeur »"),
    },
};

constexpr annexkit_importer importer = sdk::importer_of<Reader>(sniff);
constexpr annexkit_exporter exporter = sdk::exporter_of<Writer>();

} // namespace

constexpr annexkit_format plugin_format = {
    .struct_size = sizeof(annexkit_format),
    .id = sdk::text("new-format"),
    .version = sdk::text("0.1.0"),
    .description = sdk::text("new-format: lines of name and value"),
    .extensions = extensions,
    .extension_count = std::size(extensions),
    .media_types = nullptr,
    .media_type_count = 0,
    .guess_encoding = 0,
    .import_options = nullptr,
    .import_option_count = 0,
    .export_options = nullptr,
    .export_option_count = 0,
    .rules = rules,
    .rule_count = std::size(rules),
    .importer = &importer,
    .exporter = &exporter,
    // An initiative is written the same wherever it stands, so parts of an annex can be joined.
    .flags = ANNEXKIT_FORMAT_JOINS,
    .rule_pages = nullptr,
};
