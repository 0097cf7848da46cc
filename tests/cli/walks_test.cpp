// SPDX-License-Identifier: Apache-2.0
// Files that hold one annex, and each of which converts to each of the others, byte for byte: then every closed walk
// through the formats gives back the bytes it began with.
#include "annexes.hpp"
#include "program.hpp"

using namespace cli;

namespace {

using Names = std::vector<std::string>;

void put_samples(const Folder& folder, const std::string& sample, const Names& names) {
    for (const auto& name : names) folder.put(name, content_of(source_file("samples/" + sample + "/" + name)));
}

void convert(const Folder& folder, const std::string& from, const std::string& to) {
    const Outcome outcome =
        run(folder, {"convert", "--schema", "eu-morocco-2013", "--on-invalid", "keep", "--force", from, to});
    CAPTURE(outcome.err);
    CHECK((outcome.code == 0 || outcome.code == 1));
    CHECK(outcome.err.find("loss.") == std::string::npos);
}

/// Converts each file to the format of each other one.
void check_every_step(const Folder& folder, const Names& names) {
    for (const auto& from : names)
        for (const auto& to : names) {
            if (from == to) continue;
            CAPTURE(from);
            CAPTURE(to);
            convert(folder, from, "converted-" + to);
            CHECK(folder.content("converted-" + to) == folder.content(to));
        }
}

/// The annex without its head, which NDJSON has no place for, in every format.
void put_headless(const Folder& folder, const std::string& document) {
    const std::string headless = "{\n  \"initiatives\"" + document.substr(document.find("\"initiatives\"") + 13);
    folder.put("headless.json", headless);
    for (const std::string format : {"csv", "xml", "ndjson"}) convert(folder, "headless.json", "headless." + format);
}

} // namespace

TEST_CASE("every closed walk of the real annex gives the same bytes") {
    const Folder folder;
    put_samples(folder, "eu-morocco-2013", {"annex.json", "annex.csv", "annex.xml"});
    check_every_step(folder, {"annex.json", "annex.csv", "annex.xml"});
}

TEST_CASE("every closed walk of a hostile annex gives the same bytes") {
    const Folder folder;
    put_samples(folder, "hostile", {"annex.json", "annex.csv", "annex.xml"});
    check_every_step(folder, {"annex.json", "annex.csv", "annex.xml"});
}

TEST_CASE("every closed walk of initiatives without a head gives the same bytes, NDJSON included") {
    const Folder folder;
    SUBCASE("of the real annex") {
        put_headless(folder, content_of(source_file("samples/eu-morocco-2013/annex.json")));
    }
    SUBCASE("of a hostile annex") {
        // In a table without a head, an initiative without any value would be a blank row.
        const std::string annex = content_of(source_file("samples/hostile/annex.json"));
        put_headless(folder, with(annex, "    },\n    {}\n", "    }\n"));
    }
    check_every_step(folder, {"headless.json", "headless.csv", "headless.xml", "headless.ndjson"});
}

TEST_CASE("values of the wrong kind keep it in JSON and XML, and CSV says what it loses") {
    const Folder folder;
    put_samples(folder, "hostile", {"kinds.json", "kinds.xml"});
    check_every_step(folder, {"kinds.json", "kinds.xml"});
    const Outcome outcome =
        run(folder, {"convert", "--on-invalid", "keep", "kinds.json", "kinds.csv", "--report", "ndjson"});
    unsigned losses = 0;
    for (const auto& finding : lines_of(outcome.err, "finding")) losses += finding.rule == "loss.kind" ? 1 : 0;
    // 7 head members that are no text, and 15 values that are not of their field's kind.
    CHECK(losses == 22);
}

TEST_CASE("an initiative without any value is lost in a table without a head, and the report says so") {
    const Folder folder;
    folder.put("a.ndjson", ndjson_annex + "{}\n");
    const Outcome outcome = run(folder, {"convert", "--on-invalid", "keep", "a.ndjson", "a.csv", "--report", "ndjson"});
    unsigned losses = 0;
    for (const auto& finding : lines_of(outcome.err, "finding")) losses += finding.rule == "loss.blank-row" ? 1 : 0;
    CHECK(losses == 1);
}

TEST_CASE("the second declaration's annex walks as well") {
    const Folder folder;
    put_samples(folder, "declarations/coast-2020", {"annex.json"});
    const std::string schema = source_file("samples/declarations/coast-2020/coast-2020.schema.json");
    const auto step = [&](const std::string& from, const std::string& to) {
        CHECK(run(folder, {"convert", "--schema", schema, from, to}).code == 0);
    };
    step("annex.json", "a.csv");
    step("a.csv", "a.xml");
    step("a.xml", "b.csv");
    step("b.csv", "a.json");
    CHECK(folder.content("a.csv") == folder.content("b.csv"));
    CHECK(folder.content("a.json") == folder.content("annex.json"));
}

TEST_CASE("the encodings and separators of a table change nothing that comes back") {
    const Folder folder;
    put_samples(folder, "hostile", {"annex.json"});
    const std::vector<Names> dialects = {
        {"--to-option", "delimiter=;", "--to-option", "line-end=crlf", "--to-option", "bom=true"},
        {"--to-option", "delimiter=|", "--to-option", "list-separator=;", "--to-option", "quote='"},
        {"--to-option", "encoding=utf-16le", "--to-option", "bom=true", "--to-option", "delimiter=\t"},
    };
    const std::vector<Names> readings = {
        {},
        {"--from-option", "delimiter=|", "--from-option", "list-separator=;", "--from-option", "quote='"},
        {},
    };
    for (std::size_t i = 0; i < dialects.size(); ++i) {
        CAPTURE(i);
        Names writing = {"convert", "--on-invalid", "keep", "--force", "annex.json", "a.csv"};
        writing.insert(writing.end(), dialects[i].begin(), dialects[i].end());
        CHECK(run(folder, writing).code == 1);
        Names reading = {"convert", "--on-invalid", "keep", "--force", "a.csv", "b.json"};
        reading.insert(reading.end(), readings[i].begin(), readings[i].end());
        CHECK(run(folder, reading).code == 1);
        CHECK(folder.content("b.json") == folder.content("annex.json"));
    }
}

TEST_CASE("no output is written that could not be read again") {
    const Folder folder;
    for (const std::string value : {R"("initiative": "a\u0000b")", R"("bodies": ["a\u0000"])"}) {
        CAPTURE(value);
        folder.put("a.json", R"({"annex": {}, "initiatives": [{"id": "ma-2013-p1-001", )" + value + "}]}");
        for (const std::string to : {"a.csv", "a.xml"}) {
            const auto outcome = run(folder, {"convert", "a.json", to, "--on-invalid", "keep", "--report", "ndjson"});
            CHECK(outcome.err.find("loss.character") != std::string::npos);
        }
        folder.put("head.json", R"({"annex": {"as_of": "\u0000"}, "initiatives": []})");
        CHECK(run(folder, {"convert", "head.json", "head.csv"}).err.find("loss.character") != std::string::npos);
        CHECK(folder.names() == Names{"a.json", "head.json"});
    }
}
