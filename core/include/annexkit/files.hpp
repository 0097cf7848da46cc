// SPDX-License-Identifier: Apache-2.0
// Files as sources and targets of a job.
#pragma once

#include <annexkit/job.hpp>
#include <annexkit/result.hpp>

#include <filesystem>
#include <memory>

namespace annexkit {

/// Opens a file for reading, or standard input for "-".
/// Errors: ErrorKind::input, saying whether it is missing, a folder, or not readable.
Result<std::unique_ptr<ByteSource>> open_source(const std::filesystem::path& file);

/// What an existing file at the target's path means.
enum class OnExisting { refuse, replace };

/// A file that appears whole or not at all: bytes go to a temporary file beside it, which commit() flushes to the disk
/// and renames. Destroyed without commit(), it leaves nothing behind.
class FileTarget : public ByteTarget {
  public:
    /// Errors: ErrorKind::output when the file exists and may not be replaced, or the folder cannot be written to.
    static Result<std::unique_ptr<FileTarget>> create(const std::filesystem::path& file, OnExisting on_existing);

    ~FileTarget() override;
    FileTarget(const FileTarget&) = delete;
    FileTarget& operator=(const FileTarget&) = delete;

    Result<void> write(std::string_view bytes) override;
    Result<void> commit();

  private:
    FileTarget(std::filesystem::path file, std::filesystem::path temporary, int descriptor, OnExisting on_existing);

    std::filesystem::path file_;
    std::filesystem::path temporary_;
    int descriptor_;
    OnExisting on_existing_;
};

/// Standard output.
std::unique_ptr<ByteTarget> standard_output();

} // namespace annexkit
