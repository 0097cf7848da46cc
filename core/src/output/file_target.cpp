// SPDX-License-Identifier: Apache-2.0
// Output files that appear whole or not at all, and standard output.
#include "messages/error.hpp"
#include "output/temporary_names.hpp"

#include <annexkit/files.hpp>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace annexkit {
namespace {

Error failed(MessageId what, const std::string& file, int error) {
    return make_error(ErrorKind::output, what, {{"file", file}}, error);
}

Result<void> write_all(int descriptor, std::string_view bytes, const std::string& name) {
    while (!bytes.empty()) {
        const ::ssize_t wrote = ::write(descriptor, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return failed("output.unwritable", name, errno);
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
    if (outcome != 0 && error != EINVAL) return failed("output.unflushed", folder.string(), error);
    return {};
}

constexpr ::mode_t new_file_mode = 0666; // less the umask
constexpr const char* own_descriptors = "/proc/self/fd";

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// What temporary_name() gives, and nothing that somebody else may have called alike.
bool is_temporary_name(std::string_view name) {
    if (!name.starts_with(temporary_prefix)) return false;
    name.remove_prefix(temporary_prefix.size());
    const std::size_t middle = std::min(name.find('-'), name.size());
    return is_number(name.substr(0, middle)) && is_number(name.substr(std::min(middle + 1, name.size())));
}

std::filesystem::path temporary_name(const std::filesystem::path& folder) {
    static std::atomic<unsigned> count = 0;
    return folder / fmt::format("{}{}-{}", temporary_prefix, ::getpid(), count++);
}

// The lock tells remove_leftovers() that the file is in use. It may have been faster, and the name be gone again.
bool is_claimed(int descriptor) {
    struct ::stat status {};
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && ::fstat(descriptor, &status) == 0 && status.st_nlink == 1)
        return true;
    ::close(descriptor);
    return false;
}

int link_descriptor(int descriptor, const std::filesystem::path& name) {
    const std::string self = fmt::format("{}/{}", own_descriptors, descriptor);
    return ::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW);
}

class StandardOutput : public ByteTarget {
  public:
    Result<void> write(std::string_view bytes) override { return write_all(STDOUT_FILENO, bytes, "standard output"); }
};

Error exists_already(const std::filesystem::path& file) {
    return make_error(ErrorKind::output, "output.exists", {{"file", file.string()}});
}

} // namespace

Result<std::unique_ptr<FileTarget>> FileTarget::create(const std::filesystem::path& file, OnExisting on_existing) {
    std::error_code ignored;
    const auto status = std::filesystem::status(file, ignored);
    if (std::filesystem::is_directory(status))
        return make_error(ErrorKind::output, "output.folder", {{"file", file.string()}});
    std::unique_ptr<FileTarget> target(new FileTarget(file, on_existing));
    const bool exists = std::filesystem::exists(status);
    if (exists && !std::filesystem::is_regular_file(status)) {
        if (auto opened = target->open_device(); !opened) return opened.error();
        return target;
    }
    if (exists && on_existing == OnExisting::refuse) return exists_already(file);
    // A link is followed, so that the file it names is replaced and the link stays.
    std::error_code unresolved;
    if (exists) target->file_ = std::filesystem::canonical(file, unresolved);
    if (unresolved) return failed("output.unwritable", file.string(), unresolved.value());
    if (auto opened = target->open_waiting(); !opened) return opened.error();
    // What replaces a file has its permissions.
    struct ::stat old {};
    if (exists && ::stat(target->file_.c_str(), &old) == 0) ::fchmod(target->descriptor_, old.st_mode & 07777);
    return target;
}

FileTarget::~FileTarget() {
    if (descriptor_ >= 0) ::close(descriptor_);
    const auto held = hold_names();
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
    drop_temporary_name();
}

void FileTarget::drop_temporary_name() {
    forget_temporary_name(temporary_);
    temporary_.clear();
}

// Devices and FIFOs cannot be replaced; what they show is written to them as it comes.
Result<void> FileTarget::open_device() {
    descriptor_ = ::open(file_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor_ < 0) return failed("output.unwritable", file_.string(), errno);
    return {};
}

Result<void> FileTarget::open_waiting() {
    const auto folder = folder_of(file_);
    // A nameless file leaves nothing behind, whenever the program is killed. Its name is given through /proc.
    static const bool can_name_later = ::access(own_descriptors, X_OK) == 0;
    if (can_name_later) descriptor_ = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, new_file_mode);
    waiting_ = descriptor_ >= 0 ? Waiting::nameless : Waiting::named;
    if (waiting_ == Waiting::nameless) ::flock(descriptor_, LOCK_EX);
    while (descriptor_ < 0) {
        const auto held = hold_names();
        temporary_ = temporary_name(folder);
        note_temporary_name(temporary_);
        descriptor_ = ::open(temporary_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, new_file_mode);
        if (descriptor_ >= 0 && is_claimed(descriptor_)) break;
        const int error = std::exchange(descriptor_, -1) >= 0 ? EEXIST : errno;
        drop_temporary_name();
        if (error != EEXIST) return failed("output.unwritable-folder", folder.string(), error);
    }
    return {};
}

Result<void> FileTarget::write(std::string_view bytes) { return write_all(descriptor_, bytes, file_.string()); }

Result<void> FileTarget::commit(Flush flush) {
    if (waiting_ == Waiting::nowhere) return {};
    if (flush == Flush::at_once)
        if (auto flushed = this->flush(); !flushed) return flushed;
    if (auto named = give_name(); !named) return named;
    if (auto closed = close(); !closed) return closed;
    return flush == Flush::at_once ? flush_folder(folder_of(file_)) : Result<void>();
}

// A full disk is told by the flush, so what is left to fail between the two names is hardly more than a file that
// appeared meanwhile.
Result<void> FileTarget::commit_both(FileTarget& first, FileTarget& second) {
    for (FileTarget* target : {&first, &second})
        if (auto flushed = target->flush(); !flushed) return flushed;
    // A signal that ends the program waits until both are there.
    const auto held = hold_names();
    if (auto named = first.give_name(); !named) return named;
    if (auto named = second.give_name(); !named) {
        if (first.on_existing_ == OnExisting::refuse && first.waiting_ != Waiting::nowhere)
            ::unlink(first.file_.c_str());
        return named;
    }
    for (FileTarget* target : {&first, &second}) {
        if (auto closed = target->close(); !closed) return closed;
        if (auto flushed = flush_folder(folder_of(target->file_)); !flushed) return flushed;
    }
    return {};
}

Result<void> FileTarget::flush() {
    if (waiting_ != Waiting::nowhere && ::fsync(descriptor_) != 0)
        return failed("output.unflushed", file_.string(), errno);
    return {};
}

Result<void> FileTarget::close() {
    if (::close(std::exchange(descriptor_, -1)) != 0) return failed("output.unclosed", file_.string(), errno);
    return {};
}

Result<void> FileTarget::give_name() {
    if (waiting_ == Waiting::nowhere) return {};
    const auto held = hold_names();
    // A link refuses an existing name, so that a file that appeared meanwhile is not replaced.
    if (on_existing_ == OnExisting::refuse) {
        const int linked = waiting_ == Waiting::nameless ? link_descriptor(descriptor_, file_)
                                                         : ::link(temporary_.c_str(), file_.c_str());
        if (linked == 0) {
            if (!temporary_.empty()) ::unlink(temporary_.c_str());
            drop_temporary_name();
            return {};
        }
        if (errno == EEXIST) return exists_already(file_);
        // Some file systems have no hard links; rename is then the only way.
        if (waiting_ == Waiting::nameless) return failed("output.unwritable", file_.string(), errno);
    }
    if (auto named = give_temporary_name(); !named) return named;
    if (::rename(temporary_.c_str(), file_.c_str()) != 0) return failed("output.unwritable", file_.string(), errno);
    drop_temporary_name();
    return {};
}

// Only rename replaces a file, and it needs a name to start from.
Result<void> FileTarget::give_temporary_name() {
    while (temporary_.empty()) {
        temporary_ = temporary_name(folder_of(file_));
        note_temporary_name(temporary_);
        if (link_descriptor(descriptor_, temporary_) == 0) break;
        const int error = errno;
        drop_temporary_name();
        if (error != EEXIST) return failed("output.unwritable", file_.string(), error);
    }
    return {};
}

Result<void> flush_outputs(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return failed("output.unflushed", folder.string(), errno);
    const int outcome = ::syncfs(descriptor);
    const int error = errno;
    ::close(descriptor);
    if (outcome != 0) return failed("output.unflushed", folder.string(), error);
    return {};
}

void remove_leftovers(const std::filesystem::path& folder) {
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (!is_temporary_name(entry->path().filename().native())) continue;
        const int descriptor = ::open(entry->path().c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (descriptor < 0) continue;
        if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) ::unlink(entry->path().c_str());
        ::close(descriptor);
    }
}

std::unique_ptr<ByteTarget> standard_output() { return std::make_unique<StandardOutput>(); }

} // namespace annexkit
