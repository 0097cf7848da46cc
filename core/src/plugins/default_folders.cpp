// SPDX-License-Identifier: Apache-2.0
#include "plugins/default_folders.hpp"

#include <annexkit/folders.hpp>

#include <system_error>

#include <dlfcn.h>
#include <link.h>

namespace annexkit {
namespace {

// The file that holds this code, and whether it is the program itself, which the dynamic linker has no name for.
struct Holder {
    std::filesystem::path file;
    bool is_program = false;
};

Holder holder() {
    Dl_info info;
    void* extra = nullptr;
    if (::dladdr1(reinterpret_cast<const void*>(&default_folders), &info, &extra, RTLD_DL_LINKMAP) == 0) return {};
    const std::filesystem::path name = static_cast<const ::link_map*>(extra)->l_name;
    const bool is_program = name.empty();
    std::error_code error;
    auto file = std::filesystem::canonical(is_program ? "/proc/self/exe" : name, error);
    return error ? Holder{} : Holder{std::move(file), is_program};
}

// Nothing where the place of the holder cannot be told.
std::filesystem::path prefix_of(const Holder& holder) {
    if (holder.file.empty()) return {};
    return holder.file.parent_path() /
           (holder.is_program ? ANNEXKIT_PREFIX_FROM_PROGRAM : ANNEXKIT_PREFIX_FROM_LIBRARY);
}

} // namespace

DefaultFolders default_folders() {
    const auto prefix = prefix_of(holder());
    if (prefix.empty()) return {};
    return {(prefix / ANNEXKIT_PLUGIN_FOLDER).lexically_normal(), (prefix / ANNEXKIT_SCHEMA_FOLDER).lexically_normal()};
}

std::filesystem::path plugin_host_program() {
    return (prefix_of(holder()) / ANNEXKIT_LIBEXEC_FOLDER / "annexkit-plugin-host").lexically_normal();
}

} // namespace annexkit
