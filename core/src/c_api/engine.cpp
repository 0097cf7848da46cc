// SPDX-License-Identifier: Apache-2.0
#include "c_api/engine.hpp"

#include "c_api/guard.hpp"
#include "messages/error.hpp"

#include <annexkit/folders.hpp>

#include <algorithm>
#include <chrono>
#include <span>
#include <utility>
#include <vector>

using namespace annexkit;
using namespace annexkit::c_api;

namespace {

void add_plugin_folder(Engine& engine, const std::filesystem::path& folder) {
    engine.registry.load_folders(std::span(&folder, 1));
}

void add_schema_folder(Engine& engine, const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> folders = engine.schemas.folders();
    folders.push_back(folder);
    engine.schemas = SchemaFolders(std::move(folders));
}

Result<PluginTrust> trust_of(const annexkit_trust& wanted) {
    if (wanted.allow_unsafe != 0 && wanted.allow_unsafe != 1) return wrong_number("allow_unsafe", wanted.allow_unsafe);
    if (wanted.isolate != 0 && wanted.isolate != 1) return wrong_number("isolate", wanted.isolate);
    PluginTrust trust{.unsafe = wanted.allow_unsafe == 1 ? UnsafePlugins::admit : UnsafePlugins::refuse};
    if (wanted.isolate == 0) return trust;
    Isolation& isolation = trust.isolation.emplace();
    if (wanted.memory_bytes > 0)
        isolation.memory_bytes = wanted.memory_bytes == ANNEXKIT_UNLIMITED ? 0 : wanted.memory_bytes;
    if (wanted.call_seconds == ANNEXKIT_UNLIMITED) {
        isolation.longest_call.reset();
    } else if (wanted.call_seconds > 0) {
        // Longer than anybody waits, and short enough to be added to the time of day.
        constexpr std::uint64_t longest = 1'000'000'000;
        isolation.longest_call = std::chrono::seconds(std::min(wanted.call_seconds, longest));
    }
    return trust;
}

} // namespace

annexkit_error* annexkit_engine_new(annexkit_engine** engine) {
    return guarded({{engine, "engine"}}, [&]() -> Result<void> {
        auto made = std::make_unique<annexkit_engine>();
        made->shared = std::make_shared<Engine>();
        *engine = made.release();
        return {};
    });
}

void annexkit_engine_free(annexkit_engine* engine) { delete engine; }

annexkit_error* annexkit_engine_set_trust(annexkit_engine* engine, const annexkit_trust* trust) {
    return guarded({{engine, "engine"}, {trust, "trust"}}, [&]() -> Result<void> {
        const auto wanted = taken(trust);
        if (!wanted) return wanted.error();
        const auto cpp = trust_of(*wanted);
        if (!cpp) return cpp.error();
        engine->shared->registry.set_trust(*cpp);
        return {};
    });
}

annexkit_error* annexkit_engine_add_installed(annexkit_engine* engine) {
    return guarded({{engine, "engine"}}, [&]() -> Result<void> {
        const DefaultFolders installed = default_folders();
        engine->shared->registry.add_linked();
        if (!installed.plugins.empty()) add_plugin_folder(*engine->shared, installed.plugins);
        if (!installed.schemas.empty()) add_schema_folder(*engine->shared, installed.schemas);
        return {};
    });
}

annexkit_error* annexkit_engine_add_plugin_folder(annexkit_engine* engine, const char* folder) {
    return guarded({{engine, "engine"}, {folder, "folder"}}, [&]() -> Result<void> {
        add_plugin_folder(*engine->shared, folder);
        return {};
    });
}

annexkit_error* annexkit_engine_add_plugin_file(annexkit_engine* engine, const char* file) {
    return guarded({{engine, "engine"}, {file, "file"}}, [&]() -> Result<void> {
        const auto loaded = engine->shared->registry.load(file);
        if (loaded) return {};
        return make_error(ErrorKind::plugin, "plugin.unusable", {{"file", file}}, loaded.error());
    });
}

annexkit_error* annexkit_engine_add_plugin(annexkit_engine* engine, const annexkit_plugin* plugin) {
    return guarded({{engine, "engine"}, {plugin, "plugin"}}, [&] { return engine->shared->registry.add(*plugin); });
}

annexkit_error* annexkit_engine_add_schema_folder(annexkit_engine* engine, const char* folder) {
    return guarded({{engine, "engine"}, {folder, "folder"}}, [&]() -> Result<void> {
        add_schema_folder(*engine->shared, folder);
        return {};
    });
}

annexkit_error* annexkit_engine_set_severity(annexkit_engine* engine, const char* rule, std::int32_t severity) {
    return guarded({{engine, "engine"}, {rule, "rule"}}, [&]() -> Result<void> {
        if (severity < ANNEXKIT_OFF || severity > ANNEXKIT_ERROR) return wrong_number("severity", severity);
        RuleSelection selection;
        if (severity == ANNEXKIT_OFF) {
            selection.ignore.emplace_back(rule);
        } else {
            selection.severities.emplace_back(rule, static_cast<Severity>(severity));
        }
        return engine->shared->registry.select(selection);
    });
}

const annexkit_format* annexkit_engine_format(const annexkit_engine* engine, std::size_t index) {
    if (engine == nullptr) return nullptr;
    const auto& formats = engine->shared->registry.formats();
    return index < formats.size() ? formats[index].table : nullptr;
}
