// SPDX-License-Identifier: Apache-2.0
#include "plugins/safety.hpp"

#include "messages/error.hpp"

#include <annexkit/folders.hpp>

#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace annexkit {
namespace {

// Whether a group has the user of this process as its only member: its name is the user's, as many systems make it, and
// it lists nobody. Files that its members may change are then nobody else's.
bool is_own_group(::gid_t group) {
    constexpr std::size_t enough = 16 * 1024;
    std::vector<char> user_room(enough);
    std::vector<char> group_room(enough);
    struct ::passwd user {};
    struct ::group its_group {};
    struct ::passwd* known_user = nullptr;
    struct ::group* known_group = nullptr;
    if (::getpwuid_r(::geteuid(), &user, user_room.data(), user_room.size(), &known_user) != 0 ||
        ::getgrgid_r(group, &its_group, group_room.data(), group_room.size(), &known_group) != 0)
        return false;
    return known_user != nullptr && known_group != nullptr && user.pw_gid == group &&
           std::string_view(user.pw_name) == its_group.gr_name && its_group.gr_mem[0] == nullptr;
}

std::optional<Error> risk_at(const std::filesystem::path& path, const struct ::stat& status) {
    const auto told = [&](MessageId what) {
        return make_error(ErrorKind::plugin, what,
                          {{"file", path.string()}, {"owner", fmt::format("{}", status.st_uid)}});
    };
    if (status.st_uid != 0 && status.st_uid != ::geteuid()) return told("plugin.of-other");
    // What a link leads to is looked at in its turn; its own mode means nothing.
    if (S_ISLNK(status.st_mode)) return std::nullopt;
    // In a folder that is sticky, as /tmp is, others may add files, but neither remove nor rename ours.
    if (S_ISDIR(status.st_mode) && (status.st_mode & S_ISVTX) != 0) return std::nullopt;
    if ((status.st_mode & S_IWOTH) != 0) return told("plugin.changeable");
    if ((status.st_mode & S_IWGRP) != 0 && !is_own_group(status.st_gid)) return told("plugin.changeable-by-group");
    return std::nullopt;
}

// Whether a folder leads to annexkit itself, too, or a plugin came with it: whoever may change it may change annexkit,
// with or without a plugin.
bool leads_to_annexkit(const std::filesystem::path& folder) {
    std::error_code error;
    auto own = std::filesystem::canonical(default_folders().plugins, error);
    if (error) return false;
    if (folder.parent_path() == own) return true;
    for (;; own = own.parent_path()) {
        if (own == folder) return true;
        if (own == own.parent_path()) return false;
    }
}

Error unloadable(int error) { return make_error(ErrorKind::plugin, "plugin.unloadable", {}, error); }

} // namespace

std::optional<Error> risk_of(const std::filesystem::path& library, std::filesystem::path& real) {
    constexpr unsigned most_links = 40;
    std::error_code error;
    // The names still to be gone to, the next one last.
    std::vector<std::filesystem::path> names;
    const auto go_to = [&](const std::filesystem::path& path) {
        if (path.is_absolute()) real = "/";
        const std::vector<std::filesystem::path> more(path.begin(), path.end());
        names.insert(names.end(), more.rbegin(), more.rend());
    };
    go_to(std::filesystem::absolute(library, error));
    if (error) return unloadable(error.value());
    std::optional<Error> risk;
    unsigned links = 0;
    while (!names.empty()) {
        const auto name = names.back();
        names.pop_back();
        if (name.empty() || name == ".") continue;
        if (name == "..") {
            real = real.parent_path();
            continue;
        }
        const auto next = real / name;
        struct ::stat status {};
        if (::lstat(next.c_str(), &status) != 0) return unloadable(errno);
        if (auto found = risk_at(next, status); found && !risk && !leads_to_annexkit(next)) risk = std::move(found);
        if (!S_ISLNK(status.st_mode)) {
            real = next;
            continue;
        }
        if (++links > most_links) return unloadable(ELOOP);
        go_to(std::filesystem::read_symlink(next, error));
        if (error) return unloadable(error.value());
    }
    return risk;
}

} // namespace annexkit
