// SPDX-License-Identifier: Apache-2.0
// Where a command writes a text that it has whole.
#pragma once

#include <annexkit/files.hpp>

#include <string>
#include <string_view>

namespace annexkit::cli {

/// Writes to a file, or to standard output for "-". Throws Failure.
void write_whole(const std::string& file, std::string_view text, OnExisting on_existing);

} // namespace annexkit::cli
