// SPDX-License-Identifier: Apache-2.0
// Schemas that are not there or cannot be used.
#include "annexes.hpp"
#include "program.hpp"

using namespace cli;

namespace {

std::string changed(std::string_view from, std::string_view to) {
    return with(content_of(source_file("schemas/eu-morocco-2013.schema.json")), from, to);
}

/// Runs with the schema as a file, and answers what is said of it.
std::string refusal_of(const std::string& text) {
    const Folder folder;
    folder.put("a.json", json_annex);
    folder.put("s.schema.json", text);
    const Outcome validated = run(folder, {"validate", "--schema", "./s.schema.json", "a.json"});
    CHECK(validated.code == 2);
    CHECK(validated.out.empty());
    const Outcome converted = run(folder, {"convert", "--schema", "./s.schema.json", "a.json", "a.xml"});
    CHECK(converted.code == 2);
    CHECK(converted.err == validated.err);
    CHECK(folder.names() == std::vector<std::string>{"a.json", "s.schema.json"});
    const std::string start = "annexkit: error: the schema ./s.schema.json cannot be used: ";
    REQUIRE(validated.err.starts_with(start));
    return validated.err.substr(start.size());
}

} // namespace

TEST_CASE("a schema that is not there is told with those that are") {
    const Folder folder;
    folder.put("a.json", json_annex);
    const Outcome named = run(folder, {"validate", "--schema", "nowhere", "a.json"});
    CHECK(named.code == 2);
    CHECK(named.err.starts_with(
        "annexkit: error: there is no schema \"nowhere\"\n  hint: known: eu-morocco-2013 (searched /"));
    const Outcome file = run(folder, {"validate", "--schema", "./nowhere.schema.json", "a.json"});
    CHECK(file.code == 2);
    CHECK(file.err.starts_with(
        "annexkit: error: no schema: cannot read ./nowhere.schema.json: No such file or directory\n"));
}

TEST_CASE("a folder is no schema") {
    const Folder folder;
    folder.put("a.json", json_annex);
    const Outcome outcome = run(folder, {"validate", "--schema", "./", "a.json"});
    CHECK(outcome.code == 2);
    CHECK(outcome.err.starts_with("annexkit: error: no schema: cannot read ./: it is a folder\n"));
}

TEST_CASE("a schema that is no JSON is refused where it goes wrong") {
    CHECK(refusal_of("{\n  \"type\": \"object\",\n}") ==
          "at 3:1: it is no JSON: a name in quotation marks is wanted\n");
    CHECK(refusal_of("").starts_with("at 1:1: "));
    CHECK(refusal_of("\xFF").starts_with("at 1:1: "));
    CHECK(refusal_of(times(200'000, "[")).starts_with("at 1:200001: "));
    CHECK(refusal_of("{\"title\": \"a\\udeee\"}") ==
          "at 1:13: it is no JSON: the text has an escape that JSON does not know\n");
    CHECK(refusal_of(std::string("{}\0{}", 5)) == "at 1:3: it is no JSON: something stands behind the value\n");
}

TEST_CASE("a schema with an unsupported keyword is refused with its place and those that are supported") {
    CHECK(refusal_of(changed("\"minLength\"", "\"format\"")) ==
          "at /properties/initiative/format: \"format\" is not supported here; supported: type, title, description, "
          "enum, pattern, minLength, maxLength\n");
    CHECK(refusal_of(changed("\"anyOf\"", "\"oneOf\"")).starts_with("at /oneOf: \"oneOf\" is not supported here"));
}

TEST_CASE("no keyword of any draft is passed over") {
    const std::vector<std::pair<std::string, std::string>> places = {
        {"", "{"},
        {"/properties/initiative", "\"initiative\": {"},
        {"/properties/objective", "\"objective\": {"},
        {"/properties/partners", "\"partners\": {"},
        {"/properties/partners/items", "\"items\": {"},
    };
    for (const auto* keyword : {"multipleOf",
                                "exclusiveMaximum",
                                "exclusiveMinimum",
                                "additionalItems",
                                "maxProperties",
                                "minProperties",
                                "patternProperties",
                                "dependencies",
                                "allOf",
                                "oneOf",
                                "not",
                                "definitions",
                                "format",
                                "default",
                                "$ref",
                                "$id",
                                "$defs",
                                "$comment",
                                "const",
                                "contains",
                                "propertyNames",
                                "if",
                                "then",
                                "else",
                                "examples",
                                "readOnly",
                                "dependentRequired",
                                "prefixItems",
                                "unevaluatedProperties",
                                "nullable",
                                "Type",
                                "minlength",
                                ""})
        for (const auto& place : places) {
            const auto& [pointer, beginning] = place;
            CAPTURE(keyword);
            CAPTURE(place.first);
            const std::string quoted = "\"" + std::string(keyword) + "\"";
            CHECK(refusal_of(changed(beginning, beginning + quoted + ": {}, "))
                      .starts_with("at " + pointer + "/" + keyword + ": " + quoted + " is not supported here"));
        }
}

TEST_CASE("a schema of another draft is refused") {
    CHECK(refusal_of(changed("http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-07/schema#")) ==
          "at /$schema: is \"http://json-schema.org/draft-07/schema#\", and "
          "http://json-schema.org/draft-04/schema# alone is read\n");
    CHECK(refusal_of(changed("\"http://json-schema.org/draft-04/schema#\"", "4")) == "at /$schema: must be a text\n");
}

TEST_CASE("titles and descriptions are texts") {
    CHECK(refusal_of(changed("\"type\": \"object\"", "\"type\": \"object\", \"id\": 4")) == "at /id: must be a text\n");
    CHECK(refusal_of(changed("\"minLength\": 1", "\"title\": []")) ==
          "at /properties/initiative/title: must be a text\n");
}

TEST_CASE("an unsupported keyword is told rather than the type that it stands for") {
    CHECK(refusal_of(changed("\"properties\": {", "\"properties\": {\"a\": {\"$ref\": \"#/definitions/b\"},"))
              .starts_with("at /properties/a/$ref: \"$ref\" is not supported here; supported: "));
}

TEST_CASE("a pattern that would take too much room is refused") {
    const auto with_pattern = [](const std::string& pattern) {
        return refusal_of(changed("\"pattern\": \"^ma", "\"pattern\": \"" + pattern + "|^ma"));
    };
    const std::string start = "at /properties/id/pattern: the pattern is not supported: ";
    CHECK(with_pattern("(a{1000}){1000}") == start + "invalid repetition size: {1000}\n");
    CHECK(with_pattern("((a{30}){30}){30}") == start + "invalid repetition size: {30}\n");
    CHECK(with_pattern("[\\\\p{L}\\\\p{N}]{900}") == start + "pattern too large - compile failed\n");
    CHECK(with_pattern(times(1'000'000, "a")) == start + "pattern too large - compile failed\n");
}

TEST_CASE("a list of codes or of required fields holds something, and nothing twice") {
    CHECK(refusal_of(changed("\"enum\": [1, 2]", "\"enum\": []")) ==
          "at /properties/part/enum: must hold at least one\n");
    CHECK(refusal_of(changed("\"enum\": [1, 2]", "\"enum\": [1, 2, 1]")) ==
          "at /properties/part/enum/2: \"1\" stands there twice\n");
    CHECK(refusal_of(changed("\"required\": [", "\"required\": [\"id\", \"id\", ")) ==
          "at /required/1: \"id\" stands there twice\n");
}

TEST_CASE("a schema of another shape is refused") {
    CHECK(refusal_of("[]") == "at the top: must be an object\n");
    CHECK(refusal_of("{}") == "at the top: \"type\" is missing\n");
    CHECK(refusal_of(changed("\"x-declaration\"", "\"x-other\"")).starts_with("at /x-other: "));
    CHECK(refusal_of(changed("\"pattern\": \"^ma", "\"pattern\": \"(^ma")).starts_with("at /properties/id/pattern: "));
    CHECK(refusal_of(changed("\"maximum\": 37", "\"maximum\": \"37\"")) ==
          "at /properties/objective/maximum: must be a number\n");
}

TEST_CASE("an annex of a declaration that has no schema is told so") {
    const Folder folder;
    folder.put("a.json", with(json_annex, "eu-morocco-2013", "eu-tunisia-2014"));
    const Outcome outcome = run(folder, {"validate", "a.json"});
    CHECK(outcome.code == 2);
    CHECK(outcome.err ==
          "annexkit: error: a.json is an annex of declaration \"eu-tunisia-2014\", for which there is no schema\n"
          "  hint: known: eu-morocco-2013; use --schema to name a schema or its file\n");
}

TEST_CASE("of two schemas none is assumed") {
    const Folder folder;
    folder.put("a.ndjson", ndjson_annex);
    const std::string coast = source_file("samples/declarations/coast-2020");
    const Outcome outcome = run(folder, {"validate", "--schema-dir", coast, "a.ndjson"});
    CHECK(outcome.code == 2);
    CHECK(outcome.err == "annexkit: error: a.ndjson does not say which declaration it belongs to\n"
                         "  hint: use --schema to name it; known: coast-2020, eu-morocco-2013\n");
}
