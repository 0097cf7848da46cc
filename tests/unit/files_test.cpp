// SPDX-License-Identifier: Apache-2.0
#include "temporary_folder.hpp"

#include <annexkit/files.hpp>

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using support::content;
using support::Folder;
using support::put;

using annexkit::FileTarget;
using annexkit::OnExisting;
namespace fs = std::filesystem;

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

TEST_CASE("two outputs appear together") {
    const Folder folder;
    const auto first = FileTarget::create(folder / "a.json", OnExisting::refuse);
    const auto second = FileTarget::create(folder / "b.json", OnExisting::refuse);
    REQUIRE(first);
    REQUIRE(second);
    REQUIRE((*first)->write("one"));
    REQUIRE((*second)->write("two"));
    SUBCASE("both") {
        REQUIRE(FileTarget::commit_both(**first, **second));
        CHECK(content(folder / "a.json") == "one");
        CHECK(content(folder / "b.json") == "two");
        CHECK(folder.count() == 2);
    }
    SUBCASE("or neither, where the name of the second is taken meanwhile") {
        put(folder / "b.json", "other");
        CHECK_FALSE(FileTarget::commit_both(**first, **second));
        CHECK_FALSE(fs::exists(folder / "a.json"));
        CHECK(content(folder / "b.json") == "other");
    }
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

TEST_CASE("what a killed program left behind is removed, what a running one uses stays") {
    const Folder folder;
    put(folder / ".annexkit-1-0", "left behind");
    put(folder / ".annexkit-1-1", "in use");
    for (const char* other : {".annexkit-cfg.toml", ".annexkit-1", ".annexkit-1-", ".annexkit-1-0.csv"})
        put(folder / other, "of somebody else");
    put(folder / "annex.json", "another file");
    const int in_use = ::open((folder / ".annexkit-1-1").c_str(), O_RDONLY);
    REQUIRE(::flock(in_use, LOCK_EX) == 0);
    annexkit::remove_leftovers(folder.path());
    CHECK_FALSE(fs::exists(folder / ".annexkit-1-0"));
    for (const char* other : {".annexkit-cfg.toml", ".annexkit-1", ".annexkit-1-", ".annexkit-1-0.csv"})
        CHECK(fs::exists(folder / other));
    CHECK(fs::exists(folder / ".annexkit-1-1"));
    CHECK(fs::exists(folder / "annex.json"));
    ::close(in_use);
}

TEST_CASE("an output that waits has no name yet") {
    const Folder folder;
    auto target = FileTarget::create(folder / "a.json", OnExisting::refuse);
    REQUIRE(target);
    CHECK(folder.count() == 0);
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

TEST_CASE("a file is shown relative to the working folder where it lies in it, unless that is another file") {
    using annexkit::shown_path;
    CHECK(shown_path(fs::current_path() / "in/annex.csv") == "in/annex.csv");
    CHECK(shown_path("./in/../annex.csv") == "annex.csv");
    CHECK(shown_path("../annex.csv") == "../annex.csv");
    CHECK(shown_path("/nonexistent//annex.csv") == "/nonexistent/annex.csv");
    const Folder folder;
    fs::create_directories(folder / "far/away");
    fs::create_directory_symlink(folder / "far/away", folder / "link");
    put(folder / "annex.csv", "near");
    put(folder / "far/annex.csv", "far");
    CHECK(shown_path(folder / "link/../annex.csv") == (folder / "link/../annex.csv").string());
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
