// SPDX-License-Identifier: Apache-2.0
// What is said of the rules in French. The host puts quotation marks around names and values that were submitted.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::csv {

inline constexpr sdk::RuleWords rules_fr[] = {
    {.id = "csv.options",
     .summary = "Une option du format csv ne peut pas être utilisée.",
     .message = "l'option {name} vaut {value}, mais doit être {wanted_fr}",
     .why = "Avec un même caractère pour deux usages, par exemple, personne ne pourrait dire où finit une cellule : le "
            "programme ne fait donc rien. annexkit formats énumère les options."},
    {.id = "csv.no-heading",
     .summary = "Aucune des 16 premières lignes ne porte le nom d'un champ.",
     .message = "aucune des 16 premières lignes ne porte le nom ou un titre d'un champ",
     .hint = "mettez les noms des champs au-dessus des données, indiquez le séparateur, par exemple --from-option "
             "'delimiter=;', corrigez une première ligne comme sep=, qui en indique un autre, ou donnez --from-option "
             "header=false si les colonnes suivent l'ordre du schéma",
     .why = "Personne ne sait alors quelle colonne contient quoi et, d'après leur seul ordre, des partenaires "
            "pourraient être lus comme des objectifs. La RFC 4180, section 2, règle 3, laisse l'en-tête au choix de "
            "ceux qui échangent le fichier ; ici, il en faut un."},
    {.id = "csv.ambiguous-delimiter",
     .summary = "Deux séparateurs conviennent aussi bien aux en-têtes.",
     .message = "{first_delimiter} et {second_delimiter} peuvent tous deux être le séparateur",
     .hint = "indiquez-le, par exemple --from-option 'delimiter=;'",
     .why = "Chacun donne un autre tableau, et le mauvais coupe chaque cellule au mauvais endroit. La RFC 4180 ne "
            "connaît que la virgule, mais les tableurs écrivent des points-virgules là où la virgule est le signe "
            "décimal, comme en français."},
    {.id = "csv.dialect-assumed",
     .summary = "Le séparateur a été détecté et n'est pas une virgule.",
     .message = "{delimiter} est pris pour séparateur : {known} en-têtes sur {total} sont connus",
     .hint = "si c'est faux, indiquez-le, par exemple --from-option 'delimiter=;'",
     .why = "Rien dans le fichier ne dit quel est son séparateur ; on peut ainsi vérifier que les colonnes sont "
            "justes. La RFC 4180 ne connaît que la virgule, mais les tableurs écrivent des points-virgules là où la "
            "virgule est le signe décimal, comme en français."},
    {.id = "csv.rows-above-heading",
     .summary = "Des lignes se trouvent au-dessus des en-têtes de colonnes et ne sont pas lues.",
     .message = "lignes au-dessus des en-têtes de colonnes, non lues : {count}",
     .hint = "supprimez-les",
     .why = "Un titre ou une date qui s'y trouve manque dans chaque sortie, et d'autres programmes prennent la "
            "première ligne pour les en-têtes (RFC 4180, section 2, règle 3)."},
    {.id = "csv.duplicate-heading",
     .summary = "Deux colonnes désignent la même chose.",
     .message = "{name} est une seconde colonne pour ce que contient {heading}",
     .hint = "gardez l'une des deux, ou donnez à l'autre un titre qui dit ce qu'elle contient",
     .why = "Certains programmes gardent la première colonne, d'autres la dernière, et l'autre est perdue. RFC 4180, "
            "section 2, règle 3 : les en-têtes sont les noms des champs, et chacun figure donc une fois."},
    {.id = "csv.blank-row",
     .summary = "Une ligne sans aucune valeur est sautée.",
     .message = "une ligne vide",
     .hint = "supprimez-la",
     .why = "Elle ne contient pas d'initiative, mais d'autres programmes en font une vide, ou croient que le tableau "
            "finit là. La RFC 4180, section 2, veut le même nombre de cellules dans chaque ligne, et ne connaît pas de "
            "ligne vide."},
    {.id = "csv.stray-quote",
     .summary = "Un guillemet figure là où une cellule ne peut pas en avoir.",
     .message = "un guillemet à l'intérieur d'une cellule, ou du texte après son guillemet fermant",
     .hint = "mettez toute la cellule entre guillemets et doublez ceux qu'elle contient, ou indiquez un "
             "autre guillemet avec --from-option quote=C",
     .why = "Les programmes ne s'accordent pas sur la fin d'une telle cellule, et celles qui suivent peuvent changer "
            "de colonne. RFC 4180, section 2, règles 5 et 7 : une cellule avec un guillemet est entière entre "
            "guillemets, et chaque guillemet y est doublé."},
    {.id = "csv.unclosed-quote",
     .summary = "L'entrée finit à l'intérieur d'une cellule entre guillemets.",
     .message = "le guillemet ouvert ici n'est jamais fermé",
     .hint = "fermez-le à la fin de la cellule",
     .why = "Tout ce qui suit le guillemet est une seule cellule, et les initiatives suivantes se perdent dans son "
            "texte ; ou bien le fichier a été coupé. La RFC 4180, section 2, règles 5 à 7, dit comment mettre une "
            "cellule entre guillemets."},
    {.id = "csv.ragged-row",
     .summary = "Une ligne n'a pas autant de cellules qu'il y a de colonnes.",
     .message = "cellules dans la ligne : {cells} ; colonnes du tableau : {columns}",
     .hint =
         "mettez autant de séparateurs que dans l'en-tête, ou mettez entre guillemets la cellule qui en contient un",
     .why = "Un séparateur dans une cellule sans guillemets décale les cellules suivantes vers d'autres colonnes, et "
            "l'initiative dit ce que personne n'a proposé. RFC 4180, section 2, règle 4 : chaque ligne a le même "
            "nombre de cellules."},
    {.id = "csv.split-row",
     .summary = "Un saut de ligne sans guillemets coupe une ligne du tableau en plusieurs.",
     .message = "un saut de ligne dans une cellule coupe cette ligne du tableau ; morceaux : {count}",
     .hint = "mettez la cellule entre guillemets, ou supprimez le saut de ligne",
     .why = "Chaque morceau serait une initiative à lui seul, sans les cellules des autres, et celle qui était voulue "
            "est perdue. RFC 4180, section 2, règle 6 : une cellule avec un saut de ligne est entre guillemets."},
    {.id = "csv.other-delimiter",
     .summary = "Un autre séparateur que celui du tableau sépare les cellules d'une ligne.",
     .message = "{delimiter} sépare les cellules de cette ligne, mais {expected} celles du tableau",
     .hint = "écrivez la ligne avec le séparateur du tableau",
     .why = "Une ligne copiée d'un autre fichier en garde le séparateur, et pour d'autres logiciels elle n'est qu'une "
            "seule cellule. RFC 4180, section 2, règle 4 : les cellules sont séparées de la même façon dans tout le "
            "tableau."},
    {.id = "csv.shifted-row",
     .summary = "Des cellules d'une ligne sont dans d'autres colonnes que les leurs.",
     .message = "des cellules sont dans d'autres colonnes que les leurs : {value} est dans {heading} et revient à "
                "{name}",
     .hint = "décalez-les vers la {direction_fr} ; colonnes : {count}",
     .why = "Quand une cellule a été insérée ou supprimée dans une seule ligne, toutes les cellules qui suivent disent "
            "autre chose que ce qui était voulu. Le décalage se reconnaît aux codes, aux nombres et à l'en-tête de "
            "l'annexe, qui conviennent une fois remis en place."},
    {.id = "csv.head-disagrees",
     .summary = "Des lignes disent des choses différentes de l'annexe entière.",
     .message = "{name} vaut ici {value}, mais {expected} à la première ligne",
     .hint = "écrivez la même valeur à chaque ligne",
     .why = "Un tableau n'a de place pour l'en-tête d'une annexe que ses colonnes annex.*, dont les cellules doivent "
            "concorder. Si elles diffèrent, deux fichiers ont été réunis, ou un tableur a incrémenté une cellule en la "
            "recopiant."},
    {.id = "csv.other-fields",
     .summary = "La cellule other_fields ne contient pas un objet JSON.",
     .message = "other_fields n'est pas un objet JSON",
     .hint = "écrivez-le comme {{\"nom\": \"valeur\"}}, ou laissez la cellule vide",
     .why = "Les champs sans colonne voyagent dans cette cellule sous forme d'objet JSON (RFC 8259, section 4) ; ce "
            "qui ne peut pas être lu ainsi serait perdu."},
    {.id = "loss.blank-row",
     .summary = "Une initiative sans aucune valeur devient une ligne vide, qui est sautée.",
     .message = "une initiative sans aucune valeur est écrite comme une ligne vide et ne reviendra pas",
     .hint = "donnez-lui une valeur",
     .why = "Une ligne de cellules vides ne se distingue pas d'une ligne vide : relue, la sortie a une initiative de "
            "moins. La RFC 4180 n'a pas de signe pour une valeur absente."},
    {.id = "csv.quote-assumed",
     .summary = "Le guillemet a été détecté et n'est pas celui d'usage.",
     .message = "{character} est pris pour guillemet : ainsi, les lignes ont autant de cellules qu'il y a d'en-têtes",
     .hint = "si c'est faux, indiquez-le avec --from-option quote=C",
     .why = "La RFC 4180, section 2, ne connaît que le guillemet droit double. D'autres programmes prennent les autres "
            "pour des lettres du texte, et coupent les cellules là où le texte a un séparateur."},
    {.id = "csv.sep-line",
     .summary = "La première ligne indique le séparateur, comme Excel la lit et l'écrit.",
     .message = "la première ligne dit que {delimiter} est le séparateur ; elle n'est pas une ligne du tableau",
     .hint = "supprimez-la : d'autres logiciels la prennent pour des en-têtes",
     .why = "Cette ligne est propre à Excel et ne figure dans aucune norme : la RFC 4180, section 2, règle 3, met les "
            "en-têtes en premier."},
    {.id = "csv.total-row",
     .summary = "Une ligne est une somme et non une initiative ; elle est sautée.",
     .message = "une ligne qui commence par {value} et ne contient que des nombres ou des formules ; elle est sautée",
     .hint = "supprimez-la",
     .why = "Prise pour une initiative, elle n'aurait ni partenaires ni texte, et serait comptée."},
    {.id = "csv.formula",
     .summary = "Une cellule contient ce qu'un tableur prend pour une formule.",
     .message = "{value} est une formule pour un tableur",
     .hint = "écrivez le texte de sorte qu'il ne commence pas par =, +, - ou @",
     .why =
         "Qui ouvre le tableau dans un tableur voit le résultat à la place du texte, et une formule peut envoyer des "
         "données ailleurs ou lancer un programme (CWE-1236). Les nombres et les numéros de téléphone, comme -1 et "
         "+33 1 23 45 67 89, n'en sont pas. Un tiret ou un signe plus suivi d'une espace commence un élément de liste, "
         "et n'en est pas une non plus, sauf s'il appelle un programme, comme « - cmd|' /C calc'!A1 »."},
    {.id = "csv.runaway-quote",
     .summary = "Un guillemet prend des lignes entières dans sa cellule.",
     .message = "le guillemet ouvert ici prend dans sa cellule les lignes qui le suivent : {count}",
     .hint = "fermez-le à la fin de la cellule, ou doublez-le s'il fait partie du texte",
     .why = "Les lignes prises dans la cellule sont des initiatives que personne ne verrait. La RFC 4180, section 2, "
            "règles 5 à 7, veut que toute cellule entre guillemets soit fermée, et que ceux du texte soient doublés."},
    {.id = "loss.formula",
     .summary = "Un texte qu'un tableur prend pour une formule a été écrit avec une apostrophe devant, comme demandé.",
     .message = "{value} de {name} est une formule pour un tableur ; une apostrophe a été mise devant",
     .why = "L'apostrophe empêche les tableurs de calculer le texte (CWE-1236), et sera relue comme une partie de "
            "celui-ci."},
};

} // namespace annexkit::csv
