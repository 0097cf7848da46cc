// SPDX-License-Identifier: Apache-2.0
#include "version.hpp"

#include "settings.hpp"

#include <annexkit/report.hpp>
#include <annexkit/version.hpp>

#include <algorithm>
#include <set>
#include <vector>

#include <CLI/Version.hpp>
#include <fmt/format.h>

namespace annexkit::cli {
namespace {

std::string libraries_text() {
    auto libraries = library_versions();
    libraries.push_back({"CLI11", CLI11_VERSION});
    std::sort(libraries.begin(), libraries.end(), [](const auto& left, const auto& right) {
        return CLI::detail::to_lower(std::string(left.name)) < CLI::detail::to_lower(std::string(right.name));
    });
    std::string text;
    for (const auto& library : libraries) text += fmt::format("library  {} {}\n", library.name, library.version);
    return text;
}

std::string plugins_text() {
    const Registry registry = Folders().registry();
    std::string text;
    std::set<std::string> told;
    for (const auto& format : registry.formats())
        if (told.insert(format.plugin).second)
            text += fmt::format("plugin   {} {} ({})\n", printable(format.plugin), printable(format.plugin_version),
                                format.file.empty() ? "linked in" : printable(format.file.string()));
    for (const auto& refusal : registry.refusals())
        text += fmt::format("refused  {}: {}\n", printable(refusal.file.string()), printable(refusal.reason.message));
    return text;
}

} // namespace

std::string version_text() {
    const std::string text = fmt::format("annexkit {}\n{}{}", version(), libraries_text(), plugins_text());
    return text.substr(0, text.size() - 1);
}

} // namespace annexkit::cli
