// SPDX-License-Identifier: Apache-2.0
// Sources and targets that are watched while bytes pass.
#pragma once

#include "digest/sha256.hpp"

#include <annexkit/files.hpp>

#include <optional>

namespace annexkit {

/// The size of a stream of bytes, and its digest where one is wanted.
struct Meter {
    std::uint64_t bytes = 0;
    std::optional<Sha256> digest;
    /// Whether the stream was read from its start to its end. Where a source was read from elsewhere too, neither the
    /// size nor the digest is that of anything.
    bool ended = false;

    void add(std::string_view more) {
        bytes += more.size();
        if (digest) digest->add(more);
    }
};

class MeteredSource : public ByteSource {
  public:
    MeteredSource(ByteSource& source, Meter& meter) : source_(source), meter_(meter) {}

    Result<std::size_t> read(std::span<char> into) override {
        auto got = source_.read(into);
        if (got) meter_.add({into.data(), *got});
        meter_.ended = got && *got == 0 && !leapt_;
        return got;
    }
    [[nodiscard]] std::optional<std::uint64_t> size() const override { return source_.size(); }
    Result<void> seek(std::uint64_t offset) override {
        leapt_ = true;
        meter_.ended = false;
        return source_.seek(offset);
    }

  private:
    ByteSource& source_;
    Meter& meter_;
    bool leapt_ = false;
};

class MeteredTarget : public ByteTarget {
  public:
    MeteredTarget(ByteTarget& target, Meter& meter) : target_(target), meter_(meter) {}

    Result<void> write(std::string_view bytes) override {
        meter_.add(bytes);
        return target_.write(bytes);
    }

  private:
    ByteTarget& target_;
    Meter& meter_;
};

/// Reads a source to its end.
Result<void> read_rest(ByteSource& source);

/// The digest of a file's bytes, or nothing for a file that cannot be read.
std::optional<std::string> digest_of_file(const std::filesystem::path& file);

} // namespace annexkit
