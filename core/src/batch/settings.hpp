// SPDX-License-Identifier: Apache-2.0
// Everything beside the inputs that the outputs of a batch depend on, as one digest.
#pragma once

#include <annexkit/batch.hpp>

#include <string>

namespace annexkit {

/// Two runs with the same digest make the same outputs and lines of the manifest out of the same inputs.
[[nodiscard]] Result<std::string> settings_digest(const Registry& registry, const Batch& batch);

} // namespace annexkit
