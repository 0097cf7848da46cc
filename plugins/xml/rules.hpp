// SPDX-License-Identifier: Apache-2.0
// The rules of this format.
#pragma once

#include <annexkit/plugin_sdk.hpp>

namespace annexkit::xml {

constexpr annexkit_rule error_rule(std::string_view id, std::string_view summary, std::string_view message_en,
                                   std::string_view hint_en, std::string_view message_fr, std::string_view hint_fr) {
    return {sdk::text(id),      ANNEXKIT_ERROR,        sdk::text(summary), sdk::text(message_en),
            sdk::text(hint_en), sdk::text(message_fr), sdk::text(hint_fr)};
}

// The host puts quotation marks around names and values that were submitted.
inline constexpr annexkit_rule rules[] = {
    error_rule("xml.syntax", "The text is not well-formed XML 1.0.", "this is not XML: {problem}",
               "mend the text at this place", "ce n'est pas du XML : {problem_fr}", "corrigez le texte à cet endroit"),
    error_rule("xml.namespace", "A name or a declaration breaks Namespaces in XML 1.0.",
               "this name cannot be used: {problem}", "change or remove the name, or its declaration",
               "ce nom ne peut pas être utilisé : {problem_fr}", "changez ou supprimez le nom, ou sa déclaration"),
    error_rule("xml.undeclared-prefix", "A name has a prefix that nothing declares.",
               "the prefix {name} is not declared",
               "declare it in this element or around it, as in xmlns:prefix=\"namespace\", or remove it",
               "le préfixe {name} n'est pas déclaré",
               "déclarez-le dans cet élément ou autour, comme xmlns:préfixe=\"espace de noms\", ou supprimez-le"),
    error_rule("xml.not-an-annex", "The root element is not an annex.",
               "the root element is {name}, but must be \"annex\"",
               "an annex is <annex><initiative>...</initiative></annex>, in no namespace or in urn:annexkit:annex:1",
               "l'élément racine est {name}, mais doit être \"annex\"",
               "une annexe est <annex><initiative>...</initiative></annex>, sans espace de noms ou dans "
               "urn:annexkit:annex:1"),
    error_rule("xml.doctype", "The document has a document type declaration, which is never read.",
               "the document has a document type declaration (DOCTYPE)", "remove it",
               "le document a une déclaration de type de document (DOCTYPE)", "supprimez-la"),
    error_rule("xml.entity", "A reference names an entity that XML does not define.", "the entity {name} is not known",
               "write the character itself, or a reference with its number such as &#233;",
               "l'entité {name} n'est pas connue",
               "écrivez le caractère lui-même, ou une référence par son numéro comme &#233;"),
    error_rule("xml.too-deep", "Elements are nested deeper than the reader allows.",
               "elements are nested more than {limit} deep here",
               "flatten the element, or allow more with --from-option max-depth=N (at most 1000)",
               "les éléments sont imbriqués ici sur plus de {limit} niveaux",
               "aplatissez l'élément, ou permettez davantage avec --from-option max-depth=N (1000 au plus)"),
    error_rule("xml.unexpected", "Something stands where an annex has no place for it and would be lost.",
               "{what} cannot stand here and would be lost", "remove it, or write it as a field of the initiative",
               "{what_fr} ne peut pas se trouver ici et serait perdu",
               "supprimez-le, ou écrivez-le comme un champ de l'initiative"),
    error_rule("xml.options", "An option of format xml is out of its range.",
               "option {name} is {value}, but must be {wanted}", "",
               "l'option {name} vaut {value}, mais doit être {wanted_fr}", ""),
};

} // namespace annexkit::xml
