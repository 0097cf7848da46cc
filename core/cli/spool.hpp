// SPDX-License-Identifier: Apache-2.0
// Bytes that wait in a nameless temporary file until it is known what becomes of them.
#pragma once

#include <annexkit/job.hpp>

#include <cstdio>
#include <memory>
#include <string>

namespace annexkit::cli {

class Spool : public ByteTarget {
  public:
    /// Made in the folder that TMPDIR names, or in /tmp. Throws Failure where no temporary file can be made.
    Spool();
    Result<void> write(std::string_view bytes) override;
    /// Writes all of it to a target.
    Result<void> copy_to(ByteTarget& target);
    /// Reads it from its start. One source at a time, and no write meanwhile. Lifetime: the spool outlives the source.
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> source();

  private:
    std::string folder_;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

} // namespace annexkit::cli
