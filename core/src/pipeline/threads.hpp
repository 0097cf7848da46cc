// SPDX-License-Identifier: Apache-2.0
// How many threads a job may have.
#pragma once

#include <algorithm>
#include <system_error>
#include <thread>

#include <oneapi/tbb/global_control.h>

namespace annexkit {

/// Whether the system gives a thread, which oneTBB takes for granted.
inline bool can_start_thread() {
    try {
        std::thread([] {}).join();
        return true;
    } catch (const std::system_error&) {
        return false;
    }
}

/// The number of threads for what was asked for; 0 stands for as many as there are processors. Never more than oneTBB
/// gives, since it prints a warning where more are wanted.
inline unsigned threads_for(unsigned wanted) {
    const auto most = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
    const auto given = static_cast<unsigned>(std::max<std::size_t>(1, most));
    const unsigned threads = wanted == 0 ? given : std::min(wanted, given);
    return threads == 1 || can_start_thread() ? threads : 1;
}

} // namespace annexkit
