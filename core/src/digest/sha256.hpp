// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4) of bytes as they pass.
#pragma once

#include <string>
#include <string_view>

#include <nettle/sha2.h>

namespace annexkit {

class Sha256 {
  public:
    Sha256() { sha256_init(&state_); }
    void add(std::string_view bytes) {
        sha256_update(&state_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    }
    /// The digest of what was added, in 64 hexadecimal digits; a new digest begins.
    std::string take();

  private:
    sha256_ctx state_{};
};

} // namespace annexkit
