// SPDX-License-Identifier: Apache-2.0
// Which files a batch is made of: names, folders, globs.
#include "messages/error.hpp"

#include <annexkit/batch.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include <fnmatch.h>
#include <sys/stat.h>

namespace annexkit {
namespace {

namespace fs = std::filesystem;

using PathParts = std::span<const fs::path>;

std::vector<fs::path> parts_of(const fs::path& path) { return {path.begin(), path.end()}; }

// `**` stands for any number of folders, and for none.
bool matches(PathParts glob, PathParts path) {
    if (glob.empty()) return path.empty();
    if (glob.front() == "**" && matches(glob.subspan(1), path)) return true;
    if (path.empty()) return false;
    if (glob.front() == "**") return matches(glob, path.subspan(1));
    return ::fnmatch(glob.front().c_str(), path.front().c_str(), 0) == 0 && matches(glob.subspan(1), path.subspan(1));
}

enum class Found { file, folder };

bool matches(std::string_view glob, const fs::path& below, Found found) {
    const bool is_folder = glob.ends_with('/');
    if (is_folder && found != Found::folder) return false;
    if (is_folder) glob.remove_suffix(1);
    if (glob.find('/') == std::string_view::npos)
        return ::fnmatch(std::string(glob).c_str(), below.filename().c_str(), 0) == 0;
    return matches(parts_of(fs::path(glob).lexically_normal().relative_path()), parts_of(below));
}

bool matches(const std::vector<std::string>& globs, const fs::path& below, Found found) {
    return std::any_of(globs.begin(), globs.end(),
                       [&](const std::string& glob) { return matches(glob, below, found); });
}

bool is_hidden(const fs::path& path) {
    const std::string name = path.filename().native();
    return name.starts_with('.') || name.starts_with("~$");
}

Error unreadable(const fs::path& path, const std::error_code& why) {
    return make_error(ErrorKind::input, "input.unreadable", {{"file", path.string()}}, why.value());
}

fs::path normal(const fs::path& path) { return fs::absolute(path).lexically_normal(); }

/// Collects the files of one folder after the other.
class Finder {
  public:
    Finder(const InputList& list, const Registry& registry) : list_(list), registry_(registry) {}

    Result<void> add(const fs::path& path);
    std::vector<BatchFile> take() { return std::move(files_); }

  private:
    [[nodiscard]] Result<fs::path> place_of(const fs::path& path, const fs::path& otherwise) const;
    void add_folder(const fs::path& folder, const fs::path& place);
    void walk(const fs::path& folder, const fs::path& below);
    void look_at(const fs::directory_entry& entry, const fs::path& below);
    void add_file(const fs::path& file, const fs::path& place);
    void add_fault(const fs::path& input, const fs::path& place, Error fault) {
        files_.push_back({input, place, 0, std::move(fault)});
    }

    const InputList& list_;
    const Registry& registry_;
    std::vector<BatchFile> files_;
    /// Of the folder that is walked.
    std::vector<fs::path> left_out_;
    /// The place of the folder that is walked.
    fs::path place_;
};

Result<fs::path> Finder::place_of(const fs::path& path, const fs::path& otherwise) const {
    if (list_.base.empty()) return otherwise;
    const fs::path below = normal(path).lexically_relative(normal(list_.base));
    if (below.empty() || *below.begin() == "..")
        return make_error(ErrorKind::usage, "input.outside",
                          {{"file", path.string()}, {"folder", list_.base.string()}});
    return below == "." ? fs::path() : below;
}

Result<void> Finder::add(const fs::path& path) {
    if (path == "-") return make_error(ErrorKind::usage, "input.no-name");
    std::error_code error;
    const bool is_folder = fs::is_directory(path, error);
    const auto place = place_of(path, is_folder ? fs::path() : path.filename());
    if (!place) return place.error();
    if (is_folder) {
        add_folder(path, *place);
    } else {
        add_file(path, *place);
    }
    return {};
}

void Finder::add_folder(const fs::path& folder, const fs::path& place) {
    const std::size_t before = files_.size();
    place_ = place;
    left_out_.clear();
    walk(folder, {});
    std::sort(left_out_.begin(), left_out_.end());
    if (!left_out_.empty() && list_.on_left_out) list_.on_left_out(folder, left_out_);
    std::sort(
        files_.begin() + static_cast<std::ptrdiff_t>(before), files_.end(),
        [](const BatchFile& left, const BatchFile& right) { return left.output.native() < right.output.native(); });
    if (files_.size() > before) return;
    std::vector<Argument> arguments = {{"folder", folder.string()}};
    add_known(arguments, registry_);
    add_fault(folder, place,
              list_.include.empty() ? make_error(ErrorKind::input, "input.no-files", std::move(arguments))
                                    : make_error(ErrorKind::input, "input.no-matches", std::move(arguments)));
}

void Finder::walk(const fs::path& folder, const fs::path& below) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error))
        look_at(*entry, below / entry->path().filename());
    if (error) add_fault(folder, place_ / below, unreadable(folder, error));
}

void Finder::look_at(const fs::directory_entry& entry, const fs::path& below) {
    std::error_code error;
    const bool is_folder = entry.is_directory(error);
    if (is_hidden(below) || matches(list_.exclude, below, is_folder ? Found::folder : Found::file)) return;
    if (is_folder) {
        // Followed, links to folders could loop, and could lead to the same file by two ways.
        if (entry.is_symlink(error)) return;
        if (!list_.output_folder.empty() && fs::equivalent(entry.path(), list_.output_folder, error)) return;
        return walk(entry.path(), below);
    }
    const bool is_file = entry.is_regular_file(error) || entry.is_symlink(error);
    const Format* format = registry_.for_file(below);
    const bool is_known = format != nullptr && format->table->importer != nullptr;
    if (!is_file) {
        if (list_.include.empty() && is_known) left_out_.push_back(below);
        return;
    }
    if (list_.include.empty() ? is_known : matches(list_.include, below, Found::file)) {
        add_file(entry.path(), place_ / below);
    } else if (list_.include.empty()) {
        left_out_.push_back(below);
    }
}

void Finder::add_file(const fs::path& file, const fs::path& place) {
    struct ::stat status {};
    if (::stat(file.c_str(), &status) != 0)
        return add_fault(file, place, unreadable(file, std::error_code(errno, std::generic_category())));
    files_.push_back({file, place, S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0, {}});
}

} // namespace

Result<std::vector<fs::path>> read_names(ByteSource& list, char end) {
    std::string text;
    std::array<char, 1 << 16> block{};
    for (;;) {
        const auto got = list.read(block);
        if (!got) return got.error();
        if (*got == 0) break;
        text.append(block.data(), *got);
    }
    std::vector<fs::path> names;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t size = std::min(rest.find(end), rest.size());
        std::string_view name = rest.substr(0, size);
        rest.remove_prefix(std::min(size + 1, rest.size()));
        // Lists come from Windows too; a name that really ends so needs NUL as its end.
        if (end == '\n' && name.ends_with('\r')) name.remove_suffix(1);
        if (name.find('\0') != std::string_view::npos)
            return make_error(ErrorKind::usage, "input.nul-in-name",
                              {{"name", std::string(name.substr(0, name.find('\0')))}});
        if (!name.empty()) names.emplace_back(name);
    }
    return names;
}

Result<std::vector<BatchFile>> find_inputs(const InputList& list, const Registry& registry) {
    Finder finder(list, registry);
    for (const auto& path : list.paths)
        if (auto added = finder.add(path); !added) return added.error();
    return finder.take();
}

} // namespace annexkit
