// SPDX-License-Identifier: Apache-2.0
#include "format.hpp"

#include "reader.hpp"
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

constexpr annexkit_rule error_rule(std::string_view id, std::string_view summary, std::string_view message_en,
                                   std::string_view hint_en, std::string_view message_fr, std::string_view hint_fr) {
    return {sdk::text(id),      ANNEXKIT_ERROR,        sdk::text(summary), sdk::text(message_en),
            sdk::text(hint_en), sdk::text(message_fr), sdk::text(hint_fr)};
}

constexpr annexkit_rule rules[] = {
    error_rule("xml.syntax", "The text is not well-formed XML.", "this is not XML: {problem}",
               "Mend the text at this place.", "ce n'est pas du XML : {problem_fr}",
               "Corrigez le texte à cet endroit."),
    error_rule("xml.not-an-annex", "The root element is not an annex.",
               "the root element is \"{name}\", but must be \"annex\"",
               "An annex is <annex><initiative>...</initiative></annex>, in no namespace or in urn:annexkit:annex:1.",
               "l'élément racine est « {name} », mais doit être « annex »",
               "Une annexe est <annex><initiative>...</initiative></annex>, sans espace de noms ou dans "
               "urn:annexkit:annex:1."),
    error_rule("xml.doctype", "The document has a document type declaration, which is never read.",
               "the document has a document type declaration (DOCTYPE)", "Remove it.",
               "le document a une déclaration de type de document (DOCTYPE)", "Supprimez-la."),
    error_rule("xml.entity", "A reference names an entity that XML does not define.",
               "the entity \"{name}\" is not known",
               "Write the character itself, or a reference with its number such as &#233;.",
               "l'entité « {name} » n'est pas connue",
               "Écrivez le caractère lui-même, ou une référence par son numéro comme &#233;."),
    error_rule("xml.too-deep", "Elements are nested deeper than the reader allows.",
               "elements are nested more than {limit} deep here",
               "Flatten the element, or allow more with --from-option max-depth=N (at most 1000).",
               "les éléments sont imbriqués ici sur plus de {limit} niveaux",
               "Aplatissez l'élément, ou permettez davantage avec --from-option max-depth=N (1000 au plus)."),
    error_rule("xml.unexpected", "Something stands where an annex has no place for it and would be lost.",
               "{what} cannot stand here and would be lost", "Remove it, or write it as a field of the initiative.",
               "{what_fr} ne peut pas se trouver ici et serait perdu",
               "Supprimez-le, ou écrivez-le comme un champ de l'initiative."),
    error_rule("xml.options", "An option of format xml is out of its range.",
               "option {name} is \"{value}\", but must be {wanted}", "",
               "l'option {name} vaut « {value} », mais doit être {wanted_fr}", ""),
};

constexpr annexkit_importer importer = sdk::importer_of<Reader>(sniff, declared_encoding);
constexpr annexkit_exporter exporter = sdk::exporter_of<Writer>();

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
    .rules = xml::rules,
    .rule_count = std::size(xml::rules),
    .importer = &xml::importer,
    .exporter = &xml::exporter,
};
