// SPDX-License-Identifier: Apache-2.0
#include "text_rules/text_rules.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using Found = std::vector<std::string>;

/// What is wrong with a text, as "rule: stretch".
Found faults(const std::string& text) {
    Found result;
    for (const auto& fault : annexkit::faults_in(text))
        result.push_back(std::string(fault.rule) + ": " + text.substr(fault.offset, fault.size));
    return result;
}

std::string argument(const std::string& text, const std::string& name) {
    for (const auto& fault : annexkit::faults_in(text))
        for (const auto& argument : fault.arguments)
            if (argument.name == name) return argument.value;
    return {};
}

} // namespace

TEST_CASE("French typography breaks no rule on texts") {
    CHECK(faults("").empty());
    CHECK(faults("Mobilité, l'œuvre et l’Œuvre : « in fine » — 12 % …").empty());
    CHECK(faults("Le «\u00A0guichet\u00A0» ouvre\u202F; «É\u00A0» et «MOBILITÉ»\u00A0!").empty());
    CHECK(faults("PRÉVU À\u00A0PARIS, L’ÉTÉ, n° 12, 1 500 €, ﬁnalité, Noël, Maïs, «Ï»").empty());
    CHECK(faults("Formations :\n- accueil ;\n  - suivi\n\n• retour").empty());
}

TEST_CASE("texts of other languages and scripts break no rule on texts") {
    CHECK(faults("Η κινητικότητα των εργαζομένων στην Ευρωπαϊκή Ένωση: «νέες» δράσεις.").empty());
    CHECK(faults("Подкрепа за „доброволното завръщане“ и реинтеграция (проект).").empty());
    CHECK(faults("تعزيز القدرات المؤسساتية للوكالة الوطنية (ANAPEC)، «التنقل».").empty());
    CHECK(faults("Förderung der »zirkulären« Migration: „Rückkehr“, Straße, Größe.").empty());
    CHECK(faults("Integração, IRMÃ, São João, coração e \u201Caspas\u201D.").empty());
    CHECK(faults("Ösztönzés ő ű; Łódź, žluťoučký kůň, ţări").empty());
}

TEST_CASE("UTF-8 that was read as Windows-1252 or Latin-1 is mojibake") {
    CHECK(faults("mobilitÃ© rÃ©guliÃ¨re") == Found{"text.mojibake: Ã©"});
    CHECK(faults("lâ€™emploi") == Found{"text.mojibake: â€™"});
    CHECK(faults("Â« in fine Â»") == Found{"text.mojibake: Â«"});
    CHECK(faults("mise en Å“uvre") == Found{"text.mojibake: Å“"});
    CHECK(faults("PRÃ‰VENTION") == Found{"text.mojibake: Ã‰"});
    CHECK(faults("Î¼Îµ") == Found{"text.mojibake: Î¼"});
    CHECK(faults("Ð¼Ð¸") == Found{"text.mojibake: Ð¼"});
    CHECK(faults("StraÃŸe") == Found{"text.mojibake: ÃŸ"});
    CHECK(faults("l\u00E2\u0080\u0099emploi") == Found{"text.mojibake: \u00E2\u0080\u0099"});
    CHECK(argument("lâ€™emploi", "nearest") == "’");
}

TEST_CASE("UTF-8 that was read as an old Mac or DOS did is mojibake") {
    CHECK(faults("la mobilit√© des") == Found{"text.mojibake: √©"});
    CHECK(argument("la mobilit√© des", "encoding") == "Mac OS Roman");
    CHECK(faults("l‚Äôemploi") == Found{"text.mojibake: ‚Äô"});
    CHECK(faults("la mobilit├® des") == Found{"text.mojibake: ├®"});
    CHECK(argument("la mobilit├® des", "nearest") == "é");
    CHECK(faults("jusqu'Ã la fin") == Found{"text.mojibake: Ã"});
    CHECK(argument("jusqu'Ã la fin", "nearest") == "à");
    CHECK(faults("SÃ O PAULO").empty());
    CHECK(faults("√2 ≈ 1,41 et « ± 3 »").empty());
}

TEST_CASE("characters that stand for others are told apart") {
    CHECK(faults("l\u0092emploi") == Found{"text.windows-1252: \u0092"});
    CHECK(argument("l\u0092emploi", "nearest") == "’");
    CHECK(argument("l\u0092emploi", "code") == "U+0092");
    CHECK(faults("d\uFFFDveloppement") == Found{"text.replacement-character: \uFFFD"});
    CHECK(faults("dï¿½veloppement") == Found{"text.replacement-character: ï¿½"});
    CHECK(faults("a\u000Bb") == Found{"text.control-character: \u000B"});
    CHECK(faults("a\u007Fb") == Found{"text.control-character: \u007F"});
    CHECK(faults("a\uFEFFb") == Found{"text.control-character: \uFEFF"});
    CHECK(faults("une e\u0301tude") == Found{"text.not-composed: e\u0301"});
    CHECK(faults("\u03B1\u0301") == Found{"text.not-composed: \u03B1\u0301"});
}

TEST_CASE("a bracket or quote without partner is a fault, and a label's bracket is none") {
    CHECK(faults("le point 4.2.1.b) du règlement").empty());
    CHECK(faults("l'article 12 bis) du règlement, aa) visas ; bb) asile").empty());
    CHECK(faults("visas (Schengen") == Found{"text.unbalanced-bracket: ("});
    CHECK(faults("visas Schengen)") == Found{"text.unbalanced-bracket: )"});
    CHECK(faults("visas [Schengen") == Found{"text.unbalanced-bracket: ["});
    CHECK(faults("a) accueil, b) suivi, iv) retour, 12) bilan").empty());
    CHECK(faults("(voir annexe 1) et (dont 1) accueil et 2) suivi)").empty());
    CHECK(faults("le « suivi") == Found{"text.unbalanced-quote: «"});
    CHECK(faults("le suivi »") == Found{"text.unbalanced-quote: »"});
    CHECK(faults("le \"suivi") == Found{"text.unbalanced-quote: \""});
    CHECK(faults("le \u201Csuivi") == Found{"text.unbalanced-quote: \u201C"});
    CHECK(faults("un écran de 15\" plat").empty());
    CHECK(faults("« Un alinéa.\n« Un autre.\r\n\u00A0« Le dernier. »").empty());
    CHECK(faults("un alinéa.\n« Un autre.") == Found{"text.unbalanced-quote: «"});
}

TEST_CASE("spaces at the ends and doubled ones are faults, and indents are none") {
    CHECK(faults(" a") == Found{"text.outer-space:  "});
    CHECK(faults("a\u00A0") == Found{"text.outer-space: \u00A0"});
    CHECK(faults("a\n") == Found{"text.outer-space: \n"});
    CHECK(faults("a  b") == Found{"text.doubled-space:   "});
    CHECK(faults("a\n  b").empty());
    CHECK(faults("a\u00A0: b").empty());
}

TEST_CASE("a word that a line break divides is a fault, and a list or a suspended hyphen is none") {
    CHECK(faults("coopé-\nration") == Found{"text.broken-word: -\n"});
    CHECK(faults("coopé\u00AD\r\n ration") == Found{"text.broken-word: \u00AD\r\n "});
    CHECK(faults("franco-\net germanophone").empty());
    CHECK(faults("accueil -\nsuivi").empty());
    CHECK(faults("accueil\n- suivi").empty());
    CHECK(faults("Emploi-\nFormation").empty());
}

TEST_CASE("a word that a hyphen and a space divide is a fault, and a hyphen in place of a dash is none") {
    CHECK(faults("le renfor- cement des moyens") == Found{"text.broken-word: - "});
    CHECK(faults("des compé- tences") == Found{"text.broken-word: - "});
    CHECK(faults("aide pré- et post-départ, franco- ou germanophone").empty());
    CHECK(faults("l'Emploi et des Compétences- en intervenant (i), - puis - dans").empty());
    CHECK(faults("2013- suite, UE- Maroc, Rabat- Salé").empty());
    CHECK(faults("du lundi- vendredi").empty());
    CHECK(faults("à court- moyen terme").empty());
    CHECK(faults("la migration- asile, puis l'asile").empty());
}

TEST_CASE("a question mark within a word stands for a lost letter, and that of an address does not") {
    CHECK(faults("une r?union") == Found{"text.replacement-character: ?"});
    CHECK(argument("une r?union", "code") == "?");
    CHECK(faults("afin d'?changer") == Found{"text.replacement-character: ?"});
    CHECK(faults("les ?tats membres") == Found{"text.replacement-character: ?"});
    CHECK(faults("la qualit? des services") == Found{"text.replacement-character: ?"});
    CHECK(faults("la R?PUBLIQUE") == Found{"text.replacement-character: ?"});
    CHECK(faults("L'?TAT") == Found{"text.replacement-character: ?"});
    CHECK(faults("dans l??ducation") == Found{"text.replacement-character: ?"});
    CHECK(faults("la page index?page=deux").empty());
    CHECK(faults("Pourquoi? parce que. Comment faire? selon. Faut-il? oui").empty());
    CHECK(faults("Pourquoi ? Comment? Et quand ?? POURQUOI ? OUI").empty());
    CHECK(
        faults("Un projet? oui. D'accord? si possible. Est-ce prévu? selon le pays. A-t-on signé? pas encore").empty());
    CHECK(faults("Pourquoi ? Qui? http://www.anapec.org/a?b=c et anapec.org?id=3").empty());
}

TEST_CASE("a text that stops within a sentence where programs cut is truncated") {
    const std::string word = "é";
    std::string text = "(";
    for (int i = 0; i < 254; ++i) text += word;
    CHECK(faults(text) == Found{"text.truncated: é"});
    CHECK(argument(text, "length") == "255");
    CHECK(faults(text + ")").empty());
    CHECK(faults(std::string(254, 'a') + ".").empty());
    CHECK(faults(std::string(254, 'a')).empty());
    CHECK(faults(std::string(32'766, 'a') + ",") == Found{"text.truncated: ,"});
}

TEST_CASE("a date that a spreadsheet makes of a number is a fault where it is the whole text") {
    CHECK(faults("12-mars") == Found{"text.number-as-date: 12-mars"});
    CHECK(faults("01-févr.-13") == Found{"text.number-as-date: 01-févr.-13"});
    CHECK(faults("Mar-12") == Found{"text.number-as-date: Mar-12"});
    CHECK(faults("2013-03-12 00:00:00") == Found{"text.number-as-date: 2013-03-12 00:00:00"});
    CHECK(faults("Sat May 04 2013 00:00:00") == Found{"text.number-as-date: Sat May 04 2013 00:00:00"});
    CHECK(faults("1899-12-30") == Found{"text.number-as-date: 1899-12-30"});
    CHECK(faults("le 12-mars").empty());
    CHECK(faults("2013-03-12").empty());
    CHECK(faults("12/03/2013").empty());
    CHECK(faults("ma-2013").empty());
}

TEST_CASE("marks of HTML, Markdown and Excel are faults, and signs of one's own are none") {
    CHECK(faults("a<br/>b") == Found{"text.markup: <br/>"});
    CHECK(faults("<p class=\"x\">b") == Found{"text.markup: <p class=\"x\">"});
    CHECK(faults("Maroc &amp; UE") == Found{"text.markup: &amp;"});
    CHECK(faults("d&eacute;part") == Found{"text.markup: &eacute;"});
    CHECK(faults("l&#39;emploi") == Found{"text.markup: &#39;"});
    CHECK(faults("le **suivi** social") == Found{"text.markup: **suivi**"});
    CHECK(faults("a_x000D_b") == Found{"text.markup: _x000D_"});
    CHECK(faults("[site](https://ec.europa.eu)") == Found{"text.markup: [site](https://ec.europa.eu)"});
    CHECK(faults("le __suivi__ social") == Found{"text.markup: __suivi__"});
    CHECK(faults("fin.\n## Suite") == Found{"text.markup: ##"});
    CHECK(faults("le [b]suivi[/b] social") == Found{"text.markup: [b]"});
    CHECK(faults("{\\rtf1 a}") == Found{"text.markup: {\\rtf"});
    CHECK(faults("d\\u00e9part") == Found{"text.markup: \\u00e9"});
    CHECK(faults("le **suivi**, puis __suivi__.") == Found{"text.markup: **suivi**"});
    CHECK(faults("fichier plan__travail__2013.doc et a__b__c").empty());
    CHECK(faults("http://ec.europa.eu/a**b** et http://ec.europa.eu/__init__").empty());
    CHECK(faults("[i] un [ii] deux, # 3, a__b, C:\\users").empty());
    CHECK(faults("R&D ; a < b et c > d ; <nom> ; 5 ** ; Dupont & Cie;").empty());
}

TEST_CASE("what a spreadsheet shows in place of a value is a fault in every language") {
    for (const char* shown :
         {"#REF!", "#NOM ?", "#VALEUR\u00A0!", "#BEZUG!", "#\u00A1REF!", "#DIV/0 !", "#N/D", "Err:508"})
        CHECK(faults(shown) == Found{std::string("text.spreadsheet-error: ") + shown});
    CHECK(faults("#2").empty());
    CHECK(faults("#Maroc !").empty());
    CHECK(faults("Err: voir plus bas").empty());
}

TEST_CASE("a web address that cannot be followed is a fault") {
    CHECK(faults("(http://www.make-it-in-germany.com).").empty());
    CHECK(faults("voir http://ec.europa.eu/immigration, www.anapec.org et https://fr.wikipedia.org/wiki/Rif_(Maroc).")
              .empty());
    CHECK(faults("https://user@example.org:8080/a?b=c#d « https://example.org »").empty());
    CHECK(faults("et/ou, UE//MA, 25/03/2013, a:/b").empty());
    CHECK(faults("ww.anapec.org") == Found{"text.malformed-address: ww.anapec.org"});
    CHECK(faults("http:.//ec.europa.eu") == Found{"text.malformed-address: http:.//ec.europa.eu"});
    CHECK(faults("https://web.archive.org/web/2013/http://www.anapec.org/ http://localhost/a ssh://hote").empty());
    CHECK(faults("http:/ec.europa.eu") == Found{"text.malformed-address: http:/ec.europa.eu"});
    CHECK(faults("http//ec.europa.eu") == Found{"text.malformed-address: http//ec.europa.eu"});
    CHECK(faults("htp://ec.europa.eu") == Found{"text.malformed-address: htp://ec.europa.eu"});
    CHECK(faults("http://http://ec.europa.eu") == Found{"text.malformed-address: http://http://ec.europa.eu"});
    CHECK(faults("(http://ec)") == Found{"text.malformed-address: http://ec"});
    CHECK(faults("http:// ec.europa.eu") == Found{"text.malformed-address: http://"});
    CHECK(faults("www.anapec,org") == Found{"text.malformed-address: www.anapec,org"});
    CHECK(faults("www..anapec.org") == Found{"text.malformed-address: www..anapec.org"});
}
