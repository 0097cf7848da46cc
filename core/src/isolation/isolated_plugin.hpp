// SPDX-License-Identifier: Apache-2.0
// A plugin that runs in processes of its own: its tables are the host's, and what they are asked is asked there.
#pragma once

#include "isolation/process.hpp"
#include "isolation/tables.hpp"
#include "plugins/loader.hpp"

#include <annexkit/plugin.h>

#include <atomic>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace annexkit {

class IsolatedPlugin;

struct IsolatedFormat {
    IsolatedPlugin* plugin = nullptr;
    std::uint32_t index = 0;
    annexkit_importer importer{};
    annexkit_exporter exporter{};
    annexkit_format table{};
    /// It once failed to look at the beginning of a file, and is not asked to any more.
    std::atomic<bool> is_blind = false;
};

/// Threads: any.
class IsolatedPlugin {
  public:
    IsolatedPlugin(std::filesystem::path file, const Isolation& isolation);
    ~IsolatedPlugin();
    IsolatedPlugin(const IsolatedPlugin&) = delete;
    IsolatedPlugin& operator=(const IsolatedPlugin&) = delete;

    /// Asks a first process for the tables.
    /// Errors: ErrorKind::plugin for what is no plugin, or crashes while it is loaded.
    Result<void> load();

    [[nodiscard]] const annexkit_plugin& table() const { return table_; }
    [[nodiscard]] std::string_view name() const;

    /// A process without reader and writer.
    Result<std::unique_ptr<PluginProcess>> borrow();
    void give_back(std::unique_ptr<PluginProcess> process);

  private:
    Result<std::unique_ptr<PluginProcess>> start(std::string& tables) const;
    Result<void> add(IsolatedFormat& format, const DeclaredFormat& declared);

    std::filesystem::path file_;
    Isolation isolation_;
    std::unique_ptr<DeclaredPlugin> declared_;
    std::deque<IsolatedFormat> formats_;
    std::vector<const annexkit_format*> list_;
    annexkit_plugin table_{};
    std::mutex mutex_;
    std::vector<std::unique_ptr<PluginProcess>> idle_;
};

/// As load_plugin(), in processes of its own.
Result<LoadedPlugin> isolate_plugin(const std::filesystem::path& file, const Isolation& isolation);

} // namespace annexkit
