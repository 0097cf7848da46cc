// SPDX-License-Identifier: Apache-2.0
// The fields of an initiative in JSON: names, kinds, duplicates, depth, places and addresses.
#include "json_test.hpp"

#include <cstring>

using drive::absent;
using drive::list;
using drive::number;
using drive::text;
using json_test::ids;
using json_test::part;
using json_test::read;
using json_test::rules;
using json_test::Strings;

using Unknown = std::vector<std::pair<std::string, drive::Value>>;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

// The address of a value in an input that starts like this.
std::string address(std::string_view input, std::uint64_t ordinal, std::int32_t field, std::string_view name = {},
                    std::int32_t item = -1) {
    const annexkit_importer& importer = *annexkit_json_format.importer;
    annexkit_sink sink{};
    sink.struct_size = sizeof sink;
    sink.head = [](void*, const annexkit_named_value*, const annexkit_place*, size_t) {
        return annexkit_status{ANNEXKIT_OK};
    };
    const annexkit_field fields[] = {{annexkit::sdk::text("id"), ANNEXKIT_TEXT},
                                     {annexkit::sdk::text("a/b~c"), ANNEXKIT_LIST}};
    const annexkit_option_value options[] = {{annexkit::sdk::text("max-depth"), annexkit::sdk::text("64")}};
    const annexkit_open_request request{sizeof request, fields, 2, options, 1, &sink};
    void* reader = nullptr;
    REQUIRE(importer.open(&request, &reader) == ANNEXKIT_OK);
    const annexkit_window window{sizeof window, input.data(), input.size(), 1};
    annexkit_scan scan{sizeof scan, 0, 0, 0, 0};
    REQUIRE(importer.scan(reader, &window, &sink, &scan) == ANNEXKIT_OK);

    char bytes[100];
    annexkit_output output{sizeof output, nullptr, bytes, 0, sizeof bytes, nullptr, nullptr};
    const annexkit_address_request wanted{sizeof wanted, ordinal, field, annexkit::sdk::text(name), item};
    CHECK(importer.address(reader, &wanted, &output) == ANNEXKIT_OK);
    importer.close(reader);
    return {bytes, output.size};
}

} // namespace

TEST_CASE("json: absent, null, empty and given stay apart") {
    const auto reading = read(R"([{"id":"","part":null,"partners":[],"initiative":"a"}])");
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].values ==
          std::vector<drive::Value>{text(""), absent(), absent(), list({}), text("a"), absent()});
    CHECK(reading.records[0].unknown.empty());
}

TEST_CASE("json: a value keeps its own kind, whatever the kind of its field") {
    const auto reading = read(R"([{"id":7,"part":"1","section":true,"partners":"UE","initiative":["a"],"bodies":{}}])");
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].values == std::vector<drive::Value>{number("7"), text("1"), drive::boolean(true),
                                                                 text("UE"), list({"a"}), drive::json("{}")});
}

TEST_CASE("json: an initiative may be empty") {
    const auto reading = read("[{},{ }]");
    CHECK(reading.status == ANNEXKIT_OK);
    REQUIRE(reading.records.size() == 2);
    CHECK(reading.records[0].values == std::vector<drive::Value>(6));
}

TEST_CASE("json: fields come in any order, by name or title, spelled with escapes or not") {
    const auto reading =
        read(R"([{"partners":["UE"],"ID":"a","SECTION":"I","Initiative propos\u00e9e":"b","bodi\u0065s":["c"]}])");
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].values ==
          std::vector<drive::Value>{text("a"), absent(), text("I"), list({"UE"}), text("b"), list({"c"})});
    CHECK(reading.records[0].unknown.empty());
}

TEST_CASE("json: unknown fields are kept in their order, with their kinds") {
    const auto reading = read(R"([{"z":"1","id":"a","annex.x":null,"other_fields":{"y": 1},"":["b"]}])");
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].unknown ==
          Unknown{
              {"z", text("1")}, {"annex.x", absent()}, {"other_fields", drive::json(R"({"y":1})")}, {"", list({"b"})}});
}

TEST_CASE("json: a field given again is kept under its own name") {
    const auto reading = read(R"([{"id":null,"ID":"b","Partenaire":["UE"],"id":"c","partners":["DE","FR"]}])");
    CHECK(rules(reading).empty());
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].values[0] == absent());
    CHECK(reading.records[0].values[3] == list({"UE"}));
    CHECK(reading.records[0].unknown ==
          Unknown{{"id", text("b")}, {"id", text("c")}, {"partners", list({"DE", "FR"})}});
}

TEST_CASE("json: an unknown name that comes twice is reported, and both are kept") {
    const std::string_view input = R"([{"x":1,"y":2,"id":"a","\u0078":3,"x":4},{"x":5,"id":"b"}])";
    const auto reading = read(input);
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(ids(reading) == Strings{"a", "b"});
    REQUIRE(rules(reading) == Strings(2, "json.duplicate-member"));
    CHECK(part(input, reading.findings[0].span) == R"(\u0078)");
    CHECK(reading.findings[0].arguments.at("name") == "x");
    CHECK(reading.findings[1].span.offset == 35);
    CHECK(reading.findings[0].field == -1);
    CHECK(reading.records[0].unknown.size() == 4);
}

TEST_CASE("json: a name that comes twice in an object within a value is reported with its field") {
    const std::string_view input =
        R"([{"id":"a","section":{"x":[{"y":1,"z":{},"y":2}],"x":3},"other":[{"q":1},{"q":1,"q":2}]}])";
    const auto reading = read(input);
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(ids(reading) == Strings{"a"});
    REQUIRE(rules(reading) == Strings(3, "json.duplicate-member"));
    CHECK(reading.findings[0].span.offset == 42);
    CHECK(reading.findings[0].arguments.at("name") == "y");
    CHECK(reading.findings[0].field == 2);
    CHECK(reading.findings[1].span.offset == 50);
    CHECK(reading.findings[1].arguments.at("name") == "x");
    CHECK(reading.findings[2].span.offset == 81);
    CHECK(reading.findings[2].field == -1);
}

TEST_CASE("json: brackets may be nested as deep as the option says, counted from the initiative") {
    CHECK(rules(read("[{\"x\":" + repeated("[", 63) + repeated("]", 63) + "}]")).empty());
    const auto reading = read("[{\"id\":\"a\"},{\"id\":\"b\",\"x\":" + repeated("[", 64) + repeated("]", 64) + "}]",
                              {{"max-depth", "64"}});
    CHECK(reading.status == ANNEXKIT_FAILED);
    CHECK(ids(reading) == Strings{"a", "b"});
    REQUIRE(rules(reading) == Strings{"json.too-deep"});
    CHECK(reading.findings[0].span.offset == 26 + 63);
    CHECK(reading.findings[0].arguments.at("limit") == "64");
    CHECK(rules(read("{\"id\":\"a\",\"x\":1}\n", {{"max-depth", "1"}})).empty());
    CHECK(rules(read("[{\"id\":\"a\",\"x\":[]}]", {{"max-depth", "1"}})) == Strings{"json.too-deep"});
    CHECK(rules(read("[{\"x\":" + repeated("{\"y\":", 999) + "1" + repeated("}", 999) + "}]", {{"max-depth", "1000"}}))
              .empty());
}

TEST_CASE("json: on a line too many brackets concern their record alone") {
    const auto reading = read("{\"id\":\"a\",\"x\":[[]]}\n{\"id\":\"b\",\"x\":[]}\n", {{"max-depth", "2"}});
    CHECK(reading.status == ANNEXKIT_OK);
    CHECK(ids(reading) == Strings{"a", "b"});
    REQUIRE(rules(reading) == Strings{"json.too-deep"});
    CHECK(reading.findings[0].span.offset == 15);
}

TEST_CASE("json: the head and skipped members have the same limit") {
    CHECK(rules(read(R"({"annex":{"a":[[]]},"initiatives":[]})", {{"max-depth", "3"}})).empty());
    const auto head = read(R"({"annex":{"a":[[]]},"initiatives":[]})", {{"max-depth", "2"}});
    CHECK(head.status == ANNEXKIT_FAILED);
    REQUIRE(rules(head) == Strings{"json.too-deep"});
    CHECK(head.findings[0].span.offset == 15);
    const auto skipped = read(R"({"annex":{},"x":[[[]]],"initiatives":[]})", {{"max-depth", "2"}});
    REQUIRE(rules(skipped) == Strings{"json.too-deep"});
    CHECK(skipped.findings[0].span.offset == 18);
}

TEST_CASE("json: two million brackets are refused at the limit, be it the largest one") {
    const std::string brackets(2'000'000, '[');
    const std::string objects = repeated("{\"a\":", 1'000'000);
    for (const std::string& input :
         {brackets, "{\"x\":" + brackets, "[{\"x\":" + brackets, "{\"annex\":{\"x\":" + brackets, objects,
          "{\"id\":1,\n\"x\":" + brackets, "{\"annex\":{},\"x\":" + objects, brackets + std::string(2'000'000, ']'),
          "{\"x\":" + brackets + std::string(2'000'000, ']') + "}\n"}) {
        for (const char* limit : {"64", "1000"}) {
            drive::ReadSettings settings;
            settings.options = {{"max-depth", limit}};
            CHECK(rules(drive::read(annexkit_json_format, input, settings)) == Strings{"json.too-deep"});
        }
    }
}

TEST_CASE("json: places are exact") {
    const std::string_view input =
        "{\"annex\": {}, \"initiatives\": [\n"
        R"(  { "id" : "a\u00e9\"", "part":1.50e+1 , "section":null,"partners":[ "UE", "", "\\D" ],)"
        "\n  \"x\":true,\"y\" : { \"z\": [ 1 ] } , \"id\":\"second\", \"w\":[\"é\"]}, {\"part\":1e999}\n]}";
    const auto reading = read(input);
    REQUIRE(reading.records.size() == 2);
    const auto& record = reading.records[0];
    CHECK(record.span.offset == 33);
    CHECK(part(input, record.span).substr(0, 8) == "{ \"id\" :");
    CHECK(input.substr(record.span.offset + record.span.size, 2) == ", ");
    CHECK(record.places[0].value.offset == 43);
    CHECK(part(input, record.places[0].value) == R"(a\u00e9\")");
    CHECK(part(input, record.places[1].value) == "1.50e+1");
    CHECK(part(input, record.places[2].value) == "null");
    CHECK(part(input, record.places[3].value) == R"([ "UE", "", "\\D" ])");
    REQUIRE(record.places[3].items.size() == 3);
    CHECK(part(input, record.places[3].items[0]) == "UE");
    CHECK(record.places[3].items[1].size == 0);
    CHECK(input[record.places[3].items[1].offset] == '"');
    CHECK(part(input, record.places[3].items[2]) == R"(\\D)");
    CHECK(record.places[4].value.size == 0);
    CHECK(record.places[4].items.empty());
    REQUIRE(record.unknown_places.size() == 4);
    CHECK(part(input, record.unknown_places[0].value) == "true");
    CHECK(part(input, record.unknown_places[1].value) == "{ \"z\": [ 1 ] }");
    CHECK(part(input, record.unknown_places[2].value) == "second");
    REQUIRE(record.unknown_places[3].items.size() == 1);
    CHECK(part(input, record.unknown_places[3].items[0]) == "é");
    CHECK(part(input, reading.records[1].span) == "{\"part\":1e999}");
    CHECK(part(input, reading.records[1].places[1].value) == "1e999");
}

TEST_CASE("json: places in lines are exact, too") {
    const std::string_view input = "\r\n {\"id\":\"a\"} \r\n{\"id\":\"b\",\"bodies\":[\"c\",\"d\"]}";
    const auto reading = read(input);
    REQUIRE(reading.records.size() == 2);
    CHECK(part(input, reading.records[0].span) == "{\"id\":\"a\"}");
    CHECK(part(input, reading.records[0].places[0].value) == "a");
    CHECK(part(input, reading.records[1].span) == "{\"id\":\"b\",\"bodies\":[\"c\",\"d\"]}");
    CHECK(reading.records[1].places[5].items[1].offset == 41);
}

TEST_CASE("json: an address is a JSON Pointer in the layout of the input") {
    const std::string_view document = R"({"annex":{},"initiatives":[{}]})";
    CHECK(address(document, 12, 0) == "/initiatives/12/id");
    CHECK(address(document, 12, 1, {}, 3) == "/initiatives/12/a~1b~0c/3");
    CHECK(address(document, 0, -1) == "/initiatives/0");
    CHECK(address(document, 0, -1, "~x/y") == "/initiatives/0/~0x~1y");
    CHECK(address("[{}]", 7, 0) == "/7/id");
    CHECK(address("[{}]", 7, -1) == "/7");
    CHECK(address("{\"id\":1}\n", 7, 0) == "/id");
    CHECK(address("{\"id\":1}\n", 7, -1, "x", 0) == "/x/0");
    CHECK(address("{\"id\":1}\n", 7, -1).empty());
}

TEST_CASE("json: a depth out of its range is refused at open") {
    for (const char* value : {"0", "1001", "-1", "x", "", "64.0", "99999999999999999999"}) {
        CAPTURE(value);
        drive::ReadSettings settings;
        settings.options = {{"max-depth", value}};
        const auto reading = drive::read(annexkit_json_format, "[]", settings);
        CHECK(reading.status == ANNEXKIT_FAILED);
        REQUIRE(rules(reading) == Strings{"json.options"});
        CHECK(reading.findings[0].arguments ==
              std::map<std::string, std::string>{{"name", "max-depth"}, {"value", value}, {"wanted", "1..1000"}});
    }
}

TEST_CASE("json: reading stops when the host says so") {
    drive::ReadSettings settings;
    settings.stop_at = 1;
    for (const char* input :
         {"[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n{}\n"}) {
        const auto reading = drive::read(annexkit_json_format, input, settings);
        CHECK(reading.status == ANNEXKIT_STOP);
        CHECK(ids(reading) == Strings{"a"});
    }
}
