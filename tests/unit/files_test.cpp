// SPDX-License-Identifier: Apache-2.0
#include <annexkit/files.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include <sys/stat.h>

using annexkit::FileTarget;
using annexkit::OnExisting;
namespace fs = std::filesystem;

namespace {

class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "annexkit-files-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }
    [[nodiscard]] auto count() const { return std::distance(fs::directory_iterator(path_), fs::directory_iterator()); }

  private:
    fs::path path_;
};

void put(const fs::path& file, std::string_view text) { std::ofstream(file) << text; }

std::string content(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("an output appears when it is committed, and not before") {
    const Folder folder;
    auto target = FileTarget::create(folder / "a.json", OnExisting::refuse);
    REQUIRE(target);
    REQUIRE((*target)->write("whole"));
    CHECK_FALSE(fs::exists(folder / "a.json"));
    REQUIRE((*target)->commit());
    CHECK(content(folder / "a.json") == "whole");
    CHECK(folder.count() == 1);
}

TEST_CASE("an output that is given up leaves nothing behind") {
    const Folder folder;
    put(folder / "a.json", "old");
    {
        auto target = FileTarget::create(folder / "a.json", OnExisting::replace);
        REQUIRE(target);
        REQUIRE((*target)->write("new"));
    }
    CHECK(content(folder / "a.json") == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("an existing output is replaced only when asked for") {
    const Folder folder;
    put(folder / "a.json", "old");
    const auto refused = FileTarget::create(folder / "a.json", OnExisting::refuse);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().hint == "use --force to replace it");
    SUBCASE("also when it appears while the job runs") {
        auto target = FileTarget::create(folder / "b.json", OnExisting::refuse);
        REQUIRE(target);
        put(folder / "b.json", "other");
        CHECK_FALSE((*target)->commit());
        CHECK(content(folder / "b.json") == "other");
    }
    SUBCASE("a link stays a link") {
        fs::create_symlink(folder / "a.json", folder / "link.json");
        auto target = FileTarget::create(folder / "link.json", OnExisting::replace);
        REQUIRE(target);
        REQUIRE((*target)->write("new"));
        REQUIRE((*target)->commit());
        CHECK(fs::is_symlink(folder / "link.json"));
        CHECK(content(folder / "a.json") == "new");
    }
}

TEST_CASE("a replaced output keeps its permissions") {
    const Folder folder;
    put(folder / "a.json", "old");
    ::chmod((folder / "a.json").c_str(), 0640);
    auto target = FileTarget::create(folder / "a.json", OnExisting::replace);
    REQUIRE(target);
    REQUIRE((*target)->commit());
    CHECK((fs::status(folder / "a.json").permissions() & fs::perms::all) == fs::perms(0640));
}

TEST_CASE("a folder is neither an input nor an output") {
    const Folder folder;
    fs::create_directory(folder / "sub");
    const auto target = FileTarget::create(folder / "sub", OnExisting::replace);
    REQUIRE_FALSE(target);
    CHECK(target.error().kind == annexkit::ErrorKind::output);
    const auto source = annexkit::open_source(folder / "sub");
    REQUIRE_FALSE(source);
    CHECK(source.error().kind == annexkit::ErrorKind::input);
}

TEST_CASE("a missing input is an error that names it") {
    const auto source = annexkit::open_source("/nonexistent/annex.csv");
    REQUIRE_FALSE(source);
    CHECK(source.error().message == "cannot read /nonexistent/annex.csv: No such file or directory");
}

TEST_CASE("an output in a folder that is not there is refused") {
    const auto target = FileTarget::create("/nonexistent/annex.csv", OnExisting::refuse);
    REQUIRE_FALSE(target);
    CHECK(target.error().kind == annexkit::ErrorKind::output);
}
