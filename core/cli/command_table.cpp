// SPDX-License-Identifier: Apache-2.0
#include "command_table.hpp"

#include <annexkit/publish.hpp>
#include <annexkit/report.hpp>

#include <algorithm>
#include <set>

namespace annexkit::cli {
namespace {

// The words of "LEVEL:{note,warning}"; none where any text may stand.
std::vector<std::string> words_in_braces(std::string_view type) {
    const auto begin = type.find(":{");
    const auto end = type.rfind('}');
    if (begin == std::string_view::npos || end == std::string_view::npos) return {};
    return CLI::detail::split(std::string(type.substr(begin + 2, end - begin - 2)), ',');
}

template <class Forms> std::vector<std::string> form_names_of(const Forms& forms) {
    std::vector<std::string> names;
    for (const auto& form : forms) names.emplace_back(form.name);
    return names;
}

// Types have the same name wherever they mean the same.
Takes takes_by(std::string_view type, bool is_argument) {
    if (type == "FORMAT") return Takes::formats;
    if (type == "RULE" || type == "RULES" || type == "RULE=LEVEL") return Takes::rules;
    if (type == "NAME|FILE") return Takes::declarations;
    if (type == "DIR") return Takes::folders;
    if (type == "FILE" || type == "MANIFEST" || type == "OLD NEW") return Takes::files;
    return is_argument ? Takes::files : Takes::text;
}

// In the order of the command's options, not of the set.
std::vector<std::string> names_among(const CLI::App& command, const std::set<CLI::Option*>& some) {
    std::vector<std::string> names;
    for (const auto* option : command.get_options())
        if (std::find(some.begin(), some.end(), option) != some.end()) names.push_back(option->get_name());
    return names;
}

OptionEntry option_entry(const CLI::Option& option, const CLI::App& command) {
    OptionEntry entry;
    entry.needs = names_among(command, option.get_needs());
    entry.excludes = names_among(command, option.get_excludes());
    const bool is_argument = !option.nonpositional();
    for (const auto& name : option.get_snames()) entry.names.push_back("-" + name);
    for (const auto& name : option.get_lnames()) entry.names.push_back("--" + name);
    entry.help = option.get_description();
    entry.group = option.get_group();
    entry.repeats = is_argument && option.get_expected_max() > 1;
    if (option.get_items_expected_max() == 0) return entry;
    const std::string type = option.get_type_name();
    const std::string name = type.substr(0, type.find(':'));
    entry.value = is_argument ? option.get_name(true) : name;
    entry.fallback = option.get_default_str();
    entry.words = words_in_braces(type);
    if (type == "FORM[=FILE]") entry.words = form_names_of(report_forms());
    if (type == "FORM") entry.words = form_names_of(schema_forms());
    entry.takes = entry.words.empty() ? takes_by(name, is_argument) : Takes::words;
    return entry;
}

// The help's "Usage: [OPTIONS] inputs...", without the word before it.
std::string synopsis_of(const CLI::App& command) {
    std::string usage = CLI::Formatter().make_usage(&command, "");
    usage.erase(0, usage.find('['));
    CLI::detail::rtrim(usage);
    return usage;
}

CommandEntry command_entry(const CLI::App& command, std::vector<std::string> words) {
    CommandEntry entry;
    entry.words = std::move(words);
    entry.help = command.get_description();
    entry.footer = command.get_footer();
    entry.synopsis = synopsis_of(command);
    for (const auto* option : command.get_options()) {
        if (option->get_group().empty()) continue;
        auto& list = option->nonpositional() ? entry.options : entry.arguments;
        list.push_back(option_entry(*option, command));
    }
    for (const auto* inner : command.get_subcommands({})) {
        auto inner_words = entry.words;
        inner_words.push_back(inner->get_name());
        entry.commands.push_back(command_entry(*inner, std::move(inner_words)));
    }
    return entry;
}

} // namespace

CommandEntry entry_of(const CLI::App& program) { return command_entry(program, {}); }

} // namespace annexkit::cli
