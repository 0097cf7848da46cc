// SPDX-License-Identifier: Apache-2.0
// Whether the tables of a plugin keep the contract.
#pragma once

#include <annexkit/plugin.h>
#include <annexkit/result.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace annexkit {

/// Whether the text may be the id of a format.
[[nodiscard]] inline bool is_format_id(std::string_view text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

/// The first thing in the tables that breaks the contract (ErrorKind::plugin), or nothing.
[[nodiscard]] std::optional<Error> fault_of(const annexkit_plugin& plugin);

/// The error for a plugin that speaks another version of the contract.
[[nodiscard]] Error other_version(std::uint32_t abi);

} // namespace annexkit
