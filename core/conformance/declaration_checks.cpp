// SPDX-License-Identifier: Apache-2.0
// What a format declares about itself.
#include "checks.hpp"

#include <algorithm>
#include <set>

namespace conformance {
namespace {

namespace sdk = annexkit::sdk;

bool is_made_of(std::string_view text, std::string_view letters) {
    return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

constexpr std::string_view id_letters = "abcdefghijklmnopqrstuvwxyz0123456789-";

// The names in braces of a sentence, or nothing when the braces do not match.
std::optional<std::set<std::string>> names_in(std::string_view sentence) {
    std::set<std::string> names;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const char byte = sentence[at];
        if (byte != '{' && byte != '}') continue;
        if (sentence.substr(at + 1).starts_with(byte)) {
            ++at;
            continue;
        }
        const std::size_t end = sentence.find('}', at);
        if (byte == '}' || end == std::string_view::npos) return std::nullopt;
        names.emplace(sentence.substr(at + 1, end - at - 1));
        at = end;
    }
    return names;
}

void check_rule(const annexkit_rule& rule, Faults& faults) {
    const std::string id(sdk::view(rule.id));
    const auto fault = [&](const std::string& what) { faults.add("rule " + id + " " + what); };
    // A plugin's formats may share their rules, under the id of one of them.
    const auto point = id.find('.');
    if (point == std::string::npos || !is_made_of(id.substr(0, point), id_letters) ||
        !is_made_of(id.substr(point + 1), id_letters))
        fault("is not named FORMAT.WORDS");
    if (id.starts_with("plugin.")) fault("takes a name of the host's");
    if (rule.severity < ANNEXKIT_NOTE || rule.severity > ANNEXKIT_ERROR) fault("has no severity");
    if (rule.summary.size == 0 || rule.message_en.size == 0 || rule.message_fr.size == 0) fault("lacks a sentence");
    if ((rule.hint_en.size == 0) != (rule.hint_fr.size == 0)) fault("has a hint in one language alone");
    for (const auto& text : {rule.message_en, rule.hint_en, rule.message_fr, rule.hint_fr, rule.summary})
        if (!names_in(sdk::view(text))) fault("has braces that do not match");
}

void check_option(const annexkit_option& option, std::set<std::string_view>& names, Faults& faults) {
    const std::string name(sdk::view(option.name));
    const auto fault = [&](const std::string& what) { faults.add("option " + name + " " + what); };
    if (!is_made_of(name, id_letters)) fault("has a name that cannot be typed");
    if (!names.insert(sdk::view(option.name)).second) fault("is declared twice");
    if (option.help.size == 0) fault("has no help");
    if (option.kind < ANNEXKIT_OPTION_TEXT || option.kind > ANNEXKIT_OPTION_CHOICE) fault("has no kind");
    const std::string choices = "," + std::string(sdk::view(option.choices)) + ",";
    const std::string fallback(sdk::view(option.fallback));
    if ((option.kind == ANNEXKIT_OPTION_CHOICE) != (option.choices.size > 0))
        fault("has choices, but is no choice, or none");
    if (option.kind == ANNEXKIT_OPTION_CHOICE && choices.find("," + fallback + ",") == std::string::npos)
        fault("has a default that is no choice");
    if (option.kind == ANNEXKIT_OPTION_BOOLEAN && fallback != "true" && fallback != "false")
        fault("has a default that is neither true nor false");
    if (option.kind == ANNEXKIT_OPTION_INTEGER && !is_made_of(fallback, "-0123456789"))
        fault("has a default that is no whole number");
}

} // namespace

void declares_itself(const Subject& subject, Faults& faults) {
    const annexkit_format& format = subject.format;
    if (!is_made_of(sdk::view(format.id), id_letters))
        faults.add("its id is not lower case letters, digits and hyphens");
    if (format.version.size == 0) faults.add("it has no version");
    if (format.description.size == 0) faults.add("it has no description");
    for (const auto& extension : std::span(format.extensions, format.extension_count))
        if (!sdk::view(extension).starts_with('.') || extension.size < 2)
            faults.add("an extension starts with no point");
    for (const auto& type : std::span(format.media_types, format.media_type_count))
        if (sdk::view(type).find('/') == std::string_view::npos) faults.add("a media type has no slash");
    if (format.guess_encoding != 0 && format.guess_encoding != 1) faults.add("guess_encoding is neither 0 nor 1");
}

void declares_whole_tables(const Subject& subject, Faults& faults) {
    const annexkit_format& format = subject.format;
    if (format.struct_size < offsetof(annexkit_format, flags)) faults.add("the table of the format is too small");
    if (format.importer == nullptr && format.exporter == nullptr) faults.add("it can neither be read nor written");
    if (const auto* importer = format.importer; importer != nullptr) {
        if (importer->struct_size < offsetof(annexkit_importer, setting))
            faults.add("the table of the importer is too small");
        if (importer->open == nullptr || importer->parse == nullptr || importer->close == nullptr)
            faults.add("the importer lacks open, parse or close");
    }
    if (const auto* exporter = format.exporter; exporter != nullptr) {
        if (exporter->struct_size < sizeof *exporter) faults.add("the table of the exporter is too small");
        if (exporter->open == nullptr || exporter->begin == nullptr || exporter->write == nullptr ||
            exporter->separator == nullptr || exporter->end == nullptr || exporter->close == nullptr)
            faults.add("the exporter lacks one of its functions");
    }
    if (format.importer == nullptr && format.import_option_count > 0) faults.add("options, but no importer");
    if (format.exporter == nullptr && format.export_option_count > 0) faults.add("options, but no exporter");
}

void declares_rules(const Subject& subject, Faults& faults) {
    std::set<std::string_view> ids;
    for (const auto& rule : std::span(subject.format.rules, subject.format.rule_count)) {
        if (!ids.insert(sdk::view(rule.id)).second)
            faults.add("rule " + std::string(sdk::view(rule.id)) + " is declared twice");
        check_rule(rule, faults);
    }
}

void declares_options(const Subject& subject, Faults& faults) {
    const annexkit_format& format = subject.format;
    std::set<std::string_view> names;
    for (const auto& option : std::span(format.import_options, format.import_option_count))
        check_option(option, names, faults);
    names.clear();
    for (const auto& option : std::span(format.export_options, format.export_option_count))
        check_option(option, names, faults);
}

void promises_what_it_can_keep(const Subject& subject, Faults& faults) {
    const annexkit_format& format = subject.format;
    const std::uint64_t flags = drive::flags_of(format);
    constexpr std::uint64_t known = ANNEXKIT_FORMAT_JOINS | ANNEXKIT_FORMAT_READS_ORIGINAL;
    if ((flags & ~known) != 0) faults.add("it promises what the contract does not know");
    if ((flags & ANNEXKIT_FORMAT_READS_ORIGINAL) != 0 && format.importer == nullptr)
        faults.add("it promises how it reads, and reads nothing");
    if ((flags & ANNEXKIT_FORMAT_JOINS) != 0 && (format.exporter == nullptr || format.exporter->in_order != 0))
        faults.add("it promises outputs that can be joined, and writes in order or not at all");
}

} // namespace conformance
