// SPDX-License-Identifier: Apache-2.0
// The core's own rules, one table for each family.
#pragma once

#include <annexkit/rule.hpp>

#include <span>

namespace annexkit {

[[nodiscard]] std::span<const Rule> field_rules();
[[nodiscard]] std::span<const Rule> declaration_rules();
[[nodiscard]] std::span<const Rule> text_rules();
[[nodiscard]] std::span<const Rule> input_rules();
[[nodiscard]] std::span<const Rule> output_rules();

} // namespace annexkit
