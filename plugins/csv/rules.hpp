// SPDX-License-Identifier: Apache-2.0
// The rules of format csv.
#pragma once

#include <annexkit/plugin_sdk.hpp>

namespace annexkit::csv {

struct Sentences {
    std::string_view message;
    std::string_view hint;
};

constexpr annexkit_rule rule(std::string_view id, std::int32_t severity, std::string_view summary, Sentences english,
                             Sentences french) {
    return {sdk::text(id),           severity,
            sdk::text(summary),      sdk::text(english.message),
            sdk::text(english.hint), sdk::text(french.message),
            sdk::text(french.hint)};
}

// The host puts quotation marks around names and values that were submitted.
inline constexpr annexkit_rule rules[] = {
    rule("csv.options", ANNEXKIT_ERROR, "An option of format csv cannot be used.",
         {"option {name} is {value}, but must be {wanted}", ""},
         {"l'option {name} vaut {value}, mais doit être {wanted_fr}", ""}),
    rule("csv.no-heading", ANNEXKIT_ERROR, "None of the first 16 rows holds the name of a field.",
         {"none of the first 16 rows has the name or a title of a field",
          "put the names of the fields above the data, name the delimiter with --from-option delimiter=C, or say "
          "--from-option header=false when the columns are in the schema's order"},
         {"aucune des 16 premières lignes ne porte le nom ou un titre d'un champ",
          "mettez les noms des champs au-dessus des données, indiquez le séparateur avec --from-option delimiter=C, ou "
          "donnez --from-option header=false si les colonnes suivent l'ordre du schéma"}),
    rule("csv.ambiguous-delimiter", ANNEXKIT_ERROR, "Two delimiters fit the headings equally well.",
         {"{first_delimiter} and {second_delimiter} may both be the delimiter",
          "name it with --from-option delimiter=C"},
         {"{first_delimiter} et {second_delimiter} peuvent tous deux être le séparateur",
          "indiquez-le avec --from-option delimiter=C"}),
    rule("csv.dialect-assumed", ANNEXKIT_NOTE, "The delimiter was detected and is not a comma.",
         {"{delimiter} is taken for the delimiter: {known} of {total} headings are known",
          "if that is wrong, name it with --from-option delimiter=C"},
         {"{delimiter} est pris pour séparateur : {known} en-têtes sur {total} sont connus",
          "si c'est faux, indiquez-le avec --from-option delimiter=C"}),
    rule("csv.rows-above-heading", ANNEXKIT_WARNING, "Rows stand above the headings and are not read.",
         {"rows above the headings that are not read: {count}", "remove them"},
         {"lignes au-dessus des en-têtes de colonnes, non lues : {count}", "supprimez-les"}),
    rule("csv.duplicate-heading", ANNEXKIT_ERROR, "Two columns stand for the same thing.",
         {"a second column {name}", "keep one of the two"}, {"une seconde colonne {name}", "gardez l'une des deux"}),
    rule("csv.blank-row", ANNEXKIT_NOTE, "A row without any value is passed over.", {"a blank row", "remove it"},
         {"une ligne vide", "supprimez-la"}),
    rule("csv.stray-quote", ANNEXKIT_ERROR, "A quote stands where a cell cannot have one.",
         {"a quote inside a cell, or text after its closing quote",
          "put the whole cell in quotes and double each quote in it, or name another quote with --from-option quote=C"},
         {"un guillemet à l'intérieur d'une cellule, ou du texte après son guillemet fermant",
          "mettez toute la cellule entre guillemets et doublez ceux qu'elle contient, ou indiquez un autre guillemet "
          "avec --from-option quote=C"}),
    rule("csv.unclosed-quote", ANNEXKIT_ERROR, "The input ends inside a quoted cell.",
         {"the quote that opens here is never closed", "close it at the end of the cell"},
         {"le guillemet ouvert ici n'est jamais fermé", "fermez-le à la fin de la cellule"}),
    rule("csv.ragged-row", ANNEXKIT_ERROR, "A row has not as many cells as there are columns.",
         {"the row has {cells} cells, but there are {columns} columns",
          "add the missing delimiters, or quote a cell that holds a delimiter"},
         {"la ligne a {cells} cellules, mais il y a {columns} colonnes",
          "ajoutez les séparateurs manquants, ou mettez entre guillemets la cellule qui contient un séparateur"}),
    rule("csv.head-disagrees", ANNEXKIT_ERROR, "Rows tell different things about the whole annex.",
         {"{name} is {value} here, but {expected} on the first row", "write the same value on every row"},
         {"{name} vaut ici {value}, mais {expected} à la première ligne", "écrivez la même valeur à chaque ligne"}),
    rule("csv.other-fields", ANNEXKIT_ERROR, "The cell other_fields holds no JSON object.",
         {"other_fields is not a JSON object", "write it as {{\"name\": \"value\"}}, or leave the cell empty"},
         {"other_fields n'est pas un objet JSON",
          "écrivez-le comme {{\"nom\": \"valeur\"}}, ou laissez la cellule vide"}),
    rule("loss.blank-row", ANNEXKIT_WARNING,
         "An initiative without any value becomes a blank row, which is passed over.",
         {"an initiative without any value is written as a blank row and does not come back", "give it a value"},
         {"une initiative sans aucune valeur est écrite comme une ligne vide et ne reviendra pas",
          "donnez-lui une valeur"}),
};

} // namespace annexkit::csv
