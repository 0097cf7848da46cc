// SPDX-License-Identifier: Apache-2.0
#include "completions.hpp"

#include <string>
#include <string_view>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

std::string option_names(const CommandEntry& command) {
    std::string names;
    for (const auto& option : command.options)
        names += fmt::format("{}{}", names.empty() ? "" : " ", fmt::join(option.names, " "));
    return names;
}

constexpr std::string_view bash_head = R"script(# bash completion for annexkit, written by annexkit completions bash

# Offers what compgen finds: the words given, files, or what annexkit lists.
_annexkit_add() {
    local found
    found=$(compgen "$@" -- "$cur") || return 0
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY <<<"$found"
}
_annexkit_words() { _annexkit_add -W "$1"; }
_annexkit_listed() { _annexkit_words "$("${COMP_WORDS[0]}" "$1" --format ids 2>/dev/null)"; }
_annexkit_files() {
    compopt -o filenames 2>/dev/null || :
    _annexkit_add "$1"
}

_annexkit() {
    local cur=${COMP_WORDS[COMP_CWORD]} at=$((COMP_CWORD - 1)) command='' option word
    COMPREPLY=()
    # bash takes --option=value for three words.
    if [ "$cur" = = ]; then cur=''; elif [ "${COMP_WORDS[at]}" = = ]; then at=$((at - 1)); fi
    option=${COMP_WORDS[at]}
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$command $word" in
)script";

constexpr std::string_view bash_tail = R"(    esac
}

complete -F _annexkit annexkit
)";

std::string bash_values(const OptionEntry& option) {
    switch (option.takes) {
    case Takes::words: return fmt::format("_annexkit_words '{}'", fmt::join(option.words, " "));
    case Takes::formats:
    case Takes::rules: return fmt::format("_annexkit_listed {}", lister_of(option.takes));
    case Takes::declarations: return fmt::format("_annexkit_listed {}; _annexkit_files -f", lister_of(option.takes));
    case Takes::files: return "_annexkit_files -f";
    case Takes::folders: return "_annexkit_files -d";
    case Takes::text:
    case Takes::nothing: break;
    }
    return {};
}

// Which command a line is of.
std::string command_cases(const CommandEntry& program) {
    std::string text;
    each_command(program, [&](const CommandEntry& command) {
        const std::vector<std::string> outer(command.words.begin(), command.words.end() - 1);
        text += fmt::format("            '{} {}') command='{}' ;;\n", fmt::join(outer, " "), command.words.back(),
                            fmt::join(command.words, " "));
    });
    return text;
}

// What an option takes.
std::string value_cases(const CommandEntry& program) {
    std::string text;
    each_command(program, [&](const CommandEntry& command) {
        for (const auto& option : command.options) {
            if (option.takes == Takes::nothing) continue;
            std::string pattern;
            for (const auto& name : option.names)
                pattern += fmt::format("{}'{} {}'", pattern.empty() ? "" : "|", fmt::join(command.words, " "), name);
            const std::string values = bash_values(option);
            text += fmt::format("        {}) {}{}return ;;\n", pattern, values, values.empty() ? "" : "; ");
        }
    });
    return text;
}

// Options, arguments and commands.
std::string word_cases(const CommandEntry& command) {
    const std::string words = fmt::format("{}", fmt::join(command.words, " "));
    std::string text = fmt::format("        '{} -'*) _annexkit_words '{}' ;;\n", words, option_names(command));
    std::string values;
    if (!command.commands.empty()) values = fmt::format("_annexkit_words '{}'", command_names(command.commands));
    if (!command.arguments.empty()) values = bash_values(command.arguments.front());
    if (!values.empty()) text += fmt::format("        '{} '*) {} ;;\n", words, values);
    return text;
}

} // namespace

std::string bash_completions(const CommandEntry& program) {
    std::string text(bash_head);
    text += command_cases(program) + "        esac\n    done\n";
    text += "    case \"$command $option\" in\n" + value_cases(program) + "    esac\n";
    text += "    case \"$command $cur\" in\n";
    // The first one that fits counts: commands of commands stand before them.
    std::string cases;
    each_command(program, [&](const CommandEntry& command) { cases.insert(0, word_cases(command)); });
    return text + cases + word_cases(program) + std::string(bash_tail);
}

} // namespace annexkit::cli
