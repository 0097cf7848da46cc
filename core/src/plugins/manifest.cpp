// SPDX-License-Identifier: Apache-2.0
#include "plugins/manifest.hpp"

#include "messages/error.hpp"
#include "plugins/contract.hpp"
#include "text/toml_file.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace annexkit {
namespace {

/// What a value should be, in both languages.
struct KeyWish {
    std::string_view english;
    std::string_view french;
};
constexpr KeyWish text_wish = {"a text in quotes", "un texte entre guillemets"};
constexpr KeyWish number_wish = {"a whole number", "un nombre entier"};
constexpr KeyWish ids_wish = {"a list of ids of formats, such as [\"csv\"]",
                              "une liste d'identifiants de formats, comme [\"csv\"]"};
constexpr KeyWish extensions_wish = {"a list of ends of names, such as [\".csv\"]",
                                     "une liste de fins de noms, comme [\".csv\"]"};
constexpr KeyWish media_types_wish = {"a list of media types, such as [\"text/csv\"]",
                                      "une liste de types de médias, comme [\"text/csv\"]"};
constexpr KeyWish magic_wish = {"a list of bytes that files begin with, in hexadecimal, such as [\"504b0304\"]",
                                "une liste d'octets par lesquels commencent les fichiers, en hexadécimal, comme "
                                "[\"504b0304\"]"};

constexpr std::array known_keys = {"name",    "version",    "license",     "abi",
                                   "formats", "extensions", "media-types", "magic"};

bool is_extension(std::string_view text) {
    return text.size() > 1 && text.front() == '.' && text.find('/') == text.npos;
}
bool is_media_type(std::string_view text) {
    return text.find('/') != std::string_view::npos && text.find(' ') == std::string_view::npos;
}
bool is_hexadecimal(std::string_view text) {
    return !text.empty() && text.size() % 2 == 0 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string bytes_of(std::string_view hexadecimal) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hexadecimal.size(); i += 2)
        bytes += static_cast<char>(16 * digit(hexadecimal[i]) + digit(hexadecimal[i + 1]));
    return bytes;
}

/// One manifest as it is read. The first fault is kept, and what is read behind it is nobody's concern.
class Reader {
  public:
    Reader(const std::filesystem::path& file, const toml::table& table) : file_(file), table_(table) {}

    void refuse_unknown_keys() {
        for (const auto& [key, node] : table_)
            if (std::find(known_keys.begin(), known_keys.end(), key.str()) == known_keys.end())
                fail(&node, "plugin.manifest-key",
                     {{"name", std::string(key.str())}, {"known", fmt::format("{}", fmt::join(known_keys, ", "))}});
    }

    std::string text(const char* key) {
        const auto* value = required(key);
        if (value != nullptr && value->is_string() && !value->as_string()->get().empty())
            return value->as_string()->get();
        if (value != nullptr) refuse(*value, key, text_wish);
        return {};
    }

    std::uint32_t number(const char* key) {
        const auto* value = required(key);
        if (value == nullptr) return 0;
        const std::int64_t number = value->is_integer() ? value->as_integer()->get() : -1;
        if (number >= 0 && number <= std::numeric_limits<std::uint32_t>::max())
            return static_cast<std::uint32_t>(number);
        refuse(*value, key, number_wish);
        return 0;
    }

    /// A list of which each item passes; without the key it is empty.
    std::vector<std::string> list(const char* key, bool (*passes)(std::string_view), const KeyWish& wish) {
        std::vector<std::string> items;
        const auto* value = table_.get(key);
        if (value == nullptr) return items;
        if (!value->is_array()) refuse(*value, key, wish);
        for (std::size_t i = 0; value->is_array() && i < value->as_array()->size(); ++i) {
            const toml::node& item = *value->as_array()->get(i);
            if (!item.is_string() || !passes(item.as_string()->get())) {
                refuse(item, key, wish);
                break;
            }
            items.push_back(item.as_string()->get());
        }
        return items;
    }

    void lack(const char* key) { fail(nullptr, "plugin.manifest-lacks", {{"option", key}}); }
    void fail(const toml::node* where, MessageId what, std::vector<Argument> arguments) {
        if (!fault_) fault_ = fault(file_, where == nullptr ? toml::source_region{} : where->source(), what, arguments);
    }
    [[nodiscard]] std::optional<Error>& fault() { return fault_; }

    static Error fault(const std::filesystem::path& file, const toml::source_region& where, MessageId what,
                       std::vector<Argument> arguments) {
        const auto place = [&](const char* line, const char* column) {
            return where.begin ? fmt::format(", {} {}, {} {}", line, where.begin.line, column, where.begin.column)
                               : std::string();
        };
        arguments.push_back({"file", file.filename().string()});
        arguments.push_back({"place", place("line", "column")});
        arguments.push_back({"place_fr", place("ligne", "colonne")});
        return make_error(ErrorKind::plugin, what, std::move(arguments));
    }

  private:
    const toml::node* required(const char* key) {
        const auto* value = table_.get(key);
        if (value == nullptr) lack(key);
        return value;
    }
    void refuse(const toml::node& where, const char* key, const KeyWish& wish) {
        fail(&where, "plugin.manifest-shape",
             {{"option", key}, {"wanted", std::string(wish.english)}, {"wanted_fr", std::string(wish.french)}});
    }

    const std::filesystem::path& file_;
    const toml::table& table_;
    std::optional<Error> fault_;
};

using Texts = std::set<std::string, std::less<>>;

std::string listed(const Texts& texts) { return texts.empty() ? "-" : fmt::format("{}", fmt::join(texts, ", ")); }

// What all formats of a plugin have of some list, as a manifest sums it up.
Texts gathered(const annexkit_plugin& plugin, const annexkit_text* const annexkit_format::*list,
               std::size_t annexkit_format::*count) {
    Texts texts;
    for (const auto* format : std::span(plugin.formats, plugin.format_count))
        for (const auto& text : std::span(format->*list, format->*count)) texts.emplace(sdk::view(text));
    return texts;
}

Texts ids_of(const annexkit_plugin& plugin) {
    Texts texts;
    for (const auto* format : std::span(plugin.formats, plugin.format_count)) texts.emplace(sdk::view(format->id));
    return texts;
}

} // namespace

std::filesystem::path manifest_of(const std::filesystem::path& library) {
    return std::filesystem::path(library).replace_extension(".toml");
}

Result<PluginManifest> read_manifest(const std::filesystem::path& file) {
    toml::table table;
    try {
        auto read = read_toml(file);
        if (!read && read.error().kind == ErrorKind::usage)
            return Reader::fault(file, {}, "plugin.manifest-refused",
                                 {{"reason", read.error().message}, {"reason_fr", read.error().french.message}});
        if (!read) return read.error();
        table = std::move(*read);
    } catch (const toml::parse_error& error) {
        // The parser speaks English alone.
        const std::string why(error.description());
        return Reader::fault(file, error.source(), "plugin.manifest-malformed", {{"reason", why}, {"reason_fr", why}});
    }
    Reader reader(file, table);
    PluginManifest manifest;
    manifest.abi = reader.number("abi");
    // What a later version of the contract has in its manifests, this one does not know: that is told, and nothing
    // else.
    const bool is_newer = manifest.abi > ANNEXKIT_PLUGIN_ABI;
    if (!is_newer) reader.refuse_unknown_keys();
    manifest.name = reader.text("name");
    manifest.version = reader.text("version");
    manifest.license = reader.text("license");
    manifest.formats = reader.list("formats", is_format_id, ids_wish);
    manifest.extensions = reader.list("extensions", is_extension, extensions_wish);
    manifest.media_types = reader.list("media-types", is_media_type, media_types_wish);
    for (const auto& bytes : reader.list("magic", is_hexadecimal, magic_wish))
        manifest.magic.push_back(bytes_of(bytes));
    if (manifest.formats.empty()) reader.lack("formats");
    if (is_newer && manifest.name.empty()) manifest.name = file.stem().string();
    if (reader.fault() && !is_newer) return std::move(*reader.fault());
    return manifest;
}

std::optional<Error> difference(const PluginManifest& manifest, const annexkit_plugin& plugin) {
    const auto set_of = [](const std::vector<std::string>& texts) { return Texts(texts.begin(), texts.end()); };
    struct Row {
        const char* key;
        std::string said;
        std::string is;
    };
    const Row rows[] = {
        {"name", manifest.name, std::string(sdk::view(plugin.name))},
        {"version", manifest.version, std::string(sdk::view(plugin.version))},
        {"license", manifest.license, std::string(sdk::view(plugin.license))},
        {"formats", listed(set_of(manifest.formats)), listed(ids_of(plugin))},
        {"extensions", listed(set_of(manifest.extensions)),
         listed(gathered(plugin, &annexkit_format::extensions, &annexkit_format::extension_count))},
        {"media-types", listed(set_of(manifest.media_types)),
         listed(gathered(plugin, &annexkit_format::media_types, &annexkit_format::media_type_count))},
    };
    for (const auto& [key, said, is] : rows)
        if (said != is)
            return make_error(ErrorKind::plugin, "plugin.manifest-differs",
                              {{"option", key}, {"said", said}, {"own", is}});
    return std::nullopt;
}

} // namespace annexkit
