// SPDX-License-Identifier: Apache-2.0
// The temporary names that this process has given to files, so that none is left where a signal ends it.
#pragma once

#include <filesystem>
#include <mutex>
#include <string_view>

namespace annexkit {

/// What they begin with.
inline constexpr std::string_view temporary_prefix = ".annexkit-";

/// Held while names come and go, so that abandon_outputs() finds each that is there. One thread may hold it twice.
[[nodiscard]] std::unique_lock<std::recursive_mutex> hold_names();

/// Under hold_names(): a file of ours bears this name from now on, or no more.
void note_temporary_name(const std::filesystem::path& name);
void forget_temporary_name(const std::filesystem::path& name) noexcept;

} // namespace annexkit
