// SPDX-License-Identifier: Apache-2.0
#include "batch/output_folders.hpp"

#include "messages/error.hpp"

#include <algorithm>
#include <cerrno>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include <sys/stat.h>

namespace annexkit {
namespace {

namespace fs = std::filesystem;

Error cannot_make(const fs::path& folder, const std::error_code& error) {
    return make_error(ErrorKind::output, "output.unmade", {{"file", folder.string()}}, error.value());
}

} // namespace

Result<void> OutputFolders::prepare(const Batch& batch) {
    folder_ = batch.output_folder;
    std::error_code error;
    fs::create_directories(folder_, error);
    if (!error) real_ = fs::canonical(folder_, error);
    if (error) return cannot_make(folder_, error);
    std::set<fs::path> folders;
    for (const auto& file : batch.files)
        if (!file.fault) folders.insert(file.output.parent_path());
    for (const auto& folder : folders) prepare(folder);
    return {};
}

void OutputFolders::prepare(const fs::path& folder) {
    if (!is_inside(folder)) {
        unusable_.emplace(folder, leads_out(folder));
        return;
    }
    std::error_code error;
    fs::create_directories(folder, error);
    struct ::stat status {};
    if (!error && ::stat(folder.c_str(), &status) != 0) error.assign(errno, std::generic_category());
    if (error) {
        unusable_.emplace(folder, cannot_make(folder, error));
        return;
    }
    file_systems_.emplace(status.st_dev, folder);
    remove_leftovers(folder);
}

bool OutputFolders::is_inside(const fs::path& path) const {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(path, error);
    return !error && std::mismatch(real_.begin(), real_.end(), real.begin(), real.end()).first == real_.end();
}

Error OutputFolders::leads_out(const fs::path& path) const {
    return make_error(ErrorKind::output, "output.leads-out", {{"file", path.string()}, {"folder", folder_.string()}});
}

std::optional<Error> OutputFolders::why_not_written(const fs::path& output) const {
    const auto unusable = unusable_.find(output.parent_path());
    if (unusable != unusable_.end()) return unusable->second;
    std::error_code error;
    auto there = fs::symlink_status(output, error);
    if (fs::is_symlink(there)) {
        if (!is_inside(output)) return leads_out(output);
        there = fs::status(output, error);
    }
    // A pipe would wait for a reader, and a device does not keep what is written.
    if (fs::exists(there) && !fs::is_regular_file(there) && !fs::is_directory(there))
        return make_error(ErrorKind::output, "output.no-file", {{"file", output.string()}});
    return std::nullopt;
}

Result<void> OutputFolders::flush() const {
    for (const auto& [device, folder] : file_systems_)
        if (auto flushed = flush_outputs(folder); !flushed) return flushed;
    return {};
}

} // namespace annexkit
