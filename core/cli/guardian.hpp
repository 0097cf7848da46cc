// SPDX-License-Identifier: Apache-2.0
// A process between the program and work that is not to be trusted: nothing that the work starts outlives either.
#pragma once

#include <functional>

namespace annexkit::cli {

/// What the guardian holds in common with the program.
struct GuardianEnds {
    /// Read by the guardian. Its other end is held by the program alone, so that it closes however the program ends.
    int lifeline = -1;
    /// Gets the status of the work, as waitpid() has it, where it ended by itself.
    int ended = -1;
};

/// Runs `work`, which does not return, in a child of this process, and waits until it ends or the lifeline closes. Then
/// it ends whatever is left of it, in any group or session, and this process, whose code is errno where there can be no
/// child.
[[noreturn]] void guard(const GuardianEnds& ends, const std::function<void()>& work);

} // namespace annexkit::cli
