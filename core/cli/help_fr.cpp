// SPDX-License-Identifier: Apache-2.0
// What the help says, in English as the commands have it, and in French.
#include "help_fr.hpp"

#include "text/french.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace annexkit::cli {
namespace {

struct Said {
    std::string_view english;
    std::string_view french;
};

constexpr auto said = std::to_array<Said>({
    {"Validates and converts the annexes of international declarations.",
     "Valide et convertit les annexes de déclarations internationales."},
    {"Print this help message and exit", "Afficher cette aide"},
    {"Print the versions of annexkit, its libraries and its plugins",
     "Afficher les versions d'annexkit, de ses bibliothèques et de ses modules"},
    {"Convert annexes to another format, validating them on the way",
     "Convertir des annexes dans un autre format, en les validant au passage"},
    {"Report everything that is wrong with annexes", "Signaler tout ce qui ne va pas dans des annexes"},
    {"Mend what is wrong with annexes, in place, and report what is left",
     "Corriger sur place ce qui ne va pas dans des annexes, et signaler ce qui reste"},
    {"Tell how a file would be read, and by what evidence",
     "Dire comment un fichier serait lu, et d'après quels indices"},
    {"Show a saved report (validate --report json=FILE) again, or compare two",
     "Montrer de nouveau un rapport enregistré (validate --report json=FICHIER), ou en comparer deux"},
    {"Count the initiatives of each partner for each objective",
     "Compter les initiatives de chaque partenaire pour chaque objectif"},
    {"Compute the SHA-256 of annexes, the same in every format",
     "Calculer le SHA-256 d'annexes, le même dans tous les formats"},
    {"List the formats and their options", "Lister les formats et leurs options"},
    {"Also list each place where plugins are looked for, what is there, and why it was refused",
     "Lister aussi chaque endroit où l'on cherche des modules, ce qui s'y trouve, et pourquoi c'est refusé"},
    {"List the rules, or explain one", "Lister les règles, ou en expliquer une"},
    {"List the declarations that annexes can be validated against",
     "Lister les déclarations d'après lesquelles on peut valider des annexes"},
    {"Write a declaration's schema in the schema languages of others",
     "Écrire le schéma d'une déclaration dans d'autres langages de schéma"},
    {"Write an empty annex to fill in, with headings in a language",
     "Écrire une annexe vide à remplir, avec des intitulés dans une langue"},
    {"Check plugins, and write new ones", "Vérifier des greffons, et en écrire de nouveaux"},
    {"Try all that annexkit asks of a plugin on a plugin file",
     "Essayer sur un greffon tout ce qu'annexkit demande à un greffon"},
    {"Plugin to check, such as build/annexkit_mine.so", "Greffon à vérifier, tel que build/annexkit_mine.so"},
    {"Form of the results: text, tap (version 13) or junit", "Forme des résultats : text, tap (version 13) ou junit"},
    {"Input to try besides what the format writes itself; repeatable. In UTF-8 and small, some hundred bytes to some "
     "thousand, right or wrong",
     "Entrée à essayer outre ce que le format écrit lui-même ; répétable. En UTF-8, et petite : de quelques centaines "
     "à "
     "quelques milliers d'octets, juste ou fausse"},
    {"Time that each check may take", "Temps que chaque vérification peut prendre"},
    {"Memory that each check may take", "Mémoire que chaque vérification peut prendre"},
    {"Write a format that works, with its build and tests, to begin with",
     "Écrire un format qui marche, avec sa construction et ses tests, pour commencer"},
    {"Name of the format: lower case letters, digits and hyphens",
     "Nom du format : lettres minuscules, chiffres et traits d'union"},
    {"Folder to make for it (default: the name)", "Dossier à créer pour lui (par défaut : le nom)"},
    {"Write what a shell needs to complete command lines",
     "Écrire ce qu'il faut à un interpréteur pour compléter les commandes"},
    {"Write the man page of annexkit or of a command", "Écrire la page de manuel d'annexkit ou d'une commande"},
    {"The file to read and the file to write, or - for standard input and output; with --out-dir, files and folders to "
     "read",
     "Le fichier à lire et le fichier à écrire, ou - pour l'entrée et la sortie standard ; avec --out-dir, fichiers et "
     "dossiers à lire"},
    {"Format of the output (default: by its name)", "Format de la sortie (par défaut : d'après son nom)"},
    {"Option of the output format; repeatable (see annexkit formats)",
     "Option du format de la sortie ; répétable (voir annexkit formats)"},
    {"On errors: stop and write nothing; skip the initiatives concerned; or keep all, where all can be written",
     "En cas d'erreurs : stop, ne rien écrire ; skip, omettre les initiatives concernées ; keep, tout garder si tout "
     "peut être écrit"},
    {"Replace an existing output", "Remplacer une sortie qui existe"},
    {"Write nothing, and exit with 5, if anything would be lost",
     "Ne rien écrire, et finir avec le code 5, si quelque chose devait se perdre"},
    {"Neither progress nor summaries", "Ni avancement, ni bilans"},
    {"Format of the input (default: by its name, else by its content)",
     "Format de l'entrée (par défaut : d'après son nom, sinon d'après son contenu)"},
    {"Option of the input format; repeatable (see annexkit formats)",
     "Option du format de l'entrée ; répétable (voir annexkit formats)"},
    {"Declaration to validate against: a name or a file (default: what the annex says)",
     "Déclaration d'après laquelle valider : un nom ou un fichier (par défaut : ce que dit l'annexe)"},
    {"Number of threads; 0 for as many as there are processors, which is also the most",
     "Nombre de fils d'exécution ; 0 pour autant qu'il y a de processeurs, ce qui est aussi le plus"},
    {"Read or list no more than this; repeatable. NAME is input-bytes, records, field-bytes (default: 1048576), fields "
     "(unknown ones; default: 10000), findings (that a report keeps) or, with --isolate, plugin-memory (bytes; "
     "default: "
     "1073741824) and plugin-time (seconds without a sign of life; default: 60)",
     "Ne lire ou lister pas plus que cela ; répétable. NAME est input-bytes (octets), records (initiatives), "
     "field-bytes (par défaut : 1048576), fields (champs inconnus ; par défaut : 10000), findings (constats que garde "
     "un rapport) ou, avec --isolate, plugin-memory (octets ; par défaut : 1073741824) et plugin-time (secondes sans "
     "signe de vie ; par défaut : 60)"},
    {"With --isolate, let a plugin take no more than this; repeatable. NAME is plugin-memory (bytes; default: "
     "1073741824) "
     "or plugin-time (seconds without a sign of life; default: 60)",
     "Avec --isolate, ne laisser prendre à un module pas plus que cela ; répétable. NAME est plugin-memory (octets ; "
     "par "
     "défaut : 1073741824) ou plugin-time (secondes sans signe de vie ; par défaut : 60)"},
    {"Longest initiative that is read", "Plus longue initiative qui soit lue"},
    {"Size of the pieces that the threads share; results do not depend on it",
     "Taille des morceaux que les fils se partagent ; les résultats n'en dépendent pas"},
    {"Lowest severity of a finding that makes the exit code 1",
     "Gravité à partir de laquelle un constat donne le code de retour 1"},
    {"Form of a report, and its file (default: text, to the terminal); repeatable. Forms: text, concise, json, ndjson, "
     "sarif, junit, github, gitlab, markdown, html, csv",
     "Forme d'un rapport, et son fichier (par défaut : text, au terminal) ; répétable. Formes : text, concise, json, "
     "ndjson, sarif, junit, github, gitlab, markdown, html, csv"},
    {"Language of the report: en, fr, or auto for the locale's",
     "Langue du rapport : en, fr, ou auto pour celle de l'environnement"},
    {"Colours in the text report: auto for those of a terminal without NO_COLOR",
     "Couleurs du rapport text : auto pour celles d'un terminal sans NO_COLOR"},
    {"Look for plugins in this folder first; repeatable", "Chercher les modules d'abord dans ce dossier ; répétable"},
    {"Load plugins that other users may change too, and with that whatever code they put there",
     "Charger aussi des modules que d'autres utilisateurs peuvent modifier, et donc tout code qu'ils y mettent"},
    {"Run each plugin in a process of its own, so that one that crashes or hangs harms nothing else",
     "Exécuter chaque module dans un processus à part, pour que s'il plante ou se bloque rien d'autre n'en souffre"},
    {"Look for schemas in this folder first; repeatable", "Chercher les schémas d'abord dans ce dossier ; répétable"},
    {"Write the initiatives without errors to FILE", "Écrire dans FILE les initiatives sans erreur"},
    {"Write the others to FILE, unchanged, to be mended and submitted again; --report csv=FILE keeps the reasons",
     "Écrire les autres dans FILE, telles quelles, pour être corrigées et soumises de nouveau ; --report csv=FILE en "
     "garde les raisons"},
    {"Read also what is named in FILE, or - for standard input, one a line",
     "Lire aussi ce que nomme FILE, ou - pour l'entrée standard, un nom par ligne"},
    {"The names of --files-from end with NUL, not with the line",
     "Les noms de --files-from finissent par NUL, et non avec la ligne"},
    {"Write each file under its path below this folder instead",
     "Écrire plutôt chaque fichier d'après son chemin sous ce dossier"},
    {"Take these of a folder (default: the known formats); repeatable",
     "D'un dossier, prendre ceux-ci (par défaut : les formats connus) ; répétable"},
    {"Leave out these files and folders of a folder; repeatable",
     "D'un dossier, omettre ces fichiers et dossiers ; répétable"},
    {"Write what became of each input to FILE, a line of JSON each",
     "Écrire dans FILE ce qu'il est advenu de chaque entrée, une ligne de JSON chacune"},
    {"Go on with the run that wrote this manifest, or begin it: skip what is done and unchanged",
     "Continuer l'exécution qui a écrit ce manifeste, ou la commencer : passer ce qui est fait et inchangé"},
    {"End at the first file that is not clean", "S'arrêter au premier fichier qui n'est pas net"},
    {"Convert part I of the N that the file is cut into, between initiatives; the outputs of all parts, joined in "
     "order, are the output of the whole",
     "Convertir la partie I des N en lesquelles le fichier est coupé, entre des initiatives ; les sorties de toutes "
     "les parties, mises bout à bout, sont celle de l'ensemble"},
    {"Ask these rules alone, by id or the beginning of it; repeatable, or with commas",
     "Ne demander que ces règles, par identifiant ou son début ; répétable, ou avec des virgules"},
    {"Leave these rules out. Of names that fit one rule the longest counts. What tells that something could not be "
     "read or written is always asked",
     "Omettre ces règles. Des noms qui conviennent à une règle, le plus long compte. Ce qui dit que quelque chose n'a "
     "pu être lu ou écrit est toujours demandé"},
    {"Make rules as grave as LEVEL: off, note, warning or error; repeatable",
     "Donner à des règles la gravité LEVEL : off, note, warning ou error ; répétable"},
    {"Pass the findings that FILE knows; validate --write-baseline FILE writes one. An entry may have a \"reason\", "
     "and a day \"until\" which it counts",
     "Laisser passer les constats que FILE connaît ; validate --write-baseline FILE en écrit un. Une entrée peut avoir "
     "un motif (reason) et un dernier jour (until)"},
    {"File with settings (default: annexkit.toml in the folder of the inputs, or the nearest one above)",
     "Fichier de réglages (par défaut : annexkit.toml dans le dossier des entrées, ou le plus proche au-dessus)"},
    {"Use no file with settings", "N'utiliser aucun fichier de réglages"},
    {"Print the settings in use and where they come from, and do nothing else",
     "Afficher les réglages en vigueur et d'où ils viennent, et rien d'autre"},
    {"Files, folders (every file of a known format in them), or - for standard input",
     "Fichiers, dossiers (tous leurs fichiers d'un format connu), ou - pour l'entrée standard"},
    {"Judge each input as a whole annex: also report what it lacks, and what to follow up",
     "Juger chaque entrée comme une annexe entière : signaler aussi ce qui y manque, et ce qui est à suivre"},
    {"Mend first what can be mended, as annexkit fix does", "Corriger d'abord ce qui peut l'être, comme annexkit fix"},
    {"With --fix, mend also what is likely to have been meant",
     "Avec --fix, corriger aussi ce qui était sans doute voulu"},
    {"Write what is found to FILE as known, and count it as clean; reasons that FILE has are kept",
     "Écrire dans FILE ce qui est trouvé, comme connu, et le tenir pour net ; les motifs de FILE sont gardés"},
    {"Files, and folders for every file of a known format in them",
     "Fichiers, et dossiers pour tous leurs fichiers d'un format connu"},
    {"Mend also what is likely to have been meant: the declaration's own words, the nearest code",
     "Corriger aussi ce qui était sans doute voulu : les mots de la déclaration, le code le plus proche"},
    {"Show what would change as a unified diff, and write nothing",
     "Montrer ce qui changerait, ligne par ligne (diff unifié), sans rien écrire"},
    {"Write the mended annex to FILE, and leave the input as it is",
     "Écrire l'annexe corrigée dans FILE, et laisser l'entrée telle quelle"},
    {"Replace an existing --output", "Remplacer un --output qui existe"},
    {"File to read, or - for standard input", "Fichier à lire, ou - pour l'entrée standard"},
    {"Form of the answer: text or json", "Forme de la réponse : text ou json"},
    {"Saved report to show, or - for standard input", "Rapport enregistré à montrer, ou - pour l'entrée standard"},
    {"Two saved reports: which findings are new, gone, or still there. Files are the same by name, where there is more "
     "than one",
     "Deux rapports enregistrés : quels constats sont nouveaux, disparus, ou toujours là. S'il y a plusieurs fichiers, "
     "c'est leur nom qui les rapproche"},
    {"Form of the matrix: text, csv, json, or svg for a picture (default: by the name of the output, else text)",
     "Forme du tableau : text, csv, json, ou svg pour une image (par défaut : d'après le nom de la sortie, sinon "
     "text)"},
    {"Number of the one part of the annex to count (default: all)",
     "Numéro de la partie de l'annexe à compter (par défaut : toutes)"},
    {"File to write, replaced where it exists", "Fichier à écrire, remplacé s'il existe"},
    {"Files, or - for standard input", "Fichiers, ou - pour l'entrée standard"},
    {"Form of the list: text, json, or ids, one a line", "Forme de la liste : text, json, ou ids, un par ligne"},
    {"Id of the rule to explain, such as objective.unknown, or the beginning of ids, such as text",
     "Identifiant de la règle à expliquer, comme objective.unknown, ou début d'identifiants, comme text"},
    {"Write the schema of a whole annex, for other validators",
     "Écrire le schéma d'une annexe entière, pour d'autres validateurs"},
    {"File to write, or - for standard output", "Fichier à écrire, ou - pour la sortie standard"},
    {"Format of the form (default: by the file's name, else csv)",
     "Format du formulaire (par défaut : d'après le nom du fichier, sinon csv)"},
    {"Option of the format; repeatable. A table has a byte order mark, which spreadsheets want, in French semicolons "
     "between its cells, and no column for other fields, unless these say otherwise",
     "Option du format ; répétable. Un tableau a une marque d'ordre des octets, que veulent les tableurs, en français "
     "des points-virgules entre ses cellules, et pas de colonne pour d'autres champs, sauf avis contraire"},
    {"Language of the headings, such as en or fr, or auto for the locale's",
     "Langue des intitulés, comme en ou fr, ou auto pour celle de l'environnement"},
    {"Replace an existing file", "Remplacer un fichier qui existe"},
    {"Declaration: a name or a file (default: the only one there is)",
     "Déclaration : un nom ou un fichier (par défaut : la seule qu'il y ait)"},
    {"Shell to write for", "Interpréteur de commandes concerné"},
    {"Command, such as convert (default: annexkit itself)", "Commande, comme convert (par défaut : annexkit lui-même)"},
    {"Write every page into this folder, replacing files of the same names",
     "Écrire toutes les pages dans ce dossier, en remplaçant les fichiers du même nom"},
    {"Form of the schema: json-schema, json-schema-draft-04, xsd, xsd-namespace, table-schema, csvw",
     "Forme du schéma : json-schema, json-schema-draft-04, xsd, xsd-namespace, table-schema, csvw"},
    {"Write every form into this folder, replacing files of the same names",
     "Écrire toutes les formes dans ce dossier, en remplaçant les fichiers du même nom"},
    {"Many files", "Plusieurs fichiers"},
    {"Parts of a large file", "Parties d'un grand fichier"},
    {"Rules", "Règles"},
    {"Settings of a project", "Réglages d'un projet"},
    {"Two outputs", "Deux sorties"},
    {"Subcommands", "Commandes"},
});

/// What stands below the options of a command.
constexpr auto footers = std::to_array<Said>({
    {"convert",
     "Trois formes :\n"
     "  annexkit convert ENTRÉE SORTIE [--shard I/N]\n"
     "  annexkit convert ENTRÉE --accepted FICHIER --rejected FICHIER\n"
     "  annexkit convert ENTRÉES... --out-dir DOSSIER --to FORMAT\n"
     "\n"
     "Avec --accepted et --rejected, chaque initiative est dans l'un des deux fichiers, et les deux sont des annexes\n"
     "de même en-tête, même si l'une n'a aucune initiative, sauf en CSV, qui n'a alors pas de place pour lui. Aucun\n"
     "n'apparaît si une initiative ne peut être lue en entier ou écrite. --to et --to-option valent pour les deux.\n"
     "\n"
     "Avec --shard, chaque partie est une tâche à part, au besoin sur une machine à part. Le NDJSON en UTF-8 est lu\n"
     "à partir de la partie ; toute autre entrée l'est depuis son début, mais seule la partie est jugée et écrite.\n"
     "Lignes, colonnes et octets sont ceux du fichier. À partir de la partie 2, les constats n'ont ni numéro, ni\n"
     "rangée, ni adresse de l'initiative, et en NDJSON pas de ligne. Un identifiant commun à deux parties n'est pas\n"
     "remarqué ; annexkit validate le signale pour l'ensemble. Ce qui peut omettre des initiatives, les flux, et les\n"
     "formats dont les parties ne peuvent être jointes sont refusés.\n"
     "\n"
     "Un fichier d'un dossier garde son chemin sous ce dossier, un autre son nom ; l'extension devient celle du\n"
     "format. Les dossiers sont parcourus jusqu'au fond, sauf fichiers cachés et liens vers des dossiers. Un GLOB\n"
     "avec une barre oblique est comparé au chemin sous le dossier, où ** vaut tout nombre de dossiers, un autre au\n"
     "nom ; s'il finit par une barre oblique, il ne vaut que pour des dossiers. Un fichier qui échoue n'arrête aucun\n"
     "autre, et le code de retour est celui du pire."},
    {"digest",
     "Une ligne par entrée, dans leur ordre, comme les écrit sha256sum. L'empreinte est celle des initiatives,\n"
     "valides ou non, avec tous leurs champs ; l'en-tête de l'annexe, que tous les formats n'ont pas, n'en est pas.\n"
     "Si une initiative ne peut être lue en entier, il n'y a pas d'empreinte, et le code de retour est celui de la\n"
     "pire entrée."},
    {"fix",
     "Sûr, et toujours corrigé : espaces, caractères non composés, textes passés en entier par un mauvais encodage ;\n"
     "codes d'une autre casse, autres noms de signataires, intitulés de sections ; plusieurs partenaires dans un\n"
     "élément ; nombres écrits comme des textes, tel 12 dans « 12. Poursuivre ... ». annexkit rules ID dit ce qu'il "
     "en\n"
     "est d'une règle. Seules les valeurs concernées changent : chaque autre octet reste, quels que soient "
     "séparateur,\n"
     "guillemets, encodage et fins de ligne. Le rapport porte sur ce qui reste ; un fichier qui n'a pu être lu\n"
     "jusqu'au bout reste tel quel."},
    {"sniff",
     "Les indices d'une façon de lire un tableau sont dans ses 16 premières lignes : combien d'intitulés le schéma\n"
     "connaît, par leur nom ou leur titre dans une langue quelconque ; combien de lignes ont autant de cellules qu'il\n"
     "y a d'intitulés, et leurs guillemets là où les veut la RFC 4180 ; combien de cellules de champs à codes ou à\n"
     "nombres en contiennent. Le fichier est lu jusqu'au bout, car ses derniers octets peuvent révéler son encodage.\n"
     "Le code de retour est 1 si deux façons se valent."},
    {"check",
     "Chaque vérification tourne dans un processus à elle : un greffon qui plante, se bloque ou écrit à l'écran fait\n"
     "échouer celle-là et aucune autre. Le greffon lui-même a vos droits. Le code de retour est 4 si une vérification\n"
     "échoue. Les résultats sont en anglais."},
});

// What has no French stays as it is; a test finds it.
std::string in_french(const std::string& english) {
    const auto* const found =
        std::find_if(said.begin(), said.end(), [&](const Said& each) { return each.english == english; });
    return found == said.end() ? english : with_french_spaces(found->french);
}

} // namespace

void speak_french(CLI::App& program) {
    program.description(in_french(program.get_description()));
    program.group(in_french(program.get_group()));
    const auto* const footer = std::find_if(footers.begin(), footers.end(),
                                            [&](const Said& each) { return each.english == program.get_name(); });
    if (footer != footers.end()) program.footer(with_french_spaces(footer->french));
    const auto formatter = program.get_formatter();
    formatter->label("Usage", "Usage\u00A0");
    formatter->label("Positionals", "Arguments");
    formatter->label("REQUIRED", "OBLIGATOIRE");
    formatter->label("SUBCOMMAND", "COMMANDE");
    for (auto* option : program.get_options()) {
        option->description(in_french(option->get_description()));
        option->group(in_french(option->get_group()));
    }
    for (auto* command : program.get_subcommands({})) speak_french(*command);
}

} // namespace annexkit::cli
