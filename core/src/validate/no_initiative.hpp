// SPDX-License-Identifier: Apache-2.0
// Records that are no initiatives.
#pragma once

#include "findings/local_finding.hpp"
#include "schema/compiled.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <optional>

namespace annexkit {

/// The one finding on a title between rows, a remark below them, or the headings once more, in place of one for each
/// field that is missing or wrong; nothing for an initiative. Values have the kinds of their fields.
[[nodiscard]] std::optional<LocalFinding> no_initiative(const Schema::Compiled& schema, const annexkit_record& record);

} // namespace annexkit
