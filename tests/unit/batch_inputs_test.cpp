// SPDX-License-Identifier: Apache-2.0
#include "temporary_folder.hpp"

#include <annexkit/batch.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

using support::Folder;
using support::put;

using annexkit::BatchFile;
using annexkit::InputList;
namespace fs = std::filesystem;

namespace {

class TextSource : public annexkit::ByteSource {
  public:
    explicit TextSource(std::string_view text) : text_(text) {}
    annexkit::Result<std::size_t> read(std::span<char> into) override {
        const std::size_t size = std::min(into.size(), text_.size());
        std::memcpy(into.data(), text_.data(), size);
        text_.remove_prefix(size);
        return size;
    }

  private:
    std::string_view text_;
};

std::vector<std::string> names(std::string_view list, char end) {
    TextSource source(list);
    const auto read = annexkit::read_names(source, end);
    REQUIRE(read);
    return {read->begin(), read->end()};
}

// The places of what is found; "!" before a fault.
std::vector<std::string> found(const InputList& list) {
    std::vector<std::string> result;
    const auto files = annexkit::find_inputs(list, annexkit::Registry());
    REQUIRE(files);
    for (const auto& file : *files) result.push_back((file.fault ? "!" : "") + file.output.string());
    return result;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a list of names has one a line") {
    CHECK(names("a.csv\n\nb c.csv\r\nd.csv", '\n') == Names{"a.csv", "b c.csv", "d.csv"});
}

TEST_CASE("a list of names that end with NUL may hold any name") {
    CHECK(names(std::string_view("a\nb.csv\0c.csv\r\0", 15), '\0') == Names{"a\nb.csv", "c.csv\r"});
}

TEST_CASE("a list of lines that holds a NUL is refused: it would name another file") {
    TextSource source(std::string_view("a.csv\nb.csv\0c.csv\0", 18));
    const auto read = annexkit::read_names(source, '\n');
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == annexkit::ErrorKind::usage);
    CHECK(read.error().message == "the list of files has a NUL behind \"b.csv\"");
}

TEST_CASE("a folder is searched below, in the order of the names") {
    const Folder folder;
    put(folder / "b.csv", "x");
    put(folder / "a/z.csv", "x");
    put(folder / "a/b/c.csv", "x");
    put(folder / "a.csv", "x");
    CHECK(found({.paths = {folder.path()}, .include = {"*.csv"}}) == Names{"a.csv", "a/b/c.csv", "a/z.csv", "b.csv"});
}

TEST_CASE("a pattern without a slash is matched with the name, one with a slash with the path") {
    const Folder folder;
    put(folder / "2020/a.csv", "x");
    put(folder / "2021/a.csv", "x");
    put(folder / "2021/more/a.csv", "x");
    CHECK(found({.paths = {folder.path()}, .include = {"a.*"}}).size() == 3);
    CHECK(found({.paths = {folder.path()}, .include = {"2021/*"}}) == Names{"2021/a.csv"});
}

TEST_CASE("two stars in a pattern are any number of folders, and none") {
    const Folder folder;
    put(folder / "a.csv", "x");
    put(folder / "2021/a.csv", "x");
    put(folder / "2021/more/a.csv", "x");
    put(folder / "2021/more/b.csv", "x");
    CHECK(found({.paths = {folder.path()}, .include = {"**/a.csv"}}) ==
          Names{"2021/a.csv", "2021/more/a.csv", "a.csv"});
    CHECK(found({.paths = {folder.path()}, .include = {"2021/**"}}) ==
          Names{"2021/a.csv", "2021/more/a.csv", "2021/more/b.csv"});
    CHECK(found({.paths = {folder.path()}, .include = {"2021/**/b.*"}}) == Names{"2021/more/b.csv"});
    CHECK(found({.paths = {folder.path()}, .include = {"*"}, .exclude = {"**/more"}}) == Names{"2021/a.csv", "a.csv"});
}

TEST_CASE("a slash at the start of a pattern means the folder itself, at the end that folders alone match") {
    const Folder folder;
    put(folder / "a", "x");
    put(folder / "sub/a/b", "x");
    CHECK(found({.paths = {folder.path()}, .include = {"/a"}}) == Names{"a"});
    CHECK(found({.paths = {folder.path()}, .include = {"./a"}}) == Names{"a"});
    CHECK(found({.paths = {folder.path()}, .include = {"*"}, .exclude = {"a"}}) == Names{"!"});
    CHECK(found({.paths = {folder.path()}, .include = {"*"}, .exclude = {"a/"}}) == Names{"a"});
    CHECK(found({.paths = {folder.path()}, .include = {"*"}, .exclude = {"sub/a/"}}) == Names{"a"});
}

TEST_CASE("what is excluded is left out, folders with all that is in them") {
    const Folder folder;
    put(folder / "a.csv", "x");
    put(folder / "a.old.csv", "x");
    put(folder / "drafts/b.csv", "x");
    CHECK(found({.paths = {folder.path()}, .include = {"*.csv"}, .exclude = {"*.old.csv", "drafts"}}) ==
          Names{"a.csv"});
}

TEST_CASE("hidden files and links to folders are left out, links to files are not") {
    const Folder folder;
    put(folder / "sub/a.csv", "x");
    put(folder / ".hidden/a.csv", "x");
    put(folder / ".b.csv", "x");
    fs::create_directory_symlink(folder.path(), folder / "sub/loop.csv");
    fs::create_symlink(folder / "sub/a.csv", folder / "link.csv");
    CHECK(found({.paths = {folder.path()}, .include = {"*.csv"}}) == Names{"link.csv", "sub/a.csv"});
}

TEST_CASE("the output folder is not searched, unless it is named") {
    const Folder folder;
    put(folder / "a.csv", "x");
    put(folder / "out/b.csv", "x");
    CHECK(found({.paths = {folder.path()}, .include = {"*.csv"}, .output_folder = folder / "out"}) == Names{"a.csv"});
    CHECK(found({.paths = {folder / "out"}, .include = {"*.csv"}, .output_folder = folder / "out"}) == Names{"b.csv"});
}

TEST_CASE("what cannot be read stays in the list with its fault") {
    const Folder folder;
    put(folder / "a.csv", "x");
    const auto files = annexkit::find_inputs({.paths = {folder / "none.csv", folder / "a.csv"}}, annexkit::Registry());
    REQUIRE(files);
    REQUIRE(files->size() == 2);
    REQUIRE((*files)[0].fault);
    CHECK((*files)[0].fault->message ==
          "cannot read " + (folder / "none.csv").string() + ": No such file or directory");
    CHECK_FALSE((*files)[1].fault);
    CHECK((*files)[1].size == 1);
}

TEST_CASE("a folder in which there is nothing to convert is a fault") {
    const Folder folder;
    put(folder / "a.txt", "x");
    CHECK(found({.paths = {folder.path()}, .include = {"*.csv"}}) == Names{"!"});
}

TEST_CASE("files keep their path below the base, which must hold them") {
    const Folder folder;
    put(folder / "2020/a.csv", "x");
    put(folder / "2021/a.csv", "x");
    CHECK(found({.paths = {folder / "2020/a.csv", folder / "2021/../2021/a.csv"}, .base = folder.path()}) ==
          Names{"2020/a.csv", "2021/a.csv"});
    CHECK(found({.paths = {folder / "2020"}, .include = {"*"}, .base = folder.path()}) == Names{"2020/a.csv"});
    const auto outside =
        annexkit::find_inputs({.paths = {folder / "2020/a.csv"}, .base = folder / "2021"}, annexkit::Registry());
    REQUIRE_FALSE(outside);
    CHECK(outside.error().kind == annexkit::ErrorKind::usage);
}

TEST_CASE("standard input is no file of a batch") {
    const auto files = annexkit::find_inputs({.paths = {"-"}}, annexkit::Registry());
    REQUIRE_FALSE(files);
    CHECK(files.error().message == "standard input has no name, so its output would have none");
}
