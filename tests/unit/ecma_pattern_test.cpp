// SPDX-License-Identifier: Apache-2.0
// Patterns against what ECMA 262 says of them (22.2, with the flag "u"), and what of it is refused.
#include "text/pattern_spelling.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <doctest/doctest.h>
#include <re2/re2.h>

namespace {

bool finds(std::string_view pattern, std::string_view text) {
    const auto read = annexkit::read_pattern(pattern);
    REQUIRE(std::holds_alternative<std::vector<annexkit::PatternToken>>(read));
    const re2::RE2 compiled(annexkit::re2_pattern(std::get<std::vector<annexkit::PatternToken>>(read)));
    REQUIRE_MESSAGE(compiled.ok(), compiled.error());
    return re2::RE2::PartialMatch({text.data(), text.size()}, compiled);
}

struct Verdicts {
    const char* pattern;
    std::vector<std::string_view> found;
    std::vector<std::string_view> not_found;
};

void check(const std::vector<Verdicts>& table) {
    for (const Verdicts& row : table) {
        CAPTURE(row.pattern);
        for (const auto text : row.found) CHECK_MESSAGE(finds(row.pattern, text), text);
        for (const auto text : row.not_found) CHECK_MESSAGE(!finds(row.pattern, text), text);
    }
}

std::string fault_in(std::string_view pattern) {
    const auto read = annexkit::read_pattern(pattern);
    const auto* const fault = std::get_if<annexkit::PatternFault>(&read);
    if (fault == nullptr) return "none";
    return fault->part + " at " + std::to_string(fault->character) + (fault->is_slow ? ", slow" : "");
}

} // namespace

TEST_CASE("white space is that of Unicode and the mark of byte order") {
    check({{"^\\s$",
            {" ", "\t", "\n", "\v", "\f", "\r", "\u00A0", "\u1680", "\u2000", "\u200A", "\u2028", "\u2029", "\u202F",
             "\u205F", "\u3000", "\uFEFF"},
            {"a", "_", "\u0085", "\u180E", "\u200B", "\u2060", "  "}},
           {"^\\S$", {"a", "\u0085", "\u200B", "\U0001F600"}, {" ", "\u00A0", "\uFEFF", "\v"}},
           {"^[\\s,]+$", {", ,", "\u00A0,"}, {"a,"}},
           {"^[^\\s,]+$", {"é"}, {"\u3000", ","}},
           {"^[\\S ]+$", {"a b"}, {"a\u00A0b"}}});
}

TEST_CASE("digits, letters of words and their borders are those of ASCII") {
    check({{"^\\d$", {"0", "9"}, {"\u0660", "\u00B2", "a"}},
           {"^\\D$", {"\u0660", "a"}, {"5"}},
           {"^\\w$", {"a", "Z", "0", "_"}, {"é", "-", "\u212A"}},
           {"^\\W$", {"é", "\u017F"}, {"a"}},
           {"^[\\W\\d]$", {"é", "1"}, {"a"}},
           {"\\bt\\b", {"été"}, {"at", "t_"}},
           {"t\\B", {"ta"}, {"té", "t"}},
           {"\\B", {"é", "ab", "", "a--a"}, {"aéa", "a"}},
           {"^(?:\\B-)+$", {"-"}, {"a-"}}});
}

TEST_CASE("a point is any character but a line end, and a code point is one") {
    check({{"^.$", {"a", "é", "\U0001F600", "\t", "\u0085", "\v"}, {"\n", "\r", "\u2028", "\u2029", "", "ab"}},
           {"^[^]$", {"\n", "a", "\U0001F600"}, {"", "ab"}},
           {"[]", {}, {"", "a", "]"}},
           {"a[]|b", {"b"}, {"a", "a]"}},
           {"^[^a]$", {"\U0001F600", "\n"}, {"a"}},
           {"^[é\U0001F600]+$", {"é\U0001F600"}, {"e"}},
           {"^\U0001F600{2}$", {"\U0001F600\U0001F600"}, {"\U0001F600"}}});
}

TEST_CASE("anchors are those of the text, not of its lines") {
    check({{"^b", {"b", "b\n"}, {"a\nb"}},
           {"a$", {"a", "\na"}, {"a\n", "a\nb"}},
           {"^$", {""}, {"\n"}},
           {"^a|b$", {"ax", "xb"}, {"xax"}},
           {"(^|,)a(,|$)", {"a", "b,a,c"}, {"ba"}}});
}

TEST_CASE("escapes stand for the characters that ECMA 262 says") {
    check({{"^\\x41\\u0042\\u{43}\\u{00044}$", {"ABCD"}, {"abcd"}},
           {"^\\ud83d\\ude00+$", {"\U0001F600\U0001F600"}, {""}},
           {"^[\\ud83d\\ude00-\\u{1F64F}]$", {"\U0001F601"}, {"\U0001F680"}},
           {"^\\cJ\\t\\v\\f\\r\\n$", {"\n\t\v\f\r\n"}, {"J"}},
           {"^[\\b]$", {"\b"}, {"b"}},
           {"^[\\cA-\\cC]$", {"\x02"}, {"B"}},
           {"^\\/\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\^\\$\\\\$", {"/.*+?()[]{}|^$\\"}, {}},
           {"^[\\-\\]\\^a]$", {"-", "]", "^", "a"}, {"\\", "b"}},
           {"^\\0$", {std::string_view("\0", 1)}, {"0"}},
           {"^\\p{Lu}\\P{Lu}$", {"Éa"}, {"éa", "ÉA"}},
           {"^[\\p{L}\\p{gc=Nd}'-]+$", {"L'été-2"}, {"a b"}},
           // Marks that stand for themselves where the flag "u" would have none.
           {"^\\-\\@\\_\\ $", {"-@_ "}, {}},
           {"^}]{,2}a{b{$", {"}]{,2}a{b{"}, {"}]a"}}});
}

TEST_CASE("what repeats means the same, with zeros ahead too") {
    check({{"^a{02}$", {"aa"}, {"a{02}", "a"}},
           {"^a{0,1}$", {"", "a"}, {"aa"}},
           {"^a{00,02}?$", {"", "aa"}, {"aaa"}},
           {"^a{2,}?b*?c+?d?\?$", {"aac", "aaabbccd"}, {"ac"}},
           {"^(?<year>[0-9]{4})(?:-(0|1))*$", {"2013", "2013-0-1"}, {"2013-"}},
           {"^(|a)+$", {"", "aa"}, {"b"}},
           {"(?:)", {"", "a"}, {}}});
}

TEST_CASE("classes hold what they list, and a hyphen at an end is one") {
    check({{"^[a-c-]$", {"b", "-"}, {"d"}},
           {"^[-a]$", {"-", "a"}, {"b"}},
           {"^[a-]$", {"-", "a"}, {"b"}},
           {"^[+--]$", {"+", ",", "-"}, {"."}},
           {"^[[(|*.]$", {"[", "(", "|", "*", "."}, {"a", "]"}},
           {"^[a^]$", {"^", "a"}, {"b"}},
           {"^[\\]]$", {"]"}, {"\\"}},
           {"^[a-z&&[b]$", {"&", "b", "["}, {"]"}}});
}

TEST_CASE("what no engine of ECMA 262 reads so is refused with its place") {
    CHECK(fault_in("(?i)a") == "(? at 1");
    CHECK(fault_in("é(?P<a>b)") == "(? at 2");
    CHECK(fault_in("a(?s:.)") == "(? at 2");
    CHECK(fault_in("(?<>a)") == "(?<> at 1");
    CHECK(fault_in("ab(c") == "( at 3");
    CHECK(fault_in("a)") == ") at 2");
    CHECK(fault_in("a**") == "* at 3");
    CHECK(fault_in("a++") == "+ at 3");
    CHECK(fault_in("a{2}{3}") == "{3} at 5");
    CHECK(fault_in("^*") == "* at 2");
    CHECK(fault_in("\\b+") == "+ at 3");
    CHECK(fault_in("(*a)") == "* at 2");
    CHECK(fault_in("{2}") == "{2} at 1");
    CHECK(fault_in("a\\") == "\\ at 2");
    CHECK(fault_in("[a") == "[a at 1");
    CHECK(fault_in("[z-a]") == "z-a at 2");
    CHECK(fault_in("[\\d-z]") == "\\d-z at 2");
    CHECK(fault_in("[[:alpha:]]") == "[: at 2");
    for (const char* escape :
         {"\\A",     "\\z",     "\\Z",        "\\Q",    "\\E",  "\\C",     "\\a",   "\\e",         "\\h",
          "\\X",     "\\pL",    "\\p{Greek}", "\\p{C}", "\\x4", "\\x{41}", "\\u12", "\\u{110000}", "\\u{}",
          "\\ud83d", "\\ude00", "\\c1",       "\\00",   "\\é",  "[\\B]",   "[\\1]"}) {
        CAPTURE(escape);
        CHECK(fault_in(escape) != "none");
        CHECK(fault_in(escape).find("slow") == std::string::npos);
    }
}

TEST_CASE("so is what takes more than linear time") {
    CHECK(fault_in("a(?=b)") == "(?= at 2, slow");
    CHECK(fault_in("(?!b)") == "(?! at 1, slow");
    CHECK(fault_in("(?<=b)") == "(?<= at 1, slow");
    CHECK(fault_in("(?<!b)") == "(?<! at 1, slow");
    CHECK(fault_in("(a)\\1") == "\\1 at 4, slow");
    CHECK(fault_in("(?<n>a)\\k<n>") == "\\k at 8, slow");
}
