// SPDX-License-Identifier: Apache-2.0
// How signals end the program: as usual, and with no temporary file left behind.
#pragma once

namespace annexkit::cli {

/// From now on SIGHUP, SIGINT and SIGTERM end the program in order, where they would end it at all; a pipe without a
/// reader and a file beyond the limit of its size are errors of the write. Call it ahead of other threads.
void watch_signals();

/// Ends the program as a signal does that nobody catches, so that whoever started it learns by what it ended.
[[noreturn]] void end_by_signal(int signal);

} // namespace annexkit::cli
