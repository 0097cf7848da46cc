// SPDX-License-Identifier: Apache-2.0
// Loads a plugin library; the one place that knows Boost.DLL.
#pragma once

#include <annexkit/plugin.h>
#include <annexkit/result.hpp>

#include <filesystem>
#include <memory>

namespace annexkit {

/// A loaded library and the table it returned.
struct LoadedPlugin {
    /// Keeps the library loaded.
    std::shared_ptr<void> library;
    const annexkit_plugin* table = nullptr;
};

/// Errors: ErrorKind::plugin; the message is the bare reason, without the file's name.
Result<LoadedPlugin> load_plugin(const std::filesystem::path& file);

} // namespace annexkit
