// SPDX-License-Identifier: Apache-2.0
// Corrupts texts of the real annex in every way that the rules on texts know, and counts what they find.
#include "lent_record.hpp"
#include "text_rules/text_rules.hpp"
#include "validate/validator.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <rapidjson/document.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace {

using Texts = std::vector<std::string>;

rapidjson::Document real_annex() {
    std::ifstream file(ANNEXKIT_SOURCE_DIR "/samples/eu-morocco-2013/annex.json");
    const std::string json(std::istreambuf_iterator<char>(file), {});
    rapidjson::Document annex;
    annex.Parse(json.c_str());
    REQUIRE(annex.IsObject());
    return annex;
}

/// The texts of the annex that a person wrote.
Texts written_texts() {
    const rapidjson::Document annex = real_annex();
    Texts texts;
    for (const auto& initiative : annex["initiatives"].GetArray()) {
        texts.emplace_back(initiative["initiative"].GetString());
        texts.emplace_back(initiative["objective_text"].GetString());
    }
    return texts;
}

/// One way to spoil a text. It gives nothing where the text has no room for it.
class Spoiler {
  public:
    explicit Spoiler(std::uint64_t seed) : random_(seed) {}

    std::string misread(const std::string& text, const char* encoding) {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status), ucnv_close);
        const icu::UnicodeString read(text.data(), static_cast<std::int32_t>(text.size()), converter.get(), status);
        REQUIRE(U_SUCCESS(status) != 0);
        std::string result;
        read.toUTF8String(result);
        return result == text ? std::string() : result;
    }
    std::string decomposed(const std::string& text) {
        UErrorCode status = U_ZERO_ERROR;
        std::string result;
        icu::Normalizer2::getNFDInstance(status)
            ->normalize(icu::UnicodeString::fromUTF8(text), status)
            .toUTF8String(result);
        return result == text ? std::string() : result;
    }
    /// Replaces one of the places where `old` stands.
    std::string replaced(const std::string& text, const std::string& old, const std::string& with) {
        std::vector<std::size_t> places;
        for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + 1))
            if (at > 0 && at + old.size() < text.size()) places.push_back(at);
        if (places.empty()) return {};
        return std::string(text).replace(places[below(places.size())], old.size(), with);
    }
    /// Divides a word between two small letters.
    std::string divided(const std::string& text) {
        const auto is_small = [](char byte) { return byte >= 'a' && byte <= 'z'; };
        std::vector<std::size_t> places;
        for (std::size_t at = 2; at + 2 < text.size(); ++at)
            if (is_small(text[at - 2]) && is_small(text[at - 1]) && is_small(text[at]) && is_small(text[at + 1]))
                places.push_back(at);
        return places.empty() ? std::string() : std::string(text).insert(places[below(places.size())], "-\n");
    }
    /// Takes a bracket away, but not that of a label: "i)" is right as it stands.
    std::string robbed(const std::string& text, char bracket) {
        const auto is_letter = [](char byte) { return byte >= 'a' && byte <= 'z'; };
        std::vector<std::size_t> places;
        for (std::size_t at = 3; at + 3 < text.size(); ++at) {
            const std::size_t word = bracket == '(' ? at + 1 : at - 3;
            const std::size_t end = bracket == '(' ? text.find(')', at) : at;
            const bool is_word = end != std::string::npos && is_letter(text[end - 1]) && is_letter(text[end - 2]);
            if (text[at] == bracket && is_letter(text[word + 1]) && is_letter(text[word + 2]) && is_word)
                places.push_back(at);
        }
        return places.empty() ? std::string() : std::string(text).erase(places[below(places.size())], 1);
    }
    std::string cut(const std::string& text) {
        std::string longer = text;
        while (longer.size() < 600) longer += " " + text;
        auto wide = icu::UnicodeString::fromUTF8(longer);
        std::string result;
        wide.tempSubString(0, 255).toUTF8String(result);
        return result;
    }
    const std::string& one_of(const Texts& texts) { return texts[below(texts.size())]; }

  private:
    // The distributions of the standard library differ between implementations.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

    std::mt19937_64 random_;
};

struct Corruption {
    std::string rule;
    std::function<std::string(Spoiler&, const std::string&)> spoil;
};

const Texts lonely_brackets = {" (", ") ", " [", "} ", "(", ")"};
const Texts lonely_quotes = {" \"", " « ", " » ", " \u201C"};
const Texts dates = {
    "12-mars",          "01-févr",     "Mar-12", "3-déc.-13", "2012-03-01 00:00:00", "2013-05-04T00:00:00",
    "04.05.2013 00:00", "5/4/13 0:00", "Mai-13", "7-sept"};
const Texts spaces = {" ", "\n", "\u00A0", "   "};
const Texts marks = {" <b>et</b> ", "<br/>",         " &amp; ",    "&nbsp;",
                     " **et** ",    "_x000D_\n",     "</script>",  "<pre>",
                     "<w:p>",       "<![CDATA[x]]>", "&sect;",     "&copy; ",
                     "&#160;",      "<p class='x'>", "<!-- x -->", " [lien](https://ec.europa.eu) "};
const Texts addresses = {" http:/ec.europa.eu ",    " http//anapec.org ", " htp://ofii.fr ", " www.anapec,org ",
                         " http://http://ofii.fr ", " https://ec ",       " www..ofii.fr ",  " http;//ofii.fr ",
                         " https:www.ofii.fr ",     " wwww.ofii.fr ",     " HTTP//ofii.fr ", " http ://ofii.fr ",
                         " http://www.anapec "};
const Texts controls = {"\u0001", "\u000B", "\u001F ", "\u007F", "\u200B", "\u2028", "\u008F"};
const Texts doubled_spaces = {"  ", "   ", " \u00A0", "\u00A0 ", "\u00A0\u00A0", " \u202F"};
const Texts spreadsheet_errors = {"#REF!", "#N/A", "#NOM?", "#VALEUR!", "########", "#DIV/0!"};

const std::vector<Corruption> corruptions = {
    {"text.mojibake", [](Spoiler& by, const std::string& text) { return by.misread(text, "windows-1252"); }},
    {"text.mojibake", [](Spoiler& by, const std::string& text) { return by.misread(text, "iso-8859-1"); }},
    {"text.windows-1252", [](Spoiler& by, const std::string& text) { return by.replaced(text, "'", "\u0092"); }},
    {"text.replacement-character",
     [](Spoiler& by, const std::string& text) { return by.replaced(text, "é", "\uFFFD"); }},
    {"text.control-character",
     [](Spoiler& by, const std::string& text) { return by.replaced(text, " ", by.one_of(controls)); }},
    {"text.not-composed", [](Spoiler& by, const std::string& text) { return by.decomposed(text); }},
    {"text.unbalanced-bracket",
     [](Spoiler& by, const std::string& text) { return by.replaced(text, " ", by.one_of(lonely_brackets)); }},
    {"text.unbalanced-quote",
     [](Spoiler& by, const std::string& text) { return by.replaced(text, " ", by.one_of(lonely_quotes)); }},
    {"text.truncated", [](Spoiler& by, const std::string& text) { return by.cut(text); }},
    {"text.number-as-date", [](Spoiler& by, const std::string&) { return by.one_of(dates); }},
    {"text.outer-space", [](Spoiler& by, const std::string& text) { return by.one_of(spaces) + text; }},
    {"text.outer-space", [](Spoiler& by, const std::string& text) { return text + by.one_of(spaces); }},
    {"text.doubled-space",
     [](Spoiler& by, const std::string& text) { return by.replaced(text, " ", by.one_of(doubled_spaces)); }},
    {"text.spreadsheet-error", [](Spoiler& by, const std::string&) { return by.one_of(spreadsheet_errors); }},
    // What is taken away: a bracket or a guillemet of a pair.
    {"text.unbalanced-bracket", [](Spoiler& by, const std::string& text) { return by.robbed(text, '('); }},
    {"text.unbalanced-bracket", [](Spoiler& by, const std::string& text) { return by.robbed(text, ')'); }},
    {"text.broken-word", [](Spoiler& by, const std::string& text) { return by.divided(text); }},
    {"text.markup", [](Spoiler& by, const std::string& text) { return by.replaced(text, " ", by.one_of(marks)); }},
    {"text.malformed-address",
     [](Spoiler& by, const std::string& text) { return by.replaced(text, " ", by.one_of(addresses)); }},
};

/// What the validator says of an initiative of the real annex that has this id: "rule, the id that was meant".
std::string told_of_id(const annexkit::Validator& validator, const annexkit::Schema& schema, const std::string& id) {
    rapidjson::Document annex = real_annex();
    rapidjson::Value& initiative = annex["initiatives"][0];
    initiative["id"].SetString(id.c_str(), annex.GetAllocator());
    const LentRecord lent(schema, initiative);
    std::vector<annexkit::LocalFinding> findings;
    validator.check(lent.record(), findings);
    std::string told;
    for (const auto& finding : findings) {
        if (schema.field_of(annexkit::Role::id) != static_cast<std::size_t>(finding.field)) continue;
        told += std::string(finding.rule) + ", ";
        for (const auto& [name, value] : finding.arguments) told += name == "nearest" ? value : "";
    }
    return told;
}

struct Score {
    unsigned spoiled = 0;
    unsigned found = 0;
    unsigned others = 0;
};

} // namespace

TEST_CASE("the texts of the real annex break no rule on texts") {
    for (const auto& text : written_texts()) {
        CAPTURE(text);
        CHECK(annexkit::faults_in(text).empty());
    }
}

TEST_CASE("honest texts in the scripts of Europe and its neighbours break no rule on texts") {
    for (const std::string text : {
             "Στόχοι: α) ενίσχυση της συνεργασίας, β) πληροφόρηση των πολιτών (άρθρο 4)· γ) «εθελοντική επιστροφή».",
             "Στόχοι: α\u0384) ενίσχυση, ια\u02B9) πληροφόρηση, β') επιστροφή.",
             "Цели: а) първо, засилване на сътрудничеството; б) второ, „информиране“ на гражданите (чл. 4).",
             "الأهداف: أ) تعزيز التعاون، ب) إعلام المواطنين (المادة 4)؛ «العودة الطوعية» تُمثِّل أولويّةً.",
             "Trois volets : 1°) l'accueil ; 2°) l'emploi ; 3°) l'école. Voir aussi 1.1) et n°3), puis II).",
             "« Erasmus » : 50 % des étudiants… — l’aide d’État, cœur de l'Œuvre ; qu'en est-il ? Voilà !",
             "Projet R&D ; coût < 5 M€ et > 1 M€ ; a <b ; voir https://ec.europa.eu/info?a=1&b=2 (site officiel).",
             "Приложение 1) и 2); виж и www.example.bg.",
         }) {
        CAPTURE(text);
        CHECK(annexkit::faults_in(text).empty());
    }
}

TEST_CASE("a lost character outweighs one that was read wrongly") {
    const auto faults = annexkit::faults_in("l\u0092aide des \uFFFDtats");
    REQUIRE(faults.size() == 1);
    CHECK(std::string(faults[0].rule) == "text.replacement-character");
}

TEST_CASE("of corruptions of the real annex 98 in 100 are found, and 98 in 100 findings are right") {
    const Texts texts = written_texts();
    Spoiler by(2013);
    Score all;
    for (const auto& corruption : corruptions) {
        const auto& rule = corruption.rule;
        CAPTURE(rule);
        Score score;
        std::string missed;
        CAPTURE(missed);
        for (const auto& text : texts) {
            const std::string spoiled = corruption.spoil(by, text);
            if (spoiled.empty()) continue;
            ++score.spoiled;
            const auto faults = annexkit::faults_in(spoiled);
            const auto hits =
                std::count_if(faults.begin(), faults.end(), [&](const auto& fault) { return fault.rule == rule; });
            score.found += static_cast<unsigned>(hits);
            score.others += static_cast<unsigned>(faults.size()) - static_cast<unsigned>(hits);
            if (hits == 0 || faults.size() > 1) missed += "\n" + spoiled.substr(0, 300);
        }
        CHECK(score.spoiled >= 20);
        CHECK(score.found >= 0.98 * score.spoiled);
        CHECK(score.found >= 0.98 * (score.found + score.others));
        all.spoiled += score.spoiled;
        all.found += score.found;
        all.others += score.others;
    }
    MESSAGE("all: " << all.found << " of " << all.spoiled << " found, " << all.others << " others");
    CHECK(all.spoiled >= 2'000);
}

TEST_CASE("every id of the real annex that lost its zeros is found, with the one that was meant") {
    const auto schema = annexkit::Schema::load(ANNEXKIT_SOURCE_DIR "/schemas/eu-morocco-2013.schema.json");
    REQUIRE(schema);
    const annexkit::Validator validator(*schema);
    unsigned spoiled = 0;
    const rapidjson::Document annex = real_annex();
    for (const auto& initiative : annex["initiatives"].GetArray()) {
        const std::string id = initiative["id"].GetString();
        CAPTURE(id);
        CHECK(told_of_id(validator, **schema, id).empty());
        const std::size_t number = id.rfind('-') + 1;
        const std::size_t zeros = id.find_first_not_of('0', number) - number;
        // One zero at a time, for each number of zeros that may be lost.
        for (std::size_t lost = 1; lost <= zeros; ++lost, ++spoiled)
            CHECK(told_of_id(validator, **schema, std::string(id).erase(number, lost)) == "text.lost-zeros, " + id);
    }
    CHECK(spoiled >= 100);
    SUBCASE("and nothing that is wrong otherwise is taken for that") {
        for (const std::string id : {"ma-2013-p3-1", "ma-2013-p1-", "ma-213-p1-1", "ma-2013-p1-1a", "a-2013-p1-1", "1"})
            CHECK(told_of_id(validator, **schema, id).starts_with("id.malformed, "));
    }
}
