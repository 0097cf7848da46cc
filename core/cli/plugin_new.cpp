// SPDX-License-Identifier: Apache-2.0
#include "plugin_new.hpp"

#include "failure.hpp"
#include "output.hpp"
#include "output/temporary_names.hpp"
#include "plugins/contract.hpp"
#include "text/ascii.hpp"

#include <annexkit/files.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <system_error>

namespace annexkit::cli {
namespace {

// What the name stands in the place of, in texts and in names of files.
constexpr std::string_view template_name = "new-format";
constexpr std::size_t name_limit = 40;
constexpr std::array<std::string_view, 4> own_formats = {"csv", "json", "ndjson", "xml"};

std::string renamed(std::string_view text, std::string_view name) {
    std::string result;
    for (std::size_t found; (found = text.find(template_name)) != std::string_view::npos;) {
        result.append(text.substr(0, found)).append(name);
        text.remove_prefix(found + template_name.size());
    }
    return result.append(text);
}

void check_name(const std::string& name) {
    if (!is_format_id(name) || name.size() > name_limit || !is_ascii_letter(name.front()) || name.back() == '-')
        throw misuse("plugin.bad-name", {{"name", name}});
    if (std::find(own_formats.begin(), own_formats.end(), name) != own_formats.end())
        throw misuse("plugin.name-taken", {{"name", name}});
}

void make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw Failure{make_error(ErrorKind::output, "output.unmade", {{"file", folder.string()}}, error.value())};
}

/// The files of the template under another name, by their paths.
std::map<std::string, std::string> files_named(const std::string& name) {
    std::map<std::string, std::string> files;
    for (const auto& [path, text] : plugin_template()) files.emplace(renamed(path, name), renamed(text, name));
    return files;
}

// What a program that was killed leaves behind is removed where a file is written beside it.
bool is_leftover(const std::filesystem::path& file) { return file.filename().string().starts_with(temporary_prefix); }

bool holds(const std::filesystem::path& file, std::string_view text) {
    const auto source = open_source(file);
    if (!source) return false;
    const auto found = read_all(**source);
    return found && *found == text;
}

// A folder that holds nothing but some of the files is that of a run that was broken off.
bool is_begun(const std::filesystem::path& folder, const std::map<std::string, std::string>& files) {
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        if (at->is_directory(error) && !at->is_symlink(error)) continue;
        const auto known = files.find(at->path().lexically_relative(folder).generic_string());
        const bool is_ours = known != files.end() && !at->is_symlink(error) && holds(at->path(), known->second);
        if (!is_ours && !is_leftover(at->path())) return false;
    }
    return !error;
}

} // namespace

void write_new_plugin(const std::string& name, const std::filesystem::path& folder) {
    check_name(name);
    const auto files = files_named(name);
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(folder, error)) && !is_begun(folder, files))
        throw Failure{make_error(ErrorKind::output, "plugin.folder-exists", {{"file", folder.string()}})};
    for (const auto& [path, text] : files) {
        const std::filesystem::path file = folder / path;
        make_folder(file.parent_path());
        if (!std::filesystem::exists(file, error)) write_whole(file.string(), text, OnExisting::refuse);
    }
}

} // namespace annexkit::cli
