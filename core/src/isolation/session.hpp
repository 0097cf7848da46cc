// SPDX-License-Identifier: Apache-2.0
// The functions of the contract for readers and writers that are in the process of a plugin.
#pragma once

#include "isolation/isolated_plugin.hpp"
#include "isolation/request.hpp"

namespace annexkit {

/// Sets the functions that are called with a reader or writer, as far as the format has them.
void set_session_functions(IsolatedFormat& format, std::uint32_t abilities);

/// Opens a reader or writer (Call::open_reader, Call::open_writer) in a process.
annexkit_status open_session(IsolatedFormat& format, Call call, const annexkit_open_request* request, void** object);

} // namespace annexkit
