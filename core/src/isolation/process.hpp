// SPDX-License-Identifier: Apache-2.0
// The process that a plugin runs in.
#pragma once

#include "isolation/channel.hpp"

#include <annexkit/registry.hpp>
#include <annexkit/result.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <sys/types.h>

namespace annexkit {

/// How a plugin came to its end, as the arguments "reason" and "reason_fr" of plugin.crashed; and the limit that it
/// met, as "longer_than" in seconds or "more_than" in bytes.
struct Ending {
    std::string english;
    std::string french;
    std::string longer_than = {};
    std::string more_than = {};
};

/// Threads: one at a time.
class PluginProcess {
  public:
    /// Starts the program annexkit-plugin-host, which loads the library.
    /// Errors: ErrorKind::plugin where it cannot be started.
    static Result<std::unique_ptr<PluginProcess>> start(const std::filesystem::path& library,
                                                        const Isolation& isolation);
    /// Lets the process end, or ends it where it takes longer than a call may.
    ~PluginProcess();
    PluginProcess(const PluginProcess&) = delete;
    PluginProcess& operator=(const PluginProcess&) = delete;

    [[nodiscard]] Channel& channel() { return channel_; }
    /// Ends a process that did not answer as it should, and tells why it did not.
    Ending end(Received received);
    /// Ends one that ran out of memory.
    Ending end_without_memory();
    /// How often it was given something to read or write.
    unsigned uses = 0;

  private:
    PluginProcess(::pid_t pid, int socket, const Isolation& isolation);
    void kill();
    /// Waits for the process, and returns its status as waitpid() has it, or nothing where others have waited for it.
    std::optional<int> reap();

    ::pid_t pid_;
    Isolation isolation_;
    Channel channel_;
};

} // namespace annexkit
