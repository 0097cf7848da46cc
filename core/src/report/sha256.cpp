// SPDX-License-Identifier: Apache-2.0
#include "report/sha256.hpp"

#include <array>
#include <iterator>

#include <fmt/format.h>
#include <nettle/sha2.h>

namespace annexkit {

struct Sha256::State {
    sha256_ctx context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) { sha256_init(&state_->context); }
Sha256::~Sha256() = default;

void Sha256::update(std::string_view bytes) {
    sha256_update(&state_->context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Sha256::hex() {
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&state_->context, digest.size(), digest.data());
    std::string text;
    for (const auto byte : digest) fmt::format_to(std::back_inserter(text), "{:02x}", byte);
    return text;
}

} // namespace annexkit
