// SPDX-License-Identifier: Apache-2.0
#include "plugins/loader.hpp"

#include <string>
#include <system_error>

#include <boost/dll/shared_library.hpp>
#include <sys/stat.h>
#include <unistd.h>

namespace annexkit {
namespace {

Error refuse(const std::string& reason) { return Error{ErrorKind::plugin, reason, {}}; }

// Code that others may change is code that others may run as us.
bool changeable_by_others(const std::filesystem::path& path) {
    struct ::stat status {};
    if (::stat(path.c_str(), &status) != 0) return false;
    const bool foreign = status.st_uid != 0 && status.st_uid != ::geteuid();
    const bool sticky_folder = S_ISDIR(status.st_mode) && (status.st_mode & S_ISVTX) != 0;
    return foreign || ((status.st_mode & S_IWOTH) != 0 && !sticky_folder);
}

} // namespace

Result<LoadedPlugin> load_plugin(const std::filesystem::path& file) {
    std::error_code error;
    const auto real = std::filesystem::canonical(file, error);
    if (error) return refuse(error.message());
    if (changeable_by_others(real)) return refuse("the file may be changed by other users");
    if (changeable_by_others(real.parent_path())) return refuse("its folder may be changed by other users");
    auto library = std::make_shared<boost::dll::shared_library>();
    try {
        // Only the throwing load keeps the dynamic linker's reason.
        library->load(real, boost::dll::load_mode::rtld_local | boost::dll::load_mode::rtld_now);
    } catch (const std::exception& failure) {
        return refuse(failure.what());
    }
    if (!library->has(ANNEXKIT_PLUGIN_SYMBOL))
        return refuse("it has no function " ANNEXKIT_PLUGIN_SYMBOL ", so it is no plugin for this version of annexkit");
    try {
        const auto entry = library->get<const annexkit_plugin*()>(ANNEXKIT_PLUGIN_SYMBOL);
        return LoadedPlugin{library, entry()};
    } catch (const std::exception& failure) {
        return refuse(std::string("its entry point threw: ") + failure.what());
    } catch (...) {
        return refuse("its entry point threw an exception");
    }
}

} // namespace annexkit
