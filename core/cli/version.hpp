// SPDX-License-Identifier: Apache-2.0
// annexkit --version.
#pragma once

#include <string>

namespace annexkit::cli {

/// The versions of annexkit, of the libraries it is made of, and of the plugins that it finds, a line each.
[[nodiscard]] std::string version_text();

} // namespace annexkit::cli
