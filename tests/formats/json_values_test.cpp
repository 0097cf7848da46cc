// SPDX-License-Identifier: Apache-2.0
// RFC 8259 as a table: texts that stand as the value of a member, and what the standard says about each.
#include "json_test.hpp"

using drive::absent;
using drive::boolean;
using drive::json;
using drive::list;
using drive::number;
using drive::text;
using json_test::Strings;

namespace {

struct Right {
    std::string spelled;
    drive::Value value;
};

const std::string digits_400(400, '7');
const std::string nul(1, '\0');

// Sections of RFC 8259: 3 values, 4 objects, 5 arrays, 6 numbers, 7 strings, 8 characters.
const std::vector<Right> right = {
    // 3
    {"null", absent()},
    {"true", boolean(true)},
    {"false", boolean(false)},
    // 2 and 3: insignificant white space
    {" \t\r 1 \t", number("1")},
    // 4
    {"{}", json("{}")},
    {"{ }", json("{}")},
    {R"({"a":1})", json(R"({"a":1})")},
    {R"({ "a" : 1 , "b" : [ ] })", json(R"({"a":1,"b":[]})")},
    {R"({"":""})", json(R"({"":""})")},
    {R"({"":0,"\u0000":0," ":0})", json(R"({"":0,"\u0000":0," ":0})")},
    {R"({"a":0,"A":0,"\u00e1":0})", json(R"({"a":0,"A":0,"á":0})")},
    {R"({"a b":" c  d "})", json(R"({"a b":" c  d "})")},
    // 5
    {"[]", list({})},
    {"[ ]", list({})},
    {R"(["a"])", list({"a"})},
    {R"([ "a" , "" , "b" ])", list({"a", "", "b"})},
    {"[1]", json("[1]")},
    {"[1, 2.50, -0]", json("[1,2.50,-0]")},
    {"[null]", json("[null]")},
    {R"(["a",null])", json(R"(["a",null])")},
    {R"(["a",1,"b"])", json(R"(["a",1,"b"])")},
    {R"(["a",["b"]])", json(R"(["a",["b"]])")},
    {R"([["a"]])", json(R"([["a"]])")},
    {R"(["a",{}])", json(R"(["a",{}])")},
    {"[[[[[]]]]]", json("[[[[[]]]]]")},
    {R"(["\u0061 \" b",true])", json(R"(["a \" b",true])")},
    {R"({"a":"\ud83d\ude00\/"})", json(R"({"a":"😀/"})")},
    {R"({ "\u00e9" : [ 1e400 , "\u001f\u0000\u007f\t" ] })", json("{\"é\":[1e400,\"\\u001F\\u0000\x7f\\t\"]}")},
    // 6
    {"0", number("0")},
    {"-0", number("-0")},
    {"7", number("7")},
    {"-7", number("-7")},
    {"10", number("10")},
    {"4294967296", number("4294967296")},
    {"-9223372036854775809", number("-9223372036854775809")},
    {"18446744073709551616", number("18446744073709551616")},
    {"123456789012345678901234567890", number("123456789012345678901234567890")},
    {"1.0", number("1.0")},
    {"1.000", number("1.000")},
    {"-0.5", number("-0.5")},
    {"0.1234567890123456789012345678901234567890", number("0.1234567890123456789012345678901234567890")},
    {"0e0", number("0e0")},
    {"0E+1", number("0E+1")},
    {"1E+2", number("1E+2")},
    {"1e2", number("1e2")},
    {"1e-2", number("1e-2")},
    {"1.5E-07", number("1.5E-07")},
    {"1e00", number("1e00")},
    {"1e308", number("1e308")},
    {"1e309", number("1e309")},
    {"1e400", number("1e400")},
    {"-1e400", number("-1e400")},
    {"1e-400", number("1e-400")},
    {"1e99999999999999999999", number("1e99999999999999999999")},
    {"1e-99999999999999999999", number("1e-99999999999999999999")},
    {digits_400, number(digits_400)},
    {"-" + digits_400 + "." + digits_400 + "e+" + digits_400,
     number("-" + digits_400 + "." + digits_400 + "e+" + digits_400)},
    {"[1e400 , \"1e400\"]", json("[1e400,\"1e400\"]")},
    // 7
    {R"("")", text("")},
    {R"("a")", text("a")},
    {R"(" a ")", text(" a ")},
    {R"("\"\\\/\b\f\n\r\t")", text("\"\\/\b\f\n\r\t")},
    {R"("\u0041")", text("A")},
    {R"("\u00e9\u00E9")", text("éé")},
    {R"("\u20AC")", text("€")},
    {R"("\ud83d\ude00")", text("😀")},
    {R"("\uD83D\uDE00")", text("😀")},
    {R"("\uD800\uDC00\uDBFF\uDFFF")", text("\U00010000\U0010FFFF")},
    {R"("\ud7ff\ue000")", text("\uD7FF\uE000")},
    {R"("a\u0000b")", text(std::string("a\0b", 3))},
    {R"("\u001f")", text("\x1f")},
    {R"("a\\")", text("a\\")},
    {R"("\\\\\"")", text("\\\\\"")},
    {R"("\\u0041")", text("\\u0041")},
    {R"("it's // no /* comment */ [here] {or} there, is: it")",
     text("it's // no /* comment */ [here] {or} there, is: it")},
    // 8
    {"\"\x7f\"", text("\x7f")},
    {"\"é€😀\"", text("é€😀")},
    {"\"\u2028\u2029\"", text("\u2028\u2029")},
    {"\"\uFFFF\U0010FFFF\"", text("\uFFFF\U0010FFFF")},
    {"\"\uFEFF\"", text("\uFEFF")},
};

struct Wrong {
    std::string spelled;
    /// The byte where it stops being JSON.
    std::size_t at;
    std::string problem;
};

const std::string value_expected = "a value is expected here";
const std::string bare_word =
    "only the words true, false and null stand without quotation marks; JSON has no NaN or Infinity";
const std::string comma_or_brace = "a comma or } is expected here";
const std::string comma_or_bracket = "a comma or ] is expected here";
const std::string trailing_comma = "a comma stands before the closing bracket";
const std::string comment = "JSON has no comments";
const std::string single_quote = "text stands between double quotes, not single ones";
const std::string leading_zero = "a number of several digits does not start with 0";
const std::string name_expected = "the name of a member, in double quotes, is expected here";
const std::string colon_expected = "a colon is expected after the name of a member";
const std::string plus_sign = "a number has no plus sign before it";
const std::string starts_with_digit = "a number starts with a digit";
const std::string fraction = "a digit is expected after the decimal point";
const std::string exponent = "a digit is expected in the exponent";
const std::string control =
    "a control character, such as a line break or a tab, stands in a text; write it as \\n, \\t or \\u00xx";
const std::string escape = "a backslash starts no known escape; a backslash itself is written \\\\";
const std::string hexadecimal = "\\u wants four hexadecimal digits";
const std::string surrogate = "a \\u escape stands for half a character (a surrogate) without its other half";

const std::vector<Wrong> wrong = {
    // 3: only lower-case true, false and null
    {"True", 0, bare_word},
    {"NULL", 0, bare_word},
    {"None", 0, bare_word},
    {"nil", 1, bare_word},
    {"truth", 3, bare_word},
    {"falsE", 4, bare_word},
    {"truefalse", 4, comma_or_brace},
    {"nullx", 4, comma_or_brace},
    {"é", 0, value_expected},
    {"*", 0, value_expected},
    {"<null>", 0, value_expected},
    {"$1", 0, value_expected},
    {"undefined", 0, bare_word},
    {"", 0, value_expected},
    {"\v1", 0, value_expected},
    {"\f1", 0, value_expected},
    {"1\f", 1, comma_or_brace},
    {nul, 0, value_expected},
    {"1" + nul, 1, comma_or_brace},
    {"\u00a0"
     "1",
     0, value_expected},
    {"\u2060"
     "1",
     0, value_expected},
    {"\uFEFF"
     "1",
     0, value_expected},
    {"1 2", 2, comma_or_brace},
    {"\"a\" \"b\"", 4, comma_or_brace},
    // 4
    {R"({"a"})", 4, colon_expected},
    {R"({"a" 1})", 5, colon_expected},
    {R"({"a":})", 5, value_expected},
    {R"({"a":1,})", 7, trailing_comma},
    {R"({"a":1 "b":2})", 7, comma_or_brace},
    {R"({"a":1,,"b":2})", 7, name_expected},
    {R"({,"a":1})", 1, name_expected},
    {R"({a:1})", 1, name_expected},
    {R"({'a':1})", 1, single_quote},
    {R"({1:1})", 1, name_expected},
    {R"({null:1})", 1, name_expected},
    {R"({"a"::1})", 5, value_expected},
    {R"({"a":1])", 6, comma_or_brace},
    {R"({"a":1;"b":2})", 6, comma_or_brace},
    {R"({"a":1:2})", 6, comma_or_brace},
    {R"({"a" b})", 5, colon_expected},
    {R"({"a","b":1})", 4, colon_expected},
    {R"({"a":"b",null})", 9, name_expected},
    {R"({[:"a"})", 1, name_expected},
    {R"({{"a":1}})", 1, name_expected},
    {R"({,})", 1, name_expected},
    // 5
    {"[1,]", 3, trailing_comma},
    {"[1 ,\t]", 5, trailing_comma},
    {"[,1]", 1, value_expected},
    {"[1,,2]", 3, value_expected},
    {"[1 2]", 3, comma_or_bracket},
    {"[\"a\":1]", 4, comma_or_bracket},
    {"[1}", 2, comma_or_bracket},
    {"[1]]", 3, comma_or_brace},
    {"[1;2]", 2, comma_or_bracket},
    {"[1,[]", 5, comma_or_bracket},
    {"[a]", 1, bare_word},
    {"]", 0, value_expected},
    // 6
    {"01", 1, leading_zero},
    {"-01", 2, leading_zero},
    {"00", 1, leading_zero},
    {"+1", 0, plus_sign},
    {".5", 0, starts_with_digit},
    {"-.5", 1, starts_with_digit},
    {"5.", 2, fraction},
    {"5.e1", 2, fraction},
    {"1e", 2, exponent},
    {"1e+", 3, exponent},
    {"1E-x", 3, exponent},
    {"1.5e.", 4, exponent},
    {"-", 1, value_expected},
    {"--1", 1, value_expected},
    {"-+1", 1, plus_sign},
    {"- 1", 1, value_expected},
    {"++1", 0, plus_sign},
    {"-x", 1, bare_word},
    {"-1x", 2, comma_or_brace},
    {"1+2", 1, comma_or_brace},
    {"1-2", 1, comma_or_brace},
    {"1 000", 2, comma_or_brace},
    {"1,5", 2, name_expected},
    {"007", 1, leading_zero},
    {"-007", 2, leading_zero},
    {"0.", 2, fraction},
    {"-2.", 3, fraction},
    {"1.e5", 2, fraction},
    {"0.3e", 4, exponent},
    {"0.3e+", 5, exponent},
    {"0e+-1", 3, exponent},
    {"1.2a-3", 3, comma_or_brace},
    {"\uFF11", 0, value_expected},
    {"0x10", 1, comma_or_brace},
    {"1_000", 1, comma_or_brace},
    {"1.2.3", 3, comma_or_brace},
    {"NaN", 0, bare_word},
    {"Infinity", 0, bare_word},
    {"-Infinity", 1, bare_word},
    {"1e400.5", 5, "a number is not whole"},
    {digits_400 + ".", 401, "a number is not whole"},
    {"[1e400,1-22222]", 8, comma_or_bracket},
    {"1f", 1, comma_or_brace},
    // 7
    {"'a'", 0, single_quote},
    {"\"a\tb\"", 2, control},
    {"\"a\x01"
     "b\"",
     2, control},
    {"\"a\x1a"
     "b\"",
     2, control},
    {"\"0123456789abcdef\x1f"
     "b\"",
     17, control},
    {"\"a" + nul + "b\"", 2, control},
    {R"("\a")", 1, escape},
    {R"("\ ")", 1, escape},
    {R"("\0")", 1, escape},
    {R"("\v")", 1, escape},
    {"\"\\\t\"", 1, escape},
    {"\"\\" + nul + "\"", 1, escape},
    {R"("a\'b")", 2, escape},
    {R"("\x41")", 1, escape},
    {R"("\U0041")", 1, escape},
    {"\"\\\u00e9\"", 1, escape},
    {R"("\u12")", 1, hexadecimal},
    {R"("\u12g4")", 1, hexadecimal},
    {R"("a\u 041")", 2, hexadecimal},
    {R"("\ud83d")", 1, surrogate},
    {R"("\ud83dx")", 1, surrogate},
    {R"("\ud83d\n")", 1, surrogate},
    {R"("\ud83d\ud83d")", 1, surrogate},
    {R"("\udc00")", 1, surrogate},
    {R"("\ud83d\\ude00")", 1, surrogate},
    {R"("\ud83d\u")", 1, hexadecimal},
    {R"("\ud83d\ude0g")", 1, hexadecimal},
    {R"({"\ud83d":1})", 2, surrogate},
    {R"("ab\ude00")", 3, surrogate},
    {R"("\ude00\ud83d")", 1, surrogate},
    {R"("\ud83d\u0041")", 1, surrogate},
    {R"(["a",{"b\udfff":1}])", 8, surrogate},
    // no comments
    {"/* a */ 1", 0, comment},
    {"1 // a", 2, comment},
    {"[1, /* a */ 2]", 4, comment},
    {"{\"a\" /**/ : 1}", 5, comment},
};

} // namespace

TEST_CASE("json: every right value of RFC 8259 is read, in an array and on a line") {
    for (const auto& example : right) {
        const std::string& spelled = example.spelled;
        CAPTURE(spelled);
        for (const std::string& input :
             {"[{\"x\":" + spelled + ",\"id\":\"r\"}]", "{\"x\":" + spelled + ",\"id\":\"r\"}\n"}) {
            const auto reading = json_test::read(input);
            CHECK(reading.status == ANNEXKIT_OK);
            CHECK(json_test::rules(reading).empty());
            REQUIRE(reading.records.size() == 1);
            REQUIRE(reading.records[0].unknown.size() == 1);
            CHECK(reading.records[0].unknown[0].first == "x");
            CHECK(reading.records[0].unknown[0].second == example.value);
            CHECK(reading.records[0].values[0] == text("r"));
        }
    }
}

TEST_CASE("json: every wrong value is refused at its byte; in an array that ends the reading") {
    for (const auto& example : wrong) {
        const std::string& spelled = example.spelled;
        CAPTURE(spelled);
        const auto reading = json_test::read("[{\"id\":\"q\"},{\"id\":\"r\",\"x\":" + spelled + "},{\"id\":\"s\"}]");
        CHECK(reading.status == ANNEXKIT_FAILED);
        REQUIRE(json_test::rules(reading) == Strings{"json.syntax"});
        CHECK(reading.findings[0].span.offset == 26 + example.at);
        CHECK(reading.findings[0].arguments.at("problem") == example.problem);
        CHECK(json_test::ids(reading) == Strings{"q", "r"});
    }
}

TEST_CASE("json: every wrong value is refused at its byte; on a line that concerns its record alone") {
    for (const auto& example : wrong) {
        const std::string& spelled = example.spelled;
        CAPTURE(spelled);
        const auto reading = json_test::read("{\"id\":\"q\"}\n{\"id\":\"r\",\"x\":" + spelled + "}\n{\"id\":\"s\"}\n");
        CHECK(reading.status == ANNEXKIT_OK);
        REQUIRE(json_test::rules(reading) == Strings{"json.syntax"});
        CHECK(reading.findings[0].span.offset == 25 + example.at);
        CHECK(reading.findings[0].arguments.at("problem") == example.problem);
        CHECK(json_test::ids(reading) == Strings{"q", "r", "s"});
    }
}

TEST_CASE("json: a fault is shown with its whole character") {
    const std::string_view input = "[{\"id\":\"a\",\"x\":€}]";
    const auto reading = json_test::read(input);
    REQUIRE(json_test::rules(reading) == Strings{"json.syntax"});
    CHECK(json_test::part(input, reading.findings[0].span) == "€");
}

TEST_CASE("json: numbers keep their spelling behind one that is beyond a double, and so do those in texts") {
    const auto reading =
        json_test::read(R"([{"id":"12345.75","part":1e400,"a":-12345.75,"b":[12345.75]},{"part":98765.25}])");
    CHECK(reading.status == ANNEXKIT_OK);
    REQUIRE(reading.records.size() == 2);
    CHECK(reading.records[0].values[0] == text("12345.75"));
    CHECK(reading.records[0].values[1] == number("1e400"));
    CHECK(reading.records[0].unknown[0].second == number("-12345.75"));
    CHECK(reading.records[0].unknown[1].second == json("[12345.75]"));
    CHECK(reading.records[1].values[1] == number("98765.25"));
}
