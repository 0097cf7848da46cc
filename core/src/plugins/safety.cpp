// SPDX-License-Identifier: Apache-2.0
#include "plugins/safety.hpp"

#include "messages/error.hpp"

#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>
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

std::optional<Error> risk_at(const std::filesystem::path& path) {
    struct ::stat status {};
    if (::stat(path.c_str(), &status) != 0) return make_error(ErrorKind::plugin, "plugin.unloadable", {}, errno);
    const auto told = [&](MessageId what) {
        return make_error(ErrorKind::plugin, what,
                          {{"file", path.string()}, {"owner", fmt::format("{}", status.st_uid)}});
    };
    if (status.st_uid != 0 && status.st_uid != ::geteuid()) return told("plugin.of-other");
    // In a folder that is sticky, as /tmp is, others may add files, but neither remove nor rename ours.
    if (S_ISDIR(status.st_mode) && (status.st_mode & S_ISVTX) != 0) return std::nullopt;
    if ((status.st_mode & S_IWOTH) != 0) return told("plugin.changeable");
    if ((status.st_mode & S_IWGRP) != 0 && !is_own_group(status.st_gid)) return told("plugin.changeable-by-group");
    return std::nullopt;
}

// From the file up to the root.
std::optional<Error> risk_on_the_way_to(const std::filesystem::path& file) {
    for (std::filesystem::path path = file;; path = path.parent_path()) {
        if (auto risk = risk_at(path)) return risk;
        if (path == path.parent_path()) return std::nullopt;
    }
}

} // namespace

std::optional<Error> risk_of(const std::filesystem::path& library) {
    std::error_code error;
    const auto folder = std::filesystem::canonical(std::filesystem::absolute(library).parent_path(), error);
    const auto real = error ? folder : std::filesystem::canonical(library, error);
    if (error) return make_error(ErrorKind::plugin, "plugin.unloadable", {}, error.value());
    if (auto risk = risk_on_the_way_to(real)) return risk;
    // A link may lead there from a folder where others may replace it.
    return folder == real.parent_path() ? std::nullopt : risk_on_the_way_to(folder);
}

} // namespace annexkit
