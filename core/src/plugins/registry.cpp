// SPDX-License-Identifier: Apache-2.0
#include <annexkit/registry.hpp>

#include "findings/rule_of.hpp"
#include "messages/error.hpp"
#include "plugins/linked.hpp"
#include "plugins/loader.hpp"
#include "text/lower.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <system_error>

#include <fmt/format.h>

namespace annexkit {
namespace {

std::string own(annexkit_text text) { return std::string(sdk::view(text)); }

Error refusal(MessageId why, std::vector<Argument> arguments = {}) {
    return make_error(ErrorKind::plugin, why, std::move(arguments));
}

// What the tables began with; a plugin that knows no more of them is as good as ever.
constexpr std::size_t plugin_v1 = offsetof(annexkit_plugin, format_count) + sizeof(annexkit_plugin::format_count);
constexpr std::size_t format_v1 = offsetof(annexkit_format, exporter) + sizeof(annexkit_format::exporter);
constexpr std::size_t importer_v1 = offsetof(annexkit_importer, close) + sizeof(annexkit_importer::close);
constexpr std::size_t exporter_v1 = offsetof(annexkit_exporter, close) + sizeof(annexkit_exporter::close);

// The first thing in the table that breaks the contract, or nothing.
std::optional<Error> fault_of(const annexkit_format& format) {
    if (format.struct_size < format_v1) return refusal("plugin.small-format");
    const std::string_view id = sdk::view(format.id);
    if (id.empty() || id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string_view::npos)
        return refusal("plugin.bad-id", {{"name", std::string(id)}});
    const std::vector<Argument> named = {{"format", std::string(id)}};
    if (format.importer == nullptr && format.exporter == nullptr) return refusal("plugin.idle-format", named);
    if (const auto* importer = format.importer; importer != nullptr) {
        if (importer->struct_size < importer_v1) return refusal("plugin.small-importer");
        if (importer->open == nullptr || importer->parse == nullptr || importer->close == nullptr)
            return refusal("plugin.half-importer", named);
    }
    if (const auto* exporter = format.exporter; exporter != nullptr) {
        if (exporter->struct_size < exporter_v1) return refusal("plugin.small-exporter");
        if (exporter->open == nullptr || exporter->begin == nullptr || exporter->write == nullptr ||
            exporter->separator == nullptr || exporter->end == nullptr || exporter->close == nullptr)
            return refusal("plugin.half-exporter", named);
    }
    return std::nullopt;
}

std::optional<Error> fault_of(const annexkit_plugin& plugin) {
    if (plugin.abi != ANNEXKIT_PLUGIN_ABI)
        return refusal("plugin.other-version",
                       {{"version", fmt::format("{}", plugin.abi)}, {"own", fmt::format("{}", ANNEXKIT_PLUGIN_ABI)}});
    if (plugin.struct_size < plugin_v1) return refusal("plugin.small-table");
    if (plugin.format_count == 0 || plugin.formats == nullptr) return refusal("plugin.no-formats");
    for (std::size_t i = 0; i < plugin.format_count; ++i) {
        if (plugin.formats[i] == nullptr) return refusal("plugin.missing-format");
        if (auto fault = fault_of(*plugin.formats[i])) return fault;
    }
    return std::nullopt;
}

// The pages of a format's rules, where its plugin knows of them.
const annexkit_rule_page* pages_of(const annexkit_format& format) {
    constexpr std::size_t needed = offsetof(annexkit_format, rule_pages) + sizeof(annexkit_format::rule_pages);
    return format.struct_size >= needed ? format.rule_pages : nullptr;
}

} // namespace

struct Registry::State {
    // Declared first, so that it is destroyed last: formats point into the libraries.
    std::vector<std::shared_ptr<void>> libraries;
    std::deque<Format> formats;
    std::vector<std::filesystem::path> folders;
    std::vector<Refusal> refusals;
    RuleCatalogue rules;
};

Registry::Registry() : state_(std::make_unique<State>()) {}
Registry::~Registry() = default;
Registry::Registry(Registry&&) noexcept = default;
Registry& Registry::operator=(Registry&&) noexcept = default;

Result<void> Registry::add(const annexkit_plugin& plugin, const std::filesystem::path& file) {
    if (auto fault = fault_of(plugin)) return std::move(*fault);
    const auto formats = std::span(plugin.formats, plugin.format_count);
    for (const auto* format : formats)
        if (find(sdk::view(format->id)) != nullptr)
            return refusal("plugin.format-taken", {{"format", own(format->id)}});
    for (const auto* format : formats) {
        const annexkit_rule_page* pages = pages_of(*format);
        for (std::size_t i = 0; i < format->rule_count; ++i) {
            const annexkit_rule& rule = format->rules[i];
            // Two formats of one plugin may share their rules.
            const Rule* known = state_->rules.find(sdk::view(rule.id));
            if (known == nullptr) {
                if (auto added = state_->rules.add(rule_of(rule, pages == nullptr ? nullptr : pages + i)); !added)
                    return added.error();
            } else if (known->formats.empty()) {
                continue; // the core's own stays so
            }
            state_->rules.share(sdk::view(rule.id), own(format->id));
        }
        state_->formats.push_back({format, own(plugin.name), own(plugin.version), own(plugin.license), file});
    }
    return {};
}

void Registry::add_linked() {
    for (const auto entry : linked_plugins()) {
        const annexkit_plugin& plugin = *entry();
        if (auto added = add(plugin); !added)
            state_->refusals.push_back({own(plugin.name) + " (linked in)", added.error()});
    }
}

Result<void> Registry::load(const std::filesystem::path& file) {
    auto loaded = load_plugin(file);
    if (!loaded) return loaded.error();
    state_->libraries.push_back(loaded->library);
    if (loaded->table == nullptr) return refusal("plugin.entry-empty");
    return add(*loaded->table, file);
}

void Registry::load_folders(std::span<const std::filesystem::path> folders) {
    for (const auto& folder : folders) {
        state_->folders.push_back(folder);
        std::error_code error;
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
            const std::string name = entry.path().filename().string();
            if (name.starts_with("annexkit_") && name.ends_with(".so")) files.push_back(entry.path());
        }
        if (error && error != std::errc::no_such_file_or_directory)
            state_->refusals.push_back({folder, {ErrorKind::plugin, error.message(), {}, {}}});
        // The order of a folder is chance; by name it is the same everywhere.
        std::sort(files.begin(), files.end());
        for (const auto& file : files)
            if (auto loaded = load(file); !loaded) state_->refusals.push_back({file, loaded.error()});
    }
}

const Format* Registry::find(std::string_view id) const {
    const auto found = std::find_if(state_->formats.begin(), state_->formats.end(),
                                    [&](const Format& format) { return format.id() == id; });
    return found == state_->formats.end() ? nullptr : &*found;
}

const Format* Registry::for_file(const std::filesystem::path& file) const {
    const std::string extension = lower(file.extension().string());
    if (extension.empty()) return nullptr;
    for (const auto& format : state_->formats)
        for (const auto& known : std::span(format.table->extensions, format.table->extension_count))
            if (extension == sdk::view(known)) return &format;
    return nullptr;
}

const std::deque<Format>& Registry::formats() const { return state_->formats; }
const std::vector<std::filesystem::path>& Registry::folders() const { return state_->folders; }
const std::vector<Refusal>& Registry::refusals() const { return state_->refusals; }
const RuleCatalogue& Registry::rules() const { return state_->rules; }
Result<void> Registry::select(const RuleSelection& selection) { return state_->rules.select(selection); }

std::string Registry::known_and_searched(Language language) const {
    const bool french = language == Language::french;
    std::string known;
    for (const auto& format : state_->formats) known += (known.empty() ? "" : ", ") + std::string(format.id());
    const std::string none = french ? "aucun" : "none";
    std::string text = (french ? "connus\u00A0: " : "known: ") + (known.empty() ? none : known);
    std::string searched;
    for (const auto& folder : state_->folders) searched += (searched.empty() ? "" : ", ") + folder.string();
    if (!searched.empty()) text += (french ? " (cherchés dans " : " (searched ") + searched + ")";
    for (const auto& refusal : state_->refusals)
        text += fmt::format(french ? fmt::runtime("\u202F; {} a été refusé\u00A0: {}")
                                   : fmt::runtime("; {} was refused: {}"),
                            refusal.file.string(), refusal.reason.in(language).message);
    return text;
}

std::vector<std::filesystem::path> plugin_folders(const std::vector<std::filesystem::path>& first,
                                                  const std::filesystem::path& installed) {
    std::vector<std::filesystem::path> folders = first;
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value == nullptr ? "" : value);
    };
    std::string path = variable("ANNEXKIT_PLUGIN_PATH");
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t to = std::min(path.find(':', from), path.size());
        const std::filesystem::path folder = path.substr(from, to - from);
        if (folder.is_absolute()) folders.push_back(folder);
        from = to + 1;
    }
    const std::filesystem::path data = variable("XDG_DATA_HOME");
    const std::filesystem::path home = variable("HOME");
    if (data.is_absolute()) {
        folders.push_back(data / "annexkit" / "plugins");
    } else if (home.is_absolute()) {
        folders.push_back(home / ".local" / "share" / "annexkit" / "plugins");
    }
    if (!installed.empty()) folders.push_back(installed);
    return folders;
}

} // namespace annexkit
