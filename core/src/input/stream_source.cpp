// SPDX-License-Identifier: Apache-2.0
#include "messages/error.hpp"

#include <annexkit/streams.hpp>

#include <ios>
#include <istream>

namespace annexkit {

Result<std::size_t> StreamSource::read(std::span<char> into) {
    try {
        if (stream_.eof()) return std::size_t{0};
        if (stream_) stream_.read(into.data(), static_cast<std::streamsize>(into.size()));
    } catch (const std::ios_base::failure&) {
        // A stream that is told to throw does so at its end too; its state says which it is.
    }
    if (stream_.eof() && !stream_.bad()) return static_cast<std::size_t>(stream_.gcount());
    if (stream_.fail()) return make_error(ErrorKind::input, "input.stream");
    return static_cast<std::size_t>(stream_.gcount());
}

} // namespace annexkit
