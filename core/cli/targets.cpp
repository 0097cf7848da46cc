// SPDX-License-Identifier: Apache-2.0
#include "targets.hpp"

#include "failure.hpp"

#include <filesystem>
#include <system_error>

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

} // namespace annexkit::cli
