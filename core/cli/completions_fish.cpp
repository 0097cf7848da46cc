// SPDX-License-Identifier: Apache-2.0
#include "completions.hpp"

#include <string>
#include <string_view>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

constexpr std::string_view fish_head = R"(# fish completion for annexkit, written by annexkit completions fish
function __annexkit_listed
    set -l words (commandline -opc)
    command $words[1] $argv --format ids 2>/dev/null
end

)";

std::string fish_quoted(std::string_view text) {
    std::string result = "'";
    for (const char byte : text) {
        if (byte == '\'' || byte == '\\') result += '\\';
        result += byte;
    }
    return result + '\'';
}

std::string fish_values(const OptionEntry& option) {
    switch (option.takes) {
    case Takes::words: return fmt::format(" -x -a {}", fish_quoted(fmt::format("{}", fmt::join(option.words, " "))));
    case Takes::formats:
    case Takes::rules: return fmt::format(" -x -a '(__annexkit_listed {})'", lister_of(option.takes));
    case Takes::declarations: return fmt::format(" -r -a '(__annexkit_listed {})'", lister_of(option.takes));
    case Takes::files: return " -r -F";
    case Takes::folders: return " -x -a '(__fish_complete_directories)'";
    case Takes::text: return " -x";
    case Takes::nothing: break;
    }
    return {};
}

// When the options of a command are offered: `schema` alone before `schema export`.
std::string fish_condition(const CommandEntry& command) {
    if (command.words.empty()) return "__fish_use_subcommand";
    std::string condition = fmt::format("__fish_seen_subcommand_from {}", command.words.back());
    if (!command.commands.empty())
        condition += fmt::format("; and not __fish_seen_subcommand_from {}", command_names(command.commands));
    return condition;
}

void fish_add(const CommandEntry& command, std::string& text) {
    const std::string start = fmt::format("complete -c annexkit -n '{}'", fish_condition(command));
    for (const auto& option : command.options) {
        text += start;
        for (const auto& name : option.names)
            text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        text += fmt::format("{} -d {}\n", fish_values(option), fish_quoted(short_help(option.help)));
    }
    for (const auto& argument : command.arguments) {
        // Files are offered without being asked for.
        if (argument.takes == Takes::files) continue;
        text += start + fish_values(argument) + '\n';
    }
    for (const auto& inner : command.commands) {
        text += fmt::format("{} -f -a {} -d {}\n", start, inner.words.back(), fish_quoted(short_help(inner.help)));
        fish_add(inner, text);
    }
}

} // namespace

std::string fish_completions(const CommandEntry& program) {
    std::string text(fish_head);
    fish_add(program, text);
    return text;
}

} // namespace annexkit::cli
