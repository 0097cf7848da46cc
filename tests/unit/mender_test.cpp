// SPDX-License-Identifier: Apache-2.0
#include "fix/mender.hpp"

#include "lent_record.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <rapidjson/document.h>

using namespace annexkit;

namespace {

const std::shared_ptr<const Schema> schema = *Schema::load(ANNEXKIT_SOURCE_DIR "/schemas/eu-morocco-2013.schema.json");

/// An initiative without a fault, but for what is given in place of its members.
std::string initiative(const std::string& members) {
    const std::string base = members.starts_with("\"id\"") ? R"("part": 1)" : R"("id": "ma-2013-p1-001", "part": 1)";
    const auto with = [&](const char* name, const std::string& usual) {
        return members.find(fmt::format("\"{}\":", name)) == std::string::npos
                   ? fmt::format(", \"{}\": {}", name, usual)
                   : std::string();
    };
    return "{" + base + with("section", "\"mobilite\"") + with("objective", "3") + with("partners", "[\"UE\"]") +
           with("initiative", "\"Un texte.\"") + ", " + members + "}";
}

/// "field[item]=text|text (rules)" of each change, unsafe ones with "?".
std::string mended(const std::string& members, Fixes fixes = Fixes::safe, const RuleSelection& selection = {}) {
    RuleCatalogue rules;
    REQUIRE(rules.select(selection));
    rapidjson::Document document;
    document.Parse(initiative(members).c_str());
    REQUIRE_FALSE(document.HasParseError());
    const LentRecord record(*schema, document);
    std::string told;
    for (const auto& change : Mender(schema, rules, fixes).mend(record.record(), Validator(schema)).changes) {
        if (!told.empty()) told += "; ";
        told += schema->fields()[change.field].name;
        if (change.item >= 0) told += fmt::format("[{}]", change.item);
        told += fmt::format("={}{}{} ({})", change.kind == ANNEXKIT_NUMBER ? "#" : "", fmt::join(change.texts, "|"),
                            change.is_safe ? "" : "?", fmt::join(change.rules, ", "));
    }
    return told;
}

/// "field[item] rule: why" of each that is not mended.
std::string unmended(const std::string& members, Fixes fixes = Fixes::safe) {
    const RuleCatalogue rules;
    rapidjson::Document document;
    document.Parse(initiative(members).c_str());
    REQUIRE_FALSE(document.HasParseError());
    const LentRecord record(*schema, document);
    std::string told;
    for (const auto& each : Mender(schema, rules, fixes).mend(record.record(), Validator(schema)).refusals) {
        if (!told.empty()) told += ", ";
        told += schema->fields()[each.field].name;
        if (each.item >= 0) told += fmt::format("[{}]", each.item);
        told += fmt::format(" {}: {}", each.rule, each.why.id());
    }
    return told;
}

} // namespace

TEST_CASE("what is not mended though its rule is has a reason") {
    CHECK(unmended(R"("initiative": " Un  texte. ")") == "");
    CHECK(unmended(R"("initiative": " =A1")") == "initiative text.outer-space: unmended.formula");
    CHECK(unmended(R"("initiative": "Un Ã©change à l'Ã©tranger.")") == "initiative text.mojibake: unmended.partly");
    CHECK(unmended(R"("partners": ["UK", "gb"])") == "partners[1] partner.unknown: unmended.twice");
    CHECK(unmended(R"("partners": ["DE et ES", "de"])") == "partners[1] partner.unknown: unmended.twice");
    CHECK(unmended(R"("partners": ["UE", "ZZ"])") == "");
    CHECK(unmended(R"("id": "ma-2013-p1-1")") == "");
    CHECK(unmended(R"("id": "ma-2013-p1-1")", Fixes::unsafe) == "id text.lost-zeros: unmended.id");
}

TEST_CASE("a sound initiative is left alone") {
    CHECK(mended(R"("bodies": ["Ministère"])") == "");
    CHECK(mended(R"("bodies": ["Ministère"])", Fixes::unsafe) == "");
}

TEST_CASE("spaces are mended, but those that have a meaning") {
    CHECK(mended(R"("initiative": " Un  texte. ")") == "initiative=Un texte. (text.outer-space, text.doubled-space)");
    CHECK(mended(R"("initiative": "Un texte :\n   - un point")") == "");
    CHECK(mended(R"("initiative": "Un\u00a0texte\u202f!")") == "");
    CHECK(mended(R"("bodies": ["Office", " Ministère"])") == "bodies[1]=Ministère (text.outer-space)");
}

TEST_CASE("a text is composed") {
    CHECK(mended(R"("initiative": "Un e\u0301change.")") == "initiative=Un échange. (text.not-composed)");
}

TEST_CASE("a text that went through a wrong encoding as a whole is what it was") {
    CHECK(mended(R"("initiative": "Un Ã©change \u00c3\u00a0 l'Ã©tranger.")") ==
          "initiative=Un échange à l'étranger. (text.mojibake)");
    SUBCASE("but not where some of it did not") {
        CHECK(mended(R"("initiative": "Un Ã©change à l'étranger.")") == "");
        CHECK(mended(R"("initiative": "Un Ã©change à l'étranger.")", Fixes::unsafe) == "");
    }
    CHECK(mended(R"("initiative": "l\u0092accord")") == "initiative=l’accord (text.windows-1252)");
}

TEST_CASE("what one fault hides is mended too") {
    CHECK(mended(R"("initiative": " Un  Ã©change.")") ==
          "initiative=Un échange. (text.mojibake, text.outer-space, text.doubled-space)");
}

TEST_CASE("codes are told by their case, aliases and names") {
    CHECK(mended(R"("partners": ["ue"])") == "partners[0]=UE (partner.unknown)");
    CHECK(mended(R"("partners": ["DE", "EU"])") == "partners[1]=UE (partner.unknown)");
    CHECK(mended(R"("partners": ["Allemange"])", Fixes::unsafe) == "partners[0]=DE? (partner.unknown)");
    CHECK(mended(R"("partners": ["GB "])") == "partners[0]=UK (partner.unknown)");
    CHECK(mended(R"("partners": ["royaume de suède"])") == "partners[0]=SE (partner.unknown)");
    CHECK(mended(R"("section": "Mobilité")") == "section=mobilite (section.unknown)");
    CHECK(mended(R"("section": "Mobilité, immigration régulière et intégration")") ==
          "section=mobilite (section.unknown)");
    SUBCASE("with dots or without") {
        CHECK(mended(R"("partners": ["D.E.", "U. K", "U.E.", "E.U"])") ==
              "partners[0]=DE (partner.unknown); partners[1]=UK (partner.unknown); partners[2]=UE (partner.unknown)");
        CHECK(mended(R"("partners": ["D.F."])", Fixes::unsafe) == "");
    }
    SUBCASE("the nearest one is only likely") {
        CHECK(mended(R"("section": "mobilte")") == "");
        CHECK(mended(R"("section": "mobilte")", Fixes::unsafe) == "section=mobilite? (section.unknown)");
    }
    SUBCASE("and what is near to none is nothing") { CHECK(mended(R"("partners": ["XYZ"])", Fixes::unsafe) == ""); }
}

TEST_CASE("several partners in one item become items of their own") {
    CHECK(mended(R"("partners": ["DE/FR"])") == "partners[0]=DE|FR (partner.combined)");
    CHECK(mended(R"("partners": ["UE, DE et FR", "gb"])") ==
          "partners[0]=UE|DE|FR (partner.combined); partners[1]=UK (partner.unknown)");
    CHECK(mended(R"("partners": ["eu/gb"])") == "partners[0]=UE|UK (partner.combined)");
    CHECK(mended(R"("partners": ["DE/de"])") == "partners[0]=DE (partner.combined)");
    SUBCASE("but for those that the list has") {
        CHECK(mended(R"("partners": ["DE/FR", "FR"])") == "partners[0]=DE (partner.combined)");
        CHECK(mended(R"("partners": ["DE/FR", "DE", "FR"])") == "");
        CHECK(mended(R"("partners": ["DE/FR", "FR/IT"])") ==
              "partners[0]=DE|FR (partner.combined); partners[1]=IT (partner.combined)");
        CHECK(mended(R"("partners": ["EU", "UE"])") == "");
        CHECK(mended(R"("partners": ["EU", "eu"])") == "partners[0]=UE (partner.unknown)");
    }
    CHECK(mended(R"("partners": ["DE/XX"])") == "");
}

TEST_CASE("a number is taken out of what stands around it") {
    CHECK(mended(R"("objective": " 3 ")") == "objective=#3 (field.kind)");
    CHECK(mended(R"("objective": "3")") == "objective=#3 (field.kind)");
    CHECK(mended(R"("objective": "3.")") == "objective=#3 (field.kind)");
    CHECK(mended(R"("objective": "3. Lancer la négociation")") == "objective=#3 (field.kind)");
    CHECK(mended(R"("objective": "3 - LANCER LA NEGOCIATION entre")") == "objective=#3 (field.kind)");
    SUBCASE("where the text agrees with it") {
        CHECK(mended(R"("objective": "4. Lancer la négociation")") == "");
        CHECK(mended(R"("objective": "3. Autre chose")") == "");
        CHECK(mended(R"("objective": "3. L")") == "");
        CHECK(mended(R"("objective": "3. Lancer la négoc…")") == "objective=#3 (field.kind)");
        CHECK(mended(R"("objective": "3. Lancer …")") == "objective=#3 (field.kind)");
        CHECK(mended(R"("objective": "3) Lancer la négociation entre l’UE...")") == "objective=#3 (field.kind)");
        CHECK(mended(R"("objective": "3 – « Lancer la négociation")") == "objective=#3 (field.kind)");
        CHECK(mended(R"("objective": "Obj. n° 3 : Lancer")") == "objective=#3 (field.kind)");
        CHECK(mended(R"("objective": "7. Oeuvrer pour une", "section": "mobilite")") == "objective=#7 (field.kind)");
    }
    SUBCASE("where the text beside it tells so") {
        const std::string own = R"(, "objective_text": "Ouvrir les pourparlers sur les visas")";
        CHECK(mended(R"("objective": "3. Ouvrir les pourparlers …")" + own) == "objective=#3 (field.kind)");
        CHECK(mended(R"("objective": "3. Autre chose")" + own) == "");
        const std::string declared = R"(, "objective_text": "Lancer la négociation entre l'UE et le Maroc")";
        CHECK(mended(R"("objective": "3. Lancer la négociation entre")" + declared) == "objective=#3 (field.kind)");
        CHECK(mended(R"("objective": "4. Visas")" + declared, Fixes::unsafe) == "");
        CHECK(mended(R"("objective": "3. Mieux informer les citoyens")" + declared) == "");
    }
    SUBCASE("and on request where a text would be lost") {
        const std::string other = R"("objective": "12. Réadmettre vite", "section": "prevention")";
        CHECK(mended(other) == "");
        CHECK(unmended(other) == "");
        CHECK(mended(other, Fixes::unsafe) == "objective=#12? (field.kind)");
        const std::string declared = R"(, "objective_text": "Lancer la négociation entre l'UE et le Maroc")";
        CHECK(mended(R"("objective": "3. Visas", "objective_text": "Lancer")") == "");
        CHECK(mended(R"("objective": "3. Lancer la procédure")" + declared) == "");
        CHECK(unmended(R"("objective": "3. Mieux informer les citoyens")", Fixes::unsafe) ==
              "objective field.kind: unmended.number");
    }
    SUBCASE("and the number is one of the declaration's") {
        CHECK(unmended(R"("objective": "99. Visas")", Fixes::unsafe) == "objective field.kind: unmended.unknown");
        CHECK(unmended(R"("objective": "trois")", Fixes::unsafe) == "");
        CHECK(mended(R"("objective": "99.")") == "");
        CHECK(mended(R"("objective": "trois")") == "");
        CHECK(mended(R"("part": "1.")") == "");
    }
}

TEST_CASE("the declaration's words are taken on request") {
    const std::string said = R"("section_heading": "Mobilité et intégration")";
    CHECK(mended(said) == "");
    CHECK(mended(said, Fixes::unsafe) ==
          "section_heading=Mobilité, immigration régulière et intégration? (section.heading-differs)");
    SUBCASE("once the section is known") {
        CHECK(mended(said + R"(, "section": "Mobilité")", Fixes::unsafe) ==
              "section=mobilite (section.unknown); "
              "section_heading=Mobilité, immigration régulière et intégration? (section.heading-differs)");
    }
}

TEST_CASE("what breaks a rule that is off is left alone") {
    const RuleSelection no_spaces = {.select = {}, .ignore = {"text.outer-space"}, .severities = {}};
    CHECK(mended(R"("initiative": " Un  texte.")", Fixes::safe, no_spaces) ==
          "initiative= Un texte. (text.doubled-space)");
}

TEST_CASE("a text of nothing but white space is left to its author") {
    CHECK(mended(R"("initiative": "   ")", Fixes::unsafe) == "");
    CHECK(mended(R"("bodies": ["  "])", Fixes::unsafe) == "");
}

TEST_CASE("what tells of a mistake is not mended away") {
    const std::string other = R"("objective": 5, "objective_text": "Coopérer étroitement afin de faciliter la )"
                              R"(reconnaissance mutuelle des qualifications professionnelles et universitaires.")";
    SUBCASE("the text of another objective") { CHECK(mended(other, Fixes::unsafe) == ""); }
    SUBCASE("nor one that begins like it") {
        const std::string begun =
            R"("objective": 5, "objective_text": "Coopérer étroitement afin de faciliter la reconnaissance.")";
        CHECK(mended(begun, Fixes::unsafe) == "");
    }
    SUBCASE("the length of a text that was cut") {
        const std::string cut = std::string(125, 'a') + "  " + std::string(127, 'b') + " ";
        CHECK(mended(fmt::format(R"("initiative": "{}")", cut), Fixes::unsafe) == "");
    }
    SUBCASE("the space before what a spreadsheet would compute") { CHECK(mended(R"("initiative": " =1+1")") == ""); }
    SUBCASE("an id") { CHECK(mended(R"("id": "ma-2013-p1-1")", Fixes::unsafe) == ""); }
    SUBCASE("a blank text") { CHECK(mended(R"("initiative": "  ")", Fixes::unsafe) == ""); }
}

TEST_CASE("partners are told by their names, and several by what stands between them") {
    CHECK(mended(R"("partners": ["Allemagne"])") == "partners[0]=DE (partner.unknown)");
    CHECK(mended(R"("partners": ["Royaume Uni"])") == "partners[0]=UK (partner.unknown)");
    CHECK(mended(R"("partners": ["Italie et Espagne"])") == "partners[0]=IT|ES (partner.combined)");
    CHECK(mended(R"("partners": ["Union européenne / Pays-Bas"])") == "partners[0]=UE|NL (partner.combined)");
    CHECK(mended(R"("partners": ["France ou Atlantide"])") == "");
    CHECK(mended(R"("partners": ["FR, Itlaie"])", Fixes::unsafe) == "");
}

TEST_CASE("numbers are told from what people and spreadsheets put round them") {
    for (const char* text : {"\"3.\"", "\"3,0\"", "\"03\"", "\"N° 3\"", "\"Objectif 3\"", "\"OBJECTIF n° 3\""})
        CHECK(mended(fmt::format("\"objective\": {}", text)) == "objective=#3 (field.kind)");
    for (const char* text : {"\"3 mars\"", "\"mars-12\"", "\"3-5\"", "\"3,5\""})
        CHECK(mended(fmt::format("\"objective\": {}", text), Fixes::unsafe) == "");
    CHECK(unmended(R"("objective": "03-janv")") == "objective field.kind: unmended.dated");
    for (const std::string date : {"12/03/2013", "3/1/1900", "12/03/13", "12/31/2013", "3.1.2013", "03-01-2013"})
        CHECK(unmended(R"("objective": ")" + date + '"') == "objective field.kind: unmended.dated");
    for (const std::string other : {"13/13/2013", "0/3/2013", "1.2.13", "1/2", "12/3/201", "12/3.2013"})
        CHECK(unmended(R"("objective": ")" + other + '"') != "objective field.kind: unmended.dated");
}
