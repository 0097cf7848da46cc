// SPDX-License-Identifier: Apache-2.0
// A target that keeps what is written.
#pragma once

#include <annexkit/job.hpp>

#include <string>
#include <string_view>

class Kept : public annexkit::ByteTarget {
  public:
    annexkit::Result<void> write(std::string_view bytes) override {
        bytes_ += bytes;
        return {};
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

  private:
    std::string bytes_;
};
