// SPDX-License-Identifier: Apache-2.0
// The folders that a batch writes into: made beforehand, kept to, flushed at the end.
#pragma once

#include <annexkit/batch.hpp>

#include <map>
#include <optional>

#include <sys/types.h>

namespace annexkit {

/// Threads: why_not_written() may be called from any thread.
class OutputFolders {
  public:
    /// Makes all folders before the first file, so that what is there never depends on the number of threads.
    /// Errors: ErrorKind::output when the output folder itself cannot be made.
    Result<void> prepare(const Batch& batch);

    /// Why nothing may be written to this path, if so.
    [[nodiscard]] std::optional<Error> why_not_written(const std::filesystem::path& output) const;

    /// Flushes every file system that was written to.
    Result<void> flush() const;

  private:
    void prepare(const std::filesystem::path& folder);
    [[nodiscard]] bool is_inside(const std::filesystem::path& path) const;
    [[nodiscard]] Error leads_out(const std::filesystem::path& path) const;

    std::filesystem::path folder_;
    /// Without links.
    std::filesystem::path real_;
    std::map<std::filesystem::path, Error> unusable_;
    /// One folder of each file system.
    std::map<::dev_t, std::filesystem::path> file_systems_;
};

} // namespace annexkit
