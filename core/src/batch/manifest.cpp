// SPDX-License-Identifier: Apache-2.0
#include "batch/manifest.hpp"
#include "messages/error.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace annexkit {
namespace {

// What every line starts with, so that a file that is something else is never cut.
constexpr std::string_view line_start = "{\"input\":";

Error failed(const std::filesystem::path& file) {
    return make_error(ErrorKind::output, "manifest.unwritable", {{"file", file.string()}}, errno);
}

Error no_manifest(const std::filesystem::path& file, std::size_t line) {
    return make_error(ErrorKind::output, "manifest.no-line",
                      {{"line", fmt::format("{}", line)}, {"file", file.string()}});
}

} // namespace

Result<std::unique_ptr<Manifest>> Manifest::open(const std::filesystem::path& file, OnManifest on_existing) {
    const int flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | (on_existing == OnManifest::refuse ? O_EXCL : 0);
    const int descriptor = ::open(file.c_str(), flags, 0666);
    if (descriptor < 0 && errno == EEXIST)
        return make_error(ErrorKind::output, "manifest.exists", {{"file", file.string()}});
    if (descriptor < 0) return failed(file);
    std::unique_ptr<Manifest> manifest(new Manifest(file, descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return make_error(ErrorKind::output, "manifest.in-use", {{"file", file.string()}});
    if (on_existing == OnManifest::replace && ::ftruncate(descriptor, 0) != 0) return failed(file);
    if (on_existing == OnManifest::resume)
        if (auto loaded = manifest->load(); !loaded) return loaded.error();
    return manifest;
}

Manifest::~Manifest() { ::close(descriptor_); }

Result<void> Manifest::load() {
    const auto source = open_source(file_);
    if (!source) return source.error();
    std::vector<char> block(std::size_t{64} << 10);
    std::string rest;
    std::optional<std::size_t> broken;
    for (std::size_t number = 1;;) {
        const auto got = (*source)->read(block);
        if (!got) return got.error();
        if (*got == 0) break;
        rest.append(block.data(), *got);
        std::size_t from = 0;
        for (std::size_t end; (end = rest.find('\n', from)) != std::string::npos; from = end + 1, ++number) {
            const auto line = from_json(std::string_view(rest).substr(from, end - from));
            if (!line && !broken) broken = number;
            if (!line) continue;
            if (broken) return no_manifest(file_, *broken);
            earlier_[line->input] = {size_, end + 1 - from};
            size_ += end + 1 - from;
        }
        rest.erase(0, from);
        const std::string_view begun = std::string_view(rest).substr(0, line_start.size());
        if (line_start.starts_with(begun)) continue;
        if (!broken) broken = number;
        // No more of it is kept than shows that it is none.
        rest.resize(begun.size());
    }
    if (broken && earlier_.empty()) return no_manifest(file_, *broken);
    // What was written last, cut when the program was killed, or not yet on the disk when the power failed.
    if ((broken || !rest.empty()) && ::ftruncate(descriptor_, static_cast<::off_t>(size_)) != 0) return failed(file_);
    return {};
}

std::string Manifest::text(const Slice& slice) const {
    std::string text(slice.size, '\0');
    const ::ssize_t got = ::pread(descriptor_, text.data(), text.size(), static_cast<::off_t>(slice.offset));
    text.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return text;
}

std::optional<ManifestLine> Manifest::find(const std::string& input) const {
    const auto found = earlier_.find(input);
    return found == earlier_.end() ? std::nullopt : from_json(text(found->second));
}

Result<void> Manifest::append(const ManifestLine& line) {
    const std::string text = to_json(line);
    for (std::string_view rest = text; !rest.empty();) {
        const ::ssize_t wrote = ::write(descriptor_, rest.data(), rest.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return failed(file_);
        rest.remove_prefix(static_cast<std::size_t>(wrote));
    }
    lines_.push_back({size_, text.size()});
    size_ += text.size();
    return {};
}

void Manifest::keep(const std::string& input) { lines_.push_back(earlier_.at(input)); }

Result<void> Manifest::finish() {
    std::uint64_t at = 0;
    bool in_order = true;
    for (const auto& line : lines_) {
        in_order = in_order && line.offset == at;
        at += line.size;
    }
    if (!in_order || at != size_) return rewrite();
    if (::fsync(descriptor_) != 0 && errno != EINVAL) return failed(file_);
    return {};
}

// After a run that went on with an earlier one, lines stand where they were written, and some hold no more.
Result<void> Manifest::rewrite() {
    const auto target = FileTarget::create(file_, OnExisting::replace);
    if (!target) return target.error();
    for (const auto& line : lines_)
        if (auto wrote = (*target)->write(text(line)); !wrote) return wrote;
    return (*target)->commit();
}

} // namespace annexkit
