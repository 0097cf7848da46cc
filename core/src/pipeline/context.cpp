// SPDX-License-Identifier: Apache-2.0
#include "pipeline/context.hpp"

#include "messages/error.hpp"

namespace annexkit {

Result<void> check_cancelled(const Job& job) {
    if (job.stop.stop_requested()) return make_error(ErrorKind::cancelled, "job.cancelled");
    return {};
}

} // namespace annexkit
