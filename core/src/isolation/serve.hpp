// SPDX-License-Identifier: Apache-2.0
// What the program annexkit-plugin-host does: it is the process of one plugin.
#pragma once

#include <annexkit/export.h>

#include <cstdint>

namespace annexkit {

/// The socket that the program is started with.
inline constexpr int plugin_host_socket = 3;

/// Loads the library and does what the host asks, until the host leaves. Takes at most so many bytes of memory, 0 for
/// any number. Returns the exit code.
ANNEXKIT_API int serve_plugin(const char* library, std::uint64_t memory_bytes);

} // namespace annexkit
