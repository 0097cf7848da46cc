// SPDX-License-Identifier: Apache-2.0
#include "searched.hpp"

#include <annexkit/report.hpp>

#include <algorithm>
#include <string_view>

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

// What is told of a candidate behind its state.
std::string told_of(const PluginCandidate& candidate) {
    const auto& manifest = candidate.manifest;
    if (candidate.reason) return printable(candidate.reason->message);
    if (!manifest) return "it has no manifest";
    return printable(fmt::format("{} {} ({}), formats {}{}{}", manifest->name, manifest->version, manifest->license,
                                 fmt::join(manifest->formats, ", "), manifest->extensions.empty() ? "" : ", files ",
                                 fmt::join(manifest->extensions, " ")));
}

// Appends a text that is broken at spaces where it is too long. A word that is longer, such as a path, stays whole, so
// that it can be copied.
void append_broken(std::string_view text, std::size_t indent, std::size_t width, std::string& into) {
    while (!text.empty()) {
        std::size_t size = text.size();
        if (indent + size > width) {
            size = text.rfind(' ', width - std::min(indent, width));
            if (size == std::string_view::npos || size == 0) size = std::min(text.find(' '), text.size());
        }
        into += fmt::format("{:{}}{}\n", "", indent, text.substr(0, size));
        text.remove_prefix(std::min(size + 1, text.size()));
    }
}

void put_text(rapidjson::PrettyWriter<rapidjson::StringBuffer>& writer, const char* name, std::string_view value) {
    writer.Key(name);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

} // namespace

std::string searched_text(const Registry& registry, std::span<const PluginFolder> folders, std::size_t width) {
    std::string text = "\nPlugins are looked for here, in this order:\n";
    const auto& searched = registry.searched();
    for (std::size_t i = 0; i < std::min(searched.size(), folders.size()); ++i) {
        const auto& [folder, exists, candidates] = searched[i];
        text += fmt::format("\n{}\n", printable(folder.string()));
        const std::string_view none = !exists ? ": no such folder" : candidates.empty() ? ": no plugins" : "";
        text += fmt::format("  ({}{})\n", name_of(folders[i].from), none);
        for (const auto& candidate : candidates) {
            text += fmt::format("  {}: {}\n", printable(candidate.file.filename().string()), name_of(candidate.state));
            append_broken(told_of(candidate), 4, width, text);
        }
    }
    return text;
}

void searched_json(rapidjson::PrettyWriter<rapidjson::StringBuffer>& writer, const Registry& registry,
                   std::span<const PluginFolder> folders) {
    const auto& searched = registry.searched();
    writer.StartArray();
    for (std::size_t i = 0; i < std::min(searched.size(), folders.size()); ++i) {
        writer.StartObject();
        put_text(writer, "folder", searched[i].folder.string());
        put_text(writer, "from", name_of(folders[i].from));
        writer.Key("exists");
        writer.Bool(searched[i].exists);
        writer.Key("plugins");
        writer.StartArray();
        for (const auto& candidate : searched[i].candidates) {
            writer.StartObject();
            put_text(writer, "file", candidate.file.string());
            put_text(writer, "state", name_of(candidate.state));
            if (candidate.reason) put_text(writer, "reason", candidate.reason->message);
            if (candidate.manifest) {
                put_text(writer, "name", candidate.manifest->name);
                put_text(writer, "version", candidate.manifest->version);
                put_text(writer, "license", candidate.manifest->license);
            }
            writer.EndObject();
        }
        writer.EndArray();
        writer.EndObject();
    }
    writer.EndArray();
}

} // namespace annexkit::cli
