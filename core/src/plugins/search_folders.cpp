// SPDX-License-Identifier: Apache-2.0
#include <annexkit/registry.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace annexkit {
namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

std::vector<std::filesystem::path> entries_of_environment() {
    std::vector<std::filesystem::path> entries;
    const std::string path = variable("ANNEXKIT_PLUGIN_PATH");
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t to = std::min(path.find(':', from), path.size());
        if (to > from) entries.emplace_back(path.substr(from, to - from));
        from = to + 1;
    }
    return entries;
}

} // namespace

std::vector<PluginFolder> plugin_folders(const std::vector<std::filesystem::path>& first,
                                         const std::filesystem::path& installed) {
    using From = PluginFolder::From;
    std::vector<PluginFolder> folders;
    for (const auto& folder : first) folders.push_back({folder, From::request});
    for (const auto& folder : entries_of_environment())
        if (folder.is_absolute()) folders.push_back({folder, From::environment});
    const std::filesystem::path data = variable("XDG_DATA_HOME");
    const std::filesystem::path home = variable("HOME");
    if (data.is_absolute()) {
        folders.push_back({data / "annexkit" / "plugins", From::user});
    } else if (home.is_absolute()) {
        folders.push_back({home / ".local" / "share" / "annexkit" / "plugins", From::user});
    }
    if (!installed.empty()) folders.push_back({installed, From::installation});
    return folders;
}

std::vector<std::filesystem::path> relative_plugin_folders() {
    auto entries = entries_of_environment();
    std::erase_if(entries, [](const std::filesystem::path& entry) { return entry.is_absolute(); });
    return entries;
}

} // namespace annexkit
