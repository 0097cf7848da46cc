// SPDX-License-Identifier: Apache-2.0
#include "spool.hpp"

#include "failure.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace annexkit::cli {
namespace {

Error spool_error(const std::string& folder) {
    return make_error(ErrorKind::output, "output.temporary", {{"folder", folder}}, errno);
}

std::string temporary_folder() {
    const char* const named = std::getenv("TMPDIR");
    return named == nullptr || *named == '\0' ? "/tmp" : named;
}

// Nobody else sees it, and nothing is left of it, whenever the program ends.
std::FILE* open_nameless(const std::string& folder) {
    constexpr ::mode_t owner_alone = 0600;
    int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, owner_alone);
    // Some file systems have no nameless files.
    if (descriptor < 0 && (errno == EOPNOTSUPP || errno == EISDIR)) {
        std::string name = folder + "/.annexkit-XXXXXX";
        descriptor = ::mkostemp(name.data(), O_CLOEXEC);
        if (descriptor >= 0) ::unlink(name.c_str());
    }
    if (descriptor < 0) return nullptr;
    std::FILE* const file = ::fdopen(descriptor, "w+");
    if (file == nullptr) ::close(descriptor);
    return file;
}

class SpoolSource : public ByteSource {
  public:
    SpoolSource(std::FILE* file, const std::string& folder) : file_(file), folder_(folder) {}
    Result<std::size_t> read(std::span<char> into) override {
        const std::size_t size = std::fread(into.data(), 1, into.size(), file_);
        if (size == 0 && std::ferror(file_) != 0) return spool_error(folder_);
        return size;
    }

  private:
    std::FILE* file_;
    const std::string& folder_;
};

} // namespace

Spool::Spool() : folder_(temporary_folder()), file_(open_nameless(folder_), std::fclose) {
    if (!file_) throw Failure{spool_error(folder_)};
}

Result<void> Spool::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size()) return {};
    return spool_error(folder_);
}

Result<std::unique_ptr<ByteSource>> Spool::source() {
    if (std::fflush(file_.get()) != 0) return spool_error(folder_);
    std::rewind(file_.get());
    return std::make_unique<SpoolSource>(file_.get(), folder_);
}

Result<void> Spool::copy_to(ByteTarget& target) {
    const auto from = source();
    if (!from) return from.error();
    std::array<char, 1 << 16> block{};
    for (;;) {
        const auto got = (*from)->read(block);
        if (!got) return got.error();
        if (*got == 0) return {};
        if (auto wrote = target.write({block.data(), *got}); !wrote) return wrote;
    }
}

} // namespace annexkit::cli
