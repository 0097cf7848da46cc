// SPDX-License-Identifier: Apache-2.0
// Files and standard input as byte sources.
#include <annexkit/files.hpp>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace annexkit {
namespace {

class DescriptorSource : public ByteSource {
  public:
    DescriptorSource(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
    ~DescriptorSource() override {
        if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
    }
    DescriptorSource(const DescriptorSource&) = delete;
    DescriptorSource& operator=(const DescriptorSource&) = delete;

    Result<std::size_t> read(std::span<char> into) override {
        for (;;) {
            const ::ssize_t got = ::read(descriptor_, into.data(), into.size());
            if (got >= 0) return static_cast<std::size_t>(got);
            if (errno == EINTR) continue;
            return tl::unexpected(Error{ErrorKind::input, "cannot read " + name_ + ": " + std::strerror(errno), {}});
        }
    }

  private:
    int descriptor_;
    std::string name_;
};

} // namespace

std::string shown_path(const std::filesystem::path& path) {
    std::error_code error;
    std::filesystem::path shown = path.lexically_normal();
    if (shown.is_absolute()) {
        const auto folder = std::filesystem::current_path(error);
        const auto below = error ? std::filesystem::path() : shown.lexically_relative(folder);
        if (!below.empty() && *below.begin() != "..") shown = below;
    }
    // A link to a folder leads elsewhere than the folder that names it.
    const bool leads_elsewhere =
        std::filesystem::exists(path, error) && !std::filesystem::equivalent(path, shown, error);
    return (leads_elsewhere ? path : shown).generic_string();
}

Result<std::unique_ptr<ByteSource>> open_source(const std::filesystem::path& file) {
    if (file == "-") return std::make_unique<DescriptorSource>(STDIN_FILENO, "standard input");
    const auto refuse = [&](const std::string& why, const std::string& hint = {}) {
        return tl::unexpected(Error{ErrorKind::input, "cannot read " + file.string() + ": " + why, hint});
    };
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return refuse(std::strerror(errno));
    auto source = std::make_unique<DescriptorSource>(descriptor, file.string());
    struct ::stat status {};
    if (::fstat(descriptor, &status) != 0) return refuse(std::strerror(errno));
    if (S_ISDIR(status.st_mode)) return refuse("it is a folder", "name a file in it");
    return source;
}

} // namespace annexkit
