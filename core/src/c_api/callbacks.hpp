// SPDX-License-Identifier: Apache-2.0
// Callbacks of the host as source and target.
#pragma once

#include "messages/error.hpp"

#include <annexkit/annexkit.h>
#include <annexkit/job.hpp>

namespace annexkit::c_api {

class CallbackSource : public ByteSource {
  public:
    CallbackSource(annexkit_read callback, void* host) : read_(callback), host_(host) {}
    Result<std::size_t> read(std::span<char> into) override {
        const std::int64_t got = read_(host_, into.data(), into.size());
        // One that claims more than there was room for has failed as well.
        if (got < 0 || static_cast<std::uint64_t>(got) > into.size()) return make_error(ErrorKind::input, "c.read");
        return static_cast<std::size_t>(got);
    }

  private:
    annexkit_read read_;
    void* host_;
};

class CallbackTarget : public ByteTarget {
  public:
    CallbackTarget(annexkit_write callback, void* host) : write_(callback), host_(host) {}
    Result<void> write(std::string_view bytes) override {
        if (write_(host_, bytes.data(), bytes.size()) == 0) return {};
        return make_error(ErrorKind::output, "c.write");
    }

  private:
    annexkit_write write_;
    void* host_;
};

} // namespace annexkit::c_api
