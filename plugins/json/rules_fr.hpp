// SPDX-License-Identifier: Apache-2.0
// What is said of the rules in French. The host puts quotation marks around names and values that were submitted.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::json {

inline constexpr sdk::RuleWords rules_fr[] = {
    {.id = "json.syntax",
     .summary = "Le texte n'est pas du JSON au sens de la RFC 8259.",
     .message = "ce n'est pas du JSON : {problem_fr}",
     .hint = "corrigez le texte à cet endroit",
     .why = "Après une telle faute, les programmes ne s'accordent pas sur ce qui est voulu : la lecture s'arrête là. "
            "La RFC 8259 donne la grammaire : pas de virgule après le dernier élément, pas de commentaires, noms et "
            "textes entre guillemets doubles."},
    {.id = "json.too-deep",
     .summary = "Des crochets sont imbriqués plus profondément que le lecteur ne l'admet.",
     .message = "les crochets sont imbriqués ici sur plus de {limit} niveaux",
     .hint = "aplatissez la valeur, ou permettez davantage avec --from-option max-depth=N (1000 au plus)",
     .why = "Un fichier fait de seuls crochets épuiserait la mémoire d'un programme qui le suivrait (CWE-674). La RFC "
            "8259, section 9, permet à un lecteur de fixer une limite ; une annexe n'a besoin que de peu de niveaux."},
    {.id = "json.not-an-initiative",
     .summary = "Autre chose se trouve là où l'on attend des initiatives.",
     .message = "on attend ici {wanted_fr}, mais il y a {found_fr}",
     .hint = "une annexe est {{\"annex\": {{...}}, \"initiatives\": [...]}}, un tableau d'objets, ou un objet "
             "par ligne ; chaque objet est une initiative",
     .why = "Un texte ou un nombre n'a pas de champs : il ne peut être ni jugé ni écrit, et serait perdu. Une "
            "initiative est un objet (RFC 8259, section 4) avec les champs du schéma."},
    {.id = "json.not-a-head",
     .summary = "Le membre « annex » du document n'est pas un objet.",
     .message = "« annex » contient l'en-tête de l'annexe et doit être {wanted_fr}, mais c'est {found_fr}",
     .hint = "écrivez-le {{\"declaration\": \"...\", ...}}, ou omettez-le",
     .why = "L'en-tête dit dans ses membres de quelle déclaration relève l'annexe et de quel jour elle est. Ce qui "
            "n'est pas un objet (RFC 8259, section 4) n'a pas de membres, et ce qu'il dit serait perdu."},
    {.id = "json.head-after-initiatives",
     .summary = "L'en-tête de l'annexe se trouve après les initiatives, qui ne peuvent pas être lues sans lui.",
     .message = "« annex » se trouve après « initiatives », mais l'en-tête doit être connu avant la première "
                "initiative",
     .hint = "placez « annex » en premier dans le document",
     .why = "L'en-tête dit d'après quelle déclaration les initiatives sont jugées, et un grand fichier est lu morceau "
            "par morceau : il doit venir en premier. L'ordre ne veut rien dire en JSON (RFC 8259, section 1), et tout "
            "programme peut donc l'écrire ainsi."},
    {.id = "json.unknown-member",
     .summary = "Le document a un membre qu'annexkit ne connaît pas et perdrait.",
     .message = "le document a un membre {name}, qui n'est ni « annex » ni « initiatives » ; il n'est pas lu",
     .hint =
         "déplacez son contenu dans « annex », ou supprimez-le ; la liste des initiatives s'appelle « initiatives »",
     .why = "À côté de l'en-tête et des initiatives, aucun format n'a de place pour lui : il manquerait dans chaque "
            "sortie. Dans « annex », il est conservé."},
    {.id = "json.duplicate-member",
     .summary = "Un objet a deux membres du même nom.",
     .message = "le nom {name} est donné deux fois dans le même objet",
     .hint = "gardez l'un des deux, ou renommez-en un",
     .why = "Certains programmes gardent le premier, d'autres le dernier, d'autres s'arrêtent : deux lecteurs du même "
            "fichier voient des données différentes. C'est pourquoi la RFC 8259, section 4, veut des noms uniques."},
    {.id = "json.no-initiatives",
     .summary = "Le document n'a pas de membre « initiatives ».",
     .message = "cet objet n'a pas de membre « initiatives » avec la liste des initiatives",
     .hint = "une annexe est {{\"annex\": {{...}}, \"initiatives\": [...]}}, un tableau d'initiatives, ou une "
             "initiative par ligne",
     .why = "Il n'y a rien à lire. Pris pour une annexe sans initiative, un fichier d'une autre sorte, ou dont la "
            "liste a un autre nom, passerait sans que personne ne le voie."},
    {.id = "json.options",
     .summary = "Une option du format json est hors de son intervalle.",
     .message = "l'option {name} vaut {value}, mais doit être un nombre entier de l'intervalle {wanted}",
     .why = "Avec une autre valeur que celle demandée, le programme ferait ce que personne n'a voulu : il ne fait donc "
            "rien. annexkit formats énumère les options."},
};

} // namespace annexkit::json
