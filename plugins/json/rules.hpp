// SPDX-License-Identifier: Apache-2.0
// The rules that both formats share.
#pragma once

#include <annexkit/plugin_sdk.hpp>

namespace annexkit::json {

struct Sentences {
    std::string_view message;
    std::string_view hint;
};

constexpr annexkit_rule error_rule(std::string_view id, std::string_view summary, Sentences english, Sentences french) {
    return {sdk::text(id),           ANNEXKIT_ERROR,
            sdk::text(summary),      sdk::text(english.message),
            sdk::text(english.hint), sdk::text(french.message),
            sdk::text(french.hint)};
}

// The host puts quotation marks around names and values that were submitted.
inline constexpr annexkit_rule rules[] = {
    error_rule("json.syntax", "The text is not JSON as RFC 8259 defines it.",
               {"this is not JSON: {problem}", "mend the text at this place"},
               {"ce n'est pas du JSON : {problem_fr}", "corrigez le texte à cet endroit"}),
    error_rule("json.too-deep", "Brackets are nested deeper than the reader allows.",
               {"brackets are nested more than {limit} deep here",
                "flatten the value, or allow more with --from-option max-depth=N (at most 1000)"},
               {"les crochets sont imbriqués ici sur plus de {limit} niveaux",
                "aplatissez la valeur, ou permettez davantage avec --from-option max-depth=N (1000 au plus)"}),
    error_rule("json.not-an-initiative", "Something else stands where initiatives are expected.",
               {"{wanted} is expected here, but there is {found}",
                "an annex is {{\"annex\": {{...}}, \"initiatives\": [...]}}, an array of objects, or one object a "
                "line; each object is an initiative"},
               {"on attend ici {wanted_fr}, mais il y a {found_fr}",
                "une annexe est {{\"annex\": {{...}}, \"initiatives\": [...]}}, un tableau d'objets, ou un objet par "
                "ligne ; chaque objet est une initiative"}),
    error_rule("json.not-a-head", "The member \"annex\" of the document is no object.",
               {"\"annex\" holds the head of the annex and must be {wanted}, but it is {found}",
                "write it as {{\"declaration\": \"...\", ...}}, or leave it out"},
               {"« annex » contient l'en-tête de l'annexe et doit être {wanted_fr}, mais c'est {found_fr}",
                "écrivez-le {{\"declaration\": \"...\", ...}}, ou omettez-le"}),
    error_rule(
        "json.head-after-initiatives", "The annex head stands behind the initiatives, which cannot be read without it.",
        {"\"annex\" stands after \"initiatives\", but the head must be known before the first initiative",
         "put \"annex\" first in the document"},
        {"« annex » se trouve après « initiatives », mais l'en-tête doit être connu avant la première initiative",
         "placez « annex » en premier dans le document"}),
    error_rule("json.unknown-member", "The document has a member that annexkit does not know and would lose.",
               {"the document has a member {name}, which is neither \"annex\" nor \"initiatives\"; it is not read",
                "move what it says into \"annex\", or remove it"},
               {"le document a un membre {name}, qui n'est ni « annex » ni « initiatives » ; il n'est pas lu",
                "déplacez son contenu dans « annex », ou supprimez-le"}),
    error_rule("json.duplicate-member", "An object has two members of the same name.",
               {"the name {name} is given twice in the same object", "keep one of the two, or rename one"},
               {"le nom {name} est donné deux fois dans le même objet", "gardez l'un des deux, ou renommez-en un"}),
    error_rule("json.no-initiatives", "The document has no member \"initiatives\".",
               {"this object has no member \"initiatives\" with the list of initiatives",
                "an annex is {{\"annex\": {{...}}, \"initiatives\": [...]}}, an array of initiatives, or one "
                "initiative a line"},
               {"cet objet n'a pas de membre « initiatives » avec la liste des initiatives",
                "une annexe est {{\"annex\": {{...}}, \"initiatives\": [...]}}, un tableau d'initiatives, ou une "
                "initiative par ligne"}),
    error_rule("json.options", "An option of format json is out of its range.",
               {"option {name} is {value}, but must be a whole number in the range {wanted}", ""},
               {"l'option {name} vaut {value}, mais doit être un nombre entier de l'intervalle {wanted}", ""}),
};

} // namespace annexkit::json
