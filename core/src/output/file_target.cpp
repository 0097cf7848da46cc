// SPDX-License-Identifier: Apache-2.0
// Output files that appear whole or not at all, and standard output.
#include <annexkit/files.hpp>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace annexkit {
namespace {

tl::unexpected<Error> failed(const std::string& what, int error) {
    return tl::unexpected(Error{ErrorKind::output, what + ": " + std::strerror(error), {}});
}

Result<void> write_all(int descriptor, std::string_view bytes, const std::string& name) {
    while (!bytes.empty()) {
        const ::ssize_t wrote = ::write(descriptor, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return failed("cannot write " + name, errno);
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return {};
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

// A rename is on the disk only once its folder is (POSIX leaves that to fsync of the folder).
Result<void> flush_folder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return {}; // a folder may be writable without being readable
    const int outcome = ::fsync(descriptor);
    const int error = errno;
    ::close(descriptor);
    if (outcome != 0 && error != EINVAL) return failed("cannot flush " + folder.string(), error);
    return {};
}

class StandardOutput : public ByteTarget {
  public:
    Result<void> write(std::string_view bytes) override { return write_all(STDOUT_FILENO, bytes, "standard output"); }
};

Error exists_already(const std::filesystem::path& file) {
    return {ErrorKind::output, file.string() + " exists", "use --force to replace it"};
}

} // namespace

Result<std::unique_ptr<FileTarget>> FileTarget::create(const std::filesystem::path& file, OnExisting on_existing) {
    std::error_code ignored;
    const auto status = std::filesystem::status(file, ignored);
    if (std::filesystem::is_directory(status))
        return tl::unexpected(Error{ErrorKind::output, file.string() + " is a folder", "name a file in it"});
    // Devices and FIFOs cannot be renamed over; what they show is written to them as it comes.
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
        if (descriptor < 0) return failed("cannot write " + file.string(), errno);
        return std::unique_ptr<FileTarget>(new FileTarget(file, {}, descriptor, on_existing));
    }
    if (std::filesystem::exists(status) && on_existing == OnExisting::refuse)
        return tl::unexpected(exists_already(file));
    // A link is followed, so that the file it names is replaced and the link stays.
    std::error_code unresolved;
    const auto real = std::filesystem::exists(status) ? std::filesystem::canonical(file, unresolved) : file;
    if (unresolved) return failed("cannot write " + file.string(), unresolved.value());
    std::string name = (folder_of(real) / fmt::format(".{}.annexkit-XXXXXX", real.filename().string())).string();
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0) return failed("cannot write to " + folder_of(real).string(), errno);
    struct ::stat old {};
    const ::mode_t mask = ::umask(0);
    ::umask(mask);
    const ::mode_t mode = ::stat(real.c_str(), &old) == 0 ? old.st_mode & 07777 : 0666 & ~mask;
    ::fchmod(descriptor, mode);
    return std::unique_ptr<FileTarget>(new FileTarget(real, name, descriptor, on_existing));
}

FileTarget::FileTarget(std::filesystem::path file, std::filesystem::path temporary, int descriptor,
                       OnExisting on_existing)
    : file_(std::move(file)), temporary_(std::move(temporary)), descriptor_(descriptor), on_existing_(on_existing) {}

FileTarget::~FileTarget() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<void> FileTarget::write(std::string_view bytes) { return write_all(descriptor_, bytes, file_.string()); }

Result<void> FileTarget::commit() {
    if (temporary_.empty()) return {};
    if (::fsync(descriptor_) != 0) return failed("cannot flush " + file_.string(), errno);
    if (::close(std::exchange(descriptor_, -1)) != 0) return failed("cannot close " + file_.string(), errno);
    if (on_existing_ == OnExisting::refuse) {
        // link() refuses an existing name, so that a file that appeared meanwhile is not replaced.
        if (::link(temporary_.c_str(), file_.c_str()) == 0) {
            ::unlink(temporary_.c_str());
            temporary_.clear();
            return flush_folder(folder_of(file_));
        }
        if (errno == EEXIST) return tl::unexpected(exists_already(file_));
        // Some file systems have no hard links; rename is then the only way.
    }
    if (::rename(temporary_.c_str(), file_.c_str()) != 0) return failed("cannot write " + file_.string(), errno);
    temporary_.clear();
    return flush_folder(folder_of(file_));
}

std::unique_ptr<ByteTarget> standard_output() { return std::make_unique<StandardOutput>(); }

} // namespace annexkit
