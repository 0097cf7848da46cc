// SPDX-License-Identifier: Apache-2.0
// Turns UTF-8 into the encoding of an output, and says which character the encoding lacks.
#pragma once

#include "input/encoding.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct UConverter;

namespace annexkit {

/// Threads: one encoder is used by one thread at a time.
class Encoder {
  public:
    explicit Encoder(Encoding encoding);
    ~Encoder();
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;

    /// Appends the encoded text. Returns the first character that the encoding lacks, in UTF-8; `out` is then
    /// unchanged.
    std::optional<std::string> append(std::string_view utf8, std::string& out);

  private:
    std::unique_ptr<UConverter, void (*)(UConverter*)> converter_;
    std::vector<char16_t> units_;
};

} // namespace annexkit
