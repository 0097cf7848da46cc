// SPDX-License-Identifier: Apache-2.0
#include "messages/error.hpp"

#include <annexkit/rule.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <cstring>

namespace annexkit {
namespace {

// Rendered as the sentences of findings are: one renderer serves both.
const RuleCatalogue& messages() {
    static const RuleCatalogue catalogue = [] {
        RuleCatalogue all = RuleCatalogue::empty();
        for (const auto& english : errors_en) {
            const auto& french = sdk::detail::words_of(english.id, errors_fr);
            Rule rule;
            rule.id = english.id;
            rule.english = {{std::string(english.message), std::string(english.hint)}, {}, {}};
            rule.french = {{std::string(french.message), std::string(french.hint)}, {}, {}};
            [[maybe_unused]] const auto added = all.add(std::move(rule));
            assert(added && "a message has matching braces and an id of its own");
        }
        return all;
    }();
    return catalogue;
}

// What std::strerror would say in the language of the host.
std::string description_of(int system_error) {
    const char* const known = ::strerrordesc_np(system_error);
    return known == nullptr ? "error " + std::to_string(system_error) : known;
}

struct Reason {
    int error;
    const char* french;
};
// What people meet; the system has no French where its locale is not installed.
constexpr std::array reasons = {
    Reason{ENOENT, "fichier ou dossier inexistant"},
    Reason{EACCES, "permission refusée"},
    Reason{EPERM, "opération non permise"},
    Reason{EISDIR, "c'est un dossier"},
    Reason{ENOTDIR, "ce n'est pas un dossier"},
    Reason{EEXIST, "le fichier existe"},
    Reason{ENOSPC, "plus de place sur le disque"},
    Reason{EFBIG, "fichier trop grand"},
    Reason{EROFS, "système de fichiers en lecture seule"},
    Reason{EMFILE, "trop de fichiers ouverts"},
    Reason{ENAMETOOLONG, "nom de fichier trop long"},
    Reason{ELOOP, "trop de liens symboliques"},
    Reason{EPIPE, "le lecteur n'est plus là"},
    Reason{EIO, "erreur d'entrée-sortie"},
};

} // namespace

Error make_error(ErrorKind kind, MessageId id, std::vector<Argument> arguments) {
    Finding finding;
    finding.rule = id.id();
    finding.arguments = std::move(arguments);
    Sentence english = messages().render(finding, Language::english);
    return {kind, std::move(english.message), std::move(english.hint), messages().render(finding, Language::french)};
}

Error make_error(ErrorKind kind, MessageId id, std::vector<Argument> arguments, int system_error) {
    const std::string english = description_of(system_error);
    const auto* known =
        std::find_if(reasons.begin(), reasons.end(), [&](const Reason& each) { return each.error == system_error; });
    arguments.push_back({"reason", english});
    arguments.push_back({"reason_fr", known == reasons.end() ? english : std::string(known->french)});
    return make_error(kind, id, std::move(arguments));
}

Error make_error(ErrorKind kind, MessageId id, std::vector<Argument> arguments, const Error& reason) {
    arguments.push_back({"reason", reason.message});
    arguments.push_back({"reason_fr", reason.in(Language::french).message});
    return make_error(kind, id, std::move(arguments));
}

const PluginCandidate* add_absent(std::vector<Argument>& arguments, const Registry& registry, const Wanted& wanted) {
    const PluginCandidate* absent = registry.absent(wanted);
    if (absent == nullptr) return nullptr;
    const std::vector<Argument> of = {{"plugin", absent->manifest->name}, {"file", absent->file.string()}};
    const Error told = absent->reason ? make_error(ErrorKind::plugin, "plugin.absent-refused", of, *absent->reason)
                                      : make_error(ErrorKind::plugin, "plugin.absent", of);
    arguments.push_back({"absent", told.message});
    arguments.push_back({"absent_fr", told.french.message});
    return absent;
}

void add_known(std::vector<Argument>& arguments, const Registry& registry, const Wanted& wanted) {
    const PluginCandidate* absent = add_absent(arguments, registry, wanted);
    const std::filesystem::path told = absent == nullptr ? std::filesystem::path() : absent->file;
    arguments.push_back({"known", registry.known_and_searched(Language::english, told)});
    arguments.push_back({"known_fr", registry.known_and_searched(Language::french, told)});
}

void add_known(std::vector<Argument>& arguments, const std::string& names) {
    arguments.push_back({"known", names.empty() ? "none" : names});
    arguments.push_back({"known_fr", names.empty() ? "aucun" : names});
}

} // namespace annexkit
