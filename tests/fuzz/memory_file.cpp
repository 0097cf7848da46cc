// SPDX-License-Identifier: Apache-2.0
#include "memory_file.hpp"

#include "target.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace fuzz {

MemoryFile::MemoryFile(std::string_view bytes) : descriptor_(::memfd_create("input", MFD_CLOEXEC)) {
    while (!bytes.empty()) {
        const ::ssize_t wrote = ::write(descriptor_, bytes.data(), bytes.size());
        if (wrote <= 0) defect("a file in memory cannot be written");
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
}

MemoryFile::~MemoryFile() { ::close(descriptor_); }

} // namespace fuzz
