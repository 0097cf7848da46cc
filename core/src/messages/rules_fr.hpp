// SPDX-License-Identifier: Apache-2.0
// What is said of the core's own rules in French. The host puts quotation marks around submitted texts.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit {

inline constexpr sdk::RuleWords rules_fr[] = {
    {.id = "field.missing",
     .summary = "Un champ obligatoire manque.",
     .message = "{field} manque",
     .hint = "chaque initiative doit avoir une valeur pour {field} ; {nearest} est proche de son nom ; de cellules "
             "fusionnées, seule la première contient {merged}",
     .why = "Sans lui, une initiative ne peut être ni comptée, ni suivie, ni comparée aux autres. Le schéma cite le "
            "champ sous « required » (JSON Schema draft-04)."},
    {.id = "field.blank",
     .summary = "Un texte est vide ou ne contient que des blancs.",
     .message = "{field} est vide",
     .hint = "indiquez une valeur, ou omettez le champ s'il est facultatif",
     .why = "Une cellule d'espaces paraît remplie à un programme et vide à un lecteur : personne ne voit ce qui "
            "manque. « minLength » de JSON Schema draft-04 compte une espace comme un caractère ; annexkit n'y voit "
            "pas une valeur."},
    {.id = "field.blank-item",
     .summary = "Un élément de liste est vide ou ne contient que des blancs.",
     .message = "un élément de {field} est vide",
     .hint = "supprimez-le avec son séparateur, ou écrivez ce qui manque",
     .why = "Un élément vide est compté et ne dit rien : il vient d'un séparateur à la fin de la liste, ou d'un nom "
            "oublié. « minLength » de JSON Schema draft-04 compte une espace comme un caractère ; annexkit n'y voit "
            "pas une valeur."},
    {.id = "field.kind",
     .summary = "Une valeur n'est pas du type du champ.",
     .message = "{field} vaut {value}, mais doit être {wanted_fr}",
     .hint =
         "écrivez {nearest} ; rien d'autre n'y figure, comme dans {example} ; le texte n'est pas celui de "
         "l'objectif {doubted} : corrigez celui des deux qui est faux ; le texte commence comme celui de l'objectif "
         "{alike} : corrigez celui des deux qui est faux ; {dated} est une date qu'un tableur a pu faire du nombre : "
         "reprenez celui-ci à sa source",
     .why = "Un nombre écrit comme du texte est trié comme du texte, 10 avant 9, et bien des programmes l'omettent des "
            "totaux. Le schéma dit sous « type » ce que contient chaque champ (JSON Schema draft-04)."},
    {.id = "field.out-of-range",
     .summary = "Un nombre est inférieur au minimum du champ ou supérieur à son maximum.",
     .message = "{field} vaut {value}, mais doit valoir {wanted_fr}",
     .hint = "corrigez le chiffre, ou son unité",
     .why = "Un chiffre hors de ses bornes est une faute de frappe ou a une autre unité, et fausse tous les totaux où "
            "il entre. Le schéma fixe les bornes par « minimum » et « maximum » (JSON Schema draft-04)."},
    {.id = "field.not-in-list",
     .summary = "Une valeur n'est pas dans la liste de codes du champ.",
     .message = "{field} vaut {value}, absent de sa liste de codes",
     .hint = "le code le plus proche est {nearest} ; les codes sont {known}",
     .why = "Qui filtre ou compte d'après le code manque une initiative qui l'écrit autrement. Le schéma énumère les "
            "codes sous « enum » (JSON Schema draft-04)."},
    {.id = "field.malformed",
     .summary = "Un texte n'a pas la forme que demande le motif du champ.",
     .message = "{field} vaut {value}, qui ne correspond pas au motif {pattern}",
     .hint = "écrivez {nearest} ; il doit ressembler à {known}",
     .why = "Ce qui a une autre forme ne peut pas servir : on n'écrit pas à un contact qui n'est pas une adresse. Le "
            "schéma énonce la forme par une expression rationnelle sous « pattern » (JSON Schema draft-04)."},
    {.id = "field.length",
     .summary = "Un texte est plus court ou plus long que le champ ne l'admet.",
     .message = "{field} compte {length} caractères, mais doit en compter {wanted_fr}",
     .hint = "complétez le texte, ou raccourcissez-le",
     .why = "Un texte trop court ne dit rien, et un texte trop long est coupé par un formulaire ou une base de données "
            "qui n'a pas plus de place. Le schéma fixe les bornes par « minLength » et « maxLength » (JSON Schema "
            "draft-04), comptées en points de code Unicode."},
    {.id = "field.items",
     .summary = "Une liste a moins ou plus d'éléments que le champ n'en admet.",
     .message = "le nombre d'éléments de {field} est {count}, alors qu'il en faut {wanted_fr}",
     .hint = "ajoutez les éléments qui manquent, ou retirez ceux de trop",
     .why = "Une initiative sans partenaire, par exemple, n'est comptée pour personne, et personne n'en répond. Le "
            "schéma fixe les bornes par « minItems » et « maxItems » (JSON Schema draft-04)."},
    {.id = "field.repeated-item",
     .summary = "Une liste contient deux fois le même élément.",
     .message = "{field} contient deux fois {value}",
     .hint = "ne l'indiquez qu'une fois",
     .why = "Qui compte les éléments en compte un deux fois, et il est peut-être là à la place d'un autre. Le schéma "
            "demande des éléments distincts par « uniqueItems » (JSON Schema draft-04)."},
    {.id = "field.duplicate",
     .summary = "Une initiative a deux fois le même champ.",
     .message = "{name} est donné deux fois",
     .hint = "n'en gardez qu'un",
     .why = "Certains programmes gardent la première valeur, d'autres la dernière, d'autres aucune : deux lecteurs du "
            "même fichier voient deux initiatives. La RFC 8259, section 4, en avertit pour JSON."},
    {.id = "field.unknown",
     .summary = "Une initiative a un champ que le schéma ne connaît pas.",
     .message = "{name} n'est pas un champ de cette déclaration ; il est conservé",
     .hint = "le champ le plus proche est {nearest} ; les champs sont {known}",
     .why = "Un nom mal écrit cache sa valeur à tous ceux qui cherchent le bon. D'autres champs peuvent accompagner "
            "ceux du schéma là où « additionalProperties » est vrai (JSON Schema draft-04) ; ils arrivent dans chaque "
            "sortie, mais aucun programme ne sait ce qu'ils veulent dire."},
    {.id = "field.not-allowed",
     .summary = "Une initiative a un champ de plus que ceux que le schéma admet.",
     .message = "{name} n'est pas un champ de cette déclaration, qui n'en admet pas d'autres",
     .hint = "le champ le plus proche est {nearest} ; les champs sont {known}",
     .why = "Qui lit l'annexe d'après son schéma n'attend pas ce champ, et l'omet ou refuse l'initiative. Le schéma "
            "n'en admet pas d'autres : « additionalProperties » est faux (JSON Schema draft-04)."},
    {.id = "id.malformed",
     .summary = "Un identifiant n'a pas la forme que demande la déclaration.",
     .message = "l'identifiant {value} ne correspond pas au motif {pattern}",
     .hint = "écrivez {nearest} ; il doit ressembler à {known}",
     .why = "C'est par son identifiant qu'une initiative est citée et mise à jour d'une version de l'annexe à l'autre "
            "; sous une autre forme, personne ne le trouve. Le schéma énonce la forme sous « pattern » (JSON Schema "
            "draft-04). Dans le partenariat pour la mobilité de 2013, le point 45 veut que l'annexe soit mise à jour "
            "régulièrement."},
    {.id = "id.duplicate",
     .summary = "Deux initiatives ont le même identifiant.",
     .message = "l'identifiant {id} est déjà pris par l'initiative n° {first}",
     .hint = "donnez à chaque initiative son propre identifiant",
     .why = "Si deux initiatives partagent un identifiant, une référence mène à l'une ou à l'autre, et la mise à jour "
            "de l'une écrase l'autre. Dans le partenariat pour la mobilité de 2013, les points 44 et 45 demandent un "
            "suivi des initiatives et des mises à jour régulières, donc des identifiants stables et distincts."},
    {.id = "record.incomplete",
     .summary = "Il manque plusieurs champs obligatoires à une initiative.",
     .message = "{fields} manquent",
     .hint = "chaque initiative doit avoir une valeur pour chacun d'eux ; de cellules fusionnées, seule la première "
             "ligne contient {merged}",
     .why = "Un tableur n'écrit la valeur de cellules fusionnées que dans la première ligne, et les initiatives qui "
            "suivent n'ont plus ni section, ni objectif, ni partenaire. Le schéma cite les champs sous « required » "
            "(JSON Schema draft-04)."},
    {.id = "record.fragment",
     .summary = "Un enregistrement a au plus une valeur et n'est pas une initiative.",
     .message = "ce n'est pas une initiative : des {count} champs obligatoires, il y en a au plus un",
     .hint = "supprimez-le ; dans un tableau, c'est peut-être un titre ou une remarque entre les lignes, ou une "
             "cellule sans guillemets qui contient un saut de ligne",
     .why = "Prise pour une initiative, elle serait comptée et enfreindrait une règle par champ qui manque. Le schéma "
            "énumère les champs d'une initiative sous « required » (JSON Schema draft-04)."},
    {.id = "record.headings",
     .summary = "Un enregistrement répète les intitulés du tableau.",
     .message = "ce sont de nouveau les intitulés, et non une initiative",
     .hint = "supprimez la ligne",
     .why = "Des tableaux mis bout à bout apportent leurs intitulés. La RFC 4180, section 2, règle 3, veut une seule "
            "ligne d'en-tête, la première du fichier."},
    {.id = "part.unknown",
     .summary = "Une initiative figure dans une partie que l'annexe n'a pas.",
     .message = "il n'y a pas de partie {value}",
     .hint = "les parties sont {known}",
     .why =
         "Les parties sont les tableaux de l'annexe : une initiative qui n'est dans aucun n'est comptée dans aucun. "
         "L'annexe du partenariat pour la mobilité de 2013 en a deux, les nouveaux projets et les projets en cours."},
    {.id = "section.unknown",
     .summary = "Un code de section n'est aucun de ceux de la déclaration.",
     .message = "{value} n'est pas une section de la déclaration",
     .hint = "la section la plus proche est {nearest} ; les sections sont {known}",
     .why = "Les initiatives sont groupées et comptées par section : celle qui a un code à elle sort de tous les "
            "totaux. Les sections sont celles de la déclaration : dans le partenariat pour la mobilité de 2013, les "
            "points 1 à 37 sont rangés sous cinq intitulés."},
    {.id = "section.heading-differs",
     .summary = "L'intitulé d'une section est cité autrement que dans la déclaration.",
     .message = "l'intitulé porte {annex} là où la déclaration porte {declaration}",
     .hint = "écrivez-le comme la déclaration, ou corrigez la section",
     .why = "Les signataires se sont accordés sur les mots ; un intitulé qui dit autre chose, ou moins, nomme un autre "
            "domaine à qui ne lit que l'annexe. L'intitulé de la déclaration fait foi."},
    {.id = "objective.unknown",
     .summary = "Un numéro d'objectif n'est aucun de ceux de la déclaration.",
     .message = "il n'y a pas d'objectif {value}",
     .hint = "les objectifs de la déclaration vont {wanted_fr}",
     .why = "Une initiative pour un objectif qui n'existe pas ne réalise rien de ce qui a été convenu, et manque dans "
            "la couverture. Dans le partenariat pour la mobilité de 2013, les objectifs sont les points 1 à 37 ; les "
            "points 38 à 46 portent sur la mise en œuvre."},
    {.id = "objective.outside-section",
     .summary = "Un objectif relève d'une autre section que celle de l'initiative.",
     .message = "l'objectif {value} n'est pas dans la section {section}",
     .hint = "il relève de la section {expected}",
     .why = "L'un des deux est faux et, tant qu'on ne sait pas lequel, les totaux par section et par objectif se "
            "contredisent. Chaque objectif figure sous une section de la déclaration : dans le partenariat pour la "
            "mobilité de 2013, les points 12 à 20 sous la deuxième."},
    {.id = "objective.text-differs",
     .summary = "Un objectif est cité autrement que dans la déclaration.",
     .message = "l'objectif {objective} porte {annex} là où la déclaration porte {declaration}",
     .hint = "écrivez-le comme la déclaration, ou corrigez le numéro",
     .why = "Les mots ont été négociés : poursuivre n'est pas renforcer. Qui ne lit que l'annexe prend la citation "
            "pour ce qui a été signé. Le texte de la déclaration fait foi, dans le partenariat pour la mobilité de "
            "2013 celui des points 1 à 37."},
    {.id = "objective.text-of-other",
     .summary = "Le texte de l'objectif est celui d'un autre que n'en dit le numéro.",
     .message = "ce texte est celui de l'objectif {other}, mais le numéro est {objective}",
     .hint = "corrigez le numéro ou le texte, selon ce qui est faux",
     .why = "Le numéro ou le texte vient d'une autre ligne, et seul l'auteur sait lequel. Les programmes comptent "
            "l'initiative d'après le numéro, les lecteurs d'après le texte. Dans le partenariat pour la mobilité de "
            "2013, les objectifs sont les points 1 à 37."},
    {.id = "partner.unknown",
     .summary = "Un partenaire n'est pas signataire de la déclaration.",
     .message = "{value} n'est pas un signataire",
     .hint = "le code le plus proche est {nearest} ; les codes sont {known}",
     .why = "Seuls les signataires proposent des initiatives et en répondent ; celle d'un autre n'est comptée pour "
            "personne. Dans le partenariat pour la mobilité de 2013, le point 40 dit qui contribue, et reste ouvert à "
            "d'autres États membres, auxquels il faut alors un code dans le schéma."},
    {.id = "partner.combined",
     .summary = "Plusieurs partenaires figurent dans un seul élément de la liste.",
     .message = "{value} désigne plusieurs partenaires à la fois",
     .hint = "faites de chaque partenaire un élément distinct",
     .why = "Pour un programme, « UE/IT » est un seul partenaire, que personne ne connaît : l'initiative n'est comptée "
            "pour aucun des deux. Le schéma a une liste de codes, avec un élément pour chacun (« items » de JSON "
            "Schema draft-04)."},
    {.id = "annex.other-declaration",
     .summary = "L'en-tête de l'annexe nomme une autre déclaration que le schéma.",
     .message = "l'annexe relève de {declaration}, le schéma de {expected}",
     .hint = "indiquez le bon avec --schema",
     .why = "D'après le mauvais schéma, des initiatives justes paraissent fausses et des fausses peuvent passer : "
            "l'objectif 3 est autre chose dans chaque déclaration."},
    {.id = "annex.schema-assumed",
     .summary = "L'entrée ne nomme aucune déclaration ; la seule connue a été prise.",
     .message = "l'entrée ne nomme aucune déclaration ; {schema} est supposée",
     .hint = "précisez-la avec --schema",
     .why = "Cela n'est juste que tant qu'une seule déclaration est connue : là où il y en a une deuxième, le même "
            "fichier est refusé jusqu'à ce que --schema en nomme une. Un fichier qui nomme sa déclaration dit partout "
            "la même chose."},
    {.id = "annex.unknown-member",
     .summary = "L'en-tête de l'annexe a un membre inconnu.",
     .message = "l'en-tête de l'annexe a un membre inconnu, {name} ; il est conservé",
     .hint = "corrigez son nom s'il est mal écrit",
     .why = "Un nom mal écrit cache ce qu'il dit. L'en-tête d'une annexe a « declaration », « as_of » et « language » "
            "; tout autre membre est conservé là où le format a de la place, mais aucun programme n'en tient compte."},
    {.id = "annex.malformed-date",
     .summary = "Une date de l'en-tête de l'annexe n'est pas écrite AAAA-MM-JJ.",
     .message = "{name} vaut {value}, qui n'est pas une date",
     .hint = "écrivez les dates comme 2013-03-25",
     .why = "03/04/2013 est en avril pour un lecteur et en mars pour un autre, et des dates de plusieurs formes ne se "
            "trient pas. La forme est « full-date » de la RFC 3339, d'après l'ISO 8601."},
    {.id = "initiative.repeated",
     .summary = "Une initiative dit ce que dit une autre de la même partie et du même objectif, presque mot pour mot.",
     .message = "le texte est à {percent} % celui de l'initiative {other_fr}",
     .hint = "gardez l'une des deux, ou dites ce qui les distingue",
     .why = "Un projet est compté deux fois, et qui met à jour une copie oublie l'autre. Les listes de plusieurs "
            "ministères apportent de telles paires ; dans le partenariat pour la mobilité de 2013, le point 45 demande "
            "aux signataires de coordonner leurs efforts."},
    {.id = "initiative.in-both-parts",
     .summary = "Une initiative dit ce que dit une autre d'une autre partie de l'annexe, presque mot pour mot.",
     .message = "le texte est à {percent} % celui de l'initiative {other_fr}, qui figure dans la partie {part}",
     .hint = "gardez-la dans la partie dont elle relève",
     .why = "Les parties distinguent des projets d'état différent : un projet qui figure dans deux d'entre elles est "
            "compté deux fois, et l'une des deux mentions ne vaut plus. Dans le partenariat pour la mobilité de 2013, "
            "un projet est nouveau ou en cours ; le point 45 veut une mise à jour des actions à la lumière des progrès "
            "réalisés."},
    {.id = "initiative.under-two-objectives",
     .summary = "Une initiative dit ce que dit une autre sous un autre objectif, presque mot pour mot.",
     .message = "le texte est à {percent} % celui de l'initiative {other_fr}, qui sert l'objectif {objective}",
     .hint = "gardez-la sous l'objectif qu'elle sert, ou dites ce qu'elle apporte à chacun",
     .why = "Un projet fait paraître servis deux objectifs, et la couverture promet plus qu'il n'y a. Ce peut être "
            "voulu ; chaque copie devrait alors dire ce qu'elle apporte à son objectif."},
    {.id = "text.mojibake",
     .summary = "De l'UTF-8 a été lu dans un autre encodage, le plus souvent Windows-1252, avant d'arriver ici.",
     .message = "{value} figure à la place d'autre chose : de l'UTF-8 a été lu comme du {encoding}",
     .hint = "c'était {nearest}",
     .why = "Chaque lettre accentuée est devenue deux ou trois signes : les lecteurs butent, les recherches manquent "
            "le mot, et chaque nouvelle erreur aggrave les choses. Cela arrive quand un programme ne sait pas qu'un "
            "fichier est en UTF-8 (RFC 3629)."},
    {.id = "text.windows-1252",
     .summary = "Un texte contient un caractère de contrôle de Latin-1 là où Windows-1252 a une lettre ou un signe.",
     .message = "{code} est un caractère de contrôle : du Windows-1252 a été lu comme du Latin-1",
     .hint = "c'était {nearest}",
     .why = "L'apostrophe, le tiret ou le signe euro qui était écrit ne se voit plus. De 80 à 9F, Windows-1252 a des "
            "signes et l'ISO 8859-1 des contrôles ; les navigateurs lisent les deux comme du Windows-1252 (WHATWG "
            "Encoding Standard), d'autres programmes non."},
    {.id = "text.replacement-character",
     .summary = "Un texte contient U+FFFD, ou un point d'interrogation dans un mot, à la place d'un caractère perdu.",
     .message = "un caractère s'est perdu en route : {code} le remplace",
     .hint = "reprenez le texte à sa source",
     .why =
         "Un programme a rencontré des octets qu'il ne pouvait pas lire et a mis U+FFFD à leur place (Unicode, section "
         "3.9), ou un encodage n'avait pas cette lettre et un point d'interrogation l'a remplacée. Cette copie ne dit "
         "plus ce qui était là, peut-être une partie d'un nom ; seule la source le dit."},
    {.id = "text.control-character",
     .summary = "Un texte contient un caractère de contrôle.",
     .message = "il y a un caractère de contrôle, {code}",
     .hint = "supprimez-le",
     .why = "Personne ne le voit, mais les recherches du mot qui l'entoure échouent, et XML 1.0, section 2.2, ne peut "
            "pas écrire la plupart d'entre eux. Il vient de textes copiés d'autres programmes."},
    {.id = "text.not-composed",
     .summary =
         "Un texte n'est pas sous la forme de normalisation C d'Unicode, si bien que les recherches le manquent.",
     .message = "{value} n'est pas composé : pour un programme, c'est un autre texte",
     .hint = "écrivez le texte sous la forme de normalisation C",
     .why = "É en un caractère et E suivi d'un accent se ressemblent, mais ce sont deux textes pour un programme : "
            "recherches et comparaisons manquent l'un des deux. La forme C (UAX #15) est celle des claviers ; du texte "
            "copié de fichiers PDF est souvent décomposé. Ce qui ne diffère que par l'ordre des signes, ou est un "
            "caractère pour un autre qui lui ressemble, comme en écrivent les claviers arabes et grecs, est admis."},
    {.id = "text.truncated",
     .summary = "Un texte s'arrête au milieu d'une phrase, à une longueur où coupent tableurs et bases de données.",
     .message = "le texte s'arrête au milieu d'une phrase après {length} caractères, là où des logiciels coupent",
     .hint = "reprenez le texte à sa source",
     .why = "La fin du texte manque, et rien d'autre ne montre qu'il y en avait plus. Bien des colonnes de bases de "
            "données contiennent 255 caractères, et une cellule d'Excel 32\u00A0767."},
    {.id = "text.unbalanced-bracket",
     .summary = "Une parenthèse ou un crochet reste seul.",
     .message = "{value} reste seul",
     .hint = "fermez-le, ouvrez-le ou supprimez-le",
     .why = "Une partie du texte s'est perdue, ou se trouve dans une autre cellule. Dans l'annexe du partenariat pour "
            "la mobilité de 2013, les parenthèses contiennent les organismes responsables, qu'on ne distingue plus du "
            "reste."},
    {.id = "text.unbalanced-quote",
     .summary = "Un guillemet reste seul.",
     .message = "{character} reste seul",
     .hint = "fermez-le, ouvrez-le ou supprimez-le",
     .why = "Un lecteur ne peut pas dire où finit la citation, ou sa fin s'est perdue. Le guillemet peut aussi rester "
            "d'un fichier CSV découpé sans égard à ses guillemets (RFC 4180, section 2)."},
    {.id = "text.number-as-date",
     .summary = "Un texte est une date telle que les tableurs en tirent de nombres comme 3-12.",
     .message = "{value} est une date qu'un tableur a pu tirer d'un nombre",
     .hint = "écrivez ce qui était voulu, et mettez la colonne au format texte",
     .why = "Un tableur qui ouvre un fichier change en date ce qui y ressemble, et ce qui était écrit disparaît : de « "
            "12-mars », personne ne peut dire si c'était 12-3 ou 12/03. Les colonnes importées comme texte restent "
            "telles quelles."},
    {.id = "text.spreadsheet-error",
     .summary = "Un texte est ce qu'un tableur affiche à défaut de valeur.",
     .message = "{value} est ce qu'un tableur affiche à la place d'une valeur",
     .hint = "écrivez la valeur voulue",
     .why = "La formule de la cellule a échoué, ou la colonne était trop étroite, et c'est la marque qui a été "
            "enregistrée. La valeur est perdue. ECMA-376, partie 1, section 18.18.11, énumère les valeurs d'erreur des "
            "tableurs."},
    {.id = "text.lost-zeros",
     .summary = "Il manque à un code les zéros par lesquels commence son numéro.",
     .message = "il manque des zéros au début de {value}",
     .hint = "écrivez {nearest}, et mettez la colonne au format texte",
     .why =
         "Un tableur a pris un numéro précédé de zéros pour un simple nombre et les a supprimés : le code ne "
         "correspond plus au même code ailleurs. Le schéma énonce la forme sous « pattern » (JSON Schema draft-04)."},
    {.id = "text.outer-space",
     .summary = "Un texte commence ou finit par un blanc.",
     .message = "il y a une espace à une extrémité du texte",
     .hint = "supprimez-la",
     .why = "Personne ne le voit, mais pour un programme qui trie, groupe ou compare c'est un autre texte. Les blancs "
            "appartiennent au texte en CSV (RFC 4180, section 2) et en XML (XML 1.0, section 2.10) : aucun format ne "
            "les enlève."},
    {.id = "text.doubled-space",
     .summary = "Des espaces se suivent dans une ligne.",
     .message = "plusieurs espaces se suivent",
     .hint = "n'en gardez qu'une",
     .why = "Une recherche des mots séparés par une espace manque le texte, et une comparaison le dit différent. Des "
            "espaces doublées restent d'un mot supprimé, ou d'une ligne justifiée d'un fichier PDF."},
    {.id = "text.broken-word",
     .summary = "Un trait d'union et un saut de ligne ou un espace coupent un mot, comme sur une page imprimée.",
     .message = "un mot est coupé après son trait d'union",
     .hint = "réunissez-le, avec son trait d'union s'il en a un ; un tiret a une espace de chaque côté",
     .why = "Une recherche du mot ne trouve pas ses moitiés, et le trait d'union reste partout où le texte est "
            "recomposé. Cela vient de textes copiés d'une page imprimée ou d'un fichier PDF."},
    {.id = "text.markup",
     .summary = "Des marques de HTML, de Markdown ou d'un tableur figurent dans un texte.",
     .message = "{value} est une marque d'un autre logiciel",
     .hint = "n'écrivez que le texte",
     .why = "Là où le texte est montré tel quel, les lecteurs voient les marques ; là où une page les prend pour du "
            "HTML, elles agissent, et un texte soumis pourrait apporter un script (CWE-79). Les textes d'une annexe "
            "sont sans mise en forme."},
    {.id = "text.malformed-address",
     .summary = "Une adresse web ne peut pas être suivie telle qu'elle est écrite.",
     .message = "{value} n'est pas une adresse web",
     .hint = "écrivez-la comme https://example.org/page",
     .why = "Le lien ne mène nulle part, ou aucun programme n'en fait un. La RFC 3986, section 3, demande un schéma, "
            "un deux-points, deux barres obliques et un hôte."},
    {.id = "input.empty",
     .summary = "L'entrée ne contient aucun octet.",
     .message = "l'entrée est vide",
     .hint = "vérifiez comment le fichier a été enregistré ou envoyé",
     .why = "Un fichier sans octet est une copie ou un téléchargement qui a échoué. Pris pour une annexe sans "
            "initiative, il en remplacerait une complète sans que personne ne le voie."},
    {.id = "input.wrong-format",
     .summary = "Le contenu est d'un autre format que ne le dit le nom.",
     .message = "le nom indique {wanted}, mais le contenu est du {found}",
     .hint = "précisez le format avec --from",
     .why = "Lu comme le dit son nom, le fichier donnerait bien des fautes de syntaxe qui cacheraient la seule chose "
            "fausse : son nom."},
    {.id = "input.not-text",
     .summary = "L'entrée est un fichier d'un autre programme, tel qu'un classeur, et non un texte.",
     .message = "c'est {kind_fr}, et non un texte",
     .hint = "{absent_fr} ; ouvrez-le dans son programme et enregistrez-le en CSV (UTF-8)",
     .why = "Ses octets n'ont de sens que pour ce programme. Les annexes se lisent en CSV (RFC 4180), JSON (RFC 8259) "
            "ou XML (XML 1.0), qui sont du texte."},
    {.id = "input.no-initiatives",
     .summary = "L'annexe ne contient aucune initiative.",
     .message = "l'annexe ne contient aucune initiative",
     .hint = "vérifiez comment le fichier a été enregistré ou envoyé",
     .why = "Une annexe dresse une liste d'initiatives ; si elle n'en a aucune, un filtre ou un export a échoué, et "
            "elle en remplacerait une complète sans que personne ne le voie."},
    {.id = "limit.input-bytes",
     .summary = "Le fichier est plus long que la limite.",
     .message = "le fichier continue au-delà de {limit} octets",
     .hint = "relevez la limite avec --limit input-bytes=N",
     .why = "Qui reçoit des fichiers d'inconnus fixe combien il en lit au plus (CWE-400). Rien n'est lu au-delà de la "
            "limite : le fichier compte comme un fichier qui n'a pu être lu jusqu'au bout."},
    {.id = "limit.records",
     .summary = "Il y a plus d'initiatives que la limite.",
     .message = "ici commence une initiative de plus que {limit}",
     .hint = "relevez la limite avec --limit records=N",
     .why =
         "Chaque identifiant est gardé pour trouver ceux qui reviennent : beaucoup de petites initiatives prennent de "
         "la mémoire (CWE-770). Une déclaration en a quelques centaines."},
    {.id = "limit.record-bytes",
     .summary = "Une initiative est plus longue que la limite.",
     .message = "ce qui commence ici dépasse {limit} octets",
     .hint = "relevez la limite avec --max-record-bytes",
     .why = "Un guillemet ou un crochet jamais fermé fait une seule initiative du reste du fichier et, sans limite, "
            "remplirait la mémoire (CWE-770). Une initiative a quelques kilooctets ; la limite est bien au-dessus."},
    {.id = "limit.field-bytes",
     .summary = "Un champ est plus long que la limite.",
     .message = "{field} dépasse {limit} octets",
     .hint = "relevez la limite avec --limit field-bytes=N",
     .why =
         "Ce qui accueille les annexes, comme un tableur avec ses 32 767 caractères par cellule, a ses propres limites "
         "et peut couper ce qui est plus long. L'initiative est laissée de côté : elle ne peut être gardée entière."},
    {.id = "limit.fields",
     .summary = "Il y a plus de champs inconnus que la limite.",
     .message = "il y a {count} champs que la déclaration ne connaît pas, et la limite est {limit}",
     .hint = "relevez la limite avec --limit fields=N",
     .why = "Chaque champ inconnu est un constat et, dans un tableau, une colonne ; des milliers viennent d'un mauvais "
            "séparateur ou d'un fichier hostile (CWE-770)."},
    {.id = "encoding.assumed",
     .summary = "L'encodage n'est pas déclaré et a été déduit.",
     .message = "l'encodage est supposé être {encoding} : {reason_fr}",
     .hint = "précisez-le avec --from-option encoding=NOM ; si des lettres sont fausses, essayez macintosh ou ibm850",
     .why = "Les octets distinguent l'UTF-8 du reste, mais non Windows-1252 de ses proches : une erreur ne touche que "
            "quelques lettres et passe facilement inaperçue. L'UTF-8 (RFC 3629) ou un encodage nommé ne laisse rien à "
            "deviner."},
    {.id = "encoding.invalid",
     .summary = "Des octets ne sont pas valides dans l'encodage de l'entrée.",
     .message = "les octets {bytes} ne sont pas valides en {encoding}",
     .hint = "enregistrez le fichier en UTF-8, ou indiquez son encodage avec --from-option encoding=NOM",
     .why = "Personne ne sait ce que voulaient dire ces octets, et deviner changerait des noms sans que cela se voie. "
            "JSON est en UTF-8 (RFC 8259, section 8.1), et XML dit en quoi il est (XML 1.0, section 4.3.3)."},
    {.id = "encoding.nul",
     .summary = "L'entrée contient un octet NUL.",
     .message = "il y a un octet NUL, qu'aucun texte ne contient",
     .hint = "vérifiez que le fichier est du texte, et enregistrez-le en UTF-8",
     .why = "Le fichier est binaire, abîmé, ou de l'UTF-16 lu comme autre chose, et bien des programmes croient que le "
            "texte finit là (CWE-158). Ni JSON (RFC 8259, section 7) ni XML (XML 1.0, section 2.2) ne l'admettent dans "
            "un texte."},
    {.id = "encoding.utf16-without-bom",
     .summary = "L'entrée ressemble à de l'UTF-16, mais n'a pas de marque d'ordre des octets.",
     .message = "ceci ressemble à {encoding} sans marque d'ordre des octets",
     .hint = "enregistrez le fichier en UTF-8, ou lisez-le avec --from-option encoding={encoding}",
     .why = "Sans la marque, l'ordre des octets est deviné, et une erreur donne partout d'autres caractères. XML 1.0, "
            "section 4.3.3, veut que l'UTF-16 commence par elle ; JSON est en UTF-8 (RFC 8259, section 8.1)."},
    {.id = "encoding.unsupported",
     .summary = "L'entrée déclare un encodage qui n'est pas pris en charge.",
     .message = "l'encodage {encoding} n'est pas pris en charge",
     .hint = "enregistrez le fichier en UTF-8 ; connus : utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1, "
             "macintosh, ibm850",
     .why = "Lu dans un autre encodage que celui qu'il déclare, le texte changerait sans que cela se voie. Tout "
            "lecteur de XML connaît UTF-8 et UTF-16 (XML 1.0, section 4.3.3) ; les autres dépendent du programme."},
    {.id = "encoding.contradicted",
     .summary = "L'entrée est dans un autre encodage que celui qu'elle déclare.",
     .message = "l'entrée déclare l'encodage {declared}, mais {reason_fr}",
     .hint = "corrigez la déclaration, ou indiquez l'encodage avec --from-option encoding=NOM, qui passe avant elle",
     .why = "Qui suit la déclaration lit d'autres caractères que qui suit les octets. XML 1.0, section 4.3.3, en fait "
            "une erreur fatale, sauf si l'encodage est connu par ailleurs."},
    {.id = "heading.unknown",
     .summary = "Un intitulé de colonne n'est pas un champ de la déclaration.",
     .message = "l'intitulé de colonne {heading} n'est pas un champ ; ses cellules sont conservées",
     .hint = "l'intitulé le plus proche est {nearest} ; les champs sans colonne sont {known}",
     .why = "Un intitulé mal écrit cache toute sa colonne : les cellules sont conservées, mais ne comptent et ne sont "
            "vérifiées pour aucun champ de la déclaration. Un intitulé est le nom d'un champ (RFC 4180, section 2, "
            "règle 3), ou son titre dans le schéma."},
    {.id = "heading.not-allowed",
     .summary = "Un intitulé de colonne n'est pas un champ d'une déclaration qui n'en admet pas d'autres.",
     .message = "l'intitulé de colonne {heading} n'est pas un champ de cette déclaration, qui n'en admet pas d'autres",
     .hint = "l'intitulé le plus proche est {nearest} ; les champs sans colonne sont {known}",
     .why =
         "Qui lit l'annexe selon son schéma n'attend pas cette colonne, et l'omet ou refuse chaque ligne qui y a une "
         "cellule. Le schéma n'admet pas d'autres champs : « additionalProperties » vaut false (JSON Schema "
         "draft-04)."},
    {.id = "heading.missing",
     .summary = "Un champ obligatoire n'a pas de colonne.",
     .message = "il n'y a pas de colonne pour {field}",
     .hint =
         "l'intitulé {nearest} en est proche ; c'est peut-être la colonne {foreign}, la seule dont l'intitulé n'est "
         "pas un champ, et dont les cellules sont conservées ; c'est peut-être la seule colonne sans intitulé, dont "
         "les cellules sont conservées sans être lues comme {unheaded} ; la colonne s'intitule {title_fr}",
     .why = "Aucune ligne ne peut avoir le champ, ce qui est une faute du tableau et non de chaque ligne. Le schéma "
            "cite le champ sous « required » (JSON Schema draft-04)."},
    {.id = "heading.blank",
     .summary = "Des colonnes d'un tableau n'ont pas d'intitulé.",
     .message = "colonnes sans intitulé : {count} ; leurs cellules sont conservées",
     .hint = "supprimez-les si elles sont vides, ou donnez un intitulé à chacune",
     .why =
         "Les tableurs enregistrent des colonnes qui ont servi un jour, et qui sont vides. Là où il y a quelque chose, "
         "personne ne sait ce que cela veut dire. RFC 4180, section 2, règle 3 : l'en-tête nomme chaque champ."},
    {.id = "plugin.failed",
     .summary = "Un module a échoué ou a enfreint le contrat.",
     .message = "le module a échoué : {reason}",
     .hint = "signalez-le à son auteur",
     .why = "Ce que le module aurait livré manque ou n'est pas sûr, et l'entrée n'y est pour rien. Le contrat est "
            "annexkit/plugin.h."},
    {.id = "plugin.silent-failure",
     .summary = "Une fonction d'un module a échoué sans dire pourquoi.",
     .message = "{function} de {plugin} a échoué sans dire pourquoi",
     .hint = "signalez-le à son auteur",
     .why = "Le rapport ne permet pas de dire ce qui est à corriger. Selon le contrat (annexkit/plugin.h), une "
            "fonction qui ne peut pas continuer rapporte d'abord un constat."},
    {.id = "plugin.crashed",
     .summary = "Un module qui s'exécute dans un processus à part n'est pas revenu.",
     .message = "le module {plugin} a planté : {reason_fr}",
     .hint =
         "signalez-le à son auteur ; --limit plugin-time=SECONDES lui laisse plus de {longer_than} secondes ; --limit "
         "plugin-memory=OCTETS lui laisse plus de {more_than} octets",
     .why = "Ce que le module aurait livré manque, et rien n'en est écrit. Il s'exécutait à part d'annexkit "
            "(--isolate) : les autres fichiers et leurs sorties sont comme ils seraient sans lui."},
    {.id = "loss.kind",
     .summary = "Une valeur reviendra de la sortie sous un autre type.",
     .message = "{name} est écrit comme du texte, et sera relu comme un autre type de valeur",
     .hint = "choisissez un format qui garde les types, comme json",
     .why = "Qui lit la sortie trouve du texte là où l'entrée avait un nombre, par exemple, et peut le trier ou le "
            "comparer autrement. Un fichier CSV n'a que des textes (RFC 4180) ; JSON garde les types."},
    {.id = "loss.field",
     .summary = "Un champ est omis parce qu'une option le demande.",
     .message = "{name} est omis",
     .hint = "choisissez un format qui lui fait une place, comme json",
     .why = "Qui ne reçoit que la sortie ne peut pas savoir que l'entrée en disait plus ; le rapport dit donc ce qui a "
            "été omis sur demande."},
    {.id = "loss.head",
     .summary = "Un membre de l'en-tête de l'annexe n'a pas de place dans la sortie.",
     .message = "{name} de l'en-tête de l'annexe n'a pas de place dans la sortie",
     .hint = "choisissez un format qui lui fait une place, comme json",
     .why = "La sortie ne dit plus ce que disait l'en-tête, comme la déclaration dont elle relève, et ses lecteurs "
            "doivent l'apprendre autrement. NDJSON, par exemple, n'a que des lignes d'initiatives."},
    {.id = "loss.character",
     .summary = "Le format de sortie ne peut pas représenter un caractère.",
     .message = "{name} contient {character}, que le format de sortie ne peut pas représenter",
     .hint = "supprimez-le, ou faites-le remplacer, si le format le peut : --to-option replace-unrepresentable=TEXTE",
     .why = "Un fichier qui le contient ne serait lu par aucun programme, et un fichier sans lui dirait autre chose : "
            "ni l'un ni l'autre n'est écrit sans qu'on le demande. XML 1.0, section 2.2, exclut la plupart des "
            "caractères de contrôle, même comme références."},
    {.id = "loss.replaced",
     .summary = "Un caractère que la sortie ne peut pas représenter a été remplacé comme demandé.",
     .message = "{name} contenait {character}, qui a été remplacé",
     .hint = "retirez-le de l'entrée, ou choisissez un autre format",
     .why = "La sortie diffère ici de l'entrée, et ce qui était là ne reviendra pas. XML 1.0, section 2.2, ne peut pas "
            "écrire ce caractère, et l'option replace-unrepresentable dit quoi écrire à sa place."},
    {.id = "loss.encoding",
     .summary = "L'encodage de sortie n'a pas un caractère.",
     .message = "{encoding} n'a pas de caractère {character}",
     .hint = "écrivez plutôt en UTF-8",
     .why = "Windows-1252 et l'ISO 8859-1 ont environ deux cents caractères d'Europe occidentale, et pas l'arabe ; le "
            "texte perdrait ce qui le rend lisible. L'UTF-8 (RFC 3629) a tous les caractères."},
    {.id = "annex.objective-without-initiative",
     .summary = "Dans une annexe complète, aucune initiative ne sert un objectif.",
     .message = "l'objectif {objective} n'a aucune initiative",
     .hint = "ajoutez-en une ; une partie d'annexe se vérifie sans --whole-annex",
     .why = "Ce qui a été convenu reste sur le papier là où personne ne propose rien. Dans le partenariat pour la "
            "mobilité de 2013, le point 42 réunit les signataires au moins deux fois par an pour suivre la mise en "
            "œuvre et, le cas échéant, réexaminer les priorités : il leur faut savoir où il n'y a rien."},
    {.id = "annex.signatory-without-initiative",
     .summary = "Dans une annexe complète, un signataire ne propose aucune initiative.",
     .message = "{value} ne propose aucune initiative",
     .hint = "ajoutez-en une ; une partie d'annexe se vérifie sans --whole-annex",
     .why = "Ou bien le signataire n'a encore rien promis, ou bien sa liste n'est jamais arrivée dans l'annexe ; l'un "
            "et l'autre demandent une réponse avant que l'annexe ne soit définitive. Dans le partenariat pour la "
            "mobilité de 2013, point 40, tous entendent contribuer."},
    {.id = "annex.unbalanced-section",
     .summary = "Dans une annexe complète, une section a une part des initiatives plus petite que ne le demande "
                "l'équilibre de la déclaration.",
     .message = "la section {section} compte {count} initiatives sur {total}, moins de {percent} %",
     .hint = "ajoutez des initiatives à la section",
     .why = "Une annexe qui sert à peine une section abandonne l'équilibre dont les signataires sont convenus. Dans le "
            "partenariat pour la mobilité de 2013, le point 39 demande une approche équilibrée et globale. La part "
            "minimale est « least_percent » sous « whole_annex » du schéma."},
    {.id = "annex.objectives-apart",
     .summary = "Dans une annexe complète, une partie seulement des objectifs qui vont ensemble est servie.",
     .message = "l'objectif {there} a des initiatives, mais {lacking} n'en a aucune ; ils vont ensemble",
     .hint = "proposez des initiatives pour les deux ou pour aucun",
     .why = "Ce qui a été négocié comme un ensemble n'est réalisé qu'en partie. Dans le partenariat pour la mobilité "
            "de 2013, le point 39 nomme les accords de facilitation des visas et de réadmission, objectifs 3 et 13. "
            "Les groupes sont « together » sous « whole_annex » du schéma."},
    {.id = "annex.follow-up",
     .summary =
         "Dans une annexe complète, un texte contient une marque que la déclaration fait suivre, comme une réserve.",
     .message = "{value} est à suivre",
     .hint = "réglez-le avec son auteur, puis retirez la mention",
     .why = "Une réserve que personne ne relève est oubliée, et l'initiative passe pour acquise. Dans le partenariat "
            "pour la mobilité de 2013, les points 44 et 45 demandent aux signataires de suivre les initiatives et de "
            "mettre à jour l'annexe. Les marques sont « marks » sous « whole_annex » du schéma."},
};

} // namespace annexkit
