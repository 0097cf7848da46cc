// SPDX-License-Identifier: Apache-2.0
// What is said of the rules in French. The host puts quotation marks around names and values that were submitted.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::xml {

inline constexpr sdk::RuleWords rules_fr[] = {
    {.id = "xml.syntax", .message = "ce n'est pas du XML : {problem_fr}", .hint = "corrigez le texte à cet endroit"},
    {.id = "xml.namespace",
     .message = "ce nom ne peut pas être utilisé : {problem_fr}",
     .hint = "changez ou supprimez le nom, ou sa déclaration"},
    {.id = "xml.undeclared-prefix",
     .message = "le préfixe {name} n'est pas déclaré",
     .hint = "déclarez-le dans cet élément ou autour, comme xmlns:préfixe=\"espace de noms\", ou supprimez-le"},
    {.id = "xml.not-an-annex",
     .message = "l'élément racine est {name}, mais doit être \"annex\"",
     .hint = "une annexe est <annex><initiative>...</initiative></annex>, sans espace de noms ou dans "
             "urn:annexkit:annex:1"},
    {.id = "xml.doctype",
     .message = "le document a une déclaration de type de document (DOCTYPE)",
     .hint = "supprimez-la"},
    {.id = "xml.entity",
     .message = "l'entité {name} n'est pas connue",
     .hint = "écrivez le caractère lui-même, ou une référence par son numéro comme &#233;"},
    {.id = "xml.too-deep",
     .message = "les éléments sont imbriqués ici sur plus de {limit} niveaux",
     .hint = "aplatissez l'élément, ou permettez davantage avec --from-option max-depth=N (1000 au plus)"},
    {.id = "xml.unexpected",
     .message = "{what_fr} ne peut pas se trouver ici et serait perdu",
     .hint = "supprimez-le, ou écrivez-le comme un champ de l'initiative"},
    {.id = "xml.options", .message = "l'option {name} vaut {value}, mais doit être {wanted_fr}"},
};

} // namespace annexkit::xml
