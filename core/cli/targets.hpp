// SPDX-License-Identifier: Apache-2.0
// The files that one run reads and writes: no input is replaced, and no file is written twice.
#pragma once

#include "messages/error.hpp"

#include <annexkit/files.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace annexkit::cli {

/// Whether both name one file, there or not, whatever they are called: a link, another spelling, or "-" redirected.
/// Devices and pipes are no files: what goes there replaces nothing.
[[nodiscard]] bool is_same_file(const std::string& left, const std::string& right);

/// Where an output of this name goes: a shell may have led "-" to a file.
[[nodiscard]] std::string file_of_output(const std::string& name);

/// Throws Failure, saying `told`, when the file to be written is one of the others.
void refuse_same_file(const std::string& file, const std::vector<std::string>& others, MessageId told);

/// Throws Failure when the file to be written is one of those that are read for the run: settings, baseline, schema.
/// Names that are empty are none.
void refuse_replacing(const std::string& file, const std::vector<std::string>& read);

/// Opens a file to be written, and removes what killed programs left in its folder. Throws Failure.
[[nodiscard]] std::unique_ptr<FileTarget> open_target(const std::string& file, OnExisting on_existing);

/// Which contents a file has, as far as the system tells without reading them.
struct FileState {
    std::uint64_t device = 0;
    std::uint64_t number = 0;
    std::int64_t size = 0;
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
    bool is_regular = false;

    bool operator==(const FileState&) const = default;
};
[[nodiscard]] FileState state_of(const std::string& file);

} // namespace annexkit::cli
