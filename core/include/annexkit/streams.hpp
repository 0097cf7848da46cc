// SPDX-License-Identifier: Apache-2.0
// Memory and streams of the standard library as sources and targets of a job.
#pragma once

#include <annexkit/export.h>
#include <annexkit/job.hpp>
#include <annexkit/result.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace annexkit {

/// Bytes in memory as a source. It can be read from anywhere, so it can be cut into parts.
///
/// Lifetime: the bytes must outlive the source.
class ANNEXKIT_API MemorySource : public ByteSource {
  public:
    explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

    Result<std::size_t> read(std::span<char> into) override;
    [[nodiscard]] std::optional<std::uint64_t> size() const override { return bytes_.size(); }
    Result<void> seek(std::uint64_t offset) override;

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

/// Memory as a target. What a job leaves here is to be dropped where its output may not be kept; see judge().
class ANNEXKIT_API MemoryTarget : public ByteTarget {
  public:
    Result<void> write(std::string_view bytes) override {
        bytes_ += bytes;
        return {};
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    /// Hands the bytes out; what is written then begins anew.
    [[nodiscard]] std::string take() { return std::exchange(bytes_, {}); }

  private:
    std::string bytes_;
};

/// A stream of the standard library as a source, read from where it stands.
///
/// Lifetime: the stream must outlive the source, and is used by nobody else meanwhile.
/// Errors:   ErrorKind::input for a stream that has failed, was not opened, or throws.
class ANNEXKIT_API StreamSource : public ByteSource {
  public:
    explicit StreamSource(std::istream& stream) : stream_(stream) {}
    Result<std::size_t> read(std::span<char> into) override;

  private:
    std::istream& stream_;
};

/// A stream of the standard library as a target. It is not flushed.
///
/// Lifetime: the stream must outlive the target, and is used by nobody else meanwhile.
/// Errors:   ErrorKind::output for a stream that has failed, was not opened, or throws.
class ANNEXKIT_API StreamTarget : public ByteTarget {
  public:
    explicit StreamTarget(std::ostream& stream) : stream_(stream) {}
    Result<void> write(std::string_view bytes) override;

  private:
    std::ostream& stream_;
};

} // namespace annexkit
