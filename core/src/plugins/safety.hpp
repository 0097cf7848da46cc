// SPDX-License-Identifier: Apache-2.0
// Whether users other than ours may change a plugin: what they put into it, they run as us.
#pragma once

#include <annexkit/result.hpp>

#include <filesystem>
#include <optional>

namespace annexkit {

/// Who may change the file, or one of the folders that lead to it and so put another in its place (ErrorKind::plugin);
/// nothing where it is root and ourselves alone, or a group that we alone are in. Whatever is told safe stays so until
/// it is loaded, since nobody else may touch the way to it.
[[nodiscard]] std::optional<Error> risk_of(const std::filesystem::path& library);

} // namespace annexkit
