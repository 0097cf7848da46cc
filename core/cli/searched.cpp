// SPDX-License-Identifier: Apache-2.0
#include "searched.hpp"

#include "wrapping.hpp"

#include <annexkit/report.hpp>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace annexkit::cli {
namespace {

std::string_view name_of(PluginFolder::From from) {
    switch (from) {
    case PluginFolder::From::request: return "--plugin-dir";
    case PluginFolder::From::environment: return "ANNEXKIT_PLUGIN_PATH";
    case PluginFolder::From::user: return "your data folder";
    case PluginFolder::From::installation: break;
    }
    return "installed with annexkit";
}

std::string_view name_of(PluginCandidate::State state) {
    switch (state) {
    case PluginCandidate::State::loaded: return "loaded";
    case PluginCandidate::State::refused: return "refused";
    case PluginCandidate::State::missing: break;
    }
    return "not installed";
}

// What the manifest of a candidate tells, or that it has none. Nothing where it is for another version of the contract,
// of which no more is read.
std::string facts_of(const PluginCandidate& candidate) {
    const auto& manifest = candidate.manifest;
    if (!manifest) return candidate.reason ? "" : "it has no manifest";
    if (manifest->formats.empty()) return {};
    return fmt::format("{} {} ({}), formats {}{}{}", manifest->name, manifest->version, manifest->license,
                       fmt::join(manifest->formats, ", "), manifest->extensions.empty() ? "" : ", files ",
                       fmt::join(manifest->extensions, " "));
}

/// A place where plugins may be looked for.
struct Place {
    std::string folder;
    std::string_view from;
    /// Why there are no plugins, if so.
    std::string reason{};
    bool exists = true;
    std::span<const PluginCandidate> candidates{};
};

std::string reason_of(const SearchedFolder& searched, const Registry& registry) {
    if (!searched.exists) return "no such folder";
    for (const auto& refusal : registry.refusals())
        if (refusal.file == searched.folder) return refusal.reason.message;
    return searched.candidates.empty() ? "no plugins" : "";
}

std::vector<Place> places_of(const Registry& registry, std::span<const PluginFolder> folders) {
    const auto& searched = registry.searched();
    std::vector<Place> places;
    for (std::size_t i = 0; i < std::min(searched.size(), folders.size()); ++i)
        places.push_back({searched[i].folder.string(), name_of(folders[i].from), reason_of(searched[i], registry),
                          searched[i].exists, searched[i].candidates});
    for (const auto& folder : relative_plugin_folders())
        places.push_back({folder.string(), name_of(PluginFolder::From::environment),
                          "not looked into, since it is relative", std::filesystem::exists(folder)});
    return places;
}

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void put_text(Writer& writer, const char* name, std::string_view value) {
    writer.Key(name);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void put_texts(Writer& writer, const char* name, const std::vector<std::string>& values) {
    writer.Key(name);
    writer.StartArray();
    for (const auto& value : values) writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    writer.EndArray();
}

void put_candidate(Writer& writer, const PluginCandidate& candidate) {
    writer.StartObject();
    put_text(writer, "file", candidate.file.string());
    put_text(writer, "state", name_of(candidate.state));
    if (candidate.reason) put_text(writer, "reason", candidate.reason->message);
    if (const auto& manifest = candidate.manifest) {
        put_text(writer, "name", manifest->name);
        put_text(writer, "version", manifest->version);
        put_text(writer, "license", manifest->license);
        writer.Key("abi");
        writer.Uint(manifest->abi);
        put_texts(writer, "formats", manifest->formats);
        put_texts(writer, "extensions", manifest->extensions);
        put_texts(writer, "media_types", manifest->media_types);
    }
    writer.EndObject();
}

} // namespace

std::string searched_text(const Registry& registry, std::span<const PluginFolder> folders, std::size_t width) {
    std::string text = "\nPlugins are looked for here, in this order:\n";
    for (const auto& place : places_of(registry, folders)) {
        text += fmt::format("\n{}\n", printable(place.folder));
        append_wrapped(printable(fmt::format("({}{}{})", place.from, place.reason.empty() ? "" : ": ", place.reason)),
                       {2, 3}, width, text);
        for (const auto& candidate : place.candidates) {
            text += fmt::format("  {}: {}\n", printable(candidate.file.filename().string()), name_of(candidate.state));
            if (candidate.reason) append_wrapped(printable(candidate.reason->message), {4, 4}, width, text);
            append_wrapped(printable(facts_of(candidate)), {4, 4}, width, text);
        }
    }
    return text;
}

void searched_json(Writer& writer, const Registry& registry, std::span<const PluginFolder> folders) {
    writer.StartArray();
    for (const auto& place : places_of(registry, folders)) {
        writer.StartObject();
        put_text(writer, "folder", place.folder);
        put_text(writer, "from", place.from);
        writer.Key("exists");
        writer.Bool(place.exists);
        if (!place.reason.empty()) put_text(writer, "reason", place.reason);
        writer.Key("plugins");
        writer.StartArray();
        for (const auto& candidate : place.candidates) put_candidate(writer, candidate);
        writer.EndArray();
        writer.EndObject();
    }
    writer.EndArray();
}

} // namespace annexkit::cli
