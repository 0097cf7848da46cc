// SPDX-License-Identifier: Apache-2.0
// The forms that an annex in JSON may have: document, array, NDJSON; and what is wrong outside the initiatives.
#include "json_test.hpp"

using json_test::ids;
using json_test::part;
using json_test::read;
using json_test::read_lines;
using json_test::rules;
using json_test::Strings;

using Head = std::vector<std::pair<std::string, drive::Value>>;

namespace {

// Checks that the input is refused by one finding, and where.
void check_refused(std::string_view input, const std::string& rule, std::size_t offset, std::size_t size) {
    CAPTURE(input);
    const auto reading = read(input);
    CHECK(reading.status == ANNEXKIT_FAILED);
    REQUIRE(rules(reading) == Strings{rule});
    CHECK(reading.findings[0].span.offset == offset);
    CHECK(reading.findings[0].span.size == size);
}

// Checks that a syntax error is found after these initiatives, at this byte, in these words.
void check_syntax(std::string_view input, const Strings& read_before, std::size_t offset, const std::string& problem) {
    CAPTURE(input);
    const auto reading = read(input);
    CHECK(reading.status == ANNEXKIT_FAILED);
    CHECK(ids(reading) == read_before);
    REQUIRE(rules(reading) == Strings{"json.syntax"});
    CHECK(reading.findings[0].span.offset == offset);
    CHECK(reading.findings[0].arguments.at("problem") == problem);
}

} // namespace

TEST_CASE("json: a document has a head and initiatives") {
    const auto reading = read("{\n  \"annex\": {\"declaration\": \"eu-morocco-2013\", \"as_of\": \"2013-03-25\"},\n"
                              "  \"initiatives\": [\n    {\"id\": \"a\", \"part\": 1},\n    {\"id\": \"b\"}\n  ]\n}\n");
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(rules(reading).empty());
    CHECK(reading.head == Head{{"declaration", drive::text("eu-morocco-2013")}, {"as_of", drive::text("2013-03-25")}});
    CHECK(ids(reading) == Strings{"a", "b"});
    CHECK(reading.records[0].values[1] == drive::number("1"));
    CHECK(reading.records[1].values[1] == drive::absent());
}

TEST_CASE("json: a document may have no head") {
    const auto reading = read(R"({"initiatives":[{"id":"a"}]})");
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK_FALSE(reading.has_head);
    CHECK(ids(reading) == Strings{"a"});
}

TEST_CASE("json: a document may have no initiative in its list") {
    const auto reading = read(R"({"annex":{"a":"b"},"initiatives":[ ]} )");
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(rules(reading).empty());
    CHECK(reading.head == Head{{"a", drive::text("b")}});
    CHECK(reading.records.empty());
}

TEST_CASE("json: members of the head have kinds, and null leaves one out") {
    const auto reading = read(R"({"annex":{"text":"a\u00e9","number":1.50,"yes":true,"no":false,"nothing":null,)"
                              R"("list":["a","b"],"empty":[],"other":{ "a" : [ 1 ] },"mixed":[1,"a"],"big":1e999},)"
                              R"("initiatives":[]})");
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(reading.head == Head{{"text", drive::text("aé")},
                               {"number", drive::number("1.50")},
                               {"yes", drive::boolean(true)},
                               {"no", drive::boolean(false)},
                               {"list", drive::list({"a", "b"})},
                               {"empty", drive::list({})},
                               {"other", drive::json(R"({"a":[1]})")},
                               {"mixed", drive::json(R"([1,"a"])")},
                               {"big", drive::number("1e999")}});
}

TEST_CASE("json: a head may be empty, and null is none") {
    CHECK(read(R"({"annex":{},"initiatives":[]})").has_head);
    const auto reading = read(R"({"annex":null,"initiatives":[]})");
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(rules(reading).empty());
    CHECK_FALSE(reading.has_head);
}

TEST_CASE("json: an array holds initiatives alone") {
    const auto reading = read(" [ {\"id\":\"a\"} ,\r\n {\"id\":\"b\"}\t] \n");
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(rules(reading).empty());
    CHECK(ids(reading) == Strings{"a", "b"});
    CHECK(read("[]").status == ANNEXKIT_OK);
    CHECK(read("\n[\n]\n").records.empty());
}

TEST_CASE("json: strings may hold brackets, commas, quotation marks and backslashes") {
    const auto reading = read(R"([{"id":"],[{"},{"id":"\"},{"},{"id":"\\"},{"id":"\\\"]"},{"},]\\":"{","id":"e"}])");
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(ids(reading) == Strings{"],[{", "\"},{", "\\", "\\\"]", "e"});
}

TEST_CASE("json: NDJSON is one object a line; blank lines and CRLF are allowed") {
    const auto reading = read_lines("\n{\"id\":\"a\"}\r\n\r\n  \t\n {\"id\":\"b\"} \r\n{\"id\":\"c\"}\n\n");
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(rules(reading).empty());
    CHECK(ids(reading) == Strings{"a", "b", "c"});
}

TEST_CASE("json: the last line of NDJSON needs no line break") {
    const auto reading = read_lines("{\"id\":\"a\"}\n{\"id\":\"b\"}");
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(ids(reading) == Strings{"a", "b"});
}

TEST_CASE("json: an object whose annex is no object and whose initiatives are no array is a line of NDJSON") {
    const auto reading =
        read_lines("{\"id\":\"a\",\"annex\":\"x\",\"initiatives\":{}}\n{\"x\":{\"annex\":{}},\"id\":\"b\"}\n");
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(ids(reading) == Strings{"a", "b"});
    CHECK(reading.records[0].unknown == Head{{"annex", drive::text("x")}, {"initiatives", drive::json("{}")}});
}

TEST_CASE("json: a broken line concerns its record alone") {
    const auto reading = read_lines("{\"id\":\"a\"}\n{\"id\":\"b\",\"part\":}\nnonsense\n{\"id\":\"c\"\n[1]\n7\n"
                                    "{\"id\":\"d\"} {\"id\":\"e\"}\n{\"id\":\"f\n{\"id\":\"g\"}\n");
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(ids(reading) == Strings{"a", "b", "-", "c", "-", "-", "d", "-", "g"});
    REQUIRE(rules(reading) == Strings{"json.syntax", "json.syntax", "json.syntax", "json.not-an-initiative",
                                      "json.not-an-initiative", "json.syntax", "json.syntax"});
    CHECK(reading.findings[2].arguments.at("problem") ==
          "the line ends inside a value; its end, such as a closing bracket, is missing");
    CHECK(reading.findings[3].arguments.at("found") == "an array");
    CHECK(reading.findings[4].arguments.at("found") == "a number");
    CHECK(reading.findings[5].arguments.at("problem") == "something follows the object on its line");
    CHECK(reading.findings[6].arguments.at("problem") ==
          "the line ends inside a text; its closing quotation mark is missing");
}

TEST_CASE("json: the first line of NDJSON may be broken, too") {
    CHECK(ids(read_lines("{\"id\":\"a\",}\n{\"id\":\"b\"}\n")) == Strings{"a", "b"});
    CHECK(ids(read_lines("{\"id\":\"a\"\n{\"id\":\"b\"}\n")) == Strings{"a", "b"});
    CHECK(ids(read_lines("{\"id\":\"a\n{\"id\":\"b\"}\n")) == Strings{"-", "b"});
    CHECK(ids(read_lines("{\"id\":\"a\"\r\n")) == Strings{"a"});
}

TEST_CASE("json: in NDJSON an initiative may have fields with the names of a document's members") {
    const std::string_view line = "{\"id\":\"a\",\"annex\":{},\"initiatives\":[\"b\"]}\n";
    const auto reading = readings::read(annexkit_ndjson_format, line);
    CHECK(rules(reading).empty());
    CHECK(ids(reading) == Strings{"a"});
    CHECK(reading.records[0].unknown == Head{{"annex", drive::json("{}")}, {"initiatives", drive::list({"b"})}});
    CHECK(rules(read(line)) == Strings{"json.unknown-member", "json.not-an-initiative"});
}

TEST_CASE("json: a document is read as NDJSON, too, where it spans lines") {
    const auto reading =
        readings::read(annexkit_ndjson_format, "{\"annex\":{\"a\":1},\n\"initiatives\":[{\"id\":\"a\"}]}");
    CHECK(rules(reading).empty());
    CHECK(reading.head == Head{{"a", drive::number("1")}});
    CHECK(ids(reading) == Strings{"a"});
}

TEST_CASE("json: an element of the array that is no object is reported and counted, and reading goes on") {
    const std::string_view input = R"([{"id":"a"}, 7, "text", null, [{"id":"x"}], {"id":"b"}])";
    const auto reading = read(input);
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(ids(reading) == Strings{"a", "-", "-", "-", "-", "b"});
    REQUIRE(rules(reading) == Strings(4, "json.not-an-initiative"));
    CHECK(part(input, reading.findings[0].span) == "7");
    CHECK(part(input, reading.findings[1].span) == "\"text\"");
    CHECK(part(input, reading.findings[2].span) == "null");
    CHECK(part(input, reading.findings[3].span) == R"([{"id":"x"}])");
    CHECK(reading.findings[3].arguments.at("wanted") == "an initiative (an object)");
    CHECK(reading.findings[3].arguments.at("found") == "an array");
}

TEST_CASE("json: commas between elements stand between elements alone") {
    const std::string value = "a value is expected here";
    const std::string trailing = "a comma stands before the closing bracket";
    check_syntax(R"([{"id":"a"},])", {"a"}, 12, trailing);
    check_syntax("[{\"id\":\"a\"} ,\n\n ]", {"a"}, 16, trailing);
    check_syntax(R"({"initiatives":[{"id":"a"},]})", {"a"}, 27, trailing);
    check_syntax(R"([{"id":"a"},,{"id":"b"}])", {"a"}, 12, value);
    check_syntax(R"([,{"id":"a"}])", {}, 1, value);
    check_syntax(R"([,])", {}, 1, value);
    check_syntax(R"([{"id":"a"}{"id":"b"}])", {"a"}, 11, "a comma or ] is expected here");
    check_syntax(R"([{"id":"a"} x])", {"a"}, 12, "a comma or ] is expected here");
    check_syntax(R"([{"id":"a"}}])", {"a"}, 11, "a comma or ] is expected here");
    check_syntax(R"([{"id":"a"}, // b)", {"a"}, 13, "JSON has no comments");
}

TEST_CASE("json: the words for a fault do not depend on where the input was cut") {
    check_syntax(R"([{"id":"a"},}])", {"a"}, 12, "a value is expected here");
    const auto reading = read("{\"id\":\"a\"}\n{\"x\":[1,\n]}\n");
    REQUIRE(rules(reading) == Strings{"json.syntax", "json.syntax"});
    CHECK(reading.findings[1].arguments.at("problem") == "a value is expected here");
}

TEST_CASE("json: what ends too early is refused at its end, after its whole initiatives") {
    const std::string list = "the input ends inside the list of initiatives; its closing ] is missing";
    const std::string document = "the input ends inside the document; its closing } is missing";
    const std::string value = "the input ends inside a value; its end, such as a closing bracket, is missing";
    const std::string text = "the input ends inside a text; its closing quotation mark is missing";
    check_syntax("[", {}, 1, list);
    check_syntax("[{\"id\":\"a\"}", {"a"}, 11, list);
    check_syntax("[{\"id\":\"a\"} \n", {"a"}, 13, list);
    check_syntax("[{\"id\":\"a\"},", {"a"}, 12, list);
    check_syntax("[{\"id\":\"a\"},{\"id\":\"b\",", {"a", "b"}, 22, value);
    check_syntax("[{\"id\":\"a\"},{\"id\":\"b", {"a", "-"}, 20, text);
    check_syntax("[{\"id\":\"a\"},{\"id\":\"b\\", {"a", "-"}, 21, text);
    check_syntax("[{\"id\":\"a\"},{\"id\":\"b\\u00", {"a", "-"}, 24, text);
    check_syntax("[{\"id\":\"a\"},{", {"a"}, 13, value);
    check_syntax("[{\"id\":\"a\"},tr", {"a"}, 14, value);
    check_syntax("{\"initiatives\":[{\"id\":\"a\"}", {"a"}, 26, list);
    check_syntax("{\"initiatives\":[{\"id\":\"a\"}]", {"a"}, 27, document);
    check_syntax("{\"initiatives\":[{\"id\":\"a\"}],", {"a"}, 28, document);
    check_syntax("{\"annex\":{},\"initiatives\"", {}, 25, document);
    check_syntax("{\"annex\":{},\"initiatives\":", {}, 26, document);
    check_syntax("{\"annex\":{},\"init", {}, 17, text);
    check_syntax("{\"annex\":{\"a\":1", {}, 15, value);
    check_syntax(" \n", {}, 2, "there is no JSON text");
}

TEST_CASE("json: nothing follows the end") {
    const std::string problem = "something follows the end of the JSON text";
    check_syntax(R"([{"id":"a"}] [])", {"a"}, 13, problem);
    check_syntax(R"([{"id":"a"}]])", {"a"}, 12, problem);
    check_syntax(R"({"initiatives":[]}}{)", {}, 18, problem);
    check_syntax("{\"initiatives\":[{\"id\":\"a\"}]}\n{\"initiatives\":[]}\n", {"a"}, 29, problem);
}

TEST_CASE("json: the document's own members follow the grammar") {
    check_syntax(R"({"annex":{},})", {}, 12, "a comma stands before the closing bracket");
    check_syntax(R"({"annex":{},,"initiatives":[]})", {}, 12,
                 "the name of a member, in double quotes, is expected here");
    check_syntax(R"({"annex":{} "initiatives":[]})", {}, 12, "a comma or } is expected here");
    check_syntax(R"({"annex":{},"initiatives" []})", {}, 26, "a colon is expected after the name of a member");
    check_syntax(R"({"annex":{},'initiatives':[]})", {}, 12, "text stands between double quotes, not single ones");
    check_syntax(R"({"annex":{},/**/"initiatives":[]})", {}, 12, "JSON has no comments");
    check_syntax(R"({"annex":{},"initiatives":[]])", {}, 28, "a comma or } is expected here");
    check_syntax(R"({"annex":{"a":1,},"initiatives":[]})", {}, 16, "a comma stands before the closing bracket");
    check_syntax(R"({"annex":{},"x":+1,"initiatives":[]})", {}, 16, "a number has no plus sign before it");
    check_syntax(R"({"annex":{},"x\q":1,"initiatives":[]})", {}, 14,
                 "a backslash starts no known escape; a backslash itself is written \\\\");
}

TEST_CASE("json: a broken document that spans lines is refused as one") {
    check_syntax("{\n  \"declaration\": x\n}\n", {}, 19,
                 "only the words true, false and null stand without quotation marks; JSON has no NaN or Infinity");
    check_syntax("{\n  \"declaration\": \"a\"\n", {}, 23,
                 "the input ends inside a value; its end, such as a closing bracket, is missing");
}

TEST_CASE("json: an annex is an object or an array") {
    check_refused("7", "json.not-an-initiative", 0, 1);
    check_refused(" \"text\" ", "json.not-an-initiative", 1, 6);
    check_refused("null\n", "json.not-an-initiative", 0, 4);
    check_refused("nothing", "json.syntax", 1, 1);
    check_refused("<annex/>", "json.syntax", 0, 1);
    check_refused("id;part\na;1\n", "json.syntax", 0, 1);
}

TEST_CASE("json: a document without initiatives is refused") {
    check_refused(R"({"annex":{"declaration":"x"}})", "json.no-initiatives", 28, 1);
    check_refused("{\n \"annex\": {}\n}\n", "json.no-initiatives", 15, 1);
    check_refused("{\n \"id\": \"a\"\n}\n{\n \"id\": \"b\"\n}\n", "json.no-initiatives", 0, 1);
}

TEST_CASE("json: initiatives are an array") {
    check_refused(R"({"annex":{},"initiatives":{"id":"a"}})", "json.not-an-initiative", 26, 10);
    check_refused(R"({"annex":{},"initiatives":12})", "json.not-an-initiative", 26, 2);
    const auto reading = read(R"({"annex":{},"initiatives":null})");
    CHECK(reading.findings[0].arguments.at("wanted") == "an array of initiatives");
    CHECK(reading.findings[0].arguments.at("found") == "null");
}

TEST_CASE("json: the head stands before the initiatives") {
    const auto reading = read(R"({"initiatives":[{"id":"a"}],"annex":{}})");
    CHECK(reading.status == ANNEXKIT_FAILED);
    CHECK(ids(reading) == Strings{"a"});
    REQUIRE(rules(reading) == Strings{"json.head-after-initiatives"});
    CHECK(reading.findings[0].span.offset == 29);
    CHECK(reading.findings[0].span.size == 5);
}

TEST_CASE("json: a head that is no object is reported, and reading goes on") {
    const std::string_view input = R"({"annex":["x"],"initiatives":[{"id":"a"}]})";
    const auto reading = read(input);
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK_FALSE(reading.has_head);
    CHECK(ids(reading) == Strings{"a"});
    REQUIRE(rules(reading) == Strings{"json.not-a-head"});
    CHECK(part(input, reading.findings[0].span) == "[\"x\"]");
    CHECK(reading.findings[0].arguments.at("found") == "an array");
}

TEST_CASE("json: a member of the document that is not known is reported, and reading goes on") {
    const std::string_view input =
        R"({"a\u0062":[{"annex":{}},1e400],"annex":{"x":1},"c":"d","initiatives":[{"id":"a"}],"e":null})";
    const auto reading = read(input);
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(reading.head == Head{{"x", drive::number("1")}});
    CHECK(ids(reading) == Strings{"a"});
    REQUIRE(rules(reading) == Strings(3, "json.unknown-member"));
    CHECK(reading.findings[0].arguments.at("name") == "ab");
    CHECK(part(input, reading.findings[0].span) == R"(a\u0062)");
    CHECK(part(input, reading.findings[1].span) == "c");
    CHECK(part(input, reading.findings[2].span) == "e");
}

TEST_CASE("json: a member of the document or of the head that comes twice is reported, and the first one counts") {
    const std::string_view input =
        R"({"annex":{"a":1,"\u0061":2},"annex":{"b":1},"initiatives":[{"id":"a"}],"initiatives":[{"id":"b"}]})";
    const auto reading = read(input);
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(reading.head == Head{{"a", drive::number("1")}, {"a", drive::number("2")}});
    CHECK(ids(reading) == Strings{"a"});
    REQUIRE(rules(reading) == Strings(3, "json.duplicate-member"));
    CHECK(part(input, reading.findings[0].span) == R"(\u0061)");
    CHECK(reading.findings[0].arguments.at("name") == "a");
    CHECK(reading.findings[1].arguments.at("name") == "annex");
    CHECK(reading.findings[1].span.offset == 29);
    CHECK(reading.findings[2].arguments.at("name") == "initiatives");
}

TEST_CASE("json: text that starts like JSON is taken for it") {
    const auto sniff = [](std::string_view text) {
        return annexkit_json_format.importer->sniff(annexkit::sdk::text(text));
    };
    CHECK(sniff("{\"annex\":") == 90);
    CHECK(sniff(" \r\n\t{ }") == 90);
    CHECK(sniff("{\n  ") == 90);
    CHECK(sniff("[{") == 90);
    CHECK(sniff("[\n]") == 90);
    CHECK(sniff("[1") == 90);
    CHECK(sniff("[section]\nkey=value\n") == 0);
    CHECK(sniff("{{ template }}") == 0);
    CHECK(sniff("<annex>") == 0);
    CHECK(sniff("id;part") == 0);
    CHECK(sniff("\"id\",\"part\"") == 0);
    CHECK(sniff("") == 0);
    CHECK(sniff("  ") == 0);
}
