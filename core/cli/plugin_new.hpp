// SPDX-License-Identifier: Apache-2.0
// Writes a format that works, to begin with.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace annexkit::cli {

/// A file of core/plugin_template/, which the build puts into the program.
struct TemplateFile {
    std::string_view path;
    std::string_view text;
};
[[nodiscard]] std::span<const TemplateFile> plugin_template();

/// Writes the format `name` into a folder that is not there yet, or that a run was broken off in. Throws Failure for a
/// name that no format can have, for a folder that holds anything else, and where it cannot be written.
void write_new_plugin(const std::string& name, const std::filesystem::path& folder);

} // namespace annexkit::cli
