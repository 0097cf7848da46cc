// SPDX-License-Identifier: Apache-2.0
// Reads the manifest beside a plugin, and holds it against what the plugin is.
#pragma once

#include <annexkit/plugin.h>
#include <annexkit/plugin_manifest.hpp>
#include <annexkit/result.hpp>

#include <filesystem>
#include <optional>

namespace annexkit {

/// Where the manifest of a library is, if it has one.
[[nodiscard]] std::filesystem::path manifest_of(const std::filesystem::path& library);

/// Errors: ErrorKind::plugin for a file that is no TOML, lacks a key, or has one that is unknown or of another kind;
/// the message names the file and the place.
[[nodiscard]] Result<PluginManifest> read_manifest(const std::filesystem::path& file);

/// The first thing in which a plugin is not what its manifest says, or nothing.
[[nodiscard]] std::optional<Error> difference(const PluginManifest& manifest, const annexkit_plugin& plugin);

} // namespace annexkit
