// SPDX-License-Identifier: Apache-2.0
#include <annexkit/registry.hpp>

#include "findings/rule_of.hpp"
#include "isolation/isolated_plugin.hpp"
#include "messages/error.hpp"
#include "plugins/contract.hpp"
#include "plugins/linked.hpp"
#include "plugins/loader.hpp"
#include "plugins/manifest.hpp"
#include "plugins/safety.hpp"
#include "text/lower.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <optional>
#include <set>
#include <system_error>

#include <fmt/format.h>

namespace annexkit {
namespace {

std::string own(annexkit_text text) { return std::string(sdk::view(text)); }

// The pages of a format's rules, where its plugin knows of them.
const annexkit_rule_page* pages_of(const annexkit_format& format) {
    return sdk::has(format, &annexkit_format::rule_pages) ? format.rule_pages : nullptr;
}

// The libraries of a folder, and those of which it has the manifest alone. The order of a folder is chance; by name it
// is the same everywhere.
std::set<std::filesystem::path> libraries_of(const std::filesystem::path& folder, std::error_code& error) {
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const auto& path = entry.path();
        const bool is_ours = path.filename().string().starts_with("annexkit_");
        if (is_ours && (path.extension() == ".so" || path.extension() == ".toml"))
            files.insert(std::filesystem::path(path).replace_extension(".so"));
    }
    return files;
}

bool contains(const std::vector<std::string>& texts, std::string_view text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// Whether a plugin says that it is for what is wanted.
bool serves(const PluginManifest& manifest, const Wanted& wanted) {
    if (!wanted.format.empty()) return contains(manifest.formats, wanted.format);
    const std::string extension = lower(wanted.file.extension().string());
    if (!extension.empty() && contains(manifest.extensions, extension)) return true;
    return std::any_of(manifest.magic.begin(), manifest.magic.end(),
                       [&](const std::string& magic) { return wanted.beginning.starts_with(magic); });
}

/// Formats of a plugin that others have brought already.
class TakenFormats {
  public:
    void add(const Format& first) {
        ++count_;
        const auto tell = [&](std::string& of, std::string_view words) {
            of += fmt::format(fmt::runtime(words), of.empty() ? "" : ", ", first.id(), first.plugin);
        };
        tell(english_, "{}{} (of plugin {})");
        tell(french_, "{}{} (du module {})");
    }
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] Error error() const {
        return make_error(ErrorKind::plugin, "plugin.format-taken", {{"formats", english_}, {"formats_fr", french_}});
    }

  private:
    std::size_t count_ = 0;
    std::string english_;
    std::string french_;
};

} // namespace

struct Registry::State {
    PluginTrust trust;
    // Declared first, so that it is destroyed last: formats point into the libraries.
    std::vector<std::shared_ptr<void>> libraries;
    std::deque<Format> formats;
    std::vector<std::filesystem::path> folders;
    std::vector<SearchedFolder> searched;
    std::vector<Refusal> refusals;
    std::vector<Refusal> admitted;
    RuleCatalogue rules;
};

Registry::Registry() : state_(std::make_unique<State>()) {}
Registry::Registry(const PluginTrust& trust) : Registry() { state_->trust = trust; }
void Registry::set_trust(const PluginTrust& trust) { state_->trust = trust; }
Registry::~Registry() = default;
Registry::Registry(Registry&&) noexcept = default;
Registry& Registry::operator=(Registry&&) noexcept = default;

Result<void> Registry::add(const annexkit_plugin& plugin, const std::filesystem::path& file) {
    if (auto fault = fault_of(plugin)) return std::move(*fault);
    TakenFormats taken;
    for (const auto* format : std::span(plugin.formats, plugin.format_count)) {
        if (const Format* first = find(sdk::view(format->id))) {
            taken.add(*first);
            continue;
        }
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
    if (taken.count() == plugin.format_count) return taken.error();
    if (taken.count() > 0)
        state_->refusals.push_back({file.empty() ? std::filesystem::path(own(plugin.name)) : file, taken.error()});
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
    PluginCandidate candidate;
    candidate.file = file;
    auto loaded = load(candidate);
    if (loaded && candidate.state == PluginCandidate::State::missing)
        return make_error(ErrorKind::plugin, "plugin.unloadable", {}, ENOENT);
    return loaded;
}

Result<void> Registry::load(PluginCandidate& candidate) {
    std::error_code error;
    if (const auto manifest = manifest_of(candidate.file); std::filesystem::is_regular_file(manifest, error)) {
        auto read = read_manifest(manifest);
        if (!read) return read.error();
        candidate.manifest = std::move(*read);
        // Code for another host is not even loaded.
        if (candidate.manifest->abi != ANNEXKIT_PLUGIN_ABI) return other_version(candidate.manifest->abi);
    }
    if (candidate.manifest && !std::filesystem::exists(candidate.file, error)) return {};
    std::filesystem::path real;
    const auto risk = risk_of(candidate.file, real);
    if (risk && state_->trust.unsafe == UnsafePlugins::refuse) return *risk;
    const auto& isolation = state_->trust.isolation;
    auto loaded = isolation ? isolate_plugin(real, *isolation) : load_plugin(real);
    if (!loaded) return loaded.error();
    state_->libraries.push_back(loaded->library);
    if (loaded->table == nullptr) return make_error(ErrorKind::plugin, "plugin.entry-empty");
    if (auto fault = fault_of(*loaded->table)) return std::move(*fault);
    if (candidate.manifest)
        if (auto differs = difference(*candidate.manifest, *loaded->table)) return std::move(*differs);
    const std::size_t refused_before = state_->refusals.size();
    if (auto added = add(*loaded->table, candidate.file); !added) return added;
    if (state_->refusals.size() > refused_before) candidate.reason = state_->refusals.back().reason;
    if (risk) state_->admitted.push_back({candidate.file, *risk});
    candidate.state = PluginCandidate::State::loaded;
    return {};
}

void Registry::load_folders(std::span<const std::filesystem::path> folders) {
    for (const auto& folder : folders) {
        state_->folders.push_back(folder);
        std::error_code error;
        SearchedFolder searched{folder, std::filesystem::exists(folder, error), {}};
        for (const auto& file : libraries_of(folder, error)) {
            PluginCandidate candidate;
            candidate.file = file;
            if (auto loaded = load(candidate); !loaded) {
                candidate.state = PluginCandidate::State::refused;
                candidate.reason = loaded.error();
                state_->refusals.push_back({file, loaded.error()});
            }
            searched.candidates.push_back(std::move(candidate));
        }
        if (error && error != std::errc::no_such_file_or_directory)
            state_->refusals.push_back(
                {folder, make_error(ErrorKind::plugin, "plugin.folder-unreadable", {}, error.value())});
        state_->searched.push_back(std::move(searched));
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
const std::vector<SearchedFolder>& Registry::searched() const { return state_->searched; }
const std::vector<Refusal>& Registry::refusals() const { return state_->refusals; }
const std::vector<Refusal>& Registry::admitted() const { return state_->admitted; }
const RuleCatalogue& Registry::rules() const { return state_->rules; }
Result<void> Registry::select(const RuleSelection& selection) { return state_->rules.select(selection); }

const PluginCandidate* Registry::absent(const Wanted& wanted) const {
    for (const auto& folder : state_->searched)
        for (const auto& candidate : folder.candidates) {
            const bool is_absent = candidate.state != PluginCandidate::State::loaded && candidate.manifest;
            if (is_absent && serves(*candidate.manifest, wanted)) return &candidate;
        }
    return nullptr;
}

std::string Registry::known_and_searched(Language language, const std::filesystem::path& told) const {
    const bool french = language == Language::french;
    std::string known;
    for (const auto& format : state_->formats) known += (known.empty() ? "" : ", ") + std::string(format.id());
    const std::string none = french ? "aucun" : "none";
    std::string text = (french ? "connus\u00A0: " : "known: ") + (known.empty() ? none : known);
    std::string searched;
    for (const auto& folder : state_->folders) searched += (searched.empty() ? "" : ", ") + folder.string();
    if (!searched.empty()) text += (french ? " (cherchés dans " : " (searched ") + searched + ")";
    constexpr std::size_t most = 3;
    std::size_t count = 0;
    for (const auto& refusal : state_->refusals)
        if (refusal.file != told && ++count <= most)
            text += fmt::format(french ? fmt::runtime("\u202F; {} a été refusé\u00A0: {}")
                                       : fmt::runtime("; {} was refused: {}"),
                                refusal.file.string(), refusal.reason.in(language).message);
    if (count > most)
        text += fmt::format(french ? fmt::runtime("\u202F; et {} de plus\u00A0: annexkit formats --verbose")
                                   : fmt::runtime("; and {} more: annexkit formats --verbose"),
                            count - most);
    return text;
}

} // namespace annexkit
