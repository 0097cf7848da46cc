// SPDX-License-Identifier: Apache-2.0
// Rules on the input as a whole: bytes, encoding, headings, limits.
#include "findings/core_rules.hpp"

#include <array>

namespace annexkit {

std::span<const Rule> input_rules() {
    using enum Severity;
    static const std::array rules = {
        Rule{"input.empty",
             error,
             "The input has no bytes at all.",
             {"the input is empty", "check how the file was saved or sent"},
             {"l'entrée est vide", "vérifiez comment le fichier a été enregistré ou envoyé"}},
        Rule{"input.wrong-format",
             error,
             "The content is of another format than the name says.",
             {"it is named as {wanted}, but holds {found}", "use --from to say what it is"},
             {"son nom indique {wanted}, mais elle contient {found}", "précisez le format avec --from"}},
        Rule{"input.no-initiatives",
             error,
             "The annex holds no initiative.",
             {"the annex holds no initiative", ""},
             {"l'annexe ne contient aucune initiative", ""}},
        Rule{"limit.record-bytes",
             error,
             "One initiative is longer than the limit.",
             {"what begins here is longer than {limit} bytes", "raise the limit with --max-record-bytes"},
             {"ce qui commence ici dépasse {limit} octets", "relevez la limite avec --max-record-bytes"}},
        Rule{"encoding.assumed",
             note,
             "The encoding is not declared and was inferred.",
             {"the encoding is taken to be {encoding}: {reason}", "use --from-option encoding=NAME to say which one"},
             {"l'encodage est supposé être {encoding} : {reason}", "précisez-le avec --from-option encoding=NOM"}},
        Rule{"encoding.invalid",
             error,
             "Bytes are not valid in the encoding of the input.",
             {"the bytes {bytes} are not {encoding}", "name the right encoding with --from-option encoding=NAME"},
             {"les octets {bytes} ne sont pas de l'{encoding}",
              "indiquez le bon encodage avec --from-option encoding=NOM"}},
        Rule{
            "encoding.nul",
            error,
            "The input holds a NUL byte.",
            {"there is a NUL byte, so this is no text in the encoding assumed", "save the file as UTF-8"},
            {"il y a un octet NUL : ce n'est pas du texte dans l'encodage supposé", "enregistrez le fichier en UTF-8"}},
        Rule{"encoding.utf16-without-bom",
             error,
             "The input looks like UTF-16, but has no byte order mark.",
             {"this looks like {encoding} without a byte order mark", "use --from-option encoding={encoding}"},
             {"ceci ressemble à de l'{encoding} sans marque d'ordre", "utilisez --from-option encoding={encoding}"}},
        Rule{"encoding.unsupported",
             error,
             "The input declares an encoding that is not supported.",
             {"the encoding {encoding} is not supported",
              "save the file as UTF-8; known: utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1"},
             {"l'encodage {encoding} n'est pas pris en charge",
              "enregistrez le fichier en UTF-8 ; connus : utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1"}},
        Rule{"heading.unknown",
             warning,
             "A column heading is no field of the declaration.",
             {"the heading {heading} is no field", "its cells are carried through; the nearest heading is {nearest}"},
             {"l'intitulé de colonne {heading} n'est pas un champ",
              "ses cellules sont conservées ; l'intitulé le plus proche est {nearest}"}},
        Rule{"heading.missing",
             error,
             "A required field has no column.",
             {"there is no column for {field}", "add a column headed {field}"},
             {"il n'y a pas de colonne pour {field}", "ajoutez une colonne intitulée {field}"}},
        Rule{"plugin.failed",
             error,
             "A plugin failed or broke the contract.",
             {"the plugin failed: {reason}", "report this to the plugin's maker"},
             {"le module a échoué : {reason}", "signalez-le à son auteur"}},
        Rule{"plugin.silent-failure",
             error,
             "A plugin's function failed without saying why.",
             {"{function} of {plugin} failed without saying why", "report this to the plugin's maker"},
             {"{function} de {plugin} a échoué sans dire pourquoi", "signalez-le à son auteur"}},
    };
    return rules;
}

std::span<const Rule> output_rules() {
    using enum Severity;
    static const std::array rules = {
        Rule{"loss.kind",
             warning,
             "A value comes back from the output as another kind.",
             {"{name} is written as text and comes back as another kind than {kind}", ""},
             {"{name} est écrit comme texte et reviendra sous un autre type que {kind}", ""}},
        Rule{"loss.field",
             warning,
             "A field is left out because an option says so.",
             {"{name} is left out", ""},
             {"{name} est omis", ""}},
        Rule{"loss.head",
             warning,
             "A member of the annex head has no room in the output.",
             {"the output has no room for {name} of the annex head", ""},
             {"la sortie n'a pas de place pour {name} de l'en-tête de l'annexe", ""}},
        Rule{"loss.character",
             error,
             "The output format cannot hold a character.",
             {"{name} holds {character}, which the output format cannot hold", "remove it, or replace it by an option"},
             {"{name} contient {character}, que le format de sortie ne peut pas représenter",
              "supprimez-le, ou remplacez-le par une option"}},
        Rule{"loss.replaced",
             warning,
             "A character that the output cannot hold was replaced as asked for.",
             {"{name} held {character}, which was replaced", ""},
             {"{name} contenait {character}, qui a été remplacé", ""}},
        Rule{"loss.encoding",
             error,
             "The output encoding lacks a character.",
             {"{encoding} has no character {character}", "write UTF-8 instead"},
             {"{encoding} n'a pas de caractère {character}", "écrivez plutôt en UTF-8"}},
    };
    return rules;
}

} // namespace annexkit
