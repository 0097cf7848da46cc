// SPDX-License-Identifier: Apache-2.0
// The help in French.
#pragma once

#include <CLI/CLI.hpp>

namespace annexkit::cli {

/// Puts the help of the program and its commands in French. Only to show it: man pages and completions are English.
void speak_french(CLI::App& program);

} // namespace annexkit::cli
