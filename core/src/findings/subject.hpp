// SPDX-License-Identifier: Apache-2.0
// What a finding is about that no initiative tells apart.
#pragma once

#include <annexkit/finding.hpp>

#include <string>

namespace annexkit {

/// The excerpt; where there is none, as with a finding on an annex as a whole, the codes and names that its sentence
/// speaks of, never how many there are, so that rows may come and go. Empty where it speaks of none, and where the
/// field says it all.
[[nodiscard]] std::string subject_of(const Finding& finding);

} // namespace annexkit
