// SPDX-License-Identifier: Apache-2.0
// Bytes under the name of a file, for what opens files itself.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace fuzz {

class MemoryFile {
  public:
    explicit MemoryFile(std::string_view bytes);
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  private:
    int descriptor_;
};

} // namespace fuzz
