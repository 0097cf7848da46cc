// SPDX-License-Identifier: Apache-2.0
// What the host and the process of a plugin say to each other during one call.
#pragma once

#include "isolation/process.hpp"
#include "isolation/request.hpp"
#include "isolation/wire.hpp"

#include <annexkit/plugin.h>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace annexkit {

/// Where what a plugin tells during a call goes; nullptr for nowhere.
struct Listeners {
    const annexkit_sink* sink = nullptr;
    annexkit_output* output = nullptr;
    std::function<annexkit_status(const annexkit_candidate&)> candidate = {};

    annexkit_status finding(const annexkit_finding& finding) const;
    /// Reports plugin.crashed.
    void report_crash(std::string_view plugin, const Ending& ending) const;
};

/// Threads: any; calls wait for each other, but for those that a listener makes.
class Conversation {
  public:
    /// `plugin` is its name. Lifetime: it is lent.
    Conversation(std::unique_ptr<PluginProcess> process, std::string_view plugin);

    /// Calls a function. `read` gets what the answer has beside its status, if there is an answer.
    /// Returns: the function's status, or what a listener said other than ANNEXKIT_OK. ANNEXKIT_FAILED where it did not
    ///          come back, from then on at each call, and the listeners are told why.
    /// Throws:  what the function threw: a std::exception with the same words, or something else.
    annexkit_status call(const Packer& request, const Listeners& listeners,
                         const std::function<void(Unpacker&)>& read = {});

    /// The process, where it can do something else.
    std::unique_ptr<PluginProcess> release();
    [[nodiscard]] bool has_crashed() const { return ending_.has_value(); }

  private:
    annexkit_status end(const Ending& ending, const Listeners& listeners);
    /// Nothing when the process crashed.
    std::optional<std::string> await_answer(const Listeners& listeners, annexkit_status& told);
    Received reply_to(MessageKind kind, std::string_view message, const Listeners& listeners, annexkit_status& told);

    std::recursive_mutex mutex_;
    std::unique_ptr<PluginProcess> process_;
    std::string_view plugin_;
    std::optional<Ending> ending_;
};

} // namespace annexkit
