// SPDX-License-Identifier: Apache-2.0
// What a plugin tells of itself in a file beside its library, and what was found where plugins are looked for.
#pragma once

#include <annexkit/result.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace annexkit {

/// What stands in the file "annexkit_NAME.toml" beside "annexkit_NAME.so". It is read without loading the library, so
/// that it can be told which plugin a file needs, though the library is missing or was refused. A plugin needs none;
/// one that says something else than the library is refused with it.
struct PluginManifest {
    std::string name;
    std::string version;
    /// SPDX expression.
    std::string license;
    /// The version of the contract, ANNEXKIT_PLUGIN_ABI.
    std::uint32_t abi = 0;
    /// Ids.
    std::vector<std::string> formats;
    /// How its files are known: by the ends of their names (".csv"), by media type, or by the bytes they begin with.
    std::vector<std::string> extensions;
    std::vector<std::string> media_types;
    std::vector<std::string> magic;
};

/// A library, its manifest or both, as a folder has them.
struct PluginCandidate {
    enum class State { loaded, refused, missing };

    /// The library, whether it is there or not.
    std::filesystem::path file;
    State state = State::missing;
    /// Set where there is one that can be read.
    std::optional<PluginManifest> manifest;
    /// Why it was refused, or which of its formats were left out.
    std::optional<Error> reason;
};

/// A folder that was looked into.
struct SearchedFolder {
    std::filesystem::path folder;
    bool exists = false;
    /// By name.
    std::vector<PluginCandidate> candidates;
};

} // namespace annexkit
