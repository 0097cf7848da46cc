// SPDX-License-Identifier: Apache-2.0
#include "spool.hpp"

#include "failure.hpp"

#include <array>
#include <cerrno>

namespace annexkit::cli {
namespace {

Error spool_error() { return make_error(ErrorKind::output, "output.temporary", {}, errno); }

class SpoolSource : public ByteSource {
  public:
    explicit SpoolSource(std::FILE* file) : file_(file) {}
    Result<std::size_t> read(std::span<char> into) override {
        const std::size_t size = std::fread(into.data(), 1, into.size(), file_);
        if (size == 0 && std::ferror(file_) != 0) return spool_error();
        return size;
    }

  private:
    std::FILE* file_;
};

} // namespace

Spool::Spool() : file_(std::tmpfile(), std::fclose) {
    if (!file_) throw Failure{spool_error()};
}

Result<void> Spool::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size()) return {};
    return spool_error();
}

std::unique_ptr<ByteSource> Spool::source() {
    std::rewind(file_.get());
    return std::make_unique<SpoolSource>(file_.get());
}

Result<void> Spool::copy_to(ByteTarget& target) {
    if (std::fflush(file_.get()) != 0) return spool_error();
    const auto from = source();
    std::array<char, 1 << 16> block{};
    for (;;) {
        const auto got = from->read(block);
        if (!got) return got.error();
        if (*got == 0) return {};
        if (auto wrote = target.write({block.data(), *got}); !wrote) return wrote;
    }
}

} // namespace annexkit::cli
