// SPDX-License-Identifier: Apache-2.0
// Whether users other than ours may change a plugin: what they put into it, they run as us.
#pragma once

#include <annexkit/result.hpp>

#include <filesystem>
#include <optional>

namespace annexkit {

/// Who may change the file, or a folder or link that leads to it, and so put another in its place (ErrorKind::plugin);
/// nothing where it is root and ourselves alone, or a group that we alone are in. `real` becomes the path without links
/// that was looked at, by which it is to be loaded: nobody else may touch the way to it, so what is told safe stays so.
[[nodiscard]] std::optional<Error> risk_of(const std::filesystem::path& library, std::filesystem::path& real);

} // namespace annexkit
