// SPDX-License-Identifier: Apache-2.0
// What is said of the rules in French. The host puts quotation marks around names and values that were submitted.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::csv {

inline constexpr sdk::RuleWords rules_fr[] = {
    {.id = "csv.options", .message = "l'option {name} vaut {value}, mais doit être {wanted_fr}"},
    {.id = "csv.no-heading",
     .message = "aucune des 16 premières lignes ne porte le nom ou un titre d'un champ",
     .hint = "mettez les noms des champs au-dessus des données, indiquez le séparateur avec --from-option "
             "delimiter=C, ou donnez --from-option header=false si les colonnes suivent l'ordre du schéma"},
    {.id = "csv.ambiguous-delimiter",
     .message = "{first_delimiter} et {second_delimiter} peuvent tous deux être le séparateur",
     .hint = "indiquez-le avec --from-option delimiter=C"},
    {.id = "csv.dialect-assumed",
     .message = "{delimiter} est pris pour séparateur : {known} en-têtes sur {total} sont connus",
     .hint = "si c'est faux, indiquez-le avec --from-option delimiter=C"},
    {.id = "csv.rows-above-heading",
     .message = "lignes au-dessus des en-têtes de colonnes, non lues : {count}",
     .hint = "supprimez-les"},
    {.id = "csv.quote-assumed",
     .message = "{character} est pris pour guillemet : ainsi, les lignes ont autant de cellules qu'il y a d'en-têtes",
     .hint = "si c'est faux, indiquez-le avec --from-option quote=C"},
    {.id = "csv.sep-line",
     .message = "la première ligne dit que {delimiter} est le séparateur ; elle n'est pas une ligne du tableau",
     .hint = "supprimez-la : d'autres logiciels la prennent pour des en-têtes"},
    {.id = "csv.total-row",
     .message = "une ligne qui commence par {value} et ne contient que des nombres ; elle est passée",
     .hint = "supprimez-la"},
    {.id = "csv.formula",
     .message = "{value} est une formule pour un tableur",
     .hint = "écrivez le texte de sorte qu'il ne commence pas par =, +, - ou @"},
    {.id = "csv.runaway-quote",
     .message = "le guillemet ouvert ici prend dans sa cellule les lignes qui le suivent : {count}",
     .hint = "fermez-le à la fin de la cellule, ou doublez-le s'il fait partie du texte"},
    {.id = "csv.duplicate-heading", .message = "une seconde colonne {name}", .hint = "gardez l'une des deux"},
    {.id = "csv.blank-row", .message = "une ligne vide", .hint = "supprimez-la"},
    {.id = "csv.stray-quote",
     .message = "un guillemet à l'intérieur d'une cellule, ou du texte après son guillemet fermant",
     .hint = "mettez toute la cellule entre guillemets et doublez ceux qu'elle contient, ou indiquez un "
             "autre guillemet avec --from-option quote=C"},
    {.id = "csv.unclosed-quote",
     .message = "le guillemet ouvert ici n'est jamais fermé",
     .hint = "fermez-le à la fin de la cellule"},
    {.id = "csv.ragged-row",
     .message = "la ligne a {cells} cellules, mais il y a {columns} colonnes",
     .hint = "ajoutez les séparateurs manquants, ou mettez entre guillemets la cellule qui contient un "
             "séparateur"},
    {.id = "csv.head-disagrees",
     .message = "{name} vaut ici {value}, mais {expected} à la première ligne",
     .hint = "écrivez la même valeur à chaque ligne"},
    {.id = "csv.other-fields",
     .message = "other_fields n'est pas un objet JSON",
     .hint = "écrivez-le comme {{\"nom\": \"valeur\"}}, ou laissez la cellule vide"},
    {.id = "loss.blank-row",
     .message = "une initiative sans aucune valeur est écrite comme une ligne vide et ne reviendra pas",
     .hint = "donnez-lui une valeur"},
    {.id = "loss.formula", .message = "{name} est une formule pour un tableur ; une apostrophe a été mise devant"},
};

} // namespace annexkit::csv
