// SPDX-License-Identifier: Apache-2.0
#include "plugins/loader.hpp"

#include "messages/error.hpp"

#include <string>
#include <system_error>
#include <utility>

#include <boost/dll/shared_library.hpp>
#include <dlfcn.h>

namespace annexkit {
namespace {

Error refuse(MessageId why, std::vector<Argument> arguments = {}) {
    return make_error(ErrorKind::plugin, why, std::move(arguments));
}

// What the dynamic linker, which speaks English alone, has to say of the last library, without the name of the file.
// Boost has an error code alone, which is the same for all.
std::string reason_of_linker(const std::filesystem::path& file) {
    const char* const told = ::dlerror();
    std::string reason = told == nullptr ? "?" : told;
    const std::string before = file.string() + ": ";
    if (reason.starts_with(before)) reason.erase(0, before.size());
    return reason;
}

} // namespace

Result<LoadedPlugin> load_plugin(const std::filesystem::path& file) {
    std::error_code error;
    const auto real = std::filesystem::canonical(file, error);
    if (error) return make_error(ErrorKind::plugin, "plugin.unloadable", {}, error.value());
    auto library = std::make_shared<boost::dll::shared_library>();
    library->load(real, error, boost::dll::load_mode::rtld_local | boost::dll::load_mode::rtld_now);
    if (error) {
        const std::string reason = reason_of_linker(real);
        return refuse("plugin.unloadable", {{"reason", reason}, {"reason_fr", reason}});
    }
    if (!library->has(ANNEXKIT_PLUGIN_SYMBOL)) return refuse("plugin.no-entry", {{"function", ANNEXKIT_PLUGIN_SYMBOL}});
    try {
        const auto entry = library->get<const annexkit_plugin*()>(ANNEXKIT_PLUGIN_SYMBOL);
        return LoadedPlugin{library, entry()};
    } catch (const std::exception& failure) {
        return refuse("plugin.entry-threw", {{"reason", failure.what()}});
    } catch (...) {
        return refuse("plugin.entry-threw", {{"reason", "..."}});
    }
}

} // namespace annexkit
