// SPDX-License-Identifier: Apache-2.0
// Limits of one initiative: its fields, and the bytes of each.
#pragma once

#include "findings/local_finding.hpp"

#include <annexkit/job.hpp>
#include <annexkit/plugin.h>

#include <vector>

namespace annexkit {

[[nodiscard]] bool is_within(const Limits& limits, const annexkit_record& record);

/// What of the record is beyond a limit.
[[nodiscard]] std::vector<LocalFinding> beyond(const Limits& limits, const annexkit_record& record,
                                               const Schema& schema);

} // namespace annexkit
