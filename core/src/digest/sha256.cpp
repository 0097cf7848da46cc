// SPDX-License-Identifier: Apache-2.0
#include "digest/sha256.hpp"

#include <array>
#include <iterator>

#include <fmt/format.h>

namespace annexkit {

std::string Sha256::take() {
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> bytes{};
    sha256_digest(&state_, bytes.size(), bytes.data());
    std::string text;
    for (const auto byte : bytes) fmt::format_to(std::back_inserter(text), "{:02x}", byte);
    return text;
}

} // namespace annexkit
