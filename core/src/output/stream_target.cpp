// SPDX-License-Identifier: Apache-2.0
#include "messages/error.hpp"

#include <annexkit/streams.hpp>

#include <ios>
#include <ostream>

namespace annexkit {

Result<void> StreamTarget::write(std::string_view bytes) {
    try {
        if (stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return {};
    } catch (const std::ios_base::failure&) {
        // As for a stream that is not told to throw.
    }
    return make_error(ErrorKind::output, "output.stream");
}

} // namespace annexkit
