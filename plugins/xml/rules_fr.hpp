// SPDX-License-Identifier: Apache-2.0
// What is said of the rules in French. The host puts quotation marks around names and values that were submitted.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::xml {

inline constexpr sdk::RuleWords rules_fr[] = {
    {.id = "xml.syntax",
     .summary = "Le texte n'est pas du XML 1.0 bien formé.",
     .message = "ce n'est pas du XML : {problem_fr}",
     .hint = "corrigez le texte à cet endroit",
     .why = "Après une telle faute, personne ne peut dire ce qui est voulu, et XML 1.0, section 1.2, veut que tout "
            "lecteur s'arrête là. Une faute fréquente est & ou < dans un texte, qui s'écrivent &amp; et &lt; (section "
            "2.4)."},
    {.id = "xml.namespace",
     .summary = "Un nom ou une déclaration enfreint Namespaces in XML 1.0.",
     .message = "ce nom ne peut pas être utilisé : {problem_fr}",
     .hint = "changez ou supprimez le nom, ou sa déclaration",
     .why = "Les programmes qui connaissent les espaces de noms refusent le document, et les autres y voient d'autres "
            "noms que ceux voulus. Namespaces in XML 1.0, sections 3 à 6, dit ce que peut désigner un préfixe et où il "
            "peut servir."},
    {.id = "xml.undeclared-prefix",
     .summary = "Un nom a un préfixe que rien ne déclare.",
     .message = "le préfixe {name} n'est pas déclaré",
     .hint = "déclarez-le dans cet élément ou autour, comme xmlns:préfixe=\"espace de noms\", ou supprimez-le",
     .why = "Un préfixe désigne un espace de noms ; non déclaré, il ne désigne rien, et les programmes qui connaissent "
            "les espaces de noms refusent le document (Namespaces in XML 1.0, section 5)."},
    {.id = "xml.not-an-annex",
     .summary = "L'élément racine n'est pas une annexe.",
     .message = "l'élément racine est {name}, mais doit être \"annex\"",
     .hint = "une annexe est <annex><initiative>...</initiative></annex>, sans espace de noms ou dans "
             "urn:annexkit:annex:1",
     .why = "Une page web ou une autre liste serait lue comme une annexe sans initiative, et personne ne verrait qu'un "
            "mauvais fichier a été envoyé. Chaque document a une racine (XML 1.0, section 2.1), celle d'une annexe est "
            "<annex>."},
    {.id = "xml.doctype",
     .summary = "Le document a une déclaration de type de document, qui n'est jamais lue.",
     .message = "le document a une déclaration de type de document (DOCTYPE)",
     .hint = "supprimez-la",
     .why = "Elle peut définir des entités qui remplissent la mémoire (CWE-776) ou qui vont chercher des fichiers de "
            "la machine qui la lit (CWE-611). Une annexe n'a que faire de ce qu'elle déclare d'autre (XML 1.0, section "
            "2.8)."},
    {.id = "xml.entity",
     .summary = "Une référence nomme une entité que XML ne définit pas.",
     .message = "l'entité {name} n'est pas connue",
     .hint = "écrivez le caractère lui-même, ou une référence par son numéro comme &#233;",
     .why = "Des entités comme &nbsp; appartiennent à HTML. XML 1.0, section 4.6, ne définit que les noms amp, lt, gt, "
            "apos et quot ; ce que désigne une autre, personne ne le sait, et le texte perdrait un caractère."},
    {.id = "xml.too-deep",
     .summary = "Des éléments sont imbriqués plus profondément que le lecteur ne l'admet.",
     .message = "les éléments sont imbriqués ici sur plus de {limit} niveaux",
     .hint = "aplatissez l'élément, ou permettez davantage avec --from-option max-depth=N (1000 au plus)",
     .why = "Un fichier fait de seules balises ouvrantes épuiserait la mémoire d'un programme qui le suivrait "
            "(CWE-674). Une annexe n'a besoin que de peu de niveaux."},
    {.id = "xml.unexpected",
     .summary = "Quelque chose figure là où une annexe n'a pas de place pour cela, et serait perdu.",
     .message = "{what_fr} ne peut pas se trouver ici et serait perdu",
     .hint = "supprimez-le, ou écrivez-le comme un champ de l'initiative",
     .why = "Ce qui se trouve entre les champs, ou comme élément dans un texte, n'appartient à aucun champ : aucun "
            "autre format ne pourrait le contenir, et continuer le perdrait en silence."},
    {.id = "xml.options",
     .summary = "Une option du format xml est hors de son intervalle.",
     .message = "l'option {name} vaut {value}, mais doit être {wanted_fr}",
     .why = "Avec une autre valeur que celle demandée, le programme ferait ce que personne n'a voulu : il ne fait donc "
            "rien. annexkit formats énumère les options."},
};

} // namespace annexkit::xml
