// SPDX-License-Identifier: Apache-2.0
// The files that one run reads and writes: no input is replaced, and no file is written twice.
#pragma once

#include "messages/error.hpp"

#include <string>
#include <vector>

namespace annexkit::cli {

/// Whether both name one file, there or not, whatever they are called: a link, another spelling, or "-" redirected.
/// Devices and pipes are no files: what goes there replaces nothing.
[[nodiscard]] bool is_same_file(const std::string& left, const std::string& right);

/// Throws Failure, saying `told`, when the file to be written is one of the others.
void refuse_same_file(const std::string& file, const std::vector<std::string>& others, MessageId told);

} // namespace annexkit::cli
