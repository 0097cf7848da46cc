// SPDX-License-Identifier: Apache-2.0
#include "temporary_folder.hpp"

#include <annexkit/batch.hpp>

#include <doctest/doctest.h>

#include <vector>

using support::Folder;
using support::put;

using annexkit::BatchFile;
namespace fs = std::filesystem;

namespace {

BatchFile file(const fs::path& input, const fs::path& place) { return {input, place, 0, {}}; }

} // namespace

TEST_CASE("an output keeps its place and takes the extension of its format") {
    std::vector<BatchFile> files{file("in/2020/annex.csv", "2020/annex.csv"), file("noname", "noname"),
                                 file("v1.2.txt", "v1.2.txt")};
    REQUIRE(annexkit::name_outputs(files, "out", ".xml"));
    CHECK(files[0].output == "out/2020/annex.xml");
    CHECK(files[1].output == "out/noname.xml");
    CHECK(files[2].output == "out/v1.2.xml");
}

TEST_CASE("two inputs that would become one output are refused by name") {
    std::vector<BatchFile> files{file("in/a.csv", "a.csv"), file("in/a.json", "a.json")};
    const auto named = annexkit::name_outputs(files, "out", ".xml");
    REQUIRE_FALSE(named);
    CHECK(named.error().kind == annexkit::ErrorKind::usage);
    CHECK(named.error().message == "in/a.csv and in/a.json would both become out/a.xml");
}

TEST_CASE("an output that would be a folder of another is refused") {
    std::vector<BatchFile> files{file("in/a.csv", "a.csv"), file("in/a.xml/b.csv", "a.xml/b.csv")};
    const auto named = annexkit::name_outputs(files, "out", ".xml");
    REQUIRE_FALSE(named);
    CHECK(named.error().message ==
          "in/a.csv would become out/a.xml, which is a folder of out/a.xml/b.xml, the output of in/a.xml/b.csv");
}

TEST_CASE("a file that is named twice is converted once") {
    const Folder folder;
    put(folder / "a.csv", "x");
    std::vector<BatchFile> files{file(folder / "a.csv", "a.csv"), file(folder / "./a.csv", "a.csv")};
    REQUIRE(annexkit::name_outputs(files, "out", ".xml"));
    CHECK(files.size() == 1);
}

TEST_CASE("an output that is an input is refused, whatever it is called") {
    const Folder folder;
    put(folder / "in/a.xml", "x");
    put(folder / "in/b.csv", "x");
    const auto refused = [&](const fs::path& out) {
        std::vector<BatchFile> files{file(folder / "in/a.xml", "a.xml"), file(folder / "in/b.csv", "b.csv")};
        const auto named = annexkit::name_outputs(files, out, ".xml");
        return !named && named.error().message == "the output " + (out / "a.xml").string() + " would be the input " +
                                                      (folder / "in/a.xml").string();
    };
    SUBCASE("by its own name") { CHECK(refused(folder / "in")); }
    SUBCASE("by another spelling") { CHECK(refused(folder / "in/../in")); }
    SUBCASE("by a link to its folder") {
        fs::create_directory_symlink(folder / "in", folder / "link");
        CHECK(refused(folder / "link"));
    }
    SUBCASE("by a symbolic link") {
        fs::create_directory(folder / "out");
        fs::create_symlink(folder / "in/a.xml", folder / "out/a.xml");
        CHECK(refused(folder / "out"));
    }
    SUBCASE("by a hard link") {
        fs::create_directory(folder / "out");
        fs::create_hard_link(folder / "in/a.xml", folder / "out/a.xml");
        CHECK(refused(folder / "out"));
    }
}

TEST_CASE("a file that cannot be read takes no name") {
    std::vector<BatchFile> files{file("in/a.csv", "a.csv"), file("in/a.json", "a.json")};
    files[1].fault = annexkit::Error{annexkit::ErrorKind::input, "cannot read in/a.json", {}};
    REQUIRE(annexkit::name_outputs(files, "out", ".xml"));
    CHECK(files.size() == 2);
}
