// SPDX-License-Identifier: Apache-2.0
#include "batch/manifest.hpp"
#include "digest/metered.hpp"
#include "digest/sha256.hpp"
#include "temporary_folder.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using support::content;
using support::Folder;
using support::put;

using annexkit::Manifest;
using annexkit::ManifestLine;
using annexkit::OnManifest;

namespace {

ManifestLine line(const std::string& input) {
    ManifestLine result;
    result.input = input;
    result.sha256 = "12";
    result.output = "out/" + input;
    result.status = "done";
    return result;
}

std::unique_ptr<Manifest> open(const std::filesystem::path& file, OnManifest on_manifest) {
    auto manifest = Manifest::open(file, on_manifest);
    REQUIRE(manifest);
    return std::move(*manifest);
}

std::string refusal(const std::filesystem::path& file, OnManifest on_manifest) {
    const auto manifest = Manifest::open(file, on_manifest);
    return manifest ? "" : manifest.error().message;
}

} // namespace

// Source: FIPS 180-2, appendix B, examples 1 and 2.
TEST_CASE("SHA-256 gives the digests of its standard") {
    annexkit::Sha256 digest;
    digest.add("a");
    digest.add("bc");
    CHECK(digest.take() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    digest.add("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq");
    CHECK(digest.take() == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("the digest of a file is that of its bytes") {
    const Folder folder;
    put(folder / "abc", "abc");
    CHECK(annexkit::digest_of_file(folder / "abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK_FALSE(annexkit::digest_of_file(folder / "none"));
}

TEST_CASE("a line of a manifest says everything that it was given") {
    ManifestLine whole = line("a \"quoted\"\nname.csv");
    whole.bytes = 12;
    whole.output_sha256 = "34";
    whole.output_bytes = 56;
    whole.old_output = "out/before.xml";
    whole.format = "csv";
    whole.encoding = "windows-1252";
    whole.declaration = "eu-morocco-2013";
    whole.assumed = {{"csv.dialect-assumed", {{"delimiter", ";"}, {"known", "9"}}}};
    whole.read = 1;
    whole.written = 2;
    whole.invalid = 3;
    whole.errors = 4;
    whole.warnings = 5;
    whole.notes = 6;
    whole.losses = 7;
    whole.seconds = 0.25;
    whole.finished = "2025-01-02T03:04:05Z";
    whole.message = "why";
    whole.settings = "78";
    const std::string text = annexkit::to_json(whole);
    CHECK(text.find('\n') == text.size() - 1);
    CHECK(annexkit::from_json(text) == whole);
}

TEST_CASE("what lacks a member is no line of a manifest") {
    CHECK_FALSE(annexkit::from_json(R"({"input":"a.csv"})"));
    CHECK_FALSE(annexkit::from_json("[]"));
    CHECK_FALSE(annexkit::from_json(annexkit::to_json(line("a")).substr(0, 100)));
}

TEST_CASE("a line of a manifest with half a character is none") {
    const std::string half = R"("\udeee")";
    std::string text = annexkit::to_json(line("a"));
    text.replace(text.find("\"a\""), 3, half);
    CHECK_FALSE(annexkit::from_json(text));
}

TEST_CASE("a NUL ends no text of a manifest") {
    ManifestLine with_nul = line(std::string("a\0b", 3));
    with_nul.assumed = {{std::string("r\0s", 3), {{std::string("n\0m", 3), std::string("v\0w", 3)}}}};
    CHECK(annexkit::from_json(annexkit::to_json(with_nul)) == with_nul);
}

TEST_CASE("a name that is not UTF-8 stays readable, and itself") {
    CHECK(annexkit::json_text("caf\xC3\xA9.csv") == "caf\xC3\xA9.csv");
    CHECK(annexkit::json_text("caf\xE9.csv") == "caf\\u{E9}.csv");
}

TEST_CASE("a manifest is there line by line, without an end") {
    const Folder folder;
    const auto manifest = open(folder / "m", OnManifest::refuse);
    REQUIRE(manifest->append(line("a")));
    CHECK(content(folder / "m") == annexkit::to_json(line("a")));
    REQUIRE(manifest->append(line("b")));
    CHECK(content(folder / "m") == annexkit::to_json(line("a")) + annexkit::to_json(line("b")));
}

TEST_CASE("an existing manifest is refused, replaced or gone on with") {
    const Folder folder;
    put(folder / "m", annexkit::to_json(line("a")));
    CHECK(refusal(folder / "m", OnManifest::refuse) == (folder / "m").string() + " exists");
    SUBCASE("replaced") {
        open(folder / "m", OnManifest::replace);
        CHECK(content(folder / "m").empty());
    }
    SUBCASE("gone on with") {
        const auto manifest = open(folder / "m", OnManifest::resume);
        CHECK(manifest->find("a") == line("a"));
        CHECK_FALSE(manifest->find("b"));
    }
    SUBCASE("by one program at a time") {
        const auto manifest = open(folder / "m", OnManifest::resume);
        CHECK(refusal(folder / "m", OnManifest::resume) == "another program is writing " + (folder / "m").string());
    }
}

TEST_CASE("a last line that was cut is left out") {
    const Folder folder;
    const std::string first = annexkit::to_json(line("a"));
    const std::string cut = annexkit::to_json(line("b"));
    for (const std::size_t size : {std::size_t{1}, std::size_t{9}, std::size_t{20}, cut.size() - 1}) {
        put(folder / "m", first + cut.substr(0, size));
        const auto manifest = open(folder / "m", OnManifest::resume);
        CHECK(manifest->find("a") == line("a"));
        CHECK_FALSE(manifest->find("b"));
        CHECK(content(folder / "m") == first);
    }
}

TEST_CASE("what a power failure left behind the last whole line is left out") {
    const Folder folder;
    const std::string first = annexkit::to_json(line("a"));
    for (const std::string& tail : {std::string(3, '\0'), std::string(200'000, '\0'), std::string("\n"),
                                    annexkit::to_json(line("b")).substr(40), std::string("\0\n\0\n", 4)}) {
        put(folder / "m", first + tail);
        const auto manifest = open(folder / "m", OnManifest::resume);
        CHECK(manifest->find("a") == line("a"));
        CHECK(content(folder / "m") == first);
    }
}

TEST_CASE("lines behind one that is none are nobody's to cut") {
    const Folder folder;
    const std::string first = annexkit::to_json(line("a"));
    for (const std::string& broken : {std::string("\n"), std::string("by hand\n"), std::string(200'000, '\0') + '\n'}) {
        const std::string text = first + broken + first;
        put(folder / "m", text);
        CHECK(refusal(folder / "m", OnManifest::resume) ==
              "line 2 of " + (folder / "m").string() + " is no line of a manifest");
        CHECK(content(folder / "m") == text);
    }
}

TEST_CASE("a line that says nothing of an old output is one still") {
    std::string text = annexkit::to_json(line("a"));
    const std::string old = "\"old_output\":null,";
    REQUIRE(text.find(old) != std::string::npos);
    CHECK(annexkit::from_json(text.erase(text.find(old), old.size())) == line("a"));
}

TEST_CASE("a file that is no manifest is refused and stays as it is") {
    const Folder folder;
    for (const std::string& text : {std::string("{\"annex\": 1}"), std::string("{\"annex\": 1}\n"),
                                    std::string("id,part\n"), std::string("\n"), std::string(3, '\0')}) {
        put(folder / "m", text);
        CHECK(refusal(folder / "m", OnManifest::resume) ==
              "line 1 of " + (folder / "m").string() + " is no line of a manifest");
        CHECK(content(folder / "m") == text);
    }
}

TEST_CASE("the last word on an input holds, and the end leaves one line for each in order") {
    const Folder folder;
    ManifestLine failed = line("b");
    failed.status = "failed";
    put(folder / "m", annexkit::to_json(line("gone")) + annexkit::to_json(failed) + annexkit::to_json(line("c")));
    {
        const auto manifest = open(folder / "m", OnManifest::resume);
        REQUIRE(manifest->append(line("a")));
        REQUIRE(manifest->append(line("b")));
        manifest->keep("c");
    }
    {
        const auto manifest = open(folder / "m", OnManifest::resume);
        CHECK(manifest->find("b")->status == "done");
        manifest->keep("a");
        manifest->keep("b");
        manifest->keep("c");
        REQUIRE(manifest->finish());
    }
    CHECK(content(folder / "m") ==
          annexkit::to_json(line("a")) + annexkit::to_json(line("b")) + annexkit::to_json(line("c")));
}
