// SPDX-License-Identifier: Apache-2.0
// Where annexkit keeps its own plugins and schemas.
#pragma once

#include <annexkit/export.h>

#include <filesystem>

namespace annexkit {

/// What is installed with the library.
struct DefaultFolders {
    std::filesystem::path plugins;
    std::filesystem::path schemas;
};

/// The folders as they lie to the library, so that an installed tree may be moved as a whole. Both are empty where the
/// place of the library cannot be told; neither need be there. A program that holds the library within itself is taken
/// to lie in the folder for programs.
[[nodiscard]] ANNEXKIT_API DefaultFolders default_folders();

} // namespace annexkit
