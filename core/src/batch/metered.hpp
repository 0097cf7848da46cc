// SPDX-License-Identifier: Apache-2.0
// Sources that are watched while they are read.
#pragma once

#include <annexkit/batch.hpp>

namespace annexkit {

/// Passes bytes on, and counts them.
class MeteredSource : public ByteSource {
  public:
    MeteredSource(ByteSource& source, std::uint64_t& bytes, BatchProgress* progress)
        : source_(source), bytes_(bytes), progress_(progress) {}

    Result<std::size_t> read(std::span<char> into) override {
        auto got = source_.read(into);
        if (!got) return got;
        bytes_ += *got;
        if (progress_ != nullptr) progress_->bytes += *got;
        return got;
    }

  private:
    ByteSource& source_;
    std::uint64_t& bytes_;
    BatchProgress* progress_;
};

} // namespace annexkit
