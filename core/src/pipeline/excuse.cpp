// SPDX-License-Identifier: Apache-2.0
#include "pipeline/context.hpp"

#include <annexkit/baseline.hpp>

namespace annexkit {

void excuse(const Context& context, PlacedFinding& placed) {
    if (context.job.baseline == nullptr || placed.finding.severity == Severity::off) return;
    const Rule* rule = context.rules.find(placed.finding.rule);
    if (rule == nullptr || rule->tells_loss() || !context.job.baseline->knows(placed.finding)) return;
    placed.is_known = true;
    placed.finding.severity = Severity::off;
}

} // namespace annexkit
