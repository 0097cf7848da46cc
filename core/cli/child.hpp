// SPDX-License-Identifier: Apache-2.0
// Work in a process of its own, for code that may crash, hang, print, or take all memory.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::cli {

struct ChildLimits {
    std::chrono::seconds time{60};
    /// Of address space. The sanitizers need more than there is, so under them there is no limit.
    std::size_t memory_bytes = std::size_t{2} << 30;
};

/// What the work says to the program, in order.
struct ChildMessage {
    char kind = 0;
    std::string text;
};

/// Says something; of use in the child alone.
using SayInChild = std::function<void(char kind, std::string_view text)>;

struct ChildDone {
    std::vector<ChildMessage> messages;
    /// How the process ended, unless by itself when the work was done: "it crashed by SIGSEGV (Segmentation fault)".
    std::string failure;
    /// The beginning of what it wrote to its standard streams, which lead nowhere else.
    std::string printed;
};

/// Runs `work` in a child and waits for it, or ends it when its time is up. The child ends without unwinding. What it
/// has started ends with it, and both with the program, even where that is killed. Threads: the program must not run
/// others that hold locks. Throws Failure where there can be no child.
[[nodiscard]] ChildDone run_in_child(const ChildLimits& limits, const std::function<void(const SayInChild&)>& work);

} // namespace annexkit::cli
