// SPDX-License-Identifier: Apache-2.0
#include "plugins/loader.hpp"

#include "messages/error.hpp"

#include <string>
#include <system_error>
#include <utility>

#include <boost/dll/shared_library.hpp>

namespace annexkit {
namespace {

Error refuse(MessageId why, std::vector<Argument> arguments = {}) {
    return make_error(ErrorKind::plugin, why, std::move(arguments));
}

} // namespace

Result<LoadedPlugin> load_plugin(const std::filesystem::path& file) {
    std::error_code error;
    const auto real = std::filesystem::canonical(file, error);
    if (error) return make_error(ErrorKind::plugin, "plugin.unloadable", {}, error.value());
    auto library = std::make_shared<boost::dll::shared_library>();
    try {
        // Only the throwing load keeps the dynamic linker's reason.
        library->load(real, boost::dll::load_mode::rtld_local | boost::dll::load_mode::rtld_now);
    } catch (const std::exception& failure) {
        // The dynamic linker speaks English alone.
        return refuse("plugin.unloadable", {{"reason", failure.what()}, {"reason_fr", failure.what()}});
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
