// SPDX-License-Identifier: Apache-2.0
// Files and standard input as byte sources.
#include "messages/error.hpp"

#include <annexkit/files.hpp>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace annexkit {

Result<void> ByteSource::seek(std::uint64_t) { return make_error(ErrorKind::input, "input.from-start"); }

namespace {

class DescriptorSource : public ByteSource {
  public:
    DescriptorSource(int descriptor, std::string name, std::optional<struct ::stat> opened = std::nullopt)
        : descriptor_(descriptor), name_(std::move(name)), opened_(opened) {}
    ~DescriptorSource() override {
        if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
    }
    DescriptorSource(const DescriptorSource&) = delete;
    DescriptorSource& operator=(const DescriptorSource&) = delete;

    Result<std::size_t> read(std::span<char> into) override {
        for (;;) {
            const ::ssize_t got = ::read(descriptor_, into.data(), into.size());
            if (got == 0 && has_changed()) return make_error(ErrorKind::input, "input.changing", {{"file", name_}});
            if (got >= 0) return static_cast<std::size_t>(got);
            if (errno == EINTR) continue;
            return failure();
        }
    }
    [[nodiscard]] std::optional<std::uint64_t> size() const override {
        return opened_ ? std::optional(static_cast<std::uint64_t>(opened_->st_size)) : std::nullopt;
    }
    Result<void> seek(std::uint64_t offset) override {
        if (::lseek(descriptor_, static_cast<::off_t>(offset), SEEK_SET) >= 0) return {};
        return failure();
    }

  private:
    // What was read of a file that somebody wrote to is neither what it was nor what it is. Files that the system makes
    // up as they are read have no size; a file that was replaced as a whole stays what it was for whoever has it open.
    [[nodiscard]] bool has_changed() const {
        struct ::stat now {};
        if (!opened_ || ::fstat(descriptor_, &now) != 0) return false;
        if (opened_->st_size == 0 && now.st_size == 0) return false;
        return now.st_size != opened_->st_size || now.st_mtim.tv_sec != opened_->st_mtim.tv_sec ||
               now.st_mtim.tv_nsec != opened_->st_mtim.tv_nsec;
    }
    [[nodiscard]] Error failure() const {
        // Standard input is a name of ours.
        return descriptor_ == STDIN_FILENO ? make_error(ErrorKind::input, "input.standard", {}, errno)
                                           : make_error(ErrorKind::input, "input.unreadable", {{"file", name_}}, errno);
    }

    int descriptor_;
    std::string name_;
    /// What a regular file was when it was opened.
    std::optional<struct ::stat> opened_;
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
    if (shown.native() == path.native()) return shown.generic_string();
    // A link to a folder leads elsewhere than the folder that names it.
    const bool leads_elsewhere =
        std::filesystem::exists(path, error) && !std::filesystem::equivalent(path, shown, error);
    return (leads_elsewhere ? path : shown).generic_string();
}

Result<std::unique_ptr<ByteSource>> open_source(const std::filesystem::path& file) {
    if (file == "-") return std::make_unique<DescriptorSource>(STDIN_FILENO, "standard input");
    const auto refuse = [&](int error) {
        return make_error(ErrorKind::input, "input.unreadable", {{"file", file.string()}}, error);
    };
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return refuse(errno);
    struct ::stat status {};
    const int asked = ::fstat(descriptor, &status);
    const int error = errno;
    const bool has_size = asked == 0 && S_ISREG(status.st_mode);
    auto source =
        std::make_unique<DescriptorSource>(descriptor, file.string(), has_size ? std::optional(status) : std::nullopt);
    if (asked != 0) return refuse(error);
    if (S_ISDIR(status.st_mode)) return make_error(ErrorKind::input, "input.folder", {{"file", file.string()}});
    return source;
}

Result<std::string> read_all(ByteSource& source) {
    std::string bytes;
    std::array<char, 1 << 16> block{};
    for (;;) {
        const auto got = source.read(block);
        if (!got) return got.error();
        if (*got == 0) return bytes;
        bytes.append(block.data(), *got);
    }
}

} // namespace annexkit
