// SPDX-License-Identifier: Apache-2.0
// Rules on an initiative and the annex head against the declaration's own content ("x-declaration").
#include "findings/core_rules.hpp"

#include <array>

namespace annexkit {

std::span<const Rule> declaration_rules() {
    using enum Severity;
    static const std::array rules = {
        Rule{"part.unknown",
             error,
             "An initiative stands in a part that the annex does not have.",
             {"there is no part {value}", "the parts are {known}"},
             {"il n'y a pas de partie {value}", "les parties sont {known}"}},
        Rule{"section.unknown",
             error,
             "A section code is none of the declaration's.",
             {"{value} is no section of the declaration", "the nearest section is {nearest}"},
             {"{value} n'est pas une section de la déclaration", "la section la plus proche est {nearest}"}},
        Rule{"section.heading-differs",
             warning,
             "A section heading is quoted otherwise than the declaration has it.",
             {"the heading says {annex} where the declaration says {declaration}", ""},
             {"l'intitulé porte {annex} là où la déclaration porte {declaration}", ""}},
        Rule{"objective.unknown",
             error,
             "An objective number is none of the declaration's.",
             {"there is no objective {value}", "the declaration has the objectives {wanted}"},
             {"il n'y a pas d'objectif {value}", "les objectifs de la déclaration vont {wanted_fr}"}},
        Rule{"objective.outside-section",
             error,
             "An objective belongs to another section than the initiative's.",
             {"objective {value} is not in section {section}", "it belongs to section {expected}"},
             {"l'objectif {value} n'est pas dans la section {section}", "il relève de la section {expected}"}},
        Rule{"objective.text-differs",
             warning,
             "An objective is quoted otherwise than the declaration has it.",
             {"objective {objective} says {annex} where the declaration says {declaration}", ""},
             {"l'objectif {objective} porte {annex} là où la déclaration porte {declaration}", ""}},
        Rule{"partner.unknown",
             error,
             "A partner is no signatory of the declaration.",
             {"{value} is no signatory", "the nearest code is {nearest}"},
             {"{value} n'est pas un signataire", "le code le plus proche est {nearest}"}},
        Rule{"partner.combined",
             error,
             "Several partners stand in one item of the list.",
             {"{value} names several partners at once", "make each partner an item of its own"},
             {"{value} désigne plusieurs partenaires à la fois", "faites de chaque partenaire un élément distinct"}},
        Rule{"annex.other-declaration",
             error,
             "The annex head names another declaration than the schema.",
             {"the annex belongs to {declaration}, the schema to {expected}", "use --schema to name the right one"},
             {"l'annexe relève de {declaration}, le schéma de {expected}", "indiquez le bon avec --schema"}},
        Rule{"annex.schema-assumed",
             note,
             "The input names no declaration; the only known one was taken.",
             {"the input names no declaration; {schema} is assumed", "use --schema to say which one"},
             {"l'entrée ne nomme aucune déclaration ; {schema} est supposée", "précisez-la avec --schema"}},
        Rule{"annex.unknown-member",
             warning,
             "The annex head has a member that is not known.",
             {"the annex head has a member {name} that is not known; it is carried through", ""},
             {"l'en-tête de l'annexe a un membre inconnu, {name} ; il est conservé", ""}},
        Rule{"annex.malformed-date",
             warning,
             "A date of the annex head is not written YYYY-MM-DD.",
             {"{name} is {value}, which is no date", "write dates as 2013-03-25"},
             {"{name} vaut {value}, qui n'est pas une date", "écrivez les dates comme 2013-03-25"}},
    };
    return rules;
}

} // namespace annexkit
