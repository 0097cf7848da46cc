// SPDX-License-Identifier: Apache-2.0
#include "messages/error.hpp"

#include <annexkit/streams.hpp>

namespace annexkit {

Result<std::size_t> MemorySource::read(std::span<char> into) {
    const std::size_t size = bytes_.substr(at_).copy(into.data(), into.size());
    at_ += size;
    return size;
}

Result<void> MemorySource::seek(std::uint64_t offset) {
    if (offset > bytes_.size()) return make_error(ErrorKind::input, "input.shorter");
    at_ = static_cast<std::size_t>(offset);
    return {};
}

} // namespace annexkit
