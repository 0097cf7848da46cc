// SPDX-License-Identifier: Apache-2.0
// How many threads a job may have.
#pragma once

#include <algorithm>

#include <oneapi/tbb/global_control.h>

namespace annexkit {

/// The number of threads for what was asked for; 0 stands for as many as there are processors. Never more than oneTBB
/// gives, since it prints a warning where more are wanted.
inline unsigned threads_for(unsigned wanted) {
    const auto most = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
    const auto given = static_cast<unsigned>(std::max<std::size_t>(1, most));
    return wanted == 0 ? given : std::min(wanted, given);
}

} // namespace annexkit
