// SPDX-License-Identifier: Apache-2.0
// What the JSON exporters write, to the byte, and the closed walk JSON -> records -> JSON.
#include "json_test.hpp"

using json_test::rules;
using json_test::Strings;

using Head = std::vector<std::pair<std::string, drive::Value>>;

namespace {

drive::Record record(std::vector<drive::Value> values, Head unknown = {}) {
    drive::Record result;
    values.resize(6);
    result.values = std::move(values);
    result.unknown = std::move(unknown);
    return result;
}

const Head no_head;
const Head one_member = {{"declaration", drive::text("x")}};
const std::vector<drive::Record> two_records = {record({drive::text("a"), drive::number("1"), drive::absent(),
                                                        drive::list({"UE", "DE"}), drive::absent(), drive::list({})}),
                                                record({drive::text("b"), drive::absent(), drive::untyped("")})};

std::string written(const annexkit_format& format, const Head& head, const std::vector<drive::Record>& initiatives,
                    const drive::Options& options = {}) {
    drive::WriteSettings settings;
    settings.options = options;
    const auto writing = drive::write(format, head, initiatives, settings);
    CHECK(writing.status == ANNEXKIT_OK);
    return writing.bytes;
}

std::string written(const Head& head, const std::vector<drive::Record>& initiatives,
                    const drive::Options& options = {}) {
    return written(annexkit_json_format, head, initiatives, options);
}

// Reads and writes again, with the layout and indent that the input has.
std::string walked(std::string_view input, const drive::Options& options) {
    const auto reading = json_test::read(input);
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(rules(reading).empty());
    return written(reading.head, reading.records, options);
}

} // namespace

TEST_CASE("json: a document is written as json.dumps writes it with indent=2") {
    CHECK(written(one_member, two_records) == "{\n"
                                              "  \"annex\": {\n"
                                              "    \"declaration\": \"x\"\n"
                                              "  },\n"
                                              "  \"initiatives\": [\n"
                                              "    {\n"
                                              "      \"id\": \"a\",\n"
                                              "      \"part\": 1,\n"
                                              "      \"partners\": [\n"
                                              "        \"UE\",\n"
                                              "        \"DE\"\n"
                                              "      ],\n"
                                              "      \"bodies\": []\n"
                                              "    },\n"
                                              "    {\n"
                                              "      \"id\": \"b\",\n"
                                              "      \"section\": \"\"\n"
                                              "    }\n"
                                              "  ]\n"
                                              "}\n");
}

TEST_CASE("json: a document without head or without records") {
    CHECK(written(no_head, {record({drive::text("a")})}) ==
          "{\n  \"initiatives\": [\n    {\n      \"id\": \"a\"\n    }\n  ]\n}\n");
    CHECK(written(one_member, {}) == "{\n  \"annex\": {\n    \"declaration\": \"x\"\n  },\n  \"initiatives\": []\n}\n");
    CHECK(written(no_head, {}) == "{\n  \"initiatives\": []\n}\n");
}

TEST_CASE("json: a record without values is an empty object") {
    CHECK(written(no_head, {record({}), record({})}) == "{\n  \"initiatives\": [\n    {},\n    {}\n  ]\n}\n");
}

TEST_CASE("json: indent 0 writes everything on one line") {
    CHECK(written(one_member, two_records, {{"indent", "0"}}) ==
          R"({"annex":{"declaration":"x"},"initiatives":[{"id":"a","part":1,"partners":["UE","DE"],"bodies":[]},)"
          R"({"id":"b","section":""}]})"
          "\n");
    CHECK(written(no_head, {}, {{"indent", "0"}}) == "{\"initiatives\":[]}\n");
}

TEST_CASE("json: other indents") {
    CHECK(written(no_head, {record({drive::list({"a"})})}, {{"indent", "1"}}) ==
          "{\n \"initiatives\": [\n  {\n   \"id\": [\n    \"a\"\n   ]\n  }\n ]\n}\n");
    const std::string spaces(16, ' ');
    CHECK(written(no_head, {}, {{"indent", "16"}}) == "{\n" + spaces + "\"initiatives\": []\n}\n");
}

TEST_CASE("json: an array starts at the margin") {
    CHECK(written(no_head, two_records, {{"layout", "array"}}) == "[\n"
                                                                  "  {\n"
                                                                  "    \"id\": \"a\",\n"
                                                                  "    \"part\": 1,\n"
                                                                  "    \"partners\": [\n"
                                                                  "      \"UE\",\n"
                                                                  "      \"DE\"\n"
                                                                  "    ],\n"
                                                                  "    \"bodies\": []\n"
                                                                  "  },\n"
                                                                  "  {\n"
                                                                  "    \"id\": \"b\",\n"
                                                                  "    \"section\": \"\"\n"
                                                                  "  }\n"
                                                                  "]\n");
    CHECK(written(no_head, {}, {{"layout", "array"}}) == "[]\n");
    CHECK(written(no_head, two_records, {{"layout", "array"}, {"indent", "0"}}) ==
          "[{\"id\":\"a\",\"part\":1,\"partners\":[\"UE\",\"DE\"],\"bodies\":[]},{\"id\":\"b\",\"section\":\"\"}]\n");
}

TEST_CASE("ndjson: one record a line, by format or by layout, whatever the indent") {
    const std::string lines =
        "{\"id\":\"a\",\"part\":1,\"partners\":[\"UE\",\"DE\"],\"bodies\":[]}\n{\"id\":\"b\",\"section\":\"\"}\n";
    CHECK(written(annexkit_ndjson_format, no_head, two_records) == lines);
    CHECK(written(no_head, two_records, {{"layout", "ndjson"}}) == lines);
    CHECK(written(no_head, two_records, {{"layout", "ndjson"}, {"indent", "4"}}) == lines);
    CHECK(written(annexkit_ndjson_format, no_head, {}).empty());
}

TEST_CASE("json: a head that the layout has no place for is a loss, member by member") {
    const Head head = {{"declaration", drive::text("x")}, {"as_of", drive::text("2013-03-25")}};
    drive::WriteSettings array;
    array.options = {{"layout", "array"}};
    for (const auto& writing : {drive::write(annexkit_ndjson_format, head, two_records),
                                drive::write(annexkit_json_format, head, two_records, array)}) {
        CHECK(writing.status == ANNEXKIT_OK);
        REQUIRE(writing.findings.size() == 2);
        CHECK(writing.findings[0].rule == "loss.head");
        CHECK(writing.findings[0].arguments.at("name") == "declaration");
        CHECK(writing.findings[1].arguments.at("name") == "as_of");
    }
    CHECK(drive::write(annexkit_json_format, head, two_records).findings.empty());
}

TEST_CASE("json: control characters, quotation marks and backslashes are escaped, and nothing else") {
    std::string all;
    for (char byte = 0; byte < 0x20; ++byte) all += byte;
    CHECK(written(annexkit_ndjson_format, no_head, {record({drive::text(all + "\"\\/\x7f<>&'é€😀\u2028")})}) ==
          R"({"id":"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012)"
          R"(\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\/)"
          "\x7f<>&'é€😀\u2028\"}\n");
}

TEST_CASE("json: names are escaped as texts are") {
    const Head odd = {{"a\"\n", drive::text("x")}, {"", drive::number("1")}};
    CHECK(written(odd, {record({}, odd)}, {{"indent", "0"}}) ==
          R"({"annex":{"a\"\n":"x","":1},"initiatives":[{"a\"\n":"x","":1}]})"
          "\n");
    drive::WriteSettings settings;
    settings.fields = {{"é\\", ANNEXKIT_TEXT, {}}};
    drive::Record one;
    one.values = {drive::text("x")};
    CHECK(drive::write(annexkit_ndjson_format, no_head, {one}, settings).bytes == "{\"é\\\\\":\"x\"}\n");
}

TEST_CASE("json: every kind is written as it is, unknown fields behind the known ones") {
    CHECK(written(annexkit_ndjson_format, no_head,
                  {record({drive::untyped("a"), drive::number("1E+2"), drive::boolean(false), drive::list({"", "\t"}),
                           drive::json(R"({"a":[1,{}]})"), drive::text("")},
                          {{"z", drive::json("[1]")},
                           {"nothing", drive::absent()},
                           {"y", drive::list({"b"})},
                           {"x", drive::boolean(true)}})}) ==
          R"({"id":"a","part":1E+2,"section":false,"partners":["","\t"],"initiative":{"a":[1,{}]},"bodies":"",)"
          R"("z":[1],"y":["b"],"x":true})"
          "\n");
}

TEST_CASE("json: an indent out of its range is refused at open") {
    for (const char* value : {"17", "-1", "two", ""}) {
        CAPTURE(value);
        drive::WriteSettings settings;
        settings.options = {{"indent", value}};
        const auto writing = drive::write(annexkit_json_format, no_head, {}, settings);
        CHECK(writing.status == ANNEXKIT_FAILED);
        REQUIRE(writing.findings.size() == 1);
        CHECK(writing.findings[0].rule == "json.options");
        CHECK(writing.findings[0].arguments.at("name") == "indent");
        CHECK(writing.findings[0].arguments.at("wanted") == "0..16");
    }
}

TEST_CASE("json: what was written is written again with the same bytes, hostile values included") {
    const std::string values =
        R"("id":"\u0000\"\\\b\f\n\r\t\u001f],[{\"},","part":-0,"section":"  ","partners":["","a,b","\\\""],)"
        "\"initiative\":\"\x7f\u2028é€😀\uFFFF\",\"bodies\":[],"
        R"("x":1e400,"y":[1.0,{"a":[[],"é\\"]}],"":{"":{}},"huge":123456789012345678901234567890,)"
        R"("long":")" +
        std::string(1000, 'a') + "\\n" + std::string(1000, 'b') + "\"";
    const std::string head = R"({"declaration":"é\n","n":1E+2,"b":true,"l":["a",""],"o":{"p":[null]}})";
    const std::string document = "{\"annex\":" + head + ",\"initiatives\":[{" + values + "},{},{" + values + "}]}\n";
    CHECK(walked(document, {{"indent", "0"}}) == document);
    const std::string array = "[{" + values + "},{},{" + values + "}]\n";
    CHECK(walked(array, {{"layout", "array"}, {"indent", "0"}}) == array);
    const std::string lines = "{" + values + "}\n{}\n{" + values + "}\n";
    CHECK(walked(lines, {{"layout", "ndjson"}}) == lines);
}

TEST_CASE("json: the indented document comes back with the same bytes") {
    const std::string bytes = written(one_member, two_records);
    CHECK(walked(bytes, {}) == bytes);
    const std::string wide = written(one_member, two_records, {{"indent", "7"}});
    CHECK(walked(wide, {{"indent", "7"}}) == wide);
}
