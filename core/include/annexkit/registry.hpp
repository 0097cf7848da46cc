// SPDX-License-Identifier: Apache-2.0
// The formats that a program knows: linked in, or loaded from plugin folders.
#pragma once

#include <annexkit/export.h>
#include <annexkit/plugin.h>
#include <annexkit/plugin_manifest.hpp>
#include <annexkit/result.hpp>
#include <annexkit/rule.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// One format and the plugin that brought it.
struct Format {
    const annexkit_format* table = nullptr;
    std::string plugin;
    std::string plugin_version;
    std::string license;
    /// The library it was loaded from; empty when it was linked in.
    std::filesystem::path file;

    [[nodiscard]] std::string_view id() const { return {table->id.data, table->id.size}; }
    /// Whether it promises this (ANNEXKIT_FORMAT_*).
    [[nodiscard]] bool promises(std::uint64_t flag) const {
        constexpr std::size_t needed = offsetof(annexkit_format, flags) + sizeof(annexkit_format::flags);
        return table->struct_size >= needed && (table->flags & flag) != 0;
    }
};

/// A plugin file and what there is against it.
struct Refusal {
    std::filesystem::path file;
    Error reason;
};

/// What a format is looked for: its id, or else a file by its name or by the bytes it begins with.
struct Wanted {
    std::string_view format = {};
    std::filesystem::path file = {};
    std::string_view beginning = {};
};

/// What becomes of a library that users other than root and ours may change: itself, or the folders that lead to it.
enum class UnsafePlugins {
    refuse,
    admit ///< Registry::admitted() tells which they are
};

/// What a plugin may take that runs in a process of its own.
struct Isolation {
    /// Of address space, some 50 MB of which the process needs itself; 0 for any.
    std::uint64_t memory_bytes = std::uint64_t{1} << 30;
    /// The longest that it may take to go on; nothing for any time.
    std::optional<std::chrono::seconds> longest_call = std::chrono::seconds(60);
};

/// How far plugins are trusted.
struct PluginTrust {
    UnsafePlugins unsafe = UnsafePlugins::refuse;
    /// Set: each library that is loaded runs in processes of its own, one for each input and output, so that whatever
    /// it does there becomes finding plugin.crashed. Formats that are added as tables run in this process.
    std::optional<Isolation> isolation = {};
};

/// Formats and the rules they own.
///
/// Lifetime: loaded libraries stay loaded as long as the registry; formats stand at a fixed address.
/// Threads:  const members may be called from any thread.
class ANNEXKIT_API Registry {
  public:
    Registry();
    explicit Registry(const PluginTrust& trust);
    ~Registry();
    Registry(Registry&&) noexcept;
    Registry& operator=(Registry&&) noexcept;

    /// How far plugins are trusted that are loaded from now on.
    void set_trust(const PluginTrust& trust);

    /// Takes the formats of a plugin that is linked in.
    /// A format whose id is taken is left out, which refusals() tells.
    /// Errors: ErrorKind::plugin for another ABI version, a table that breaks the contract, or when all format ids are
    /// taken.
    Result<void> add(const annexkit_plugin& plugin, const std::filesystem::path& file = {});

    /// Takes the formats that are linked into the library: those of annexkit where it was built with
    /// ANNEXKIT_STATIC_PLUGINS, else none. What is not taken stands in refusals().
    void add_linked();

    /// Loads one plugin library.
    /// Errors: ErrorKind::plugin with the reason: not a library, no entry point, another ABI version, writable by
    /// others, a manifest that is wrong or says something else.
    Result<void> load(const std::filesystem::path& file);

    /// Loads every library ("annexkit_*.so") of the folders, in order; what is not taken, such as a second
    /// format of the same id, stands in refusals(). A manifest without its library is kept for absent().
    void load_folders(std::span<const std::filesystem::path> folders);

    /// The format of this id, or nullptr.
    [[nodiscard]] const Format* find(std::string_view id) const;
    /// The format whose extension the file name ends with, or nullptr.
    [[nodiscard]] const Format* for_file(const std::filesystem::path& file) const;
    [[nodiscard]] const std::deque<Format>& formats() const;
    [[nodiscard]] const std::vector<std::filesystem::path>& folders() const;
    /// The folders, each with what was found there and what became of it.
    [[nodiscard]] const std::vector<SearchedFolder>& searched() const;
    [[nodiscard]] const std::vector<Refusal>& refusals() const;
    /// The libraries that were loaded though others may change them, and who may.
    [[nodiscard]] const std::vector<Refusal>& admitted() const;
    /// A plugin that is for what is wanted, by its manifest, and was not loaded; or nullptr.
    [[nodiscard]] const PluginCandidate* absent(const Wanted& wanted) const;
    [[nodiscard]] const RuleCatalogue& rules() const;

    /// Says which rules are asked, and how grave they are, in every job from now on. Not while a job runs.
    /// Errors: as RuleCatalogue::select().
    Result<void> select(const RuleSelection& selection);

    /// "known: csv, json (searched /a, /b)" and the first refusals but for a file that is `told` already: what a
    /// message about a missing format ends with.
    [[nodiscard]] std::string known_and_searched(Language language = Language::english,
                                                 const std::filesystem::path& told = {}) const;

  private:
    Result<void> load(PluginCandidate& candidate);

    struct State;
    std::unique_ptr<State> state_;
};

/// A folder where plugins are looked for, and what names it.
struct PluginFolder {
    enum class From {
        request,     ///< of `first`
        environment, ///< ANNEXKIT_PLUGIN_PATH
        user,        ///< the user's XDG data folder
        installation ///< what is installed with annexkit
    };
    std::filesystem::path folder;
    From from = From::request;
};

/// Where plugins are looked for, in order: `first`, ANNEXKIT_PLUGIN_PATH (separated by colons), the user's XDG data
/// folder, and `installed`. Never the working directory: relative and empty entries of the environment are left out.
[[nodiscard]] ANNEXKIT_API std::vector<PluginFolder> plugin_folders(const std::vector<std::filesystem::path>& first,
                                                                    const std::filesystem::path& installed);

/// The relative entries of ANNEXKIT_PLUGIN_PATH, which are left out.
[[nodiscard]] ANNEXKIT_API std::vector<std::filesystem::path> relative_plugin_folders();

} // namespace annexkit
