// SPDX-License-Identifier: Apache-2.0
// Files as sources and targets of a job.
#pragma once

#include <annexkit/export.h>
#include <annexkit/job.hpp>
#include <annexkit/result.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace annexkit {

/// The path as people and programs are told it, with "/": without "./" and "..", and relative to the working folder
/// where it lies in it, so that reports from several machines agree. As it is where that would be another file.
[[nodiscard]] ANNEXKIT_API std::string shown_path(const std::filesystem::path& path);

/// Opens a file for reading, or standard input for "-".
/// Errors: ErrorKind::input, saying whether it is missing, a folder, or not readable.
ANNEXKIT_API Result<std::unique_ptr<ByteSource>> open_source(const std::filesystem::path& file);

/// Reads a source to its end, for files that are small by nature: reports, baselines.
ANNEXKIT_API Result<std::string> read_all(ByteSource& source);

/// What an existing file at the target's path means.
enum class OnExisting { refuse, replace };

/// When a file that has appeared is on the disk: at once, or when its owner calls flush_outputs() for all.
enum class Flush { at_once, together };

/// A file that appears whole or not at all: bytes go to a nameless or temporary file in the same folder, which commit()
/// flushes to the disk and names. Destroyed without commit(), it leaves nothing behind.
class ANNEXKIT_API FileTarget : public ByteTarget {
  public:
    /// Errors: ErrorKind::output when the file exists and may not be replaced, or the folder cannot be written to.
    static Result<std::unique_ptr<FileTarget>> create(const std::filesystem::path& file, OnExisting on_existing);

    ~FileTarget() override;
    FileTarget(const FileTarget&) = delete;
    FileTarget& operator=(const FileTarget&) = delete;

    Result<void> write(std::string_view bytes) override;
    Result<void> commit(Flush flush = Flush::at_once);
    /// Commits two files. Where the second cannot appear, the first does not either, unless it replaced another one.
    static Result<void> commit_both(FileTarget& first, FileTarget& second);

  private:
    /// How the bytes wait: in a file without a name, in a file with a temporary name, or nowhere (devices, FIFOs).
    enum class Waiting { nameless, named, nowhere };
    FileTarget(std::filesystem::path file, OnExisting on_existing)
        : file_(std::move(file)), on_existing_(on_existing) {}

    Result<void> open_device();
    Result<void> open_waiting();
    Result<void> give_temporary_name();
    void drop_temporary_name();
    Result<void> give_name();
    Result<void> flush();
    Result<void> close();

    std::filesystem::path file_;
    OnExisting on_existing_;
    Waiting waiting_ = Waiting::nowhere;
    std::filesystem::path temporary_;
    int descriptor_ = -1;
};

/// Removes the temporary files of this process, and lets no output get a name any more: whoever commits or gives up a
/// FileTarget from now on waits for ever. For a program that is about to be ended by a signal. Not in a signal handler.
ANNEXKIT_API void abandon_outputs();

/// Removes the temporary files that killed programs left in a folder. Those of running programs stay.
ANNEXKIT_API void remove_leftovers(const std::filesystem::path& folder);

/// Flushes to the disk whatever was written to the file system of the folder.
/// Errors: ErrorKind::output when the disk reports a failure.
ANNEXKIT_API Result<void> flush_outputs(const std::filesystem::path& folder);

/// Standard output.
ANNEXKIT_API std::unique_ptr<ByteTarget> standard_output();

} // namespace annexkit
