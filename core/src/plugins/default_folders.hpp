// SPDX-License-Identifier: Apache-2.0
// What else is installed with the library, beside what the public header tells.
#pragma once

#include <filesystem>

namespace annexkit {

/// The program that a plugin runs in when it is isolated; it need not be there.
[[nodiscard]] std::filesystem::path plugin_host_program();

} // namespace annexkit
