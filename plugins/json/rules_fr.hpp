// SPDX-License-Identifier: Apache-2.0
// What is said of the rules in French. The host puts quotation marks around names and values that were submitted.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::json {

inline constexpr sdk::RuleWords rules_fr[] = {
    {.id = "json.syntax", .message = "ce n'est pas du JSON : {problem_fr}", .hint = "corrigez le texte à cet endroit"},
    {.id = "json.too-deep",
     .message = "les crochets sont imbriqués ici sur plus de {limit} niveaux",
     .hint = "aplatissez la valeur, ou permettez davantage avec --from-option max-depth=N (1000 au plus)"},
    {.id = "json.not-an-initiative",
     .message = "on attend ici {wanted_fr}, mais il y a {found_fr}",
     .hint = "une annexe est {{\"annex\": {{...}}, \"initiatives\": [...]}}, un tableau d'objets, ou un objet "
             "par ligne ; chaque objet est une initiative"},
    {.id = "json.not-a-head",
     .message = "« annex » contient l'en-tête de l'annexe et doit être {wanted_fr}, mais c'est {found_fr}",
     .hint = "écrivez-le {{\"declaration\": \"...\", ...}}, ou omettez-le"},
    {.id = "json.head-after-initiatives",
     .message = "« annex » se trouve après « initiatives », mais l'en-tête doit être connu avant la première "
                "initiative",
     .hint = "placez « annex » en premier dans le document"},
    {.id = "json.unknown-member",
     .message = "le document a un membre {name}, qui n'est ni « annex » ni « initiatives » ; il n'est pas lu",
     .hint = "déplacez son contenu dans « annex », ou supprimez-le"},
    {.id = "json.duplicate-member",
     .message = "le nom {name} est donné deux fois dans le même objet",
     .hint = "gardez l'un des deux, ou renommez-en un"},
    {.id = "json.no-initiatives",
     .message = "cet objet n'a pas de membre « initiatives » avec la liste des initiatives",
     .hint = "une annexe est {{\"annex\": {{...}}, \"initiatives\": [...]}}, un tableau d'initiatives, ou une "
             "initiative par ligne"},
    {.id = "json.options",
     .message = "l'option {name} vaut {value}, mais doit être un nombre entier de l'intervalle {wanted}"},
};

} // namespace annexkit::json
