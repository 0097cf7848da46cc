// SPDX-License-Identifier: Apache-2.0
#include "targets.hpp"

#include "failure.hpp"

#include <filesystem>
#include <set>
#include <system_error>

#include <sys/stat.h>

namespace annexkit::cli {
namespace {

std::filesystem::path path_of(const std::string& name) { return name == "-" ? "/dev/stdin" : name; }

// Where there is no file yet, the name of its folder may still be a link or another spelling.
std::filesystem::path place_of(const std::filesystem::path& file) {
    std::error_code error;
    auto place = std::filesystem::weakly_canonical(std::filesystem::absolute(file, error), error);
    return error ? file.lexically_normal() : place;
}

} // namespace

std::string file_of_output(const std::string& name) { return name == "-" ? "/dev/stdout" : name; }

bool is_same_file(const std::string& left, const std::string& right) {
    const auto first = path_of(left);
    const auto second = path_of(right);
    std::error_code error;
    if (std::filesystem::exists(second, error))
        return std::filesystem::is_regular_file(second, error) && std::filesystem::equivalent(first, second, error) &&
               !error;
    return first.filename() == second.filename() && place_of(first) == place_of(second);
}

void refuse_same_file(const std::string& file, const std::vector<std::string>& others, MessageId told) {
    for (const auto& other : others)
        if (is_same_file(other, file)) throw misuse(told, {{"file", file}});
}

void refuse_replacing(const std::string& file, const std::vector<std::string>& read) {
    for (const auto& each : read)
        if (!each.empty() && is_same_file(each, file)) throw misuse("same.output-is-read", {{"file", file}});
}

std::unique_ptr<FileTarget> open_target(const std::string& file, OnExisting on_existing) {
    // Once for each folder, so that many files in one take no longer each.
    static std::set<std::filesystem::path> swept;
    std::filesystem::path folder = place_of(file).parent_path();
    if (!swept.contains(folder)) {
        remove_leftovers(folder);
        swept.insert(std::move(folder));
    }
    return value_or_fail(FileTarget::create(file, on_existing));
}

FileState state_of(const std::string& file) {
    struct ::stat now {};
    if (::stat(file.c_str(), &now) != 0) return {};
    return {now.st_dev, now.st_ino, now.st_size, now.st_mtim.tv_sec, now.st_mtim.tv_nsec, S_ISREG(now.st_mode)};
}

} // namespace annexkit::cli
