// SPDX-License-Identifier: Apache-2.0
#include "completions.hpp"

#include <string>
#include <string_view>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

constexpr std::string_view zsh_head = R"script(#compdef annexkit
# zsh completion for annexkit, written by annexkit completions zsh

_annexkit_listed() {
    local -a ids
    ids=(${(f)"$(_call_program ids $_annexkit_program $1 --format ids 2>/dev/null)"})
    compadd "${@:2}" -a ids
}
_annexkit_formats() { _annexkit_listed formats "$@" }
_annexkit_rules() { _annexkit_listed rules "$@" }
_annexkit_declarations() { _alternative 'ids:declaration:_annexkit_listed declarations' 'files:file:_files' }

)script";

// As a file that is loaded when it is needed, or read by itself.
constexpr std::string_view zsh_tail = R"(if [ "$funcstack[1]" = _annexkit ]; then
    _annexkit "$@"
else
    compdef _annexkit annexkit
fi
)";

// Within '...' of the shell, and as _arguments and _describe take it.
std::string zsh_quoted(std::string_view text) {
    std::string result;
    for (const char byte : text) {
        if (byte == '\'') {
            result += "'\\''";
            continue;
        }
        if (byte == '[' || byte == ']' || byte == ':' || byte == '\\') result += '\\';
        result += byte;
    }
    return result;
}

std::string zsh_values(const OptionEntry& option) {
    switch (option.takes) {
    case Takes::words: return fmt::format("({})", fmt::join(option.words, " "));
    case Takes::formats:
    case Takes::rules:
    case Takes::declarations: return fmt::format("_annexkit_{}", lister_of(option.takes));
    case Takes::files: return "_files";
    case Takes::folders: return "_files -/";
    case Takes::text:
    case Takes::nothing: break;
    }
    return " ";
}

// The name of a function for the words of a command.
std::string zsh_function(const CommandEntry& command) {
    return fmt::format("_annexkit{}{}", command.words.empty() ? "" : "_command_", fmt::join(command.words, "_"));
}

std::string zsh_arguments(const CommandEntry& command) {
    std::string text;
    for (const auto& option : command.options)
        for (const auto& name : option.names) {
            text += fmt::format(" \\\n        '*{}[{}]", name, zsh_quoted(short_help(option.help)));
            if (option.takes != Takes::nothing)
                text += fmt::format(":{}:{}", zsh_quoted(option.value), zsh_values(option));
            text += '\'';
        }
    for (const auto& argument : command.arguments)
        text += fmt::format(" \\\n        '{}:{}:{}'", argument.repeats ? "*" : "", zsh_quoted(argument.value),
                            zsh_values(argument));
    return text;
}

void zsh_add(const CommandEntry& command, std::string& text) {
    for (const auto& inner : command.commands) zsh_add(inner, text);
    text += zsh_function(command) + "() {\n";
    if (command.commands.empty()) {
        text += fmt::format("    _arguments -s{}\n}}\n\n", zsh_arguments(command));
        return;
    }
    text += "    local line state\n    local -a commands\n";
    if (command.words.empty()) text += "    local _annexkit_program=$words[1]\n";
    text += "    commands=(\n";
    for (const auto& inner : command.commands)
        text += fmt::format("        '{}:{}'\n", inner.words.back(), zsh_quoted(short_help(inner.help)));
    text += fmt::format("    )\n    _arguments -C{} \\\n        '1:command:->command' '*::argument:->argument'\n",
                        zsh_arguments(command));
    text += "    case $state in\n        command) _describe command commands ;;\n        argument)\n"
            "            case $line[1] in\n";
    for (const auto& inner : command.commands)
        text += fmt::format("                {}) {} ;;\n", inner.words.back(), zsh_function(inner));
    text += "            esac ;;\n    esac\n}\n\n";
}

} // namespace

std::string zsh_completions(const CommandEntry& program) {
    std::string text(zsh_head);
    zsh_add(program, text);
    return text + std::string(zsh_tail);
}

} // namespace annexkit::cli
